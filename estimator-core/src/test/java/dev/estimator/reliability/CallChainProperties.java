package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Units.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Availability;
import dev.estimator.reliability.Call.Group;
import dev.estimator.reliability.Call.Service;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CallChainProperties {
    private static final int SERVICES = 9;

    /**
     * What is summed up is near one, and the difference that a service makes may be as small as 1e-72, if eight others
     * have nine nines: so many digits leave the difference 25, whatever is cancelled.
     */
    private static final MathContext DIGITS = new MathContext(100);

    /** Every combination of services up and down, in 100 digits. */
    @Property(tries = 100)
    void availability_isThatOfAllStates(@ForAll("chains") CallChain chain) {
        assertNear(
                unavailability(chain).doubleValue(),
                chain.availability().unavailability().value(),
                1e-12);
    }

    @Property(tries = 200)
    void availability_atMostThatOfAnyNeededCall(@ForAll("chains") CallChain chain) {
        double down = chain.availability().unavailability().value();
        for (Call call : chain.calls()) {
            double alone = CallChain.builder()
                    .call(call)
                    .build()
                    .availability()
                    .unavailability()
                    .value();
            assertThat(down).isGreaterThanOrEqualTo(alone * (1 - 1e-12));
        }
    }

    /** What is down is what the service costs and what would be left without its failures. */
    @Property(tries = 40)
    void downtimeCausedBy_isTheDifferenceToNeverFailing(@ForAll("chains") CallChain chain) {
        for (String service : names(chain)) {
            double caused = chain.downtimeCausedBy(service, DAY).to(DAYS);
            double left =
                    unavailability(with(chain, service, Availability.of(1))).doubleValue();
            assertNear(chain.availability().unavailability().value(), caused + left, 1e-12);
        }
    }

    @Property(tries = 200)
    void costliestCall_costsTheMost(@ForAll("chains") CallChain chain) {
        double most = chain.downtimeCausedBy(chain.costliestCall(), DAY).to(DAYS);
        double down = chain.availability().unavailability().value();
        for (String service : names(chain)) {
            assertThat(chain.downtimeCausedBy(service, DAY).to(DAYS)).isLessThanOrEqualTo(most + 1e-12 * down);
        }
    }

    /** Whatever else is up: without one of these nothing works, and without any other it does if the rest is up. */
    @Property(tries = 200)
    void singlePointsOfFailure_areThoseWithoutWhichNothingWorks(@ForAll("chains") CallChain chain) {
        List<String> needed = names(chain).stream()
                .filter(name -> {
                    Set<String> others = new HashSet<>(names(chain));
                    others.remove(name);
                    return !chain.calls().stream().allMatch(call -> isUp(call, others));
                })
                .toList();
        assertThat(chain.singlePointsOfFailure()).isEqualTo(needed);
    }

    /** Up or down: the difference that it makes, in 100 digits. */
    @Property(tries = 20)
    void importanceOf_isTheDifferenceOfUpAndDown(@ForAll("chains") CallChain chain) {
        assertDifferenceOfUpAndDown(chain);
    }

    private static void assertDifferenceOfUpAndDown(CallChain chain) {
        for (String service : names(chain)) {
            BigDecimal difference = unavailability(with(chain, service, Availability.of(0)))
                    .subtract(unavailability(with(chain, service, Availability.of(1))));
            assertNear(difference.doubleValue(), chain.importanceOf(service).value(), 1e-12);
        }
    }

    /**
     * The store is needed, and any of eight: one of those matters if all others are down, three quarters of the time.
     */
    @Test
    void importanceOf_atNineNines_keepsItsDigits() {
        double[] down = {3e-9, 5e-9, 2e-9, 7e-9, 1e-9, 6e-9, 4e-9, 8e-9};
        Call[] any = IntStream.range(0, down.length)
                .mapToObj(i -> Call.of("copy " + i, Availability.ofUnavailability(down[i])))
                .toArray(Call[]::new);
        CallChain chain = CallChain.builder()
                .call("store", Availability.of(0.75))
                .call(Call.atLeast(1, any))
                .build();
        assertNear(
                0.75 * 5 * 2 * 7 * 1 * 6 * 4 * 8 * 1e-63,
                chain.importanceOf("copy 0").value(),
                1e-14);
        assertDifferenceOfUpAndDown(chain);
    }

    /** The chain is down if all of a cut are, and not if any one of them is up and so is all the rest. */
    @Property(tries = 100)
    void minimalCuts_areCutsAndMinimal(@ForAll("chains") CallChain chain) {
        for (CallChain.Cut cut : chain.minimalCuts()) {
            Set<String> others = new HashSet<>(names(chain));
            others.removeAll(cut.services());
            assertThat(chain.calls().stream().allMatch(call -> isUp(call, others)))
                    .isFalse();
            for (String service : cut.services()) {
                Set<String> up = new HashSet<>(others);
                up.add(service);
                assertThat(chain.calls().stream().allMatch(call -> isUp(call, up)))
                        .isTrue();
            }
        }
    }

    /** Whatever is down when the chain is, all of some cut is among it. */
    @Property(tries = 60)
    void minimalCuts_areAll(@ForAll("chains") CallChain chain) {
        List<String> names = names(chain);
        List<CallChain.Cut> cuts = chain.minimalCuts();
        for (int state = 0; state < 1 << names.size(); state++) {
            int upState = state;
            Set<String> up = IntStream.range(0, names.size())
                    .filter(i -> (upState >> i & 1) == 1)
                    .mapToObj(names::get)
                    .collect(Collectors.toSet());
            boolean isUp = chain.calls().stream().allMatch(call -> isUp(call, up));
            assertThat(cuts.stream().anyMatch(cut -> cut.services().stream().noneMatch(up::contains)))
                    .isEqualTo(!isUp);
        }
    }

    /** J. D. Esary and F. Proschan, 1963: at most as if the cuts had nothing in common, and at least the likeliest. */
    @Property(tries = 100)
    void minimalCuts_boundTheUnavailability(@ForAll("chains") CallChain chain) {
        double down = chain.availability().unavailability().value();
        List<CallChain.Cut> cuts = chain.minimalCuts();
        double logUp = cuts.stream()
                .mapToDouble(cut -> Math.log1p(-cut.probability().value()))
                .sum();
        assertThat(down).isLessThanOrEqualTo(-Math.expm1(logUp) * (1 + 1e-12));
        assertThat(down).isGreaterThanOrEqualTo(cuts.get(0).probability().value() * (1 - 1e-12));
    }

    /** If a service is better, the chain is not worse. */
    @Property(tries = 100)
    void availability_growsWithEachService(@ForAll("chains") CallChain chain, @ForAll("unavailability") double down) {
        for (Service service : chain.calls().stream()
                .flatMap(CallChainProperties::services)
                .distinct()
                .toList()) {
            double better =
                    Math.min(down, service.availability().unavailability().value());
            CallChain improved = with(chain, service.name(), Availability.ofUnavailability(better));
            assertThat(improved.availability().unavailability().value())
                    .isLessThanOrEqualTo(chain.availability().unavailability().value() * (1 + 1e-13));
        }
    }

    /** Members that all differ, by the number of those that are up so far (Kuo and Zuo, chapter 7), in 100 digits. */
    @Property(tries = 100)
    void atLeast_isTheTailOfUnequalMembers(
            @ForAll @Size(min = 1, max = 30) List<@From("unavailability") Double> down,
            @ForAll @IntRange(max = 29) int more) {
        int needed = 1 + more % down.size();
        BigDecimal[] up = new BigDecimal[down.size() + 2];
        Arrays.fill(up, BigDecimal.ZERO);
        up[0] = BigDecimal.ONE;
        for (double u : down) {
            BigDecimal q = new BigDecimal(u);
            for (int j = down.size(); j >= 0; j--) {
                BigDecimal fromBelow =
                        j == 0 ? BigDecimal.ZERO : up[j - 1].multiply(BigDecimal.ONE.subtract(q), DIGITS);
                up[j] = up[j].multiply(q, DIGITS).add(fromBelow, DIGITS);
            }
        }
        double expected = Arrays.stream(up, 0, needed)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        Call[] members = IntStream.range(0, down.size())
                .mapToObj(i -> Call.of("member " + i, Availability.ofUnavailability(down.get(i))))
                .toArray(Call[]::new);
        CallChain chain =
                CallChain.builder().call(Call.atLeast(needed, members)).build();
        assertNear(expected, chain.availability().unavailability().value(), 1e-12);
    }

    /** A service that has what is required brings the chain to its target. */
    @Property(tries = 30)
    void requiredOf_reachesTheTarget(
            @ForAll("chains") CallChain chain, @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double part) {
        for (String service : names(chain)) {
            double best =
                    unavailability(with(chain, service, Availability.of(1))).doubleValue();
            double worst =
                    unavailability(with(chain, service, Availability.of(0))).doubleValue();
            double target = Math.min(1, best * (1 + 1e-9) + part * (worst - best));
            Availability required = chain.requiredOf(service, Availability.ofUnavailability(target));
            double reached = with(chain, service, required)
                    .availability()
                    .unavailability()
                    .value();
            if (target < worst) {
                assertNear(target, reached, 1e-12);
            } else {
                assertThat(reached).isLessThanOrEqualTo(target * (1 + 1e-12));
            }
        }
    }

    /** So many calls keep the target, and one more does not. */
    @Property
    void greatestDepth_isTheGreatest(
            @ForAll("unavailability") double perCall, @ForAll("unavailability") double target) {
        double depth = CallChain.greatestDepth(
                        Availability.ofUnavailability(perCall), Availability.ofUnavailability(target))
                .value();
        assertThat(-Math.expm1(depth * Math.log1p(-perCall))).isLessThanOrEqualTo(target * (1 + 1e-11));
        assertThat(-Math.expm1((depth + 1) * Math.log1p(-perCall))).isGreaterThan(target);
    }

    @Provide
    Arbitrary<CallChain> chains() {
        return unavailability().list().ofSize(SERVICES).flatMap(down -> {
            List<Call> services = IntStream.range(0, SERVICES)
                    .mapToObj(i -> Call.of("service " + i, Availability.ofUnavailability(down.get(i))))
                    .toList();
            return call(services, 2)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(3)
                    .map(calls -> CallChain.builder().addAllCalls(calls).build());
        });
    }

    /** From nearly always down to six nines, evenly in nines. */
    @Provide
    Arbitrary<Double> unavailability() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 999),
                        Arbitraries.integers().between(3, 9))
                .as((digits, exponent) -> digits / Math.pow(10, exponent))
                .withoutEdgeCases();
    }

    private static Arbitrary<Call> call(List<Call> services, int depth) {
        Arbitrary<Call> service = Arbitraries.of(services);
        if (depth == 0) {
            return service;
        }
        // A call may stand in several groups, but not twice in one: such a group is refused.
        Arbitrary<Call> group = call(services, depth - 1)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(calls -> Arbitraries.integers()
                        .between(1, calls.size())
                        .map(needed -> Call.atLeast(needed, calls.toArray(Call[]::new))));
        return Arbitraries.frequencyOf(Tuple.of(1, service), Tuple.of(4, group)).withoutEdgeCases();
    }

    private static List<String> names(CallChain chain) {
        return chain.calls().stream()
                .flatMap(CallChainProperties::services)
                .map(Service::name)
                .distinct()
                .toList();
    }

    private static Stream<Service> services(Call call) {
        return call instanceof Group group
                ? group.calls().stream().flatMap(CallChainProperties::services)
                : Stream.of((Service) call);
    }

    private static BigDecimal unavailability(CallChain chain) {
        List<Service> services = chain.calls().stream()
                .flatMap(CallChainProperties::services)
                .filter(new HashSet<>()::add)
                .toList();
        return unavailability(chain, services, new HashSet<>(), BigDecimal.ONE);
    }

    /** The sum over all states of the services that are left; the others are up if they are among those. */
    private static BigDecimal unavailability(
            CallChain chain, List<Service> left, Set<String> up, BigDecimal probability) {
        if (left.isEmpty()) {
            return chain.calls().stream().allMatch(call -> isUp(call, up)) ? BigDecimal.ZERO : probability;
        }
        Service service = left.get(0);
        BigDecimal u = new BigDecimal(service.availability().unavailability().value());
        List<Service> others = left.subList(1, left.size());
        BigDecimal down = unavailability(chain, others, up, probability.multiply(u, DIGITS));
        up.add(service.name());
        BigDecimal sum = unavailability(chain, others, up, probability.multiply(BigDecimal.ONE.subtract(u), DIGITS));
        up.remove(service.name());
        return down.add(sum, DIGITS);
    }

    private static boolean isUp(Call call, Set<String> up) {
        if (call instanceof Service service) {
            return up.contains(service.name());
        }
        Group group = (Group) call;
        return group.calls().stream().filter(member -> isUp(member, up)).count() >= group.needed();
    }

    private static CallChain with(CallChain chain, String service, Availability availability) {
        return chain.withCalls(call -> with(call, service, availability));
    }

    private static Call with(Call call, String service, Availability availability) {
        if (call instanceof Service same) {
            return same.name().equals(service) ? new Service(service, availability) : same;
        }
        Group group = (Group) call;
        return new Group(
                group.needed(),
                group.calls().stream()
                        .map(member -> with(member, service, availability))
                        .toList());
    }
}
