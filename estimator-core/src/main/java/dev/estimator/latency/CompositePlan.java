package dev.estimator.latency;

import dev.estimator.quantity.Formula.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A latency that is composed of others. */
@SuppressWarnings("InvalidBlockTag") // Error Prone does not know @serial exclude of a class
sealed interface CompositePlan extends Plan {
    /**
     * One after another.
     *
     * @param parts what it is made of
     * @serial exclude
     */
    record InSequence(List<Plan> parts) implements CompositePlan {
        @Override
        public LatencyLaw law(Workings workings, double... in) {
            return Sum.of(laws(workings, parts, in), workings);
        }

        @Override
        public double mean(double... in) {
            double sum = 0;
            for (Plan part : parts) {
                sum += part.mean(in);
            }
            return sum;
        }

        @Override
        public double variance(double... in) {
            double sum = 0;
            for (Plan part : parts) {
                sum += part.variance(in);
            }
            return sum;
        }

        @Override
        public boolean takesIndependence(boolean isForMean) {
            return (!isForMean && moving() > 1) || CompositePlan.super.takesIndependence(isForMean);
        }

        private long moving() {
            return parts.stream()
                    .filter(part -> !(part instanceof LeafPlan.Always))
                    .count();
        }

        /** A constant need not be convolved. */
        @Override
        public boolean isSlow(boolean isForMean) {
            return isAnySlow(parts, isForMean) || moving() > 1;
        }

        @Override
        public String text() {
            return parts.stream().map(Plan::text).collect(Collectors.joining(" + "));
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new InSequence(CompositePlan.moved(parts, places));
        }

        /** The sum exceeds the sum of the percentiles only if some part exceeds its own. */
        @Override
        public double bound(double share, double... in) {
            return parts.stream()
                    .mapToDouble(part -> part.bound(share / parts.size(), in))
                    .sum();
        }
    }

    /** Made of parts that are all the same. */
    sealed interface OfAlike extends CompositePlan {
        /** Each of them. */
        Plan each();

        @Override
        default List<Plan> parts() {
            return List.of(each());
        }
    }

    /** Parts that are all the same, one after another. */
    sealed interface AlikeInSequence extends OfAlike {
        @Override
        default boolean takesIndependence(boolean isForMean) {
            return (!isForMean && !(each() instanceof LeafPlan.Always)) || each().takesIndependence(isForMean);
        }

        @Override
        default boolean isSlow(boolean isForMean) {
            return each().isSlow(isForMean) || !(each() instanceof LeafPlan.Always);
        }
    }

    /** Parts that are all the same, until enough of them are done: the mean does not follow from that of each. */
    sealed interface UntilEnough extends OfAlike {
        @Override
        default boolean isSlow(boolean isForMean) {
            return isForMean || each().isSlow(false);
        }
    }

    /**
     * Several alike, one after another.
     *
     * @param n how many there are
     * @param each each of them
     * @serial exclude
     */
    record InARow(int n, Plan each) implements AlikeInSequence {
        @Override
        public LatencyLaw law(Workings workings, double... in) {
            return Sum.ofAlike(n, each.law(workings, in), workings);
        }

        @Override
        public double mean(double... in) {
            return n * each.mean(in);
        }

        @Override
        public double variance(double... in) {
            return n * each.variance(in);
        }

        @Override
        public boolean isSlow(boolean isForMean) {
            return each.isSlow(isForMean) || !(each instanceof LeafPlan.Always || each instanceof LeafPlan.Exponential);
        }

        @Override
        public String text() {
            return n + " × " + inBrackets(each);
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new InARow(n, each.moved(places));
        }

        @Override
        public double bound(double share, double... in) {
            return n * each.bound(share / n, in);
        }
    }

    /**
     * A mean number of equal parts, one after another: always its whole part, and sometimes one more.
     *
     * @param times the place of how often
     * @param each each of them
     * @serial exclude
     */
    record OnAverage(int times, Plan each) implements AlikeInSequence {
        private static final double MOST = 10_000;

        @Override
        public LatencyLaw law(Workings workings, double... in) {
            double whole = Math.floor(in[times]);
            LatencyLaw once = each.law(workings, in);
            LatencyLaw more = new TwoWayMixture(in[times] - whole, once, new Constant(0));
            List<LatencyLaw> some = whole == in[times] ? List.of() : List.of(more);
            Stream<LatencyLaw> all = whole == 0 ? Stream.of() : Stream.of(Sum.ofAlike((int) whole, once, workings));
            return Sum.of(Stream.concat(all, some.stream()).toList(), workings);
        }

        @Override
        public double mean(double... in) {
            return partOf(in[times], each, in);
        }

        @Override
        public double variance(double... in) {
            double whole = Math.floor(in[times]);
            double once = each.variance(in);
            return whole * once + TwoWayMixture.variance(in[times] - whole, each.mean(in), once, 0, 0);
        }

        @Override
        public boolean isValid(double... in) {
            return in[times] <= MOST;
        }

        @Override
        public String ownCondition() {
            return "at most 10,000 times";
        }

        @Override
        public Optional<Direction> ownDirection(int place) {
            return place == times ? Optional.of(Direction.RISING) : Optional.empty();
        }

        @Override
        public String text() {
            return Plan.place(times) + " " + inBrackets(each);
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new OnAverage(places.applyAsInt(times), each.moved(places));
        }

        @Override
        public double bound(double share, double... in) {
            double most = Math.ceil(in[times]);
            return most == 0 ? 0 : most * each.bound(share / most, in);
        }
    }

    /**
     * At the same time, until k are done.
     *
     * @param k how many must be done
     * @param parts what it is made of
     * @serial exclude
     */
    record AtOnce(int k, List<Plan> parts) implements CompositePlan {
        @Override
        public boolean takesIndependence(boolean isForMean) {
            return !isForMean || isWaiting();
        }

        @Override
        public LatencyLaw law(Workings workings, double... in) {
            return new KthFastest(
                    k,
                    laws(workings, parts, in).stream()
                            .map(law -> law.tabulated(workings))
                            .toList());
        }

        @Override
        public boolean isSlow(boolean isForMean) {
            return true;
        }

        /** All, some or one of them: 'slowest'. */
        String which() {
            return quorum(k, parts.size());
        }

        @Override
        public String text() {
            return which() + "(" + parts.stream().map(Plan::text).collect(Collectors.joining(", ")) + ")";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new AtOnce(k, CompositePlan.moved(parts, places));
        }

        /** The k parts with the lowest bounds are all done unless one of them exceeds its own. */
        @Override
        public double bound(double share, double... in) {
            return parts.stream()
                    .mapToDouble(part -> part.bound(share / k, in))
                    .sorted()
                    .skip(k - 1L)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Several alike at the same time, until k are done.
     *
     * @param k how many must be done
     * @param n how many there are
     * @param each each of them
     * @serial exclude
     */
    record AlikeAtOnce(int k, int n, Plan each) implements UntilEnough {
        @Override
        public boolean takesIndependence(boolean isForMean) {
            return !isForMean || isWaiting();
        }

        @Override
        public LatencyLaw law(Workings workings, double... in) {
            return new OrderStatistic(k, n, each.law(workings, in).tabulated(workings));
        }

        @Override
        public String text() {
            return quorum(k, n) + (k == 1 || k == n ? " of " + n : "") + " × " + inBrackets(each);
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new AlikeAtOnce(k, n, each.moved(places));
        }

        /** At least n − k + 1 of n must be slow, and Markov's inequality bounds how likely that is. */
        @Override
        public double bound(double share, double... in) {
            return each.bound(share * (n - k + 1) / n, in);
        }
    }

    /**
     * One way for a share of the requests, another for the rest.
     *
     * @param share the place of the share that goes the first way
     * @param first what goes the first way
     * @param other what goes the other way
     * @serial exclude
     */
    record OneOrOther(int share, Plan first, Plan other) implements CompositePlan {
        @Override
        public List<Plan> parts() {
            return List.of(first, other);
        }

        @Override
        public LatencyLaw law(Workings workings, double... in) {
            LatencyLaw law = new TwoWayMixture(in[share], first.law(workings, in), other.law(workings, in));
            return law.isInverted() ? Sum.of(List.of(law), workings) : law;
        }

        @Override
        public double mean(double... in) {
            return partOf(in[share], first, in) + partOf(1 - in[share], other, in);
        }

        @Override
        public double variance(double... in) {
            return TwoWayMixture.variance(
                    in[share], first.mean(in), first.variance(in), other.mean(in), other.variance(in));
        }

        @Override
        public boolean isSlow(boolean isForMean) {
            return isAnySlow(parts(), isForMean);
        }

        /** More requests take longer if the others take no time. */
        @Override
        public Optional<Direction> ownDirection(int place) {
            return place != share
                    ? Optional.empty()
                    : Optional.of(
                            other instanceof LeafPlan.NoTime
                                    ? Direction.RISING
                                    : first instanceof LeafPlan.NoTime ? Direction.FALLING : Direction.UNKNOWN);
        }

        @Override
        public String text() {
            return "(" + Plan.place(share) + ": " + first.text() + ", else " + other.text() + ")";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new OneOrOther(places.applyAsInt(share), first.moved(places), other.moved(places));
        }

        @Override
        public double bound(double tail, double... in) {
            return first instanceof LeafPlan && other instanceof LeafPlan
                    ? law(Workings.none(), in).exceededBy(tail)
                    : Math.max(first.bound(tail, in), other.bound(tail, in));
        }
    }

    /**
     * Given up after a timeout, and tried again.
     *
     * @param each each of them
     * @param tries how many at most
     * @param timeout the place of the timeout
     * @param backoff the place of the wait before the next try
     * @serial exclude
     */
    record Tried(Plan each, int tries, int timeout, int backoff) implements UntilEnough {
        @Override
        public boolean takesIndependence(boolean isForMean) {
            return (tries > 1 && (!isForMean || isWaiting())) || each.takesIndependence(isForMean);
        }

        @Override
        public LatencyLaw law(Workings workings, double... in) {
            return new RetriedLaw(
                    each.law(workings, in).tabulated(workings), tries, in[timeout], tries == 1 ? 0 : in[backoff]);
        }

        @Override
        public boolean isValid(double... in) {
            return in[timeout] > 0;
        }

        @Override
        public String ownCondition() {
            return "the timeout must be above zero";
        }

        /** What is given up later may have been about to end, or not. */
        @Override
        public Optional<Direction> ownDirection(int place) {
            boolean isBackoff = place == backoff && place != timeout;
            return place == timeout || isBackoff
                    ? Optional.of(isBackoff ? Direction.RISING : Direction.UNKNOWN)
                    : Optional.empty();
        }

        @Override
        public String text() {
            return tries == 1
                    ? "at most(" + each.text() + ", " + Plan.place(timeout) + ")"
                    : "up to " + tries + " × at most(" + each.text() + ", " + Plan.place(timeout) + ") with waits of "
                            + Plan.place(backoff);
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new Tried(each.moved(places), tries, places.applyAsInt(timeout), places.applyAsInt(backoff));
        }

        /** If the first try fails, the others may fail with it. */
        @Override
        public double bound(double share, double... in) {
            double once = each.bound(share, in);
            return once <= in[timeout] ? once : tries * in[timeout] + (tries > 1 ? (tries - 1) * in[backoff] : 0);
        }
    }

    private static String quorum(int k, int n) {
        return k == n ? "slowest" : k == 1 ? "fastest" : k + " of " + n;
    }

    private static String inBrackets(Plan plan) {
        return plan instanceof InSequence ? "(" + plan.text() + ")" : plan.text();
    }

    /** What a part adds to a mean; one that is never taken adds nothing, even if its own mean is infinite. */
    private static double partOf(double times, Plan part, double... in) {
        return times == 0 ? 0 : times * part.mean(in);
    }

    private static List<LatencyLaw> laws(Workings workings, List<Plan> parts, double... in) {
        List<LatencyLaw> laws = new ArrayList<>(parts.size());
        for (Plan part : parts) {
            laws.add(part.law(workings, in));
        }
        return laws;
    }

    private static List<Plan> moved(List<Plan> parts, IntUnaryOperator places) {
        return parts.stream().map(part -> part.moved(places)).toList();
    }

    private static boolean isAnySlow(List<Plan> parts, boolean isForMean) {
        return parts.stream().anyMatch(part -> part.isSlow(isForMean));
    }
}
