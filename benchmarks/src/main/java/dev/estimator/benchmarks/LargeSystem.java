package dev.estimator.benchmarks;

import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.sometimes;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Step;
import dev.estimator.system.UseCase;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A system of 30 components and 6 use cases: a gateway calls nine of 27 services for each request, and these a cache
 * and a database. Users, the peak, hits and the time in each service are ranges. Once as a user of the library
 * describes it, once on doubles.
 */
final class LargeSystem {
    static final int SERVICES = 27;
    static final int CASES = 6;
    static final int COMPONENTS = SERVICES + 3;

    /** In the order of {@link Answers}. */
    static final List<String> NAMES = Stream.concat(
                    IntStream.range(0, SERVICES).mapToObj(i -> "service " + i), Stream.of("gateway", "cache", "store"))
            .toList();

    private static final int GATEWAY = SERVICES;
    private static final int CACHE = SERVICES + 1;
    private static final int STORE = SERVICES + 2;
    private static final int CALLED = 9;
    private static final double SOME = 0.3;
    private static final double HOURS_A_MONTH = 730;
    private static final double TARGET = 0.7;

    private LargeSystem() {}

    static Architecture described() {
        Component store = component("store", 1).serviceTime(ms(1), count(16)).price(usd(2).per(HOUR));
        Component cache = component("cache", 2).serviceTime(us(80), count(4)).price(usd(0.5).per(HOUR));
        Component gateway =
                component("gateway", 3).serviceTime(us(300), count(8)).price(usd(0.2).per(HOUR));
        Share hits = assume("hits", between(percent(80), percent(95)));
        Step[] services = IntStream.range(0, SERVICES)
                .mapToObj(i -> service(i, cacheAside(cache, hits, store), store))
                .toArray(Step[]::new);
        Count users = assume("users", between(million(2), million(8)));
        Ratio peak = assume("peak to average", between(ratio(2), ratio(4)));
        return Architecture.of(IntStream.range(0, CASES)
                        .mapToObj(useCase -> {
                            Step[] called = IntStream.range(0, CALLED)
                                    .mapToObj(i -> services[called(useCase, i)])
                                    .toArray(Step[]::new);
                            Qps rate = users.times(count(requests(useCase))).per(DAY);
                            return UseCase.read("case " + useCase, rate, rate.times(peak), gateway.calling(called));
                        })
                        .toArray(UseCase[]::new))
                .zones(percentUp(99.95));
    }

    private static Step service(int i, Step lookUp, Step store) {
        var time = assume("time in service " + i, between(ms(least(i)), ms(most(i))));
        Component service = component("service " + i, 4)
                .serviceTime(time, count(8))
                .roundTrip(latency(us(500)))
                .price(usd(0.3).per(HOUR));
        return switch (i % 3) {
            case 0 -> service.calling(lookUp);
            case 1 -> service.calling(store);
            default -> sometimes(percent(100 * SOME), service);
        };
    }

    private static Component component(String name, int downOf1000) {
        return Component.named(name)
                .upPerInstance(percentUp(100 - downOf1000 / 10.0))
                .zones(3, 1);
    }

    private static int called(int useCase, int i) {
        return (5 * useCase + i) % SERVICES;
    }

    private static int requests(int useCase) {
        return 3 + useCase;
    }

    private static int least(int service) {
        return 1 + service % 5;
    }

    private static int most(int service) {
        return 4 + service % 5;
    }

    /**
     * What a system answers for one draw of its inputs.
     *
     * @param rates of each component on average, a second
     * @param instances of each
     * @param utilizations of each at peak
     * @param means of each use case, in seconds
     * @param cost a month
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answers(double[] rates, double[] instances, double[] utilizations, double[] means, double cost) {
        double[] all() {
            return Stream.of(rates, instances, utilizations, means, new double[] {cost})
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
    }

    /** The inputs at their best guess. */
    static Answers bestGuessByHand() {
        double[] times = IntStream.range(0, SERVICES)
                .mapToDouble(i -> Math.sqrt(least(i) * most(i)) / 1000)
                .toArray();
        double odds = Math.sqrt(0.8 / 0.2 * 0.95 / 0.05);
        return byHand(4e6, Math.sqrt(8), odds / (1 + odds), times);
    }

    /** So many draws; for each answer a column. */
    static double[][] drawnByHand(RandomGenerator random, int draws) {
        LogNormal users = LogNormal.between(2e6, 8e6);
        LogNormal peak = LogNormal.between(2, 4);
        LogNormal odds = LogNormal.between(0.8 / 0.2, 0.95 / 0.05);
        LogNormal[] services = IntStream.range(0, SERVICES)
                .mapToObj(i -> LogNormal.between(least(i) / 1000.0, most(i) / 1000.0))
                .toArray(LogNormal[]::new);
        double[][] columns = new double[3 * COMPONENTS + CASES + 1][draws];
        double[] times = new double[SERVICES];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < SERVICES; i++) {
                times[i] = services[i].draw(random);
            }
            double hit = odds.draw(random);
            double[] all = byHand(users.draw(random), peak.draw(random), hit / (1 + hit), times)
                    .all();
            for (int k = 0; k < all.length; k++) {
                columns[k][draw] = all[k];
            }
        }
        return columns;
    }

    private static Answers byHand(double users, double peak, double hits, double... serviceTimes) {
        double[][] visits = new double[CASES][COMPONENTS];
        double[] rates = new double[COMPONENTS];
        for (int useCase = 0; useCase < CASES; useCase++) {
            visits[useCase] = visits(useCase, hits);
            for (int c = 0; c < COMPONENTS; c++) {
                rates[c] += users * requests(useCase) / 86_400 * visits[useCase][c];
            }
        }
        double[] instances = new double[COMPONENTS];
        double[] utilizations = new double[COMPONENTS];
        double[] times = new double[COMPONENTS];
        double cost = 0;
        for (int c = 0; c < COMPONENTS; c++) {
            double service = c < SERVICES ? serviceTimes[c] : c == GATEWAY ? 0.0003 : c == CACHE ? 0.00008 : 0.001;
            int workers = c == CACHE ? 4 : c == STORE ? 16 : 8;
            double busy = rates[c] * peak * service;
            // two of three zones must be enough
            instances[c] = 3 * Math.ceil(Math.ceil(busy / workers / TARGET) / 2);
            utilizations[c] = busy / workers / instances[c];
            times[c] = (c < SERVICES ? 0.0005 : 0) + service + meanWait(busy / instances[c], workers, service);
            double hourly = c < SERVICES ? 0.3 : c == GATEWAY ? 0.2 : c == CACHE ? 0.5 : 2;
            cost += instances[c] * hourly * HOURS_A_MONTH;
        }
        double[] means = new double[CASES];
        for (int useCase = 0; useCase < CASES; useCase++) {
            for (int c = 0; c < COMPONENTS; c++) {
                means[useCase] += visits[useCase][c] * times[c];
            }
        }
        return new Answers(rates, instances, utilizations, means, cost);
    }

    private static double[] visits(int useCase, double hits) {
        double[] visits = new double[COMPONENTS];
        visits[GATEWAY] = 1;
        for (int i = 0; i < CALLED; i++) {
            int service = called(useCase, i);
            switch (service % 3) {
                case 0 -> {
                    visits[service] += 1;
                    visits[CACHE] += 1;
                    visits[STORE] += 1 - hits;
                }
                case 1 -> {
                    visits[service] += 1;
                    visits[STORE] += 1;
                }
                default -> visits[service] += SOME;
            }
        }
        return visits;
    }

    /** In a queue of Poisson arrivals before so many workers, with the recurrence of Erlang B. */
    private static double meanWait(double busy, int workers, double service) {
        double blocked = 1;
        for (int k = 1; k <= workers; k++) {
            blocked = busy * blocked / (k + busy * blocked);
        }
        double waits = blocked / (1 - busy / workers * (1 - blocked));
        return waits * service / (workers - busy);
    }
}
