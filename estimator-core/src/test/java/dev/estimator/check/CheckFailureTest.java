package dev.estimator.check;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.check.Checkable.ALL;
import static dev.estimator.check.Checkable.DISK;
import static dev.estimator.check.Checkable.PAGE;
import static dev.estimator.check.Checkable.SERVERS;
import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Units.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Verdict;
import dev.estimator.latency.Latencies;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What people read when a check fails, whole. */
class CheckFailureTest {
    @Test
    void atMost_fails() {
        assertFails(() -> check(DISK).atMost(tb(16)), """
                disk
                  expected at most  16 TB
                  but is            18 TB
                  over by           2 TB (12.5%)
                  fits with         new links per month  at most 88.88M   now 100M
                                    size of a link       at most 444.4 B  now 500 B
                                    retention            at most 3,200 d  now 3,600 d
                                    replication factor   at most ×2.666   now ×3
                assumed
                  new links per month = 100M     (course)
                  size of a link      = 500 B    (course)
                  retention           = 3,600 d  (10 years)
                  replication factor  = ×3
                calculated
                  disk = new links per month ÷ 30 d × size of a link × retention × replication factor
                       = 100M ÷ 30 d × 500 B × 3,600 d × 3
                       = 18 TB""");
    }

    /**
     * The 95th percentile, 1.3 PB, was compared with the limit, not the best guess √(600 × 1300) = 883 TB
     * (RC-CHECK-TEXT).
     */
    @Test
    void atMost_saysFirstWhatWasCompared() {
        assertThatThrownBy(() -> check(assume("u", between(tb(600), tb(1300)))).atMost(tb(900)))
                .hasMessageContaining("but p95 is        1.3 PB; best guess 883.2 TB (600 … 1,300)");
    }

    @Test
    void atMost_failsConfidently() {
        assertFails(() -> check(SERVERS).atMost(count(30)), """
                servers
                  expected at most  30 with 95% confidence
                  but p95 is        60; best guess 21 (8 … 60)
                  probability       71.7%, exact
                  over by           30 (100%)
                  fits with         peak   never above ×3.24  now ×4.472 (×2 … ×10)
                                    users  never above 6.48M  now 10M (5M … 20M)
                  driven by         peak   57% ███████████           10 … 47
                                    users  43% █████████             11 … 42
                assumed
                  users = 10M (5M … 20M)
                  peak  = ×4.472 (×2 … ×10)
                calculated
                  servers = ⌈users × 20 ÷ 1 d × peak ÷ 500 req/s⌉
                          = ⌈10M × 20 ÷ 1 d × 4.472 ÷ 500 req/s⌉
                          = 21 (8 … 60)""");
    }

    @Test
    void atMost_failsDrawn() {
        assertFails(() -> check(ALL).withConfidence(percent(99)).atMost(count(60)), """
                all servers
                  expected at most  60 with 99% confidence
                  but p99 is        100; best guess 26 (12 … 65)
                  probability       93.5% ± 0.2%
                  over by           40 (66.7%)
                  fits with         peak   never above ×4.45  now ×4.472 (×2 … ×10)
                                    users  never above 8.5M   now 10M (5M … 20M)
                  driven by         peak        57% ███████████           15 … 52
                                    users       42% ████████              16 … 47
                                    batch jobs   1%                       24 … 27
                assumed
                  users      = 10M (5M … 20M)
                  peak       = ×4.472 (×2 … ×10)
                  batch jobs = 4.243 (3 … 6)
                calculated
                  servers = ⌈users × 20 ÷ 1 d × peak ÷ 500 req/s⌉
                          = ⌈10M × 20 ÷ 1 d × 4.472 ÷ 500 req/s⌉
                          = 21 (8 … 60)
                  all servers = servers + ⌈batch jobs⌉
                              = 21 + ⌈4.243⌉
                              = 26 (12 … 65)
                approximate
                  p95 may be 65 or 66, as 95.09% of 16,384 draws are at most 65""");
    }

    @Test
    void atLeast_fails() {
        assertFails(() -> check(DISK).atLeast(tb(18.001)), """
                disk
                  expected at least  18.001 TB
                  but is             18 TB
                  short by           1 GB (0.00556%)
                  fits with          new links per month  at least 100.01M   now 100M
                                     size of a link       at least 500.03 B  now 500 B
                                     retention            at least 3,601 d   now 3,600 d
                                     replication factor   at least ×3.0002   now ×3
                assumed
                  new links per month = 100M     (course)
                  size of a link      = 500 B    (course)
                  retention           = 3,600 d  (10 years)
                  replication factor  = ×3
                calculated
                  disk = new links per month ÷ 30 d × size of a link × retention × replication factor
                       = 100M ÷ 30 d × 500 B × 3,600 d × 3
                       = 18 TB""");
    }

    @Test
    void atLeast_failsConfidently() {
        assertFails(() -> check(SERVERS).atLeast(count(10)), """
                servers
                  expected at least  10 with 95% confidence
                  but p5 is          8; best guess 21 (8 … 60)
                  probability        90.2%, exact
                  short by           2 (20%)
                  fits with          peak   never below ×3.889  now ×4.472 (×2 … ×10)
                                     users  never below 9.721M  now 10M (5M … 20M)
                  driven by          peak   57% ███████████           10 … 47
                                     users  43% █████████             11 … 42
                assumed
                  users = 10M (5M … 20M)
                  peak  = ×4.472 (×2 … ×10)
                calculated
                  servers = ⌈users × 20 ÷ 1 d × peak ÷ 500 req/s⌉
                          = ⌈10M × 20 ÷ 1 d × 4.472 ÷ 500 req/s⌉
                          = 21 (8 … 60)""");
    }

    @Test
    void between_failsConfidently() {
        assertFails(() -> check(SERVERS).between(count(10), count(60)), """
                servers
                  expected between  10 and 60 with 95% confidence
                  but is            21 (8 … 60)
                  probability       85.2%, exact
                  below 10          9.85%
                  above 60          4.97%
                  fits with         peak  always between ×4.441 and ×5.674  now ×4.472 (×2 … ×10)
                                    (each side with 97.5% confidence)
                  driven by         peak   57% ███████████           10 … 47
                                    users  43% █████████             11 … 42
                assumed
                  users = 10M (5M … 20M)
                  peak  = ×4.472 (×2 … ×10)
                calculated
                  servers = ⌈users × 20 ÷ 1 d × peak ÷ 500 req/s⌉
                          = ⌈10M × 20 ÷ 1 d × 4.472 ÷ 500 req/s⌉
                          = 21 (8 … 60)""");
    }

    @Test
    void between_fails() {
        assertFails(() -> check(DISK).between(tb(20), tb(25)), """
                disk
                  expected between  20 TB and 25 TB
                  but is            18 TB
                  short by          2 TB (10%)
                  fits with         new links per month  between 111.2M and 138.8M    now 100M
                                    size of a link       between 555.6 B and 694.4 B  now 500 B
                                    retention            between 4,000 d and 5,000 d  now 3,600 d
                                    replication factor   between ×3.334 and ×4.166    now ×3
                assumed
                  new links per month = 100M     (course)
                  size of a link      = 500 B    (course)
                  retention           = 3,600 d  (10 years)
                  replication factor  = ×3
                calculated
                  disk = new links per month ÷ 30 d × size of a link × retention × replication factor
                       = 100M ÷ 30 d × 500 B × 3,600 d × 3
                       = 18 TB""");
    }

    @Test
    void within_fails() {
        assertFails(() -> check(DISK).within(percent(10)).of(tb(16)), """
                disk
                  expected within  10% of 16 TB, 14.4 TB to 17.6 TB
                  but is           18 TB
                  over by          400 GB (2.27%)
                  fits with        new links per month  between 80M and 97.77M       now 100M
                                   size of a link       between 400 B and 488.8 B    now 500 B
                                   retention            between 2,880 d and 3,520 d  now 3,600 d
                                   replication factor   between ×2.4 and ×2.933      now ×3
                assumed
                  new links per month = 100M     (course)
                  size of a link      = 500 B    (course)
                  retention           = 3,600 d  (10 years)
                  replication factor  = ×3
                calculated
                  disk = new links per month ÷ 30 d × size of a link × retention × replication factor
                       = 100M ÷ 30 d × 500 B × 3,600 d × 3
                       = 18 TB""");
    }

    @Test
    void growing_fails() {
        assertFails(
                () -> check(DISK).growing(Growth.compound(percent(20), YEAR)).atMost(tb(9)), """
                        disk
                          expected at most  9 TB
                          but is            18 TB
                          over by           9 TB (100%)
                          growing           does not fit now
                          fits with         new links per month  at most 50M      now 100M
                                            size of a link       at most 250 B    now 500 B
                                            retention            at most 1,800 d  now 3,600 d
                                            replication factor   at most ×1.5     now ×3
                        assumed
                          new links per month = 100M     (course)
                          size of a link      = 500 B    (course)
                          retention           = 3,600 d  (10 years)
                          replication factor  = ×3
                        calculated
                          disk = new links per month ÷ 30 d × size of a link × retention × replication factor
                               = 100M ÷ 30 d × 500 B × 3,600 d × 3
                               = 18 TB""");
    }

    @Test
    void atMost_failsByTheLastDigit() {
        assertFails(() -> check(DISK).atMost(bytes(Math.nextDown(DISK.to(B)))), """
                disk
                  expected at most  1.7999999999999996E13 B
                  but is            18 TB
                  over by           0.003906 B (below 1e-12%)
                  fits with         new links per month  at most 9.999999999999999E7  now 100M
                                    size of a link       at most 499.9999999999999 B  now 500 B
                                    retention            at most 3,599 d              now 3,600 d
                                    replication factor   at most ×2.9999999999999996  now ×3
                assumed
                  new links per month = 100M     (course)
                  size of a link      = 500 B    (course)
                  retention           = 3,600 d  (10 years)
                  replication factor  = ×3
                calculated
                  disk = new links per month ÷ 30 d × size of a link × retention × replication factor
                       = 100M ÷ 30 d × 500 B × 3,600 d × 3
                       = 18 TB""");
    }

    /** Asked again with a million draws, which cannot tell either. */
    @Test
    void atMost_undecided() {
        assertFails(() -> check(PAGE).withConfidence(percent(50)).atMost(kb(130)), """
                page
                  expected at most  130 kB with 50% confidence
                  but is            130 kB (122 … 138)
                  probability       50.002% ± 0.006%
                  undecided         50% is too near to 50% for 1,048,576 draws to tell: leave more room, or ask for another confidence
                  driven by         picture  64% █████████████         123 kB … 137 kB
                                    text     36% ███████               125 kB … 135 kB
                assumed
                  text    = 40 kB (35 … 45)
                  picture = 90 kB (83 … 97)
                calculated
                  page = text + picture
                       = 40 kB + 90 kB
                       = 130 kB (122 … 138)""");
    }

    /** 84.1345 % is too near to 84 % for the usual draws, but not for a million. */
    @Test
    void atMost_moreDraws() {
        Checked<Bytes> checked = check(PAGE).withConfidence(percent(84)).atMost(kb(135));
        assertThat(limit(PAGE).atMost(kb(135)).holdsWith(percent(84))).isEqualTo(Verdict.UNDECIDED);
        assertThat(checked.isHeld()).isTrue();
    }

    /** Some draws have no answer: a check never passes on those. */
    @Test
    void atMost_noAnswerForSomeDraws() {
        Bytes free = tb(10).minus(assume("used", between(tb(3), tb(9)))).named("free");
        assertFails(() -> check(free).atMost(tb(20)), """
                free
                  expected at most  20 TB with 95% confidence
                  but is            4.8 TB
                  probability       (not found: 10 TB − used would be below zero in 408 of 16,384 draws, which no Bytes can be: to stop at zero take away no more than there is, a.minus(b.min(a)))
                assumed
                  used = 5.196 TB (3 … 9)
                calculated
                  free = 10 TB − used
                       = 10 TB − 5.196 TB
                       = 4.804 TB (no range: 10 TB − used would be below zero in 408 of 16,384 draws, which no Bytes can be: to stop at zero take away no more than there is, a.minus(b.min(a)))""");
    }

    @Test
    void atMost_plain() {
        assertFails(() -> check(count(50, "posts")).atMost(count(40)), """
                count
                  expected at most  40 posts
                  but is            50 posts
                  over by           10 posts (25%)""");
    }

    @Test
    void atMost_zero() {
        assertFails(() -> check(gb(3).named("lost")).atMost(gb(0)), """
                lost
                  expected at most  0 B
                  but is            3 GB
                  over by           3 GB
                  fits with         nothing found: no single assumption mends it, from a millionth to a million times its best guess
                assumed
                  lost = 3 GB""");
    }

    @Test
    void atMost_unnamedRange() {
        assertFails(() -> check(between(count(50), count(70))).atMost(count(40)), """
                count
                  expected at most  40 with 95% confidence
                  but p95 is        70; best guess 59.16 (50 … 70)
                  probability       0.0065%, exact
                  over by           30 (75%)
                  fits with         59 (50 … 70)  never above 40  now 59.16 (50 … 70)
                  driven by         59 (50 … 70)  100% ████████████████████  50 … 70
                assumed
                  a range without a name = 59.16 (50 … 70)""");
    }

    @Test
    void atMost_share() {
        Share used = assume("used", percent(75));
        assertFails(() -> check(used).atMost(percent(70)), """
                used
                  expected at most  70%
                  but is            75%
                  over by           5 percentage points
                  fits with         used  at most 70%  now 75%
                assumed
                  used = 75%""");
    }

    @Test
    void atLeast_availability() {
        Availability service = assume("web", percentUp(99.9))
                .times(assume("database", percentUp(99.8)))
                .named("service");
        assertFails(() -> check(service).atLeast(percentUp(99.85)), """
                service
                  expected at least  99.85% (2.8 nines)
                  but is             99.7% (2.5 nines)
                  short by           ×2 the downtime
                  fits with          database  at least 99.94995%  now 99.8%
                assumed
                  web      = 99.9%
                  database = 99.8%
                calculated
                  service = web × database
                          = 99.9% × 99.8%
                          = 99.7002%""");
    }

    /** Each part alone leaves more than the limit. */
    @Test
    void atMost_nothingHelps() {
        Bytes sum = assume("part 0", gb(10))
                .plus(assume("part 1", gb(11)))
                .plus(gb(10))
                .named("sum");
        assertFails(() -> check(sum).atMost(gb(5)), """
                sum
                  expected at most  5 GB
                  but is            31 GB
                  over by           26 GB (it is ×6.2 the limit)
                  fits with         nothing found: no single assumption mends it, from a millionth to a million times its best guess
                assumed
                  part 0 = 10 GB
                  part 1 = 11 GB
                calculated
                  sum = part 0 + part 1 + 10 GB
                      = 10 GB + 11 GB + 10 GB
                      = 31 GB""");
    }

    @Test
    void atMost_ofAModel() {
        var traffic = Traffic.builder()
                .dailyActiveUsers(million(10))
                .actionsPerUser(count(7))
                .build();
        assertFails(() -> check(traffic.peakQps()).atMost(qps(1000)), """
                peak rate
                  expected at most  1,000 req/s
                  but is            1,620 req/s
                  over by           620 req/s (62%)
                  fits with         daily active users  at most 6.171M  now 10M
                                    actions per user    at most 4       now 7
                assumed
                  daily active users = 10M
                  actions per user   = 7
                not set, so left at the default
                  active window   = 1 d  (requests come around the clock)
                  peak to average = ×2   (A. Xu, System Design Interview; 2 to 10 by the kind of service)
                calculated
                  requests per day = daily active users × actions per user
                                   = 10M × 7
                                   = 70M
                  rate while active = requests per day ÷ active window
                                    = 70M ÷ 1 d
                                    = 810.2 req/s
                  peak rate = rate while active × peak to average
                            = 810.2 req/s × 2
                            = 1,620 req/s""");
    }

    private static void assertFails(ThrowingCallable check, String text) {
        assertThatThrownBy(check).isExactlyInstanceOf(AssertionError.class).hasMessage(text);
    }

    /** 7 × 2 is 14 and 7 × 3 is 21: no whole number is between, so fractions are said; 15 ÷ 7 and 20 ÷ 7. */
    @Test
    void between_noWholeNumber() {
        Count product = assume("q", count(10)).times(assume("k", count(7))).named("cc");
        assertThatThrownBy(() -> check(product).between(count(15), count(20)))
                .hasMessageContaining("q  between 2.143 and 2.857  now 10")
                .hasMessageContaining("k  between 2 and 2          now 7");
    }

    /** With no server there is no answer, and with one the wait is 7.3 µs. */
    @Test
    void atLeast_noServersAreOffered() {
        TimeSpan wait = ErlangC.of(assume("load", qps(26.9)), assume("svc", ms(0.517)), assume("n", count(5)))
                .meanWait();
        assertThatThrownBy(() -> check(wait).atLeast(ms(5.45)))
                .hasMessageContaining("fits with")
                .hasMessageNotContaining("at most 0");
    }

    /** What a library inside says of NaN is of no use to who reads this. */
    @Test
    void atMost_sumOfLatencies() {
        TimeSpan p99 = Latencies.latencyP50P99(ms(10), ms(50)).inARow(3).p99();
        assertThatThrownBy(() -> check(p99).atMost(ms(30)))
                .hasMessageContaining("over by")
                .hasMessageNotContaining("NaN")
                .hasMessageNotContaining("Not a probability");
    }

    /** 3,000 × 10 ms are 30 of 32 workers, 93.75 %: above 50 by 43.75 of a hundred, which is no 87.5 % of them. */
    @Test
    void atMost_ofAUtilization_saysPercentOnce() {
        Ratio busy = ErlangC.of(qps(3_000), ms(10), count(32)).utilization();
        assertThatThrownBy(() -> check(busy).atMost(ratio(0.5)))
                .hasMessageContaining("over by           43.75 percentage points\n");
    }

    /** The range of the best guess ends where the percentile beside it is, in as many digits. */
    @Test
    void bestGuess_doesNotContradictThePercentileBesideIt() {
        Qps peak = Quantities.assume("rate", Quantities.between(Quantities.qps(1130), Quantities.qps(1250.3)))
                .times(Quantities.ratio(1.01))
                .named("peak");
        assertThatThrownBy(() -> Checks.check(peak).atMost(Quantities.qps(1220)))
                .hasMessageContaining("but p95 is        1,263 req/s; best guess 1,201 req/s (1,141 … 1,263)");
    }
}
