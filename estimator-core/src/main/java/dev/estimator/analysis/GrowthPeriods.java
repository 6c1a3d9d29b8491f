package dev.estimator.analysis;

import dev.estimator.quantity.Formula;

/**
 * For how many periods a growing quantity stays within a limit. The inputs are the limit, what there is now, and the rate.
 *
 * @param law how it grows
 */
record GrowthPeriods(GrowthLaw law) implements Formula {
    /**
     * What never reaches its limit takes this long: of a range of rates a few draws may not grow, which must not take the
     * percentiles away from all others.
     */
    static final double FOREVER = 1e12;

    @Override
    public double apply(double... inputs) {
        double limit = inputs[0];
        double now = inputs[1];
        if (now > limit) {
            return 0;
        }
        return now > 0 && law.isGrowth(inputs[2])
                ? Math.min(FOREVER, law.periodsUntil(limit / now, inputs[2]))
                : FOREVER;
    }
}
