package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Simulation;
import java.util.Optional;

/** The vocabulary of questions to an estimate, made for static import. */
public final class Questions {
    private Questions() {}

    /**
     * Asks what an uncertain estimate depends on most.
     *
     * @param quantity an uncertain quantity
     * @param <Q> its type
     * @return its assumptions with their shares of the variance and the swing of the result
     * @throws IllegalArgumentException if the quantity is not uncertain
     */
    public static <Q extends Quantity<Q>> Drivers<Q> drivers(Q quantity) {
        return Drivers.of(quantity);
    }

    /**
     * Asks how likely a quantity keeps to a limit: {@code probabilityThat(servers).isAtMost(count(40))}.
     *
     * @param quantity a quantity, uncertain or not
     * @param <Q> its type
     * @return the beginning of a question
     */
    public static <Q extends Quantity<Q>> Likelihood<Q> probabilityThat(Q quantity) {
        return new Likelihood<>(requireNonNull(quantity, "quantity"), Simulation.of(quantity));
    }

    /**
     * Asks how likely a quantity keeps to a limit, from a simulation that has more draws than usual or that several
     * questions share.
     *
     * @param quantity one of the quantities that the simulation was made for
     * @param simulation the simulation
     * @param <Q> its type
     * @return the beginning of a question
     * @throws IllegalArgumentException if the simulation was not made for it
     */
    public static <Q extends Quantity<Q>> Likelihood<Q> probabilityThat(Q quantity, Simulation simulation) {
        return new Likelihood<>(quantity, simulation);
    }

    /**
     * Limits a quantity: {@code limit(servers).atMost(count(40))}.
     *
     * @param quantity what is limited
     * @param <Q> its type
     * @return a limit without its bound
     */
    public static <Q extends Quantity<Q>> Limit.Of<Q> limit(Q quantity) {
        return new Limit.Of<>(quantity);
    }

    /**
     * Asks for the largest value of an assumption for which limits still hold.
     *
     * @param assumption an assumption or a range
     * @param <Q> its type
     * @return the beginning of a search
     * @throws IllegalArgumentException if it is a plain number or a result
     */
    public static <Q extends Quantity<Q>> Search<Q> largest(Q assumption) {
        return new Search<>(assumption, true, Optional.empty());
    }

    /**
     * Asks for the smallest value of an assumption for which limits still hold.
     *
     * @param assumption an assumption or a range
     * @param <Q> its type
     * @return the beginning of a search
     * @throws IllegalArgumentException if it is a plain number or a result
     */
    public static <Q extends Quantity<Q>> Search<Q> smallest(Q assumption) {
        return new Search<>(assumption, false, Optional.empty());
    }

    /**
     * Asks how good a guess was, now that its value has been measured. More guesses are added with
     * {@link Calibration#and}.
     *
     * @param assumption a range
     * @param measured what turned out
     * @param <Q> its type
     * @return where the measured value lies in the range
     * @throws IllegalArgumentException if the assumption is no range
     */
    public static <Q extends Quantity<Q>> Calibration calibrate(Q assumption, Q measured) {
        return Calibration.of(assumption, measured);
    }
}
