package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.count;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.numeric.GeometricSum;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A request that is tried again when it fails, by its caller or by several layers that call each other: how often it
 * succeeds in the end, what load that adds to the last service, and how long it takes.
 *
 * <p>A layer fails if all its tries have failed; the layer above may then try again. The tries of the last layer fail
 * independently of each other. That holds for lost packets and unlucky servers; if the last service is down, they fail
 * together: see {@link #worstCase()}.
 *
 * @see "B. Beyer, C. Jones, J. Petoff and N. R. Murphy, Site Reliability Engineering, O'Reilly 2016, chapters 21 and
 *     22"
 */
@Value.Immutable
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class Retries implements WithRetries, Serializable {
    private static final long serialVersionUID = 1L;

    Retries() {}

    /**
     * Returns the layers that retry, from the user down to the one that calls the last service; a single one, 'caller',
     * if only the number of tries was given.
     *
     * @return the layers, at least one, each with a name of its own
     */
    public abstract List<Layer> layers();

    /**
     * Returns which share of the tries at the last service fails.
     *
     * @return the share of tries that fail
     */
    public abstract Share failures();

    /**
     * Returns the time after which a try at the last service counts as failed.
     *
     * @return the timeout of one try, if it is known
     */
    public abstract Optional<TimeSpan> timeout();

    /**
     * Returns how long each layer waits before its first retry; not at all unless set.
     *
     * @return the first backoff, on average if it is random
     */
    @Value.Default
    public TimeSpan backoff() {
        return Quantities.assumeDefault("backoff", Quantities.seconds(0), "not set");
    }

    /**
     * Returns the factor from each wait to the next; 2 unless set.
     *
     * @return the factor; 1 for equal waits
     */
    @Value.Default
    public Ratio backoffFactor() {
        return Quantities.assumeDefault("backoff factor", Quantities.ratio(2), "doubled each time");
    }

    /**
     * A layer that sends a request again when it fails.
     *
     * @param name its name
     * @param tries how often it sends a request at most, the first time included, at least 1
     */
    public record Layer(String name, int tries) implements Serializable {
        /**
         * Checks the name and the tries.
         *
         * @param name its name
         * @param tries how often it sends a request at most, at least 1
         * @throws IllegalArgumentException if the name is blank or there are no tries
         */
        public Layer {
            Refusal.unreadable(name, "name");
            Refusal.unless(tries >= 1, "tries", "at least 1", tries);
        }

        /** Returns the layer, as in 'gateway (3 tries)'. */
        @Override
        public String toString() {
            return name + " (" + tries + (tries == 1 ? " try)" : " tries)");
        }
    }

    @Value.Check
    void check() {
        if (layers().isEmpty()) {
            throw new IllegalStateException(
                    "no tries are set: say tries(number), or layer(name, tries) for each layer");
        }
        Refusal.unless(Set.copyOf(names()).size() == layers().size(), "layers", "of different names", names());
        Refusal.unless(
                Double.isFinite(triesFrom(0)),
                "layers",
                "few enough that the product of their tries is a number",
                "above 1.8e308");
        timeoutNamed();
        factorNamed();
    }

    /**
     * Returns the retries of a single layer instead.
     *
     * @param tries how often a request is sent at most, the first time included, at least 1
     * @return the changed retries
     * @throws IllegalArgumentException if there are no tries
     */
    public Retries withTries(int tries) {
        return withLayers(new Layer("caller", tries));
    }

    /**
     * Returns how many requests succeed in the end: {@code 1 − pᴺ}, with {@code N} the product of the tries of all
     * layers.
     *
     * @return the share that succeeds, as an availability, so that it keeps its nines
     */
    public Availability success() {
        double tries = triesFrom(0);
        return Availability.computed("1 − {0}^" + count(tries), new AllTriesFail(tries), failing())
                .named("success");
    }

    /**
     * Returns how many requests arrive at the last service for each one of a user: {@code (1 − pᴺ) ÷ (1 − p)}, and
     * {@code N} if all fail.
     *
     * @return the factor by which retries increase the load
     */
    public Ratio amplification() {
        return amplified(triesFrom(0), failing()).named("amplification");
    }

    /**
     * Returns how many requests a layer sends for each one that it gets: {@code (1 − qⁿ) ÷ (1 − q)}, where {@code q} is
     * the share of requests that still fail after the tries of the layers below.
     *
     * @param layer the name of the layer
     * @return the factor by which it increases the load; the product over all layers is the {@link #amplification()}
     * @throws IllegalArgumentException if there is no such layer
     */
    public Ratio amplificationOf(String layer) {
        Refusal.unless(
                names().contains(requireNonNull(layer, "layer")), "layer", "one of " + names(), "'" + layer + "'");
        int place = names().indexOf(layer);
        double below = triesFrom(place + 1);
        Share failing = Share.computed("{0}^" + count(below), new AllTriesFail(below), failing())
                .named("failures below " + layer);
        return amplified(layers().get(place).tries(), failing).named("amplification of " + layer);
    }

    /**
     * Returns how many requests arrive at the last service for each one of a user when all of them fail: the product of
     * the tries.
     *
     * @return the requests for each one of a user
     */
    public Count worstCase() {
        return count(triesFrom(0)).named("requests if all fail");
    }

    /**
     * Returns how long it takes to give up: all tries run into their timeout, with the waits between those of each
     * layer.
     *
     * @return {@code n × timeout + backoff × (1 + f + … + fⁿ⁻²)} for the last layer; each layer above has the time of
     *     the layer below in place of the timeout
     * @throws IllegalStateException if there is no timeout
     * @throws ArithmeticException if the waits grow beyond all numbers
     */
    public TimeSpan timeToGiveUp() {
        return time("time to give up", Quantities.percent(100));
    }

    /**
     * Returns how much time a request loses to failed tries, on average: each takes its timeout and the wait after it.
     *
     * @return {@code timeout × (p + p² + … + pⁿ) + backoff × (p + f p² + … + fⁿ⁻² pⁿ⁻¹)} for a single layer
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
        return triesText() + " at " + failures() + " failures: success " + success() + ", " + amplification()
                + " the load, ×" + worstCase() + " if all fail" + time;
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

        /**
         * Says that a single layer tries again.
         *
         * @param tries how often a request is sent at most, the first time included, at least 1: 3 tries are 2 retries
         * @return this builder
         * @throws IllegalArgumentException if there are no tries
         */
        public Builder tries(int tries) {
            return layers(List.of(new Layer("caller", tries)));
        }

        /**
         * Adds a layer below the others.
         *
         * @param name its name
         * @param tries how often it sends a request at most, the first time included, at least 1
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or there are no tries
         */
        public Builder layer(String name, int tries) {
            return addLayers(new Layer(name, tries));
        }

        /** Returns what is being built, and that {@code build()} is still to be called. */
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
        List<Integer> tries = layers().stream().map(Layer::tries).toList();
        return TimeSpan.computed("time of " + triesText(), new Time(tries), inputs)
                .named(name);
    }

    private List<String> names() {
        return layers().stream().map(Layer::name).toList();
    }

    private String triesText() {
        String tries =
                layers().stream().map(layer -> String.valueOf(layer.tries())).collect(Collectors.joining(" × "));
        return tries + (tries.equals("1") ? " try" : " tries");
    }

    /** How many requests arrive at the last service for each one that a layer gets, if all fail. */
    private double triesFrom(int layer) {
        return layers().stream().skip(layer).mapToDouble(Layer::tries).reduce(1, (all, tries) -> all * tries);
    }

    private static Ratio amplified(double tries, Share failing) {
        return Ratio.computed("(1 − {0}^" + count(tries) + ") ÷ (1 − {0})", new MeanTries(tries), failing);
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
    private record AllTriesFail(double tries) implements Formula {
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
    private record MeanTries(double tries) implements Formula {
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
     * The time of the tries that fail and of the waits between them, from the last layer up.
     *
     * @param tries how many there are at most, in each layer
     */
    private record Time(List<Integer> tries) implements Formula {
        @Override
        public double apply(double... inputs) {
            double failing = inputs[0];
            double time = inputs[1] * failing;
            for (int i = tries.size() - 1; i >= 0; i--) {
                double waits = GeometricSum.of(failing * inputs[3], tries.get(i) - 1);
                double waiting = inputs[2] == 0 || failing == 0 ? 0 : inputs[2] * failing * waits;
                time = time * GeometricSum.of(failing, tries.get(i)) + waiting;
                failing = Math.pow(failing, tries.get(i));
            }
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
