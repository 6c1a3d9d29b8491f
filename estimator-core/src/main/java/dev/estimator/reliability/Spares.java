package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.count;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Binomial;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import java.io.Serializable;

/**
 * The fewest spare members that keep a group available, by the binomial distribution.
 *
 * <p>Members fail independently of each other; common causes of failure limit what spares can do, see
 * {@link CommonCause}.
 *
 * @param needed how many members must be up, a whole number, at least 1
 * @param member how much of the time each is up
 * @param target what the group is to reach
 * @see "W. Kuo and M. J. Zuo, Optimal Reliability Modeling, Wiley 2003, chapter 7, the k-out-of-n system"
 */
public record Spares(Count needed, Availability member, Availability target) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param needed how many members must be up, a whole number, at least 1
     * @param member how much of the time each is up
     * @param target what the group is to reach
     */
    public Spares {
        needed = Refusal.named(needed, "needed");
        member = Refusal.named(member, "member");
        target = Refusal.named(target, "target");
        double number = needed.value();
        Refusal.unless(
                number >= 1 && number == Math.rint(number),
                "needed",
                "a whole number, at least 1, as ceil() makes it,",
                Refusal.notWhole(needed));
    }

    /**
     * Obtains the spares for an availability.
     *
     * @param needed how many members must be up, a whole number
     * @param member how much of the time each is up
     * @param target how much of the time that many are to be up
     * @return the spares
     * @throws IllegalArgumentException if the number is not whole or below 1
     */
    public static Spares of(Count needed, Availability member, Availability target) {
        return new Spares(needed, member, target);
    }

    /**
     * Returns the fewest members with which enough are up for the target. A target that is missed by less than 1e-12 of
     * the time down counts as met.
     *
     * @return the members, spares included
     * @throws ArithmeticException if a billion are too few: members are never up, or they fail but the target is 100 %
     */
    public Count members() {
        return Count.computed("fewest members", new Fewest(), needed, member, target)
                .named("members");
    }

    /**
     * Returns how many of the members are spares: {@code members − needed}.
     *
     * @return the fewest spares
     * @throws ArithmeticException if a billion members are too few
     */
    public Count spares() {
        return members().minus(needed).named("spares");
    }

    /**
     * Returns how much of the time enough members are up with that many spares.
     *
     * @param spares how many members there are beyond those needed
     * @return the tail of the binomial distribution
     * @throws IllegalArgumentException if the number is negative, or the members are above 2,147,483,647
     */
    public Availability availabilityWith(int spares) {
        Refusal.unless(spares >= 0, "spares", "at least 0", spares);
        Refusal.unless(
                needed().value() + spares <= Integer.MAX_VALUE,
                "needed + spares",
                "at most " + Integer.MAX_VALUE,
                needed() + " + " + spares);
        return availability(needed.plus(count(spares).named("spares")).named("members"));
    }

    /**
     * Returns how much of the time enough members are up with the fewest spares.
     *
     * @return the availability, at least the target
     * @throws ArithmeticException if a billion members are too few
     */
    public Availability availability() {
        return availability(members());
    }

    private Availability availability(Count members) {
        return Availability.computed("at least {0} of {1} × {2}", new EnoughUp(), needed, members, member)
                .named("availability");
    }

    /**
     * Returns the number of spares, as in '3 spares: 10 of 13 at 99% (2 nines) reach 99.99933% (5.2 nines)', or says
     * that no number is enough.
     */
    @Override
    public String toString() {
        try {
            Count spares = spares();
            return spares + (spares.value() == 1 ? " spare: " : " spares: ") + needed() + " of " + members() + " at "
                    + member() + " reach " + availability();
        } catch (ArithmeticException e) {
            return "no number of spares makes " + needed() + " at " + member() + " reach " + target();
        }
    }

    /** The fewest members: doubles the spares until they are enough, then bisects. */
    private record Fewest() implements Formula {
        private static final int MOST = 1_000_000_000;

        @Override
        public double apply(double... inputs) {
            boolean isHopeless = inputs[1] == 1 || (inputs[2] == 0 && inputs[1] > 0);
            if (isHopeless || !(inputs[0] >= 1 && inputs[0] <= MOST && inputs[0] == Math.rint(inputs[0]))) {
                return Double.NaN;
            }
            int needed = (int) inputs[0];
            int enough = 0;
            int tooFew = -1;
            while (!isEnough(enough, needed, inputs)) {
                tooFew = enough;
                enough = 2 * enough + 1;
                if (enough > MOST - needed) {
                    return Double.NaN;
                }
            }
            while (enough - tooFew > 1) {
                int middle = (tooFew + enough) / 2;
                if (isEnough(middle, needed, inputs)) {
                    enough = middle;
                } else {
                    tooFew = middle;
                }
            }
            return needed + enough;
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.FALLING;
        }

        private static boolean isEnough(int spares, int needed, double... inputs) {
            return Binomial.moreThan(spares, needed + spares, inputs[1]) <= inputs[2] * (1 + 1e-12);
        }

        @Override
        public String condition() {
            return "a billion members must be enough for the target, and needed must be whole";
        }
    }

    private record EnoughUp() implements Formula {
        @Override
        public double apply(double... inputs) {
            boolean isPossible = inputs[0] >= 1 && inputs[0] == Math.rint(inputs[0]) && inputs[1] <= Integer.MAX_VALUE;
            return isPossible
                    ? Binomial.moreThan((int) (inputs[1] - inputs[0]), (int) inputs[1], inputs[2])
                    : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return "needed must be a whole number, at least 1, and the members at most " + Integer.MAX_VALUE;
        }
    }
}
