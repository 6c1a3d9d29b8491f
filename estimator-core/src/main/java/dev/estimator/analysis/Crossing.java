package dev.estimator.analysis;

import dev.estimator.internal.range.Line;
import java.util.function.DoublePredicate;

/**
 * Finds in few looks, each of which is slow, the last value of an assumption that keeps a limit. What is found with all
 * other ranges at their best guess, a thousand times faster, rises and falls alike, so that it tells nearly where.
 *
 * @param looks the quantity for each value of the assumption
 * @param isKept whether a value of the quantity keeps the limit
 * @param bound the limit
 * @param isWhole whether only whole numbers are tried
 * @param line the line on which values of the assumption are spread evenly
 */
record Crossing(Looks looks, DoublePredicate isKept, double bound, boolean isWhole, Line line) {
    private static final int MOST_LOOKS = 100;
    private static final int HALVINGS = 50;

    /** How near is near enough, as a part of the value, where last digits are those of draws; and where not. */
    private static final double NEAR_IF_DRAWN = 1e-4;

    private static final double NEAR = 1e-10;

    /** Places are tried so far to either side of where the limit should be, as a part of what is near enough. */
    private static final double BESIDE = 0.4;

    /** From here on a curve is taken as straight, on the line of the assumption and the logarithm of the quantity. */
    private static final double CLOSE = 1.5;

    /** The last value that keeps the limit, on the way from one that does to one that does not. */
    double between(double from, double to) {
        double inside = from;
        double outside = to;
        double before = from;
        double last = to;
        for (int i = 0; i < MOST_LOOKS && Math.abs(distance(inside, outside)) > near(); i++) {
            boolean isHalved = i % 5 == 4;
            double place = isHalved ? Double.NaN : beside(expected(inside, outside, before, last), inside, outside, i);
            place = isBetween(place, inside, outside) ? place : middle(inside, outside);
            if (!isBetween(place, inside, outside)) {
                break;
            }
            before = last;
            last = place;
            if (keeps(place)) {
                inside = place;
            } else {
                outside = place;
            }
        }
        return inside;
    }

    /** By the last two looks, else by what is known at both ends; while that is too little, by the best guess. */
    private double expected(double inside, double outside, double before, double last) {
        double bySecant = onStraightLine(before, last);
        if (isBetween(bySecant, inside, outside)) {
            return bySecant;
        }
        double byEnds = onStraightLine(inside, outside);
        return isBetween(byEnds, inside, outside) ? byEnds : expected(inside, outside, factor(inside));
    }

    /** Where a straight line through two looks that are close passes the limit; else NaN. */
    private double onStraightLine(double a, double b) {
        double below = distanceFromBound(a);
        double above = distanceFromBound(b);
        boolean isClose = Math.abs(distance(a, b)) < CLOSE;
        return isClose ? line.from(line.to(a) + below / (below - above) * distance(a, b)) : Double.NaN;
    }

    private double distanceFromBound(double place) {
        return Double.isNaN(looks.guessAt(place)) ? Double.NaN : Math.log(looks.at(place) / bound);
    }

    private boolean keeps(double place) {
        return !Double.isNaN(looks.guessAt(place)) && isKept.test(looks.at(place));
    }

    /** How many times the best guess the decisive value is. */
    private double factor(double place) {
        double guess = looks.guessAt(place);
        double factor = Double.isNaN(guess) ? 1 : looks.at(place) / guess;
        return factor > 0 && factor < Double.POSITIVE_INFINITY ? factor : 1;
    }

    /** Where the limit would be reached if the decisive value were so many times the best guess; NaN if nowhere. */
    private double expected(double from, double to, double factor) {
        double inside = from;
        double outside = to;
        if (!isExpected(inside, factor) || isExpected(outside, factor)) {
            return Double.NaN;
        }
        for (int i = 0; i < HALVINGS && Math.abs(distance(inside, outside)) > near() / 10; i++) {
            double middle = middle(inside, outside);
            if (!isBetween(middle, inside, outside)) {
                break;
            }
            if (isExpected(middle, factor)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private boolean isExpected(double place, double factor) {
        return isKept.test(looks.guessAt(place) * factor);
    }

    /** To one side and to the other in turn, so that both ends close in. */
    private double beside(double place, double inside, double outside, int turn) {
        double step = BESIDE * near() * Math.signum(distance(inside, outside));
        double moved = line.from(line.to(place) + (turn % 2 == 0 ? step : -step));
        return isWhole ? Math.rint(moved) : moved;
    }

    private double near() {
        return looks.isDrawn() ? NEAR_IF_DRAWN : NEAR;
    }

    private double distance(double a, double b) {
        return line.to(b) - line.to(a);
    }

    private double middle(double inside, double outside) {
        double half = line.from((line.to(inside) + line.to(outside)) / 2);
        double middle = isBetween(half, inside, outside) ? half : inside + (outside - inside) / 2;
        double whole = Math.floor(middle);
        return isWhole ? (isBetween(whole, inside, outside) ? whole : Math.ceil(middle)) : middle;
    }

    private static boolean isBetween(double place, double inside, double outside) {
        return inside < outside ? place > inside && place < outside : place < inside && place > outside;
    }
}
