package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** A limit that is uncertain itself is compared with the quantity case by case. */
class UncertainLimitTest {
    private static final double Z95 = 1.6448536269514722;
    private static final Count USERS = assume("users", between(million(5), million(20)));

    private static void assertExact(double expected, Probability probability) {
        assertThat(probability.figure().isExact()).as("exact").isTrue();
        assertThat(probability.share().value()).isCloseTo(expected, within(1e-8));
    }

    private static void assertDrawn(double expected, Probability probability) {
        assertThat(probability.share().value()).isCloseTo(expected, within(Math.max(0.002, probability.halfWidth())));
    }

    /** The logarithms of both are normal, and so is their difference. */
    @Test
    void isAtMost_twoLognormals() {
        Qps asked = between(qps(100), qps(200));
        Qps served = between(qps(120), qps(220));
        double distance = Math.log(120.0 * 220 / (100.0 * 200)) / 2;
        double sigma = Math.hypot(Math.log(2), Math.log(220.0 / 120)) / (2 * Z95);
        double expected = new NormalDistribution().cumulativeProbability(distance / sigma);
        assertThat(expected).isCloseTo(0.690, within(0.0005));
        assertExact(expected, probabilityThat(asked).isAtMost(served));
        assertExact(1 - expected, probabilityThat(asked).isAtLeast(served));
        assertExact(expected, probabilityThat(served).isAtLeast(asked));
        assertThat(Simulation.of(asked)
                        .summary(asked)
                        .probabilityBelow(served)
                        .value()
                        .value())
                .isCloseTo(expected, within(1e-8));
    }

    /** What both have in common decides nothing. */
    @Test
    void isAtMost_sharedInput() {
        assertExact(1, probabilityThat(USERS).isAtMost(USERS));
        assertExact(1, probabilityThat(USERS).isAtLeast(USERS));
        assertExact(1, probabilityThat(USERS).isAtMost(USERS.times(2)));
        assertExact(0, probabilityThat(USERS).isAtLeast(USERS.times(2)));
        assertExact(1, probabilityThat(USERS.times(0.1).times(3)).isAtMost(USERS.times(0.3)));
        assertExact(1, probabilityThat(USERS.times(0.1).times(3)).isAtLeast(USERS.times(0.3)));
        Count posts = assume("posts", between(count(2), count(7)));
        double sigma = Math.log(7.0 / 2) / (2 * Z95);
        double expected = new NormalDistribution().cumulativeProbability(Math.log(5 / Math.sqrt(14)) / sigma);
        assertExact(expected, probabilityThat(USERS.times(posts)).isAtMost(USERS.times(5)));
    }

    /** A plain number that must keep to an uncertain limit. */
    @Test
    void isAtMost_ofNumber() {
        double sigma = Math.log(4) / (2 * Z95);
        double above = 1 - new NormalDistribution().cumulativeProbability(Math.log(1.3) / sigma);
        assertExact(above, probabilityThat(million(13)).isAtMost(USERS));
        assertExact(1 - above, probabilityThat(million(13)).isAtLeast(USERS));
        assertThat(probabilityThat(count(0)).isAtMost(USERS).share().value()).isEqualTo(1);
    }

    /** Sixteen pairs, of which (0, 0), (2, 2), (4, 4) are equal. */
    @Test
    void isAtMost_enumerated() {
        Count x = oneOf(count(0), count(2), count(4), count(7));
        Count y = oneOf(count(0), count(2), count(4), count(5));
        assertDrawn((4 + 3 + 2) / 16.0, probabilityThat(x).isAtMost(y));
        assertDrawn((1 + 2 + 3 + 4) / 16.0, probabilityThat(x).isAtLeast(y));
        Count low = oneOf(count(3), count(6), count(11));
        Count high = oneOf(count(4), count(6), count(9));
        assertExact((3 + 2) / 9.0, probabilityThat(low).isAtMost(high));
        assertExact((1 + 2 + 3 - 1) / 9.0, probabilityThat(low).isAtLeast(high));
    }

    /** Of two parts of one range, and two that are uniform: x ≤ y where a triangle says so. */
    @Test
    void isAtMost_drawn() {
        var x = uniform(bytes(10), bytes(30));
        var y = uniform(bytes(20), bytes(40));
        assertDrawn(1 - 0.5 * 0.25, probabilityThat(x).isAtMost(y));
        assertDrawn(0.5 * 0.25, probabilityThat(x).isAtLeast(y));
        var sum = normal(bytes(500), bytes(30)).plus(normal(bytes(400), bytes(40)));
        var other = normal(bytes(930), bytes(20));
        assertDrawn(
                new NormalDistribution().cumulativeProbability(30 / Math.sqrt(30 * 30 + 40 * 40 + 20 * 20)),
                probabilityThat(sum).isAtMost(other));
        assertThat(probabilityThat(sum).isAtMost(other).figure().isExact()).isFalse();
    }

    /** Of two availabilities the lower is the one that lacks more. */
    @Test
    void isAtMost_availability() {
        var low = between(percentUp(99), percentUp(99.9));
        var high = between(percentUp(99.5), percentUp(99.99));
        double distance = Math.log(0.01 * 0.001 / (0.005 * 0.0001)) / 2;
        double sigma = Math.hypot(Math.log(10), Math.log(50)) / (2 * Z95);
        double expected = new NormalDistribution().cumulativeProbability(distance / sigma);
        assertThat(probabilityThat(low).isAtMost(high).share().value()).isCloseTo(expected, within(2e-3));
        assertThat(probabilityThat(high).isAtLeast(low).share().value()).isCloseTo(expected, within(2e-3));
        assertThat(probabilityThat(high).isAtMost(high).share().value()).isEqualTo(1);
    }

    @Test
    void isBetween_uncertainEnds() {
        assertExact(1, probabilityThat(USERS).isBetween(USERS.times(0.5), USERS.times(2)));
        assertExact(0, probabilityThat(USERS).isBetween(USERS.times(2), USERS.times(3)));
        Count posts = assume("posts", between(count(2), count(7)));
        double sigma = Math.log(7.0 / 2) / (2 * Z95);
        var normal = new NormalDistribution();
        double expected = normal.cumulativeProbability(Math.log(5 / Math.sqrt(14)) / sigma)
                - normal.cumulativeProbability(Math.log(3 / Math.sqrt(14)) / sigma);
        assertExact(expected, probabilityThat(USERS.times(posts)).isBetween(USERS.times(3), USERS.times(5)));
    }

    /** Whether the best guesses cross or only some cases do: both ends as they are echoed, then how many cases. */
    @Test
    void isBetween_endsThatCross() {
        for (int low : new int[] {12, 8}) {
            double share = new NormalDistribution().cumulativeProbability(Math.log(low / 10.0) / Math.log(2) * Z95);
            assertThatThrownBy(() -> probabilityThat(USERS).isBetween(million(low), USERS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("low must not be above high but was " + low + "M, and high 10M (5M … 20M), in "
                            + Share.of(share) + " of cases: ask for each of them by isAtLeast and isAtMost");
        }
        Count third = count(10).div(ratio(3));
        assertThatThrownBy(() -> probabilityThat(USERS).isBetween(million(4), third))
                .hasMessage("low must not be above high but was 4M, and high 3.333");
    }

    @Test
    void isAtMost_otherCurrency() {
        assertThatThrownBy(() -> probabilityThat(usd(3)).isAtMost(between(eur(2), eur(5))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
