package dev.estimator.check;

import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Of a log-normal traffic, whose probabilities a book knows. */
class CheckProperties {
    private static final double Z95 = 1.6448536269514722;
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final Count USERS = assume("users", between(million(5), million(20)));
    private static final Ratio PEAK = assume("peak", between(ratio(2), ratio(5)));
    private static final Bytes TRAFFIC = USERS.times(kb(1)).times(PEAK).named("traffic");
    private static final double MEDIAN = 1e10 * Math.sqrt(10);
    private static final double SIGMA = Math.hypot(Math.log(4), Math.log(2.5)) / (2 * Z95);

    private static double atMost(double bytes) {
        return NORMAL.cumulativeProbability(Math.log(bytes / MEDIAN) / SIGMA);
    }

    private static boolean holds(Runnable check) {
        try {
            check.run();
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    @Property(tries = 100)
    void atMost_holdsIfLikelyEnough(
            @ForAll @DoubleRange(min = 9, max = 12) double exponent,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
        double bound = Math.pow(10, exponent);
        double margin = atMost(bound) - confidence;
        if (Math.abs(margin) > 1e-7) {
            assertThat(holds(() ->
                            check(TRAFFIC).withConfidence(Share.of(confidence)).atMost(bytes(bound))))
                    .isEqualTo(margin > 0);
            assertThat(holds(() -> check(TRAFFIC)
                            .withConfidence(Share.of(1 - confidence))
                            .atLeast(bytes(bound))))
                    .isEqualTo(margin < 0);
        }
    }

    @Property(tries = 100)
    void between_holdsIfLikelyEnough(
            @ForAll @DoubleRange(min = 9, max = 10.5) double low,
            @ForAll @DoubleRange(min = 10.5, max = 12) double high,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
        double margin = atMost(Math.pow(10, high)) - atMost(Math.pow(10, low)) - confidence;
        if (Math.abs(margin) > 1e-7) {
            assertThat(holds(() -> check(TRAFFIC)
                            .withConfidence(Share.of(confidence))
                            .between(bytes(Math.pow(10, low)), bytes(Math.pow(10, high)))))
                    .isEqualTo(margin > 0);
        }
    }

    /** There is as much room as is said, and no more. */
    @Property(tries = 50)
    void room_isWhatFits(
            @ForAll @DoubleRange(min = 10, max = 13) double exponent,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
        Bytes bound = bytes(Math.pow(10, exponent));
        double[] room = new double[1];
        holds(() -> check(TRAFFIC, c -> room[0] = c.room().orElseThrow().value())
                .withConfidence(Share.of(confidence))
                .atMost(bound));
        assertThat(holds(() -> check(TRAFFIC.times(room[0] * (1 - 1e-6)))
                        .withConfidence(Share.of(confidence))
                        .atMost(bound)))
                .isTrue();
        assertThat(holds(() -> check(TRAFFIC.times(room[0] * (1 + 1e-6)))
                        .withConfidence(Share.of(confidence))
                        .atMost(bound)))
                .isFalse();
    }

    /** What a failure says would mend it does. */
    @Property(tries = 20)
    void remedy_mends(
            @ForAll @DoubleRange(min = 10, max = 10.8) double exponent,
            @ForAll @DoubleRange(min = 0.6, max = 0.99) double confidence) {
        Bytes bound = bytes(Math.pow(10, exponent));
        Share confident = Share.of(confidence);
        assertThat(holds(() -> check(TRAFFIC).withConfidence(confident).atMost(bound)))
                .isEqualTo(atMost(Math.pow(10, exponent)) >= confidence);
        Count most = largest(USERS)
                .withConfidence(confident)
                .suchThat(limit(TRAFFIC).atMost(bound))
                .orThrow();
        assertThat(holds(() -> check(TRAFFIC.given(USERS, most.times(1 - 1e-6)))
                        .withConfidence(confident)
                        .atMost(bound)))
                .isTrue();
    }
}
