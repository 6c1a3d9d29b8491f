package dev.estimator.internal.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BetaCurveTest {
    /** Four hundred times below what a table of quantiles is allowed. */
    private static final double RELATIVE = 1e-10;

    /** Roots of the incomplete beta function of mpmath 1.3.0, with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "1, 5, 2.6691640520167062e-6, 0.0017851708278998757, 0.032324251203979336, 0.12396370061129825",
        "1.08, 4.92, 6.3898623078397022e-6, 0.002643866484971036, 0.039105016239764358, 0.13821411902491461",
        "2, 4, 0.0011565753076844776, 0.030761850251628237, 0.1427031523219453, 0.30597802237938273",
        "3, 3, 0.011071193042997724, 0.10135821598395668, 0.29109866826017085, 0.49148985695164447",
        "4.5, 1.5, 0.067258440731879322, 0.29224108473405599, 0.57126994223171228, 0.77183530795871209",
        "5, 1, 0.10594210324192838, 0.38888379062443803, 0.68562302634770503, 0.8649229644905026"
    })
    void at_isTheQuantile(double a, double b, double far, double low, double near, double middle) {
        var curve = new BetaCurve(a, b);
        assertNear(curve.at(-4.2), far);
        assertNear(curve.at(-2.37), low);
        assertNear(curve.at(-1.03), near);
        assertNear(curve.at(-0.04), middle);
    }

    private static void assertNear(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * expected));
    }

    /** The probability by another library's continued fraction leads back to the score, and between all nodes. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.01, 0.17, 0.34, 0.5, 0.66, 0.83, 0.99, 1})
    void at_hasTheProbabilityOfItsScore(double mode) {
        double a = 1 + 4 * mode;
        double b = 5 - 4 * mode;
        var curve = new BetaCurve(a, b);
        var beta = new BetaDistribution(a, b);
        for (double z = -BetaCurve.FARTHEST; z <= 0; z += 0.0137) {
            double x = curve.at(z);
            double off = (beta.cumulativeProbability(x) - Gauss.cumulative(z)) / beta.density(x);
            assertThat(off).isCloseTo(0, within(RELATIVE * x));
        }
    }

    /** Beyond the table there is no jump, and the two sides meet in the middle. */
    @Test
    void curve_isThatOfTheShape() {
        Shape shape = new Pert(3, 5, 11);
        for (double z : new double[] {-6, -4.2500001, -4.2499999, -1e-9, 0, 1e-9, 1.7, 4.2499999, 4.2500001, 6}) {
            assertThat(shape.curve().applyAsDouble(z)).isCloseTo(shape.at(z), within(3e-9));
        }
    }
}
