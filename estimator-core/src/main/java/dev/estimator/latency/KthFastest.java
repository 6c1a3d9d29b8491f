package dev.estimator.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The time until some of several independent requests are done.
 *
 * @param k how many must be done: all of them for the slowest, one for the fastest
 * @param parts how long each takes
 */
record KthFastest(int k, List<LatencyLaw> parts) implements LatencyLaw {
    /** Accuracy enough for a number that is printed with two digits. */
    private static final int STEPS = 500;

    /** Longer than anything that ends. */
    private static final double ENDLESS = 1e99;

    @Override
    public double slower(double time) {
        return ofShares(part -> part.slower(time));
    }

    /** The probability that fewer than k are done, given the probability that each is still running. */
    private double ofShares(ToDoubleFunction<LatencyLaw> share) {
        int n = parts.size();
        if (k == 1) {
            return allSlow(share);
        }
        if (k == n) {
            return someSlow(share);
        }
        return slow(parts, share, n - k)[n - k + 1];
    }

    /** The probabilities that 0, 1, ... of some are slow, the last for more than {@code most}. */
    private static double[] slow(List<LatencyLaw> parts, ToDoubleFunction<LatencyLaw> share, int most) {
        double[] chances = new double[most + 2];
        chances[0] = 1;
        for (LatencyLaw part : parts) {
            double slow = share.applyAsDouble(part);
            chances[most + 1] += chances[most] * slow;
            for (int j = most; j > 0; j--) {
                chances[j] += slow * (chances[j - 1] - chances[j]);
            }
            chances[0] *= 1 - slow;
        }
        return chances;
    }

    /**
     * The mean of the time of this part where it is the k-th to end, as n − k of the others are still running then, and
     * of nothing elsewhere. All parts add up to the mean. Most steps are where few requests are, as these take long.
     */
    double decides(int place) {
        List<LatencyLaw> others = new ArrayList<>(parts);
        LatencyLaw decisive = others.remove(place);
        int stillSlow = parts.size() - k;
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double step = (i + 0.5) / STEPS;
            double time = Math.min(ENDLESS, decisive.exceededBy(step * step * step));
            sum += 3 * step * step * time * slow(others, part -> part.slower(time), stillSlow)[stillSlow];
        }
        return sum / STEPS;
    }

    private double allSlow(ToDoubleFunction<LatencyLaw> share) {
        double all = 1;
        for (int i = 0; i < parts.size() && all > 0; i++) {
            all *= share.applyAsDouble(parts.get(i));
        }
        return all;
    }

    /** {@code 1 − Π (1 − Sᵢ)}, without losing the digits of small shares. */
    private double someSlow(ToDoubleFunction<LatencyLaw> share) {
        double some = 0;
        for (int i = 0; i < parts.size() && some < 1; i++) {
            some += (1 - some) * share.applyAsDouble(parts.get(i));
        }
        return some;
    }

    @Override
    public double exceededBy(double share) {
        int n = parts.size();
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (LatencyLaw part : parts) {
            low = Math.min(low, part.exceededBy(1 - (1 - share) / n));
            high = Math.max(high, part.exceededBy(share / n));
        }
        return PercentileSearch.exceededBy(this, share, low, high);
    }

    /** At most the sum of the unknown shares of all parts. */
    @Override
    public double unknown() {
        return parts.stream().mapToDouble(LatencyLaw::unknown).sum();
    }

    @Override
    public double openStart() {
        return ofShares(LatencyLaw::openStart);
    }

    @Override
    public boolean isOnGrid(double share) {
        return parts.stream().anyMatch(part -> part.isOnGrid(share));
    }

    @Override
    public double mean() {
        return NumericMean.of(this);
    }

    @Override
    public DoubleStream singleTimes() {
        return parts.stream().flatMapToDouble(LatencyLaw::singleTimes);
    }
}
