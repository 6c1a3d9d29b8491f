package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call.CacheAside;
import dev.estimator.reliability.Call.Group;
import dev.estimator.reliability.Call.Redundant;
import dev.estimator.reliability.Call.Service;
import dev.estimator.reliability.Call.Sometimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Chains with spare members and calls that some requests make, against all states of each member and each decision: a
 * member is one bit, and so is each place in which a call is made or not.
 */
class RedundantCallProperties {
    private static final double EACH = 0.07;
    private static final List<Call> LEAVES = List.of(
            Call.of("a", Availability.ofUnavailability(0.02)),
            Call.of("b", Availability.ofUnavailability(0.3)),
            Call.of("c", Availability.ofUnavailability(0.11)),
            Call.atLeast(1, 2, "pair", Availability.ofUnavailability(EACH)),
            Call.atLeast(2, 3, "three", Availability.ofUnavailability(EACH)));

    /** The bits of a chain, with how likely each is set: a member is up, a call is not made. */
    private static final class Bits {
        private final Map<String, Integer> members = new HashMap<>();
        private final Map<Call, List<Integer>> places = new HashMap<>();
        private final List<Double> likely = new ArrayList<>();

        Bits(CallChain chain) {
            chain.calls().forEach(this::collect);
        }

        private void collect(Call call) {
            if (call instanceof Service service && !members.containsKey(service.name())) {
                members.put(service.name(), add(service.availability().value()));
            } else if (call instanceof Redundant group && !members.containsKey(group.name())) {
                members.put(group.name(), likely.size());
                for (int i = 0; i < group.members(); i++) {
                    add(1 - EACH);
                }
            } else if (call instanceof Sometimes some) {
                addPlace(some, 1 - some.share().value());
                collect(some.call());
            } else if (call instanceof CacheAside look) {
                addPlace(look, look.hits().value());
                collect(look.cache());
                collect(look.store());
            } else if (call instanceof Group group) {
                group.calls().forEach(this::collect);
            }
        }

        private void addPlace(Call call, double probability) {
            places.computeIfAbsent(call, c -> new ArrayList<>()).add(add(probability));
        }

        private boolean isSetAtNextPlace(Call call, int state, Map<Call, Integer> next) {
            int place = next.merge(call, 1, Integer::sum) - 1;
            return isSet(state, places.getOrDefault(call, List.of()).get(place));
        }

        private int add(double probability) {
            likely.add(probability);
            return likely.size() - 1;
        }

        /** The sum over all states that are wanted. */
        double sum(Predicate<Integer> isWanted) {
            double sum = 0;
            for (int state = 0; state < 1 << likely.size(); state++) {
                if (isWanted.test(state)) {
                    sum += probability(state);
                }
            }
            return sum;
        }

        private double probability(int state) {
            double probability = 1;
            for (int i = 0; i < likely.size(); i++) {
                probability *= isSet(state, i) ? likely.get(i) : 1 - likely.get(i);
            }
            return probability;
        }

        boolean isUp(CallChain chain, int state) {
            Map<Call, Integer> next = new HashMap<>();
            boolean isUp = true;
            for (Call call : chain.calls()) {
                isUp &= isUp(call, state, next); // all, so that the places are counted as they were collected
            }
            return isUp;
        }

        private boolean isUp(Call call, int state, Map<Call, Integer> next) {
            if (call instanceof Service service) {
                return isSet(state, member(service.name()));
            }
            if (call instanceof Redundant group) {
                return isEnough(group, state);
            }
            if (call instanceof Sometimes some) {
                boolean isNotMade = isSetAtNextPlace(some, state, next);
                boolean isItsCallUp = isUp(some.call(), state, next); // asked in any case, to count the places
                return isNotMade || isItsCallUp;
            }
            if (call instanceof CacheAside look) {
                boolean isHit = isSetAtNextPlace(look, state, next);
                boolean isAnswered = isUp(look.cache(), state, next) && isHit;
                return isUp(look.store(), state, next) || isAnswered;
            }
            Group group = (Group) call;
            return group.calls().stream()
                            .map(part -> isUp(part, state, next))
                            .filter(up -> up)
                            .count()
                    >= group.needed();
        }

        boolean isUp(Call leaf, int state) {
            return leaf instanceof Redundant group ? isEnough(group, state) : isUp(leaf, state, new HashMap<>());
        }

        private boolean isEnough(Redundant group, int state) {
            int first = member(group.name());
            int up = 0;
            for (int i = 0; i < group.members(); i++) {
                up += isSet(state, first + i) ? 1 : 0;
            }
            return up >= group.needed();
        }

        private int member(String name) {
            return members.getOrDefault(name, -1);
        }

        private static boolean isSet(int state, int bit) {
            return (state >> bit & 1) == 1;
        }
    }

    @Property(tries = 200)
    void availability_isThatOfAllStates(@ForAll("chains") CallChain chain) {
        var bits = new Bits(chain);
        double down = bits.sum(state -> !bits.isUp(chain, state));
        assertThat(chain.availability().unavailability().value()).isCloseTo(down, within(1e-13));
    }

    /** Up with the one service up whatever else, minus up with it down. */
    @Property(tries = 60)
    void importanceOf_isThatOfAllStates(@ForAll("chains") CallChain chain) {
        var bits = new Bits(chain);
        for (Call leaf : LEAVES) {
            String name = CallNesting.label(leaf);
            if (bits.members.containsKey(name)) {
                double up = bits.sum(state -> bits.isUp(leaf, state));
                double bothUp = bits.sum(state -> bits.isUp(leaf, state) && bits.isUp(chain, state));
                double onlyChain = bits.sum(state -> !bits.isUp(leaf, state) && bits.isUp(chain, state));
                assertNear(1, 1 + chain.importanceOf(name).value() - bothUp / up + onlyChain / (1 - up), 1e-11);
            }
        }
    }

    /** A single failure, with everything else up and every call made or not as it likes, fails some requests. */
    @Property(tries = 200)
    void singlePointsOfFailure_areThoseOfOneFailure(@ForAll("chains") CallChain chain) {
        var bits = new Bits(chain);
        Set<String> expected = new HashSet<>();
        bits.members.forEach((name, bit) -> {
            for (int state = 0; state < 1 << bits.likely.size(); state++) {
                if (isOnlyDown(bits, state, bit) && !bits.isUp(chain, state)) {
                    expected.add(name);
                }
            }
        });
        assertThat(chain.singlePointsOfFailure()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean isOnlyDown(Bits bits, int state, int bit) {
        Set<Integer> decisions = new HashSet<>();
        bits.places.values().forEach(decisions::addAll);
        for (int i = 0; i < bits.likely.size(); i++) {
            boolean isUp = (state >> i & 1) == 1;
            if (!decisions.contains(i) && isUp == (i == bit)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Each cut takes as many requests down as it says, if nothing else is down, and none with one of its services up.
     */
    @Property(tries = 100)
    void minimalCuts_failWhatTheySay(@ForAll("chains") CallChain chain) {
        var bits = new Bits(chain);
        double logUp = 0;
        for (CallChain.Cut cut : chain.minimalCuts(Integer.MAX_VALUE)) {
            double failing = bits.sum(state -> cut.services().stream().allMatch(name -> !bits.isUp(leaf(name), state))
                    && !bits.isUp(chain, state));
            assertThat(cut.probability().value()).isLessThanOrEqualTo(failing + 1e-13);
            assertNear(failing > 0 ? 1 : 0, cut.requests().value() > 0 ? 1 : 0, 0);
            logUp += Math.log1p(-cut.probability().value());
        }
        assertThat(chain.availability().unavailability().value()).isLessThanOrEqualTo(-Math.expm1(logUp) + 1e-13);
        assertThat(chain.costliestCall()).isIn(bits.members.keySet());
    }

    private static Call leaf(String name) {
        return LEAVES.stream()
                .filter(leaf -> CallNesting.label(leaf).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<CallChain> chains() {
        return call(2).list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(calls -> CallChain.builder().addAllCalls(calls).build())
                .filter(chain -> new Bits(chain).likely.size() <= 14);
    }

    private static Arbitrary<Call> call(int depth) {
        Arbitrary<Call> leaf = Arbitraries.of(LEAVES);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Call> inner = call(depth - 1);
        Arbitrary<Call> some = Arbitraries.integers()
                .between(1, 9)
                .flatMap(tenths -> inner.map(call -> Call.sometimes(Share.of(tenths / 10.0), call)));
        Arbitrary<Call> group = inner.filter(call -> !(call instanceof Sometimes))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(calls -> Arbitraries.integers()
                        .between(1, calls.size())
                        .map(needed -> Call.atLeast(needed, calls.toArray(Call[]::new))));
        Arbitrary<Call> row =
                inner.list().ofMinSize(1).ofMaxSize(3).map(calls -> Call.inSequence(calls.toArray(Call[]::new)));
        Arbitrary<Call> look = Combinators.combine(inner, Arbitraries.integers().between(1, 9), inner)
                .as((cache, tenths, store) -> Call.cacheAside(cache, Share.of(tenths / 10.0), store));
        return Arbitraries.oneOf(leaf, some, look, group, row).withoutEdgeCases();
    }
}
