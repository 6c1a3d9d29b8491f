package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.count;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Layers that call each other and each try again when the one below fails: how many requests arrive at the last.
 *
 * <p>The tries of the last layer fail independently of each other; a layer fails if all its tries have failed.
 *
 * @see "B. Beyer, C. Jones, J. Petoff and N. R. Murphy, Site Reliability Engineering, O'Reilly 2016, chapter 22,
 *     Retries"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class RetryLayers implements WithRetryLayers {
    RetryLayers() {}

    /**
     * Returns how many of the requests at the last service fail.
     *
     * @return the share of requests that fail
     */
    public abstract Share failures();

    /**
     * Returns the layers that retry, from the user down to the one that calls the last service.
     *
     * @return the layers, at least one, each with a name of its own
     */
    public abstract List<Layer> layers();

    /**
     * A layer that sends a request again when it fails.
     *
     * @param name its name
     * @param tries how often it sends a request at most, the first time included, at least 1
     */
    public record Layer(String name, int tries) {
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
            throw new IllegalStateException("no layer is set: add at least one with layer(name, tries)");
        }
        List<String> names = layers().stream().map(Layer::name).toList();
        Refusal.unless(Set.copyOf(names).size() == names.size(), "layers", "of different names", names);
        Refusal.unless(
                Double.isFinite(tries(0, layers().size())),
                "layers",
                "few enough that the product of their tries is a number",
                "above 1.8e308");
    }

    /**
     * Returns how many requests arrive at the last service for each one of a user: the product over the layers, which
     * is {@code (1 − pᴺ) ÷ (1 − p)} with {@code N} the product of the tries.
     *
     * @return by how much the load is larger than without retries
     */
    public Ratio amplification() {
        double tries = tries(0, layers().size());
        return Ratio.computed("(1 − {0}^" + text(tries) + ") ÷ (1 − {0})", new Retries.Tries(tries), failing())
                .named("amplification");
    }

    /**
     * Returns how many requests a layer sends for each one that it gets: {@code (1 − qⁿ) ÷ (1 − q)}, where {@code q} is
     * what is left of the failures after the tries of the layers below.
     *
     * @param layer the name of the layer
     * @return by how much it makes the load larger; the product of those of all layers is the {@link #amplification()}
     * @throws IllegalArgumentException if there is no such layer
     */
    public Ratio amplificationOf(String layer) {
        int place = place(layer);
        Share below = Share.computed(
                        "{0}^" + text(tries(place + 1, layers().size())),
                        new Retries.AllFail(tries(place + 1, layers().size())),
                        failing())
                .named("failures below " + layer);
        int tries = layers().get(place).tries();
        return Ratio.computed("(1 − {0}^" + tries + ") ÷ (1 − {0})", new Retries.Tries(tries), below)
                .named("amplification of " + layer);
    }

    /**
     * Returns how many requests arrive at the last service for each one of a user when all of them fail: the product of
     * the tries.
     *
     * @return the requests for each one of a user
     */
    public Count worstCase() {
        return count(tries(0, layers().size())).named("requests if all fail");
    }

    /**
     * Returns how many requests of users succeed: {@code 1 − pᴺ}.
     *
     * @return the share that succeeds, as an availability, so that it keeps its nines
     */
    public Availability success() {
        double tries = tries(0, layers().size());
        return Availability.computed("1 − {0}^" + text(tries), new Retries.AllFail(tries), failing())
                .named("success");
    }

    /**
     * Returns what they do to the last service, as in '4 × 4 × 4 tries at 10% failures: ×1.1 the load, ×64 if all
     * fail'.
     */
    @Override
    public String toString() {
        return layers().stream().map(layer -> String.valueOf(layer.tries())).collect(Collectors.joining(" × "))
                + " tries at " + failures() + " failures: " + amplification() + " the load, ×"
                + worstCase() + " if all fail";
    }

    /**
     * Begins layers that retry.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the layers. */
    public static final class Builder extends ImmutableRetryLayers.Builder {
        Builder() {}

        /**
         * Adds a layer below those that are there.
         *
         * @param name its name
         * @param tries how often it sends a request at most, the first time included, at least 1
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or there are no tries
         */
        public Builder layer(String name, int tries) {
            return addLayers(new Layer(name, tries));
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("layers of retries");
        }
    }

    private Share failing() {
        return failures().orNamed("failures");
    }

    private double tries(int from, int to) {
        return layers().subList(from, to).stream()
                .mapToDouble(Layer::tries)
                .reduce(1, (product, tries) -> product * tries);
    }

    private static String text(double tries) {
        return count(tries).toString();
    }

    private int place(String layer) {
        List<String> names = layers().stream().map(Layer::name).toList();
        Refusal.unless(names.contains(requireNonNull(layer, "layer")), "layer", "one of " + names, "'" + layer + "'");
        return names.indexOf(layer);
    }
}
