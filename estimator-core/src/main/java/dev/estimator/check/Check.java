package dev.estimator.check;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Growth;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A check that still lacks its limit: {@code check(servers).atMost(count(40))}. Begun by {@link Checks#check}.
 *
 * <p>A plain quantity is compared as it is. One that is uncertain must keep to the limit with a confidence, 95 % unless
 * set. If the usual number of draws leaves that undecided, 1,048,576 draws are made; if it is still undecided, the
 * check fails and says so.
 *
 * <p>A failure is an {@link AssertionError} that says what was expected and found, by how much it is missed, how likely
 * it is kept, what would mend it, what it depends on most, and how it was reached. Bounds are plain numbers, included
 * in what is allowed.
 *
 * @param <Q> the type of quantity
 */
public final class Check<Q extends Quantity<Q>> {
    private static final Share USUAL_CONFIDENCE = Share.ofPercent(95);

    private final Q quantity;
    private final Share confidence;
    private final Optional<Growth> growth;
    private final Consumer<? super Checked<?>> listener;

    private Check(Q quantity, Share confidence, Optional<Growth> growth, Consumer<? super Checked<?>> listener) {
        this.quantity = quantity;
        this.confidence = confidence;
        this.growth = growth;
        this.listener = listener;
    }

    static <Q extends Quantity<Q>> Check<Q> of(Q quantity, Consumer<? super Checked<?>> listener) {
        requireNonNull(quantity, "quantity");
        requireNonNull(listener, "listener");
        return new Check<>(quantity, USUAL_CONFIDENCE, Optional.empty(), listener);
    }

    /**
     * Says how likely an uncertain quantity has to keep to the limit.
     *
     * @param newConfidence the probability, above 0 % and below 100 %
     * @return the changed check
     * @throws IllegalArgumentException if it is 0 % or 100 %
     */
    public Check<Q> withConfidence(Share newConfidence) {
        if (!(requireNonNull(newConfidence, "newConfidence").value() > 0 && newConfidence.value() < 1)) {
            throw new IllegalArgumentException("confidence must be above 0% and below 100% but was " + newConfidence
                    + (newConfidence.value() == 1 ? ": nothing uncertain is certain" : ""));
        }
        return new Check<>(quantity, newConfidence, growth, listener);
    }

    /**
     * Says how the quantity grows, so that the outcome also says how long an upper limit will hold: 'fits 9 y 3
     * months'. That does not change whether it holds now.
     *
     * @param newGrowth how it grows
     * @return the changed check
     * @throws IllegalArgumentException if the quantity is a share or an availability, which do not grow
     */
    public Check<Q> growing(Growth newGrowth) {
        if (!(quantity instanceof Amount<?>)) {
            throw new IllegalArgumentException(
                    "quantity must be an amount to grow but " + Wording.name(quantity) + " is a part of a whole");
        }
        return new Check<>(quantity, confidence, Optional.of(requireNonNull(newGrowth, "newGrowth")), listener);
    }

    /**
     * Checks that the quantity is at most this; an availability, at most as available.
     *
     * @param bound a plain number
     * @return the outcome
     * @throws AssertionError if the limit does not hold
     * @throws IllegalArgumentException if the bound is uncertain or in another currency
     */
    public Checked<Q> atMost(Q bound) {
        return within(Band.atMost(quantity, bound));
    }

    /**
     * Checks that the quantity is at least this; an availability, at least as available.
     *
     * @param bound a plain number
     * @return the outcome
     * @throws AssertionError if the limit does not hold
     * @throws IllegalArgumentException if the bound is uncertain or in another currency
     * @throws IllegalStateException if the check says how the quantity grows: only upper limits are outgrown
     */
    public Checked<Q> atLeast(Q bound) {
        if (growth.isPresent()) {
            throw new IllegalStateException("growing must be followed by an upper limit, atMost or between, but was by"
                    + " atLeast, which growth keeps to");
        }
        return within(Band.atLeast(quantity, bound));
    }

    /**
     * Checks that the quantity is neither below nor above two bounds.
     *
     * @param low a plain number
     * @param high a plain number, not below the other
     * @return the outcome
     * @throws AssertionError if the limit does not hold
     * @throws IllegalArgumentException if low is above high, or a bound is uncertain or in another currency
     */
    public Checked<Q> between(Q low, Q high) {
        return within(Band.between(quantity, requireNonNull(low, "low"), requireNonNull(high, "high")));
    }

    /**
     * Begins a check that the quantity is near another: {@code check(rate).within(percent(10)).of(qps(1200))}.
     *
     * @param tolerance how far it may be off, relative to the other; for availabilities, relative to their downtime
     * @return a check that still lacks the other quantity
     * @throws IllegalArgumentException if the tolerance is 0 %
     */
    public Within<Q> within(Share tolerance) {
        return new Within<>(this, requireNonNull(tolerance, "tolerance"));
    }

    /**
     * A check that still lacks the target that the quantity must be near to.
     *
     * @param <Q> the type of quantity
     */
    public static final class Within<Q extends Quantity<Q>> {
        private final Check<Q> check;
        private final Share tolerance;

        private Within(Check<Q> check, Share tolerance) {
            if (!(tolerance.value() > 0)) {
                throw new IllegalArgumentException(
                        "tolerance must be above 0% but was " + tolerance + ": for one exact value say between(x, x)");
            }
            this.check = check;
            this.tolerance = tolerance;
        }

        /**
         * Checks that the quantity is near this.
         *
         * @param target a plain number
         * @return the outcome
         * @throws AssertionError if it is not
         * @throws IllegalArgumentException if the target is uncertain or in another currency
         */
        public Checked<Q> of(Q target) {
            return check.within(Band.within(check.quantity, tolerance, requireNonNull(target, "target")));
        }

        /** Returns what is checked. */
        @Override
        public String toString() {
            return "check that " + Wording.name(check.quantity) + " is within " + tolerance
                    + " of ...: go on with of(target)";
        }
    }

    private Checked<Q> within(Band<Q> band) {
        var outcome = new Outcome<>(Evaluation.of(band, confidence), growth);
        Checked<Q> checked = outcome.checked();
        listener.accept(checked);
        if (!checked.isHeld()) {
            throw new AssertionError(checked.text());
        }
        return checked;
    }

    /** Returns what is checked. */
    @Override
    public String toString() {
        return "check that " + Wording.name(quantity)
                + " is ...: go on with atMost(limit), atLeast(limit), between(low, high) or within(share).of(target)";
    }
}
