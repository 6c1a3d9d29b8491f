package dev.estimator.reliability;

import dev.estimator.internal.input.ModelName;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.style.ModelStyle;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Model;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A store in several copies; given numbers of them must answer a read and a write.
 *
 * <p>If {@code R + W > N}, every read shares a copy with the last write and sees it, but fewer copies may fail. Copies
 * fail independently of each other.
 *
 * @see "G. DeCandia et al., Dynamo: Amazon's Highly Available Key-value Store, SOSP 2007, section 4.5"
 */
@ModelStyle
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class Quorum implements WithQuorum, Model, Serializable {
    private static final long serialVersionUID = 1L;

    Quorum() {}

    /**
     * Returns what goes before the names of the parts of this model, as in 'carts: read availability'; nothing unless
     * set.
     *
     * @return the name of the model
     */
    public abstract Optional<String> name();

    /**
     * Returns how many copies there are, N.
     *
     * @return the copies, at least 1
     */
    public abstract int copies();

    /**
     * Returns how many copies must answer a read, R.
     *
     * @return from 1 to all copies
     */
    public abstract int readsFrom();

    /**
     * Returns how many copies must answer a write, W.
     *
     * @return from 1 to all copies
     */
    public abstract int writesTo();

    /**
     * Returns how much of the time a copy is up.
     *
     * @return the availability of each copy
     */
    public abstract Availability availabilityOfCopy();

    @Value.Check
    void check() {
        if (copies() < 1) {
            throw new IllegalArgumentException("copies must be at least 1 but was " + copies());
        }
        requireAmongCopies(readsFrom(), "readsFrom");
        requireAmongCopies(writesTo(), "writesTo");
    }

    private void requireAmongCopies(int number, String argument) {
        if (number < 1 || number > copies()) {
            throw new IllegalArgumentException(
                    argument + " must be between 1 and copies, which is " + copies() + ", but was " + number);
        }
    }

    /**
     * Returns whether every read sees the last write that succeeded.
     *
     * @return whether {@code R + W > N}
     */
    public boolean isStronglyConsistent() {
        return readsFrom() > copies() - writesTo(); // R + W could overflow an int
    }

    /**
     * Returns how likely enough copies are up for a read.
     *
     * @return the probability that at least R of N copies are up
     */
    public Availability readAvailability() {
        return ofAtLeast(readsFrom()).named(part("read availability"));
    }

    /**
     * Returns how likely enough copies are up for a write.
     *
     * @return the probability that at least W of N copies are up
     */
    public Availability writeAvailability() {
        return ofAtLeast(writesTo()).named(part("write availability"));
    }

    private Availability ofAtLeast(int needed) {
        return availabilityOfCopy().orNamed(part("availability of a copy")).atLeast(needed, copies());
    }

    @Override
    public List<Answers> answers() {
        String topic = "Consistency or availability";
        return List.of(
                Answers.words(topic, part(consistency())),
                Answers.of(topic, List.of(this::readAvailability, this::writeAvailability)));
    }

    private String part(String part) {
        return new ModelName(name()).of(part);
    }

    private String consistency() {
        String sum = "R + W = " + (readsFrom() + writesTo());
        return "N = " + copies() + " copies, R = " + readsFrom() + " answer a read, W = " + writesTo() + " a write: "
                + (isStronglyConsistent()
                        ? sum + " > N, so every read sees the last write (strong consistency)"
                        : sum + " ≤ N, so a read may miss the last write (eventual consistency)");
    }

    /**
     * Returns the consistency and the availabilities, as in 'N = 3, R = 2, W = 2: strongly consistent, reads 99.9997%
     * (5.5 nines), ...'.
     */
    @Override
    public String toString() {
        return part("N = " + copies() + ", R = " + readsFrom() + ", W = " + writesTo() + ": "
                + (isStronglyConsistent() ? "strongly" : "eventually") + " consistent, reads " + readAvailability()
                + ", writes " + writeAvailability());
    }

    /**
     * Begins a quorum.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the numbers of a quorum. */
    public static final class Builder extends ImmutableQuorum.Builder {
        Builder() {}

        /** Returns what is being built, and that {@code build()} is still to be called. */
        @Override
        public String toString() {
            return Unbuilt.of("quorum");
        }
    }
}
