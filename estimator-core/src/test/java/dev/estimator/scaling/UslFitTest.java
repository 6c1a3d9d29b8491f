package dev.estimator.scaling;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against Gauss–Newton in 40 digits, mpmath 1.3.0; the rest of the fit is tested where it is used. */
class UslFitTest {
    private static final double[] LOADS = {1, 4, 12, 20, 27, 32};
    private static final double[] THROUGHPUTS = {955, 3549, 8647, 10_799, 12_211, 12_074};

    @Test
    void correlation() {
        UslFit fit = UslFit.of(LOADS, THROUGHPUTS);
        assertNear(0.939333271909817, fit.correlation(1, 0), 1e-9);
        assertNear(-0.700337048063898, fit.correlation(2, 0), 1e-9);
        assertNear(-0.896153696151793, fit.correlation(1, 2), 1e-9);
        assertNear(1, fit.correlation(2, 2));
    }

    @Test
    void quantile() {
        UslFit fit = UslFit.of(LOADS, THROUGHPUTS);
        assertNear(3.1824463052837095, fit.quantile(0.975, 6), 1e-12);
        assertNear(2.3533634348018238, fit.quantile(0.95, 6), 1e-12);
    }

    @Test
    void isHeld() {
        UslFit fit = UslFit.of(new double[] {1, 2, 4, 8}, new double[] {100, 180, 330, 680});
        assertThat(fit.isHeld(0)).isFalse();
        assertThat(fit.isHeld(1)).isFalse();
        assertThat(fit.isHeld(2)).isTrue();
        assertThat(fit.standardError(2, 4)).isZero();
        Usl free = fit.unconstrained().orElseThrow();
        assertNear(0.10837007227697744, free.sigma(), 1e-9);
        assertNear(-0.010687832995205555, free.kappa(), 1e-9);
    }

    /** The order and the unit of the throughputs do not matter. */
    @Test
    void of_scaled() {
        double[] perDay = {1.0432e9, 9.33033e8, 8.25e7, 3.066e8, 7.471e8, 1.05503e9};
        double[] loads = {32, 20, 1, 4, 12, 27};
        UslFit fit = UslFit.of(loads, perDay);
        double[] inSeconds = new double[perDay.length];
        for (int i = 0; i < perDay.length; i++) {
            inSeconds[i] = perDay[i] / 86_400;
        }
        UslFit same = UslFit.of(loads, inSeconds);
        assertNear(fit.law().sigma(), same.law().sigma(), 1e-9);
        assertNear(fit.law().kappa(), same.law().kappa(), 1e-9);
    }
}
