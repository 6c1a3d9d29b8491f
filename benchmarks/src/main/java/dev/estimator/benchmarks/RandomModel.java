package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.correlated;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;

import dev.estimator.flow.Backlog;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import dev.estimator.queueing.ErlangC;
import dev.estimator.reliability.Repairable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A model as a quantity of the library, and as a formula over plain numbers.
 *
 * @param text how it is written, over inputs a, b, c, ...
 * @param quantity the result
 * @param read a value of the result as a number; the larger, the larger
 * @param write a number as such a value
 * @param inputs what goes in
 * @param correlation between the first two inputs, 0 if there is none
 * @param plain the same formula over numbers
 * @param <Q> the type of the result
 */
record RandomModel<Q extends Quantity<Q>>(
        String text,
        Q quantity,
        ToDoubleFunction<Q> read,
        DoubleFunction<Q> write,
        List<PlainRange> inputs,
        double correlation,
        ToDoubleFunction<double[]> plain) {

    /** As documented: a number that is above a whole one by its last bits is that whole one. */
    private static final double FORGIVEN = 1e-12;

    /** A part of a model. */
    private record Part(String text, Count count, ToDoubleFunction<double[]> plain) {}

    /**
     * Draws a model; another one if the first has no answer for its best guess, such as one that divides by zero there.
     */
    static RandomModel<?> of(RandomGenerator random) {
        while (true) {
            try {
                return drawn(random);
            } catch (ArithmeticException e) {
                // the next one is another
            }
        }
    }

    private static RandomModel<?> drawn(RandomGenerator random) {
        return switch (random.nextInt(20)) {
            case 0 -> servers(random);
            case 1 -> queue(random);
            case 2 -> storage(random);
            case 3 -> backlog(random);
            case 4 -> repairable(random);
            default -> expression(random);
        };
    }

    /** Ranges and operations at random; a range that is used twice is one draw. */
    private static RandomModel<?> expression(RandomGenerator random) {
        int n = random.nextInt(1, 7);
        List<PlainRange> inputs = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        boolean isCorrelated = n > 1 && random.nextInt(8) == 0;
        double correlation = isCorrelated ? PlainRange.rounded(random.nextDouble(-0.9, 0.9)) : 0;
        for (int i = 0; i < n; i++) {
            PlainRange range = PlainRange.of(random);
            if (isCorrelated && i < 2) {
                range = PlainRange.between(1 + random.nextInt(20), 25 + random.nextInt(200));
            }
            inputs.add(range);
            String name = String.valueOf((char) ('a' + i));
            int index = i;
            Count quantity = assume(name, range.quantity());
            if (isCorrelated && i == 1) {
                quantity = correlated(quantity, parts.get(0).count, correlation);
            }
            parts.add(new Part(name, quantity, x -> x[index]));
        }
        if (random.nextInt(4) == 0) {
            double number = PlainRange.rounded(random.nextDouble(1, 100));
            parts.add(new Part(String.valueOf(number), count(number), x -> number));
        }
        boolean isProduct = random.nextInt(3) == 0;
        while (parts.size() > 1) {
            Part left = taken(parts, random);
            Part right = random.nextInt(6) == 0 ? parts.get(random.nextInt(parts.size())) : taken(parts, random);
            int operation = isProduct ? random.nextInt(3, 7) : random.nextInt(10);
            Part joined = joined(left, right, operation, random);
            parts.add(!isProduct && random.nextInt(4) == 0 ? one(joined, random) : joined);
        }
        Part all = n == 1 || random.nextInt(3) == 0 ? one(parts.get(0), random) : parts.get(0);
        return new RandomModel<>(all.text, all.count, Count::value, c -> count(c), inputs, correlation, all.plain);
    }

    private static Part taken(List<Part> parts, RandomGenerator random) {
        return parts.remove(random.nextInt(parts.size()));
    }

    private static Part joined(Part l, Part r, int operation, RandomGenerator random) {
        ToDoubleFunction<double[]> a = l.plain;
        ToDoubleFunction<double[]> b = r.plain;
        return switch (operation) {
            case 0, 1 -> new Part(text(l, "+", r), l.count.plus(r.count), x -> a.applyAsDouble(x) + b.applyAsDouble(x));
            case 2 -> minus(l, r);
            case 3, 4 ->
                new Part(
                        text(l, "×", r),
                        l.count.times(r.count.toRatio()),
                        x -> a.applyAsDouble(x) * b.applyAsDouble(x));
            case 5, 6 ->
                new Part(
                        text(l, "÷", r),
                        l.count.div(r.count.toRatio()),
                        x -> quotient(a.applyAsDouble(x), b.applyAsDouble(x)));
            case 7 ->
                new Part(
                        text(l, "max", r), l.count.max(r.count), x -> Math.max(a.applyAsDouble(x), b.applyAsDouble(x)));
            case 8 ->
                new Part(
                        text(l, "min", r), l.count.min(r.count), x -> Math.min(a.applyAsDouble(x), b.applyAsDouble(x)));
            default -> mixed(l, r, random);
        };
    }

    private static double quotient(double dividend, double divisor) {
        return divisor == 0 ? Double.NaN : dividend / divisor;
    }

    /** What is left of the first, or nothing. */
    private static Part minus(Part l, Part r) {
        return new Part(text(l, "less", r), l.count.minus(r.count.min(l.count)), x -> {
            double left = l.plain.applyAsDouble(x);
            return left - Math.min(left, r.plain.applyAsDouble(x));
        });
    }

    /** Both weighted with a share. */
    private static Part mixed(Part l, Part r, RandomGenerator random) {
        double share = random.nextInt(5, 96) / 100.0;
        Share part = percent(100 * share);
        return new Part(
                text(l, "mixed " + share, r),
                l.count.times(part).plus(r.count.times(part.complement())),
                x -> share * l.plain.applyAsDouble(x) + (1 - share) * r.plain.applyAsDouble(x));
    }

    private static Part one(Part p, RandomGenerator random) {
        ToDoubleFunction<double[]> a = p.plain;
        double number = PlainRange.rounded(random.nextDouble(0.2, 60));
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                new Part("ceil(" + p.text + ")", p.count.ceil(), x -> Math.ceil(a.applyAsDouble(x) * (1 - FORGIVEN)));
            case 2 ->
                new Part(
                        "floor(" + p.text + ")", p.count.floor(), x -> Math.floor(a.applyAsDouble(x) * (1 + FORGIVEN)));
            case 3 ->
                new Part(
                        "max(" + p.text + ", " + number + ")",
                        p.count.max(count(number)),
                        x -> Math.max(a.applyAsDouble(x), number));
            case 4 ->
                new Part(
                        "min(" + p.text + ", " + number + ")",
                        p.count.min(count(number)),
                        x -> Math.min(a.applyAsDouble(x), number));
            case 5 ->
                new Part(
                        number + " ÷ (" + p.text + " + 1)",
                        count(number).div(p.count.plus(count(1)).toRatio()),
                        x -> number / (a.applyAsDouble(x) + 1));
            case 6 ->
                new Part(
                        "√(" + p.text + ")",
                        Count.computed("√{0}", in -> Math.sqrt(in[0]), p.count),
                        x -> Math.sqrt(a.applyAsDouble(x)));
            default ->
                new Part(
                        "(" + p.text + " + " + number + ")",
                        p.count.plus(count(number)),
                        x -> a.applyAsDouble(x) + number);
        };
    }

    private static String text(Part left, String operation, Part right) {
        return "(" + left.text + " " + operation + " " + right.text + ")";
    }

    /** Servers for two demands, rounded up over zones. */
    private static RandomModel<Count> servers(RandomGenerator random) {
        PlainRange demand = PlainRange.between(500 + random.nextInt(500), 2000 + random.nextInt(9000));
        PlainRange disk = PlainRange.uniform(10 + random.nextInt(50), 100 + random.nextInt(500));
        PlainRange each = random.nextBoolean() ? PlainRange.between(40, 90) : PlainRange.uniform(40, 90);
        int target = random.nextInt(40, 95);
        int spares = random.nextInt(3);
        Qps perServer = assume("c", each.quantity()).per(seconds(1));
        Count total = Servers.builder()
                .limit("requests", assume("a", demand.quantity()).per(seconds(1)), perServer)
                .limit("disk", assume("b", disk.quantity()).times(bytes(1)), bytes(7), percent(100))
                .targetUtilization(percent(target))
                .spares(count(spares))
                .zones(count(3))
                .zonesThatMayFail(count(1))
                .build()
                .servers();
        return new RandomModel<>(
                "Servers at " + target + "% or by disk of 7, " + spares + " spares, 2 of 3 zones",
                total,
                Count::value,
                c -> count(c),
                List.of(demand, disk, each),
                0,
                x -> {
                    double byRequests = Math.ceil(x[0] / x[2] / (target / 100.0) * (1 - FORGIVEN));
                    double byDisk = Math.ceil(x[1] / 7 * (1 - FORGIVEN));
                    return 3 * Math.ceil((Math.max(byRequests, byDisk) + spares) / 2);
                });
    }

    /** A queue that is overloaded in some cases: an endless wait. */
    private static RandomModel<TimeSpan> queue(RandomGenerator random) {
        int servers = random.nextInt(1, 12);
        PlainRange rate = PlainRange.between(20 * servers, (40 + random.nextInt(90)) * servers);
        PlainRange service =
                random.nextBoolean() ? PlainRange.uniform(4, 9 + random.nextInt(5)) : PlainRange.between(7, 9);
        ErlangC queue = ErlangC.of(
                assume("a", rate.quantity()).per(seconds(1)),
                assume("b", service.quantity()).times(ms(1)),
                count(servers));
        boolean isMean = random.nextBoolean();
        return new RandomModel<>(
                "ErlangC of " + servers + (isMean ? ", mean wait" : ", p95 of the wait"),
                isMean ? queue.meanWait() : queue.waitPercentile(95),
                time -> time.to(Units.SECONDS),
                s -> seconds(s),
                List.of(rate, service),
                0,
                x -> {
                    double seconds = x[1] / 1000;
                    double load = x[0] * seconds;
                    if (load >= servers) {
                        return Double.POSITIVE_INFINITY;
                    }
                    double blocked = 1;
                    for (int i = 1; i <= servers; i++) {
                        blocked = load * blocked / (i + load * blocked);
                    }
                    double waits = blocked / (1 - load / servers * (1 - blocked));
                    double free = servers - load;
                    return isMean ? waits * seconds / free : seconds / free * Math.max(0, Math.log(waits / 0.05));
                });
    }

    /** Two kinds of records with copies and room to spare. */
    private static RandomModel<Bytes> storage(RandomGenerator random) {
        PlainRange posts = PlainRange.between(10 + random.nextInt(90), 200 + random.nextInt(2000));
        PlainRange size = PlainRange.of(random);
        PlainRange photos = PlainRange.uniform(1 + random.nextInt(9), 20 + random.nextInt(50));
        PlainRange compression = PlainRange.uniform(1.5, 2 + random.nextInt(3));
        PlainRange copies = PlainRange.uniform(2, 3);
        int free = random.nextInt(5, 50);
        Storage storage = Storage.builder()
                .kind(RecordKind.builder("post")
                        .rate(assume("a", posts.quantity()).per(seconds(1)))
                        .size(assume("b", size.quantity()).times(bytes(1)))
                        .compressionRatio(assume("d", compression.quantity()).toRatio())
                        .build())
                .kind(RecordKind.builder("photo")
                        .rate(assume("c", photos.quantity()).per(seconds(1)))
                        .size(bytes(1000))
                        .build())
                .retention(seconds(100))
                .replicationFactor(assume("e", copies.quantity()).toRatio())
                .freeSpace(percent(free))
                .indexFactor(ratio(1.2))
                .build();
        return new RandomModel<>(
                "Storage of posts and photos, " + free + "% free",
                storage.physical(),
                bytes -> bytes.to(Units.B),
                b -> bytes(b),
                List.of(posts, size, photos, compression, copies),
                0,
                x -> 100 * (x[0] * x[1] / x[3] + x[2] * 1000) * 1.2 * x[4] / (1 - free / 100.0));
    }

    /** A backlog that never drains in some cases. */
    private static RandomModel<TimeSpan> backlog(RandomGenerator random) {
        PlainRange arrival = PlainRange.between(200 + random.nextInt(200), 800 + random.nextInt(600));
        PlainRange burst = PlainRange.uniform(1000, 1500 + random.nextInt(2000));
        PlainRange each = PlainRange.uniform(80, 101 + random.nextInt(80));
        Backlog backlog = Backlog.builder()
                .arrivalRate(assume("a", arrival.quantity()).per(seconds(1)))
                .burstRate(assume("b", burst.quantity()).per(seconds(1)))
                .burstLength(seconds(60))
                .consumers(count(10))
                .ratePerConsumer(assume("c", each.quantity()).per(seconds(1)))
                .build();
        return new RandomModel<>(
                "Backlog of 60 s, time to drain by 10",
                backlog.drainTime(),
                time -> time.to(Units.SECONDS),
                s -> seconds(s),
                List.of(arrival, burst, each),
                0,
                x -> {
                    double waiting = Math.max(0, x[1] - 10 * x[2]) * 60;
                    double spare = 10 * x[2] - x[0];
                    return waiting == 0 && spare >= 0 ? 0 : spare > 0 ? waiting / spare : Double.POSITIVE_INFINITY;
                });
    }

    /** An availability, whose percentiles run the other way; read as what is lacking, below zero. */
    private static RandomModel<Availability> repairable(RandomGenerator random) {
        PlainRange up = PlainRange.between(100 + random.nextInt(900), 2000 + random.nextInt(4000));
        PlainRange down =
                random.nextBoolean() ? PlainRange.between(1, 4 + random.nextInt(40)) : PlainRange.uniform(1, 9);
        Availability availability = Repairable.of(
                        assume("a", up.quantity()).times(seconds(1)),
                        assume("b", down.quantity()).times(seconds(1)))
                .availability();
        return new RandomModel<>(
                "Repairable, availability as its complement below zero",
                availability,
                a -> -a.unavailability().value(),
                u -> Availability.ofUnavailability(Math.min(1, Math.max(0, -u))),
                List.of(up, down),
                0,
                x -> -x[1] / (x[0] + x[1]));
    }

    /** The inputs and the formula. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(text).append(" with");
        for (int i = 0; i < inputs.size(); i++) {
            all.append(i == 0 ? " " : ", ")
                    .append((char) ('a' + i))
                    .append(" = ")
                    .append(inputs.get(i).text());
        }
        return all + (correlation == 0 ? "" : ", a and b correlated by " + correlation);
    }
}
