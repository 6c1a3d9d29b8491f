package dev.estimator.reliability;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.numeric.GeometricSum;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A request that is tried again when it fails: how often it succeeds in the end, what load that adds, and how long it
 * takes.
 *
 * <p>The tries fail independently of each other. That is so for lost packets and unlucky servers; where what is called
 * is down, they fail together: then see {@link #amplification()} at 100 % failures.
 *
 * @see "B. Beyer, C. Jones, J. Petoff and N. R. Murphy, Site Reliability Engineering, O'Reilly 2016, chapters 21 and
 *     22"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class Retries implements WithRetries {
    Retries() {}

    /**
     * Returns how often a request is sent at most, the first time included: 3 tries are 2 retries.
     *
     * @return the tries, at least 1
     */
    public abstract int tries();

    /**
     * Returns how many of the tries fail.
     *
     * @return the share of tries that fail
     */
    public abstract Share failures();

    /**
     * Returns after how long a try counts as failed.
     *
     * @return the timeout of one try, if it is known
     */
    public abstract Optional<TimeSpan> timeout();

    /**
     * Returns how long to wait before the first retry; not at all unless set.
     *
     * @return the first backoff, on average if it is random
     */
    @Value.Default
    public TimeSpan backoff() {
        return Quantities.assumeDefault("backoff", Quantities.seconds(0), "not set");
    }

    /**
     * Returns by how much each further wait is longer than the one before; twice unless set.
     *
     * @return the factor; 1 for equal waits
     */
    @Value.Default
    public Ratio backoffFactor() {
        return Quantities.assumeDefault("backoff factor", Quantities.ratio(2), "doubled each time");
    }

    @Value.Check
    void check() {
        Refusal.unless(tries() >= 1, "tries", "at least 1", tries());
        timeoutNamed();
        factorNamed();
    }

    /**
     * Returns how many requests succeed at last: {@code 1 − pⁿ}.
     *
     * @return the share that succeeds, as an availability, so that it keeps its nines
     */
    public Availability success() {
        return Availability.computed("1 − {0}^" + tries(), new AllFail(tries()), failing())
                .named("success");
    }

    /**
     * Returns how many tries a request takes: {@code (1 − pⁿ) ÷ (1 − p)}, and {@code n} if all fail.
     *
     * @return by how much the load is larger than without retries
     */
    public Ratio amplification() {
        return Ratio.computed("(1 − {0}^" + tries() + ") ÷ (1 − {0})", new Tries(tries()), failing())
                .named("amplification");
    }

    /**
     * Returns how long it takes to give up: all tries run into their timeout, with the waits between them.
     *
     * @return {@code n × timeout + backoff × (1 + f + … + fⁿ⁻²)}
     * @throws IllegalStateException if there is no timeout
     * @throws ArithmeticException if the waits grow beyond all numbers
     */
    public TimeSpan timeToGiveUp() {
        return time("time to give up", Quantities.percent(100));
    }

    /**
     * Returns how much longer a request takes by tries that fail, on average: each takes its timeout and the wait after
     * it.
     *
     * @return {@code timeout × (p + p² + … + pⁿ) + backoff × (p + f p² + … + fⁿ⁻² pⁿ⁻¹)}
     * @throws IllegalStateException if there is no timeout
     * @throws ArithmeticException if the waits grow beyond all numbers
     */
    public TimeSpan meanTimeLost() {
        return time("mean time lost", failing());
    }

    /**
     * Returns what retries gain and cost, as in '3 tries at 10% failures: success 99.9% (3 nines), ×1.11 the load, ×3
     * if all fail'.
     */
    @Override
    public String toString() {
        String time = timeout().isPresent() ? givesUp() : "";
        return tries() + (tries() == 1 ? " try at " : " tries at ") + failures() + " failures: success " + success()
                + ", " + amplification() + " the load, ×" + tries() + " if all fail" + time;
    }

    /**
     * Begins the retries of a request.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the numbers of retries. */
    public static final class Builder extends ImmutableRetries.Builder {
        Builder() {}

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("retries");
        }
    }

    private String givesUp() {
        try {
            return ", gives up after " + timeToGiveUp();
        } catch (ArithmeticException e) {
            return ", never gives up";
        }
    }

    private Share failing() {
        return failures().orNamed("failures");
    }

    private TimeSpan time(String name, Share failing) {
        TimeSpan limit = timeoutNamed()
                .orElseThrow(() -> new IllegalStateException("timeout is not set: it is needed for the " + name));
        Quantity<?>[] inputs = {failing, limit, backoff().orNamed("backoff"), factorNamed()};
        return TimeSpan.computed("time of " + tries() + (tries() == 1 ? " try" : " tries"), new Time(tries()), inputs)
                .named(name);
    }

    private Optional<TimeSpan> timeoutNamed() {
        return timeout().map(time -> Refusal.aboveZero(time.orNamed("timeout"), "timeout"));
    }

    private Ratio factorNamed() {
        return Refusal.aboveZero(backoffFactor().orNamed("backoff factor"), "backoffFactor");
    }

    /**
     * The share of requests of which all tries fail.
     *
     * @param tries how many
     */
    record AllFail(double tries) implements Formula {
        @Override
        public double apply(double... inputs) {
            return Math.pow(inputs[0], tries);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /**
     * How often a request is sent, on average: the geometric sum.
     *
     * @param tries how often at most
     */
    record Tries(double tries) implements Formula {
        @Override
        public double apply(double... inputs) {
            return GeometricSum.of(inputs[0], tries);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /**
     * The time of the tries that fail and of the waits between them.
     *
     * @param tries how many there are at most
     */
    private record Time(int tries) implements Formula {
        @Override
        public double apply(double... inputs) {
            double failing = inputs[0];
            double waits = GeometricSum.of(failing * inputs[3], tries - 1);
            double waiting = inputs[2] == 0 || failing == 0 ? 0 : inputs[2] * failing * waits;
            double time = inputs[1] * failing * GeometricSum.of(failing, tries) + waiting;
            return Double.isFinite(time) ? time : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }

        @Override
        public String condition() {
            return "the waits must not grow beyond all numbers, with fewer tries or a smaller backoff factor";
        }
    }
}
