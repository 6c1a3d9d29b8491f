package dev.estimator.caching;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The objects of a Zipf law, of which the k-th is requested in proportion to {@code k^−α}, in groups of equal
 * popularity: a sum over ten million objects becomes one over about 150 groups.
 *
 * <p>Each of the first objects is a group of its own. The others are the points of a Gauss–Legendre rule on panels of
 * equal length in the logarithm of the rank, with the corrections that turn an integral into a sum (Gauss–Encke,
 * Euler–Maclaurin in central differences). For sums of smooth functions of {@code rate × k^−α}, as caches need them,
 * the error is below 1e-10 of the sum; for few objects the sum is exact.
 *
 * @see "F. B. Hildebrand, Introduction to Numerical Analysis, 1974, sections 5.8 and 8.5"
 */
final class RankGroups {
    /** The greatest exponent for which the errors are tested. */
    static final double GREATEST_EXPONENT = 10;

    private static final int LEAST_HEAD = 32;
    private static final int HEAD_PER_EXPONENT = 24;
    private static final double LONGEST_PANEL = 2;
    private static final double PANEL_TIMES_EXPONENT = 1.5;

    /** The positive points of the Gauss–Legendre rule with ten points, and their weights. */
    private static final double[] POINTS = {
        0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };

    private static final double[] POINT_WEIGHTS = {
        0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814
    };

    /** The factors of neighbours at distance 1, 2, 3: μδ ÷ 12 − 11 μδ³ ÷ 720 + 191 μδ⁵ ÷ 60480. */
    private static final double[] NEIGHBOURS = {
        (1.0 / 12 + 22.0 / 720 + 955.0 / 60_480) / 2, -(11.0 / 720 + 764.0 / 60_480) / 2, 191.0 / 120_960
    };

    private final double objects;
    private double[] sizes = new double[256];
    private double[] shares = new double[256];
    private int count;

    private RankGroups(double objects) {
        this.objects = objects;
    }

    /**
     * The groups of {@code objects ≥ 1} with {@code 0 ≤ α ≤ 10}; if the number is not whole, the last object counts in
     * part.
     */
    static RankGroups of(double objects, double exponent) {
        var groups = new RankGroups(objects);
        int head = Math.max(LEAST_HEAD, (int) (HEAD_PER_EXPONENT * exponent));
        if (objects <= 2.0 * head) {
            groups.addEach(objects, exponent);
        } else {
            groups.addEach(head, exponent);
            groups.addPanels(head, exponent);
            groups.addEnd(head, -1, exponent);
            groups.addEnd(objects, 1, exponent);
        }
        groups.normalize();
        return groups;
    }

    /** The sum over all objects of a smooth function of the share of requests for the object. */
    double sumOfObjects(DoubleUnaryOperator ofShare) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sizes[i] * ofShare.applyAsDouble(shares[i]);
        }
        return sum;
    }

    /** The mean over all requests of a smooth function of the share of requests for the object. */
    double meanOfRequests(DoubleUnaryOperator ofShare) {
        return sumOfObjects(share -> share * ofShare.applyAsDouble(share));
    }

    /** How many objects there are. */
    double objects() {
        return objects;
    }

    /** How many objects each group stands for. */
    double[] sizes() {
        return sizes;
    }

    /** The share of requests for an object of each group. */
    double[] shares() {
        return shares;
    }

    /** The share of requests for all objects of each group. */
    double[] requests() {
        double[] requests = new double[count];
        for (int i = 0; i < count; i++) {
            requests[i] = sizes[i] * shares[i];
        }
        return requests;
    }

    /** The share of requests for the least popular object. */
    double leastShare() {
        double least = 1;
        for (double share : shares) {
            least = Math.min(least, share);
        }
        return least;
    }

    private void addEach(double last, double exponent) {
        for (int k = 1; k <= last; k++) {
            add(k, 1, exponent);
        }
        double part = last - Math.floor(last);
        if (part > 0) {
            add(Math.ceil(last), part, exponent);
        }
    }

    private void addPanels(double from, double exponent) {
        double length = Math.log(objects / from);
        int panels = (int) Math.ceil(length / Math.min(LONGEST_PANEL, PANEL_TIMES_EXPONENT / exponent));
        double half = length / panels / 2;
        for (int panel = 0; panel < panels; panel++) {
            double middle = (2 * panel + 1) * half;
            for (int i = 0; i < POINTS.length; i++) {
                double above = from * Math.exp(middle + half * POINTS[i]);
                double below = from * Math.exp(middle - half * POINTS[i]);
                add(above, POINT_WEIGHTS[i] * half * above, exponent);
                add(below, POINT_WEIGHTS[i] * half * below, exponent);
            }
        }
    }

    /** Adds the correction that turns the integral into a sum, at one of its ends. */
    private void addEnd(double rank, int sign, double exponent) {
        add(rank, sign * 0.5, exponent);
        for (int i = 0; i < NEIGHBOURS.length; i++) {
            add(rank + i + 1, sign * NEIGHBOURS[i], exponent);
            add(rank - i - 1, -sign * NEIGHBOURS[i], exponent);
        }
    }

    private void add(double rank, double size, double exponent) {
        if (count == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * count);
            shares = Arrays.copyOf(shares, 2 * count);
        }
        sizes[count] = size;
        shares[count] = Math.pow(rank, -exponent);
        count++;
    }

    private void normalize() {
        sizes = Arrays.copyOf(sizes, count);
        shares = Arrays.copyOf(shares, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sizes[i] * shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
    }
}
