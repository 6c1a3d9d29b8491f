package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.count;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Share;
import java.io.Serializable;

/**
 * The availabilities that the critical dependencies of a service need for it to meet its objective: dependencies
 * without which it does not work, each counted once.
 *
 * <p>The service and its dependencies fail independently of each other, so the product of their availabilities is the
 * objective.
 *
 * @param objective what the service promises, below 100 %
 * @param own how much of the time it is up whatever it depends on, above the objective
 * @param dependencies how many it has, each critical and counted once, at least 1
 * @see "B. Treynor, M. Dahlin, V. Rau and B. Beyer, The Calculus of Service Availability, ACM Queue 15 (2), 2017"
 */
public record DependencyTargets(Availability objective, Availability own, int dependencies) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param objective what the service promises, below 100 %
     * @param own how much of the time it is up whatever it depends on, above the objective
     * @param dependencies how many it has, each critical and counted once, at least 1
     */
    public DependencyTargets {
        Availability promised = Refusal.named(objective, "objective");
        Availability itself = Refusal.named(own, "own");
        own = Refusal.kept(itself, "own", Side.ABOVE, promised);
        objective = Refusal.kept(promised, "objective", Side.BELOW, itself);
        Refusal.unless(dependencies >= 1, "dependencies", "at least 1", dependencies);
    }

    /**
     * Obtains the targets of dependencies.
     *
     * @param objective what the service promises
     * @param own how much of the time it is up itself, above the objective
     * @param dependencies how many critical dependencies it has, each counted once
     * @return the targets
     * @throws IllegalArgumentException if nothing is left for dependencies, or there are none
     */
    public static DependencyTargets of(Availability objective, Availability own, int dependencies) {
        return new DependencyTargets(objective, own, dependencies);
    }

    /**
     * Returns the availability that all dependencies together need: {@code objective ÷ own}.
     *
     * @return the availability of all dependencies in a row
     */
    public Availability together() {
        return Availability.computed("{0} ÷ {1}", new TargetOfPart(), objective, own, Share.of(1))
                .named("dependencies together");
    }

    /**
     * Returns the availability that each dependency needs if it is the same for all: {@code (objective ÷ own)^(1/n)}.
     *
     * @return the least availability of each
     */
    public Availability each() {
        return Availability.computed(
                        "({0} ÷ {1})^(1/" + dependencies() + ")",
                        new TargetOfPart(),
                        objective,
                        own,
                        Share.of(1.0 / dependencies()))
                .named("each dependency");
    }

    /**
     * Returns the availability that a dependency needs if it may use a given part of the downtime left for all:
     * {@code (objective ÷ own)^part}. If the parts add up to 100 %, the objective is met exactly.
     *
     * @param part the part of the time down left for dependencies
     * @return the least availability of the dependency
     */
    public Availability ofPart(Share part) {
        return Availability.computed("({0} ÷ {1})^{2}", new TargetOfPart(), objective, own, Refusal.named(part, "part"))
                .named("dependency");
    }

    /**
     * Returns the availability of each dependency by the rule of the extra nine: one nine more than the objective,
     * {@code 1 − (1 − objective) ÷ 10}. It is a rule of thumb: each dependency may use a tenth of the downtime, so it
     * is good for fewer than ten of them, depending on {@link #own()}.
     *
     * @return the availability of one nine more
     */
    public Availability extraNine() {
        Share tenth = objective.unavailability().div(count(10)).named("a tenth of the time down");
        return Availability.ofUnavailability(tenth).named("rule of the extra nine");
    }

    /**
     * Returns the objective and the targets, as in '99.99% (4 nines) with 4 dependencies: each needs 99.9988% (4.9
     * nines), ...'.
     */
    @Override
    public String toString() {
        return objective() + " with " + dependencies() + (dependencies() == 1 ? " dependency" : " dependencies")
                + ": each needs " + each() + ", " + extraNine() + " by the rule of the extra nine";
    }

    /**
     * {@code 1 − ((1 − o) ÷ (1 − w))^part}, from {@code (1 − o) ÷ (1 − w) = 1 − (o − w) ÷ (1 − w)} which keeps its
     * digits.
     */
    private static double unavailability(double objective, double own, double part) {
        return own < objective ? -Math.expm1(part * Math.log1p(-(objective - own) / (1 - own))) : Double.NaN;
    }

    private static final String CONDITION = "the own availability must be above the objective";

    /**
     * The unavailability of a dependency. The inputs are the objective, the own availability, and the part of the
     * downtime.
     */
    private record TargetOfPart() implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[2] == 0 ? 0 : unavailability(inputs[0], inputs[1], inputs[2]);
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return CONDITION;
        }
    }
}
