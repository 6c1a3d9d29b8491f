package dev.estimator.latency;

import dev.estimator.internal.graph.FasterForDraws;
import dev.estimator.internal.graph.KnowsBeyond;
import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.Optional;

/**
 * A question about a latency, as a step of a calculation.
 *
 * @param question what to ask the latency
 * @param composition the latency, whose parameters come first among the inputs
 * @param share how likely a percentile is exceeded; 0 where no percentile is asked for
 */
record LatencyFormula(Question question, Composition composition, double share)
        implements Formula, KnowsBeyond, FasterForDraws<LatencyFormula> {
    private static final String INDEPENDENT = "times of different parts are taken as independent;"
            + " if the same requests are slow in several, high percentiles are higher";

    private static final String AT_ONCE = "mean latency of calls made at once, and of tries,"
            + " is too high, by some 6% for two calls and by some 16% for eight, where one burst of requests fills"
            + " the queues of all of them: they are taken to wait independently of each other";

    /** A share that is not so rare that its time is hard to find. */
    private static final double USUAL = 0.5;

    /** The kinds of answers. */
    enum Question {
        MEAN,
        /** The variance ÷ the square of the mean. */
        VARIABILITY,
        PERCENTILE,
        /** The upper bound of a percentile, however the parts depend on each other. */
        BOUND,
        /** The probability of exceeding a time, which is the last input. */
        SLOWER,
        /** The probability of not exceeding a time, which is the last input. */
        WITHIN
    }

    static TimeSpan percentile(Latency latency, double percent) {
        String role = Percentile.name(percent);
        double share = Percentile.above(percent).doubleValue();
        return time(latency, Question.PERCENTILE, share, role + " of " + bracketed(latency) + onGrid(latency, share))
                .named(ofThis(latency, role + " latency"));
    }

    static TimeSpan bound(Latency latency, double percent) {
        String role = Percentile.name(percent);
        double share = Percentile.above(percent).doubleValue();
        return time(latency, Question.BOUND, share, "union bound of the " + role + " of " + bracketed(latency))
                .named(ofThis(latency, role + " latency at most"));
    }

    static TimeSpan mean(Latency latency) {
        return ofNamed(latency, time(latency, Question.MEAN, 0, "mean of " + bracketed(latency)), "mean latency");
    }

    static Ratio variability(Latency latency) {
        if (latency.plan() instanceof LeafPlan.Exponential) { // whatever its mean is
            return ofNamed(latency, Ratio.of(1), "variability");
        }
        var formula = new LatencyFormula(Question.VARIABILITY, latency.composition, 0);
        String notation = "variance of " + bracketed(latency) + ", in squared means";
        Ratio variability = latency.parameters.size() == 0
                ? Ratio.of(formula.known(notation))
                : Ratio.computed(notation, formula, inputs(latency, Question.VARIABILITY));
        return ofNamed(latency, variability, "variability");
    }

    static Share within(Latency latency, TimeSpan time) {
        return share(latency, Question.WITHIN, time, " within ");
    }

    static Share slower(Latency latency, TimeSpan time) {
        return share(latency, Question.SLOWER, time, " slower than ");
    }

    private static TimeSpan time(Latency latency, Question question, double share, String notation) {
        var formula = new LatencyFormula(question, latency.composition, share);
        return latency.parameters.size() == 0
                ? TimeSpan.of(formula.known(notation), Units.SECONDS)
                : TimeSpan.computed(notation, formula, inputs(latency, question));
    }

    /** Whoever asks for the mean of a latency without a name, as of a service time, says whose its inputs are. */
    private static Quantity<?>[] inputs(Latency latency, Question question) {
        boolean isOfOther = latency.name() == null && (question == Question.MEAN || question == Question.VARIABILITY);
        return isOfOther ? latency.parameters.inputsOfOther() : latency.parameters.inputs();
    }

    private static <Q extends Quantity<Q>> Q ofNamed(Latency latency, Q answer, String role) {
        return latency.name() == null ? answer : answer.named(ofThis(latency, role));
    }

    /** Checks the answer if there are no parameters, since then no step of a derivation does. */
    private double known(String notation) {
        double value = apply();
        if (Double.isNaN(value)) {
            throw new ArithmeticException(notation + " has no answer: " + condition());
        }
        if (Double.isInfinite(value)) {
            throw new ArithmeticException(notation + " is too large for any time");
        }
        return value;
    }

    /** A sum that is not exact says so. */
    private static String onGrid(Latency latency, double share) {
        boolean isOnGrid = latency.composition.isOnGrid(share, latency.parameters.bestGuesses());
        return isOnGrid ? ", approximation on a grid" : "";
    }

    private static Share share(Latency latency, Question question, TimeSpan time, String relation) {
        var formula = new LatencyFormula(question, latency.composition, 0);
        String notation = "share of " + bracketed(latency) + relation + Plan.place(latency.parameters.size())
                + onGrid(latency, USUAL);
        return Share.computed(notation, formula, latency.parameters.inputs(Refusal.named(time, "time")));
    }

    private static String ofThis(Latency latency, String role) {
        return latency.name() == null ? role : role + " of " + latency.name();
    }

    private static String bracketed(Latency latency) {
        String text = latency.plan().text();
        return latency.plan() instanceof CompositePlan.InSequence ? "(" + text + ")" : text;
    }

    @Override
    public double apply(double... inputs) {
        double time = inputs.length == 0 ? 0 : inputs[inputs.length - 1];
        if (question == Question.MEAN) {
            return composition.mean(inputs);
        }
        if (question == Question.VARIABILITY) {
            return composition.variability(inputs);
        }
        if (question == Question.PERCENTILE) {
            return composition.exceededBy(share, inputs);
        }
        if (question == Question.BOUND) {
            return composition.bound(share, inputs);
        }
        double slower = composition.slower(time, inputs);
        return question == Question.SLOWER ? slower : 1 - slower;
    }

    @Override
    public LatencyFormula forDraws() {
        boolean needsNoGrid =
                question == Question.MEAN || question == Question.VARIABILITY || question == Question.BOUND;
        return needsNoGrid ? this : new LatencyFormula(question, composition.forDraws(), share);
    }

    /** That of the times themselves: what is read off a grid follows it within the error of the grid. */
    @Override
    public Direction direction(int input) {
        Optional<Direction> ofTimes =
                composition.plan().direction(input).map(direction -> Direction.valueOf(direction.name()));
        if (question == Question.VARIABILITY) {
            return Direction.UNKNOWN;
        }
        if (question == Question.SLOWER || question == Question.WITHIN) {
            Direction ofSlower = ofTimes.orElse(Direction.FALLING); // with the time that it is compared with
            return question == Question.SLOWER ? ofSlower : opposite(ofSlower);
        }
        return ofTimes.orElse(Direction.RISING);
    }

    private static Direction opposite(Direction direction) {
        if (direction == Direction.UNKNOWN) {
            return direction;
        }
        return direction == Direction.RISING ? Direction.FALLING : Direction.RISING;
    }

    @Override
    public String condition() {
        if (question == Question.VARIABILITY) {
            return "the mean must be known and above zero";
        }
        return question == Question.MEAN || question == Question.BOUND
                ? composition.plan().condition()
                : composition.condition();
    }

    @Override
    public String approximation() {
        boolean isForMean = question == Question.MEAN; // variances add only if independent, as percentiles do
        if (question == Question.BOUND || !composition.plan().takesIndependence(isForMean)) {
            return "";
        }
        return isForMean ? AT_ONCE : INDEPENDENT;
    }

    /** What goes through percentiles has no formula of its variance. */
    private boolean isThroughPercentiles() {
        return composition.plan().leaves().anyMatch(LeafPlan.ByPercentiles.class::isInstance);
    }

    @Override
    public boolean isSlow() {
        if (question == Question.BOUND) {
            return false;
        }
        return question == Question.VARIABILITY
                ? composition.plan().isSlow(true) || isThroughPercentiles()
                : composition.plan().isSlow(question == Question.MEAN);
    }
}
