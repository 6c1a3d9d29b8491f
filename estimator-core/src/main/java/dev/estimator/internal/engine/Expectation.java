package dev.estimator.internal.engine;

/**
 * Mean and standard deviation of a monotone function of a value whose law is known.
 *
 * <p>A step function, such as a ceiling, is followed step by step where the value usually is. Beyond, and where the
 * function is smooth, the range is cut into cells, whose ends are those of steps if there are any; Richardson's
 * extrapolation makes the error of the order of the fourth power of their width.
 */
final class Expectation {
    private static final int MOST_STEPS = 1000;
    private static final int CELLS = 1000;

    /** Enough cells for the part that is not followed step by step. */
    private static final int CELLS_BEYOND = 100;

    /** Steps are followed one by one up to this normal score. */
    private static final double USUAL = 0.9999;

    /** A plateau narrower than this, relative to where it is, is taken for rounding. */
    private static final double NARROW = 1e-9;

    private final Law law;
    private final Chain chain;
    /** Values are taken relative to one in the middle, so that their squares do not cancel. */
    private final double origin;

    private final double usual;
    private final double farthest;

    private double at;
    private double last;
    private double mean;
    private double squares;

    private Expectation(Law law, Chain chain, double least, double most) {
        this.law = law;
        this.chain = chain;
        this.last = chain.isIncreasing() ? most : least;
        this.at = chain.isIncreasing() ? least : most;
        this.farthest = Math.max(Math.abs(chain.apply(least)), Math.abs(chain.apply(most)));
        this.origin = chain.apply(law.quantile(0.5));
        this.usual = chain.hasSteps() ? law.quantile(chain.isIncreasing() ? USUAL : 1 - USUAL) : Double.NaN;
    }

    /** Integrates between two values; what lies outside is negligible. */
    static Expectation of(Law law, Chain chain, double least, double most) {
        var expectation = new Expectation(law, chain, least, most);
        expectation.addLeast(least);
        if (chain.hasSteps()) {
            expectation.followSteps(least);
        } else {
            expectation.addFirstPlateau();
        }
        expectation.addLastPlateau();
        expectation.addCells(chain.hasSteps());
        return expectation;
    }

    double mean() {
        return origin + mean;
    }

    /** The largest result between the two values, or the distance of the smallest below zero. */
    double farthest() {
        return farthest;
    }

    double standardDeviation() {
        return Math.sqrt(Math.max(0, squares - mean * mean));
    }

    /** The point mass at the least value, which belongs to no cell. */
    private void addLeast(double least) {
        add(law.cumulative(least), chain.apply(least));
    }

    /** Where a maximum or minimum cuts off the lower end. */
    private void addFirstPlateau() {
        double value = chain.apply(at);
        double end = clamp(chain.boundary(value));
        if (Math.abs(end - at) > NARROW * Math.abs(at)) {
            add(Math.abs(law.cumulative(end) - law.cumulative(at)), value);
            at = end;
        }
    }

    /** Where a maximum or minimum cuts off the upper end. */
    private void addLastPlateau() {
        if (!isBefore(at, last)) {
            return;
        }
        double value = chain.apply(last);
        double begin = chain.boundary(Math.nextDown(value));
        double inside = chain.isIncreasing() ? Math.max(begin, at) : Math.min(begin, at);
        if (Math.abs(last - inside) > NARROW * Math.abs(last)) {
            add(Math.abs(law.cumulative(last) - law.cumulative(inside)), value);
            last = inside;
        }
    }

    /**
     * Adds plateau after plateau, upwards if the function rises, else downwards: then its end is where the next begins.
     */
    private void followSteps(double least) {
        boolean rises = chain.isIncreasing();
        double before = rises ? law.cumulative(least) : 1;
        for (int i = 0; i < MOST_STEPS && isBefore(at, usual); i++) {
            double value = chain.apply(at);
            double end = clamp(chain.boundary(value));
            double upTo = law.cumulative(end);
            add(Math.abs(upTo - before), value);
            before = upTo;
            at = rises ? Math.nextUp(end) : end;
        }
    }

    private void addCells(boolean hasSteps) {
        if (!isBefore(at, last)) {
            return;
        }
        boolean isBeyond = hasSteps && !isBefore(at, usual);
        int cells = isBeyond ? CELLS_BEYOND : CELLS;
        double[] ends = new double[cells + 1];
        double[] chances = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            double end = end(i / (double) cells);
            ends[i] = i > 0 && i < cells && hasSteps ? clamp(chain.boundary(chain.apply(end))) : end;
            chances[i] = law.cumulative(ends[i]);
        }
        double[] fine = sums(ends, chances, 1);
        double[] coarse = sums(ends, chances, 2);
        mean += (4 * fine[0] - coarse[0]) / 3;
        squares += (4 * fine[1] - coarse[1]) / 3;
    }

    /** The sums of values and of their squares over cells of a number of parts. */
    private double[] sums(double[] ends, double[] chances, int width) {
        boolean rises = chain.isIncreasing();
        double[] sums = new double[2];
        for (int i = width; i < ends.length; i += width) {
            double from = chain.apply(rises ? Math.nextUp(ends[i - width]) : ends[i - width]) - origin;
            double to = chain.apply(rises ? ends[i] : Math.nextUp(ends[i])) - origin;
            double chance = Math.abs(chances[i] - chances[i - width]);
            sums[0] += chance * (from + to) / 2;
            sums[1] += chance * (from * from + to * to) / 2;
        }
        return sums;
    }

    private double end(double part) {
        boolean isLog = at > 0 && last > 0 && Math.max(at, last) > 2 * Math.min(at, last);
        return isLog ? at * Math.pow(last / at, part) : at + (last - at) * part;
    }

    private void add(double chance, double result) {
        double value = result - origin;
        mean += chance * value;
        squares += chance * value * value;
    }

    private boolean isBefore(double x, double end) {
        return chain.isIncreasing() ? x < end : x > end;
    }

    private double clamp(double x) {
        return chain.isIncreasing() ? Math.min(x, last) : Math.max(x, last);
    }
}
