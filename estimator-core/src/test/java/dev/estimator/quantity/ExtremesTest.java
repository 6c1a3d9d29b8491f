package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The greatest of several values is at most x no more often than each of them, whatever was drawn. */
class ExtremesTest {
    private static final Count USERS = assume("users", between(count(9), count(1700)));

    private static Count servers(int perServer) {
        Ratio peak = assume("peak", between(ratio(1.3), ratio(4)));
        return USERS.times(peak).div(perServer).ceil().named("by users");
    }

    private static Count disks(int perDisk) {
        return USERS.times(assume("size", between(ratio(0.7), ratio(3.1))))
                .div(perDisk)
                .ceil()
                .named("by disk");
    }

    /** Of products percentiles are known, and the greater of two is drawn. */
    @Test
    void percentiles() {
        for (int n = 1; n <= 25; n++) {
            Count one = servers(n);
            Count other = disks(3 * n - 1);
            Count most = one.max(other).max(count(2)).named("servers");
            Count least = one.min(other).times(3);
            for (Count part : new Count[] {one, other, count(2)}) {
                assertThat(most.p5()).isGreaterThanOrEqualTo(part.p5());
                assertThat(most.p95()).isGreaterThanOrEqualTo(part.p95());
            }
            for (Count part : new Count[] {one, other}) {
                assertThat(least.p5()).isLessThanOrEqualTo(part.p5().times(3));
                assertThat(least.p95()).isLessThanOrEqualTo(part.p95().times(3));
            }
        }
    }

    /** Each part is looked at once, and not once for each way to it, of which there are 2 to the 40th. */
    @Test
    @Timeout(60)
    void percentile_ofValuesThatAreUsedTwice() {
        Count most = USERS.plus(assume("guests", between(count(8), count(600))));
        for (int i = 0; i < 40; i++) {
            Count one = assume("one " + i, between(count(10 + i), count(90 + i)));
            Count other = assume("other " + i, between(count(20 + i), count(70 + i)));
            most = most.max(one).max(most.max(other));
        }
        assertThat(most.p95()).isGreaterThanOrEqualTo(USERS.p95());
    }

    @Test
    void probability() {
        for (int n = 1; n <= 25; n++) {
            Count one = servers(n);
            Count most = one.max(disks(3 * n - 1));
            assertThat(Simulation.of(most)
                            .summary(most)
                            .probabilityAtMost(count(7))
                            .value())
                    .isLessThanOrEqualTo(Simulation.of(one)
                            .summary(one)
                            .probabilityAtMost(count(7))
                            .value());
        }
    }

    /** What is the greatest in every draw gives the answers that it gives alone, '14% (7.4 … 27)' and no '7.5 … 28'. */
    @Test
    void alwaysTheSame() {
        Count peak = USERS.times(assume("peak", between(ratio(1.3), ratio(4)))).named("peak");
        Count hardly =
                USERS.times(assume("size", between(ratio(0.7), ratio(3.1)))).times(0.01);
        for (Count most : new Count[] {peak.max(hardly), peak.max(count(1e-9)).max(hardly)}) {
            assertAlike(most, peak);
        }
        assertAlike(hardly.min(peak), hardly);
        assertAlike(hardly.max(peak).times(3).ceil(), peak.times(3).ceil());
    }

    /** By hand: of log-normal 4 … 12 a part of 2.702e-4 is above 22, and of 2 … 7 the 99.9999th percentile is 22.87. */
    @Test
    void nearlyAlwaysTheSame() {
        Count most = assume("a", uniform(count(20), count(22)));
        Count close = most.max(assume("c", between(count(4), count(12))));
        Summary<Count> drawn =
                Simulation.of(close).withTolerance(percent(0.002)).summary(close);
        Figure<Share> within = drawn.probabilityAtMost(count(22));
        assertThat(within.low().value()).isLessThan(0.9997298);
        assertThat(within.high().value()).isGreaterThan(0.9997297);
        Count far = most.max(assume("b", between(count(2), count(7))));
        Figure<Count> farthest = Simulation.of(far).summary(far).percentileFigure(99.9999);
        assertThat(farthest.high().value()).isGreaterThan(22.86);
        Count inverse = count(1000).toRatio().div(most.max(close).toRatio()).toCount("pages");
        assertThat(Simulation.of(inverse)
                        .summary(inverse)
                        .percentileFigure(0.0001)
                        .value()
                        .value())
                .isBetween(29.4, 29.6);
    }

    private static void assertAlike(Count one, Count other) {
        Summary<Count> summary = Simulation.of(one).summary(one);
        for (double percent : new double[] {1, 5, 31, 95, 99}) {
            Figure<Count> found = summary.percentileFigure(percent);
            assertThat(found.value().value())
                    .isCloseTo(other.percentile(percent).value(), withinPercentage(1e-9));
            assertThat(found.isExact()).isFalse();
            assertThat(found.low()).isLessThanOrEqualTo(found.value());
            assertThat(found.high()).isGreaterThanOrEqualTo(found.value());
        }
        assertThat(summary.probabilityAtMost(count(170)).value().value())
                .isCloseTo(
                        Simulation.of(other)
                                .summary(other)
                                .probabilityAtMost(count(170))
                                .value()
                                .value(),
                        withinPercentage(1e-9));
    }
}
