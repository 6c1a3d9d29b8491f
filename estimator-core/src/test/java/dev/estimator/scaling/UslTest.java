package dev.estimator.scaling;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the roots of the quadratic in 50 digits, mpmath 1.3.0. Of the textbook form three rows would have no right
 * digit.
 */
class UslTest {
    // b = l - x*(s-k); d = sqrt(b*b - 4*k*x*x*(1-s)); (b-d)/(2*k*x), (b+d)/(2*k*x)
    @ParameterizedTest
    @CsvSource({
        "995.6486, 0.02671591, 0.0007690945, 11000, 19.694108674968023, 64.257465014492887",
        "1000, 0.02, 1e-12, 500, 0.4949494949493687, 1980000000000.5051",
        "1000, 0.02, 1e-12, 0.125, 0.00012250030625076561, 7999980000000001.2",
        "1000, 0.001, 0.3, 1100, 1.1625317151819308, 2.8644379817877663",
        "40, 0.06, 0.001, 200, 7.0157499847403095, 133.98425001525969"
    })
    void load(double lambda, double sigma, double kappa, double x, double before, double past) {
        Usl law = new Usl(lambda, sigma, kappa);
        assertNear(before, law.load(x), 4e-13);
        assertNear(past, law.loadPastPeak(x), 4e-13);
    }

    // c = l*r - (1-s); b = s-k; (-b + sqrt(b*b + 4*k*c)) / (2*k)
    @ParameterizedTest
    @CsvSource({
        "995.6486, 0.02671591, 0.0007690945, 0.002, 23.233889153571398",
        "1000, 0.02, 1e-12, 0.005, 200.99999799000004",
        "1000, 0.001, 0.3, 0.25, 29.312421371035385",
        "40, 0.06, 0.001, 0.04, 9.6184099881372997"
    })
    void loadAtLatency(double lambda, double sigma, double kappa, double latency, double load) {
        assertNear(load, new Usl(lambda, sigma, kappa).loadAtLatency(latency), 1e-12);
    }

    /** √(0.94 ÷ 0.001) and 40 × 30.65… ÷ (1 + 0.06 × 29.65… + 0.001 × 30.65… × 29.65…). */
    @Test
    void load_atThePeak() {
        Usl law = new Usl(40, 0.06, 0.001);
        assertNear(30.659419433511783, law.peak());
        double most = law.throughput(law.peak());
        assertNear(law.peak(), law.load(most), 1e-6);
        assertNear(law.peak(), law.loadPastPeak(most), 1e-6);
        assertThat(law.load(most * (1 + 1e-9))).isNaN();
        assertThat(law.loadPastPeak(most * (1 + 1e-9))).isNaN();
    }

    @Test
    void noCoherency() {
        Usl law = new Usl(40, 0.1, 0);
        assertThat(law.peak()).isInfinite();
        assertThat(law.load(400)).isNaN();
        assertThat(law.load(401)).isNaN();
        assertThat(law.loadPastPeak(300)).isNaN();
        assertNear(27, law.load(300));
        assertNear(27, law.loadAtLatency(27 / 300.0));
    }

    @Test
    void neitherContentionNorCoherency() {
        Usl law = new Usl(40, 0, 0);
        assertNear(1e9, law.load(4e10));
        assertThat(law.loadAtLatency(1 / 40.0)).isNaN();
        assertThat(law.loadAtLatency(1)).isNaN();
    }

    /** However many, they do 40 in all, so that each takes as long as all before it: 27/40 for 27. */
    @Test
    void fullContention() {
        Usl law = new Usl(40, 1, 0);
        assertNear(40, law.throughput(27));
        assertNear(1, law.peak());
        assertNear(1, law.load(40));
        assertThat(law.load(39)).isNaN();
        assertThat(law.isOutOfReach(40)).isFalse();
        assertThat(law.isOutOfReach(40.1)).isTrue();
        assertThat(law.loadPastPeak(40)).isNaN();
        assertNear(27, law.loadAtLatency(27 / 40.0));
        // 40 ÷ (1 + 0.5 × 8) = 8
        Usl falling = new Usl(40, 1, 0.5);
        assertNear(8, falling.throughput(9));
        assertNear(9, falling.loadPastPeak(8));
        assertNear(9, falling.loadAtLatency(9 / 8.0));
        assertNear(1, falling.peak());
    }

    /** 1 + 9 × ½ × −½ is below zero. */
    @Test
    void slowdown_belowOne() {
        assertThat(new Usl(40, 0, 9).slowdown(0.5)).isNaN();
        assertThat(new Usl(40, 0, 9).throughput(0.5)).isNaN();
    }

    @Test
    void load_none() {
        assertThat(new Usl(40, 0.06, 0.001).load(0)).isZero();
        assertThat(new Usl(40, 0.06, 0.001).loadPastPeak(0)).isNaN();
        assertThat(new Usl(40, 0.06, 0.001).loadAtLatency(0.01)).isNaN();
    }
}
