package dev.estimator.flow;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final TokenBucket BASE = TokenBucket.of(qps(100), count(500));

    /**
     * A. S. Tanenbaum, Computer Networks, 3rd edition 1996, on the token bucket: 250 KB, 2 MB/s, and a peak of 25 MB/s
     * give a burst of about 11 ms. By hand: what is left of 1,000,000 bytes takes 364 ms more at 2 MB/s.
     */
    @Test
    void longestBurst_tanenbaum() {
        TokenBucket bucket = TokenBucket.of(qps(2e6), thousand(250));
        double burst = bucket.longestBurst(qps(25e6)).to(SECONDS);
        assertNear(0.25 / 23, burst);
        assertThat(Math.round(burst * 1000)).isEqualTo(11);
        Count left = million(1).minus(qps(25e6).times(bucket.longestBurst(qps(25e6))));
        assertThat(Math.round(left.div(bucket.rate()).to(SECONDS) * 1000)).isEqualTo(364);
    }

    /** 6000 and 500 more. */
    @Test
    void greatestIn() {
        assertNear(6500, BASE.greatestIn(minutes(1)).value());
        assertNear(500, BASE.greatestIn(seconds(0)).value());
    }

    /** Of 3000 in 5 s, 1000 pass. */
    @Test
    void rejected() {
        assertNear(2 / 3.0, BASE.rejected(qps(600), seconds(5)).value());
        assertThat(BASE.rejected(qps(150), seconds(5)).value()).isZero();
        assertNear(2 / 3.0, BASE.rejectedForever(qps(300)).value());
        assertThat(BASE.rejectedForever(qps(90)).value()).isZero();
    }

    /** Nothing is rejected up to the longest burst, 2 s; of 707 in 2.02 s, 702 pass. */
    @Test
    void rejected_fromTheLongestBurstOn() {
        var longest = BASE.longestBurst(qps(350));
        assertThat(BASE.rejected(qps(350), longest).value()).isLessThan(1e-15);
        assertNear(5 / 707.0, BASE.rejected(qps(350), longest.times(1.01)).value());
    }

    @Test
    void timeFor() {
        assertNear(15, BASE.timeFor(count(2000)).to(SECONDS));
        assertThat(BASE.timeFor(count(20)).to(SECONDS)).isZero();
        assertNear(5, BASE.timeToFill().to(SECONDS));
    }

    @Test
    void longestBurst_explain() {
        var peak = assume("retries", between(qps(300), qps(900)), "last outage");
        assertThat(BASE.longestBurst(peak).explain()).hasToString("""
                assumed
                  burst   = 500
                  retries = 519.6 req/s (300 … 900)  (last outage)
                  rate    = 100 req/s
                calculated
                  longest burst = burst ÷ (retries − rate)
                                = 500 ÷ (519.6 req/s − 100 req/s)
                                = 1.192 s (0.63 … 2.5)""");
    }

    @Test
    void toString_says() {
        assertThat(BASE).hasToString("100 req/s and bursts of 500: at most 6,500 in any minute, full again after 5 s");
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> TokenBucket.of(qps(0), BASE.burst()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be above zero but was 0 req/s");
        assertThatThrownBy(() -> TokenBucket.of(BASE.rate(), count(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("burst must be at least 1 but was 0.5");
        assertThatThrownBy(() -> BASE.longestBurst(qps(50)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "burst (500) ÷ (peak rate (50 req/s) − rate (100 req/s)) has no answer: the peak rate must be"
                                + " above the rate of the bucket, or nothing is ever rejected");
        assertThatThrownBy(() -> BASE.rejected(qps(0), seconds(3))).isInstanceOf(ArithmeticException.class);
    }
}
