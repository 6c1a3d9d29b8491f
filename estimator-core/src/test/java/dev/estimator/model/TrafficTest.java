package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.model.BaseTraffic.BASE;
import static dev.estimator.model.BaseTraffic.TRADING;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrafficTest {
    @ParameterizedTest
    @MethodSource("waysToStateTheVolume")
    void volume_statedInAnyWay(String way, Traffic traffic) {
        assertNear(35, traffic.averageQps().to(PER_SECOND));
        assertNear(28, traffic.readQps().to(PER_SECOND));
        assertNear(7, traffic.writeQps().to(PER_SECOND));
        assertNear(3_024_000, traffic.requestsPerDay().to(ONES));
    }

    static Stream<Arguments> waysToStateTheVolume() {
        return Stream.of(
                Arguments.of("daily users", BASE),
                Arguments.of(
                        "monthly users",
                        mixed().monthlyActiveUsers(count(1_080_000))
                                .dailyShareOfMonthly(percent(40))
                                .actionsPerUser(count(7))
                                .build()),
                Arguments.of(
                        "actions per month",
                        BASE.withActionsPerUser(count(2555)).withActionsPeriod(MONTH.times(12))),
                Arguments.of("rate", mixed().requestRate(qps(35)).build()),
                Arguments.of("rate of reads", mixed().readRate(qps(28)).build()),
                Arguments.of("rate of writes", mixed().writeRate(qps(7)).build()),
                Arguments.of(
                        "both rates",
                        Traffic.builder().readRate(qps(28)).writeRate(qps(7)).build()));
    }

    private static Traffic.Builder mixed() {
        return Traffic.builder().readsPerWrite(ratio(4));
    }

    @ParameterizedTest
    @MethodSource("waysToStateTheMix")
    void mix_nineReadsForOneWrite(Function<Traffic.Builder, Traffic.Builder> mix) {
        Traffic ofAll = mix.apply(Traffic.builder().requestRate(qps(50))).build();
        Traffic ofReads = mix.apply(Traffic.builder().readRate(qps(45))).build();
        Traffic ofWrites = mix.apply(Traffic.builder().writeRate(qps(5))).build();
        for (Traffic traffic : new Traffic[] {ofAll, ofReads, ofWrites}) {
            assertNear(50, traffic.averageQps().to(PER_SECOND));
            assertNear(45, traffic.readQps().to(PER_SECOND));
            assertNear(5, traffic.writeQps().to(PER_SECOND));
        }
    }

    static Stream<Function<Traffic.Builder, Traffic.Builder>> waysToStateTheMix() {
        return Stream.of(
                builder -> builder.readShare(percent(90)),
                builder -> builder.readsPerWrite(ratio(9)),
                builder -> builder.writesPerRead(ratio(1).div(9)));
    }

    /** Mint, system-design-primer: 5 billion transactions written and 500 million reads a month of 2.5 million s. */
    @Test
    void mix_writesOutnumberReads() {
        TimeSpan month = seconds(2.5e6);
        Traffic mint = Traffic.builder()
                .readRate(million(500).per(month))
                .writesPerRead(ratio(10))
                .build();
        assertNear(200, mint.readQps().to(PER_SECOND));
        assertNear(2000, mint.writeQps().to(PER_SECOND));
        assertNear(2200, mint.averageQps().to(PER_SECOND));
    }

    /** The same in a month of 30 d: 5e9 ÷ 2,592,000 s = 1929.01… = 156,250 ÷ 81. */
    @Test
    void mix_writesOutnumberReadsInThirtyDays() {
        Traffic mint = Traffic.builder()
                .writeRate(billion(5).per(days(30)))
                .readRate(million(500).per(days(30)))
                .build();
        assertNear(156_250 / 81.0, mint.writeQps().to(PER_SECOND));
        assertNear(15_625 / 81.0, mint.readQps().to(PER_SECOND));
    }

    @Test
    void mix_onlyReads() {
        Traffic reads = BASE.withReadShare(percent(100));
        assertThat(reads.readQps()).isEqualTo(qps(35));
        assertThat(reads.writeQps()).isEqualTo(qps(0));
    }

    @Test
    void mix_onlyReadsBesideWrites() {
        Traffic contradiction =
                Traffic.builder().writeRate(qps(5)).readShare(percent(100)).build();
        assertThatThrownBy(contradiction::readQps)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("write rate (5 req/s) ÷ 0% has no answer: the divisor is zero");
    }

    @Test
    void dailyShareOfMonthly_half() {
        Traffic monthly = Traffic.builder()
                .monthlyActiveUsers(million(25))
                .actionsPerUser(count(10))
                .build();
        assertNear(125e6, monthly.requestsPerDay().to(ONES));
    }

    /** 1 % super users × 50 and 99 % × 1 are 1.49 as much: 35 × 1.49 = 52.15. */
    @Test
    void tiers_superUsers() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(count(432_000))
                .actionsPerUser(count(7))
                .tier("super users", percent(1), ratio(50))
                .build();
        assertNear(52.15, traffic.averageQps().to(PER_SECOND));
        assertNear(4_505_760, traffic.requestsPerDay().to(ONES));
    }

    /** 1 % × 50 + 20 % × 0.1 + 79 % × 1 = 1.31; 35 × 1.31 = 45.85. */
    @Test
    void tiers_activeAndIdle() {
        Traffic traffic = BASE.withTiers(
                new Traffic.Tier("super users", percent(1), ratio(50)),
                new Traffic.Tier("lurkers", percent(20), ratio(0.1)));
        assertNear(45.85, traffic.averageQps().to(PER_SECOND));
    }

    @Test
    void tiers_everybody() {
        Traffic traffic = BASE.withTiers(
                new Traffic.Tier("half", percent(50), ratio(3)), new Traffic.Tier("other half", percent(50), ratio(5)));
        assertNear(140, traffic.averageQps().to(PER_SECOND));
    }

    /** 3,024,000 ÷ 23,400 s = 1680 ÷ 13. */
    @Test
    void activeWindow_ofUsers() {
        Traffic trading = BASE.withActiveWindow(TRADING);
        assertNear(35, trading.averageQps().to(PER_SECOND));
        assertNear(1680 / 13.0, trading.activeQps().to(PER_SECOND));
        assertNear(5040 / 13.0, trading.peakQps().to(PER_SECOND));
        assertNear(3_024_000, trading.requestsPerDay().to(ONES));
    }

    @Test
    void activeWindow_ofStatedRate() {
        Traffic trading = mixed().requestRate(qps(35)).activeWindow(TRADING).build();
        assertNear(35, trading.averageQps().to(PER_SECOND));
        assertNear(28, trading.readQps().to(PER_SECOND));
        assertNear(1680 / 13.0, trading.activeQps().to(PER_SECOND));
        assertNear(1344 / 13.0, trading.activeReadQps().to(PER_SECOND));
        assertNear(3_024_000, trading.requestsPerDay().to(ONES));
    }

    @Test
    void activeWindow_ofStatedReadsAndWrites() {
        Traffic trading = Traffic.builder()
                .readRate(qps(28))
                .writeRate(qps(7))
                .activeWindow(TRADING)
                .build();
        assertNear(28, trading.readQps().to(PER_SECOND));
        assertNear(7, trading.writeQps().to(PER_SECOND));
        assertNear(35, trading.averageQps().to(PER_SECOND));
        assertNear(1344 / 13.0, trading.activeReadQps().to(PER_SECOND));
        assertNear(336 / 13.0, trading.activeWriteQps().to(PER_SECOND));
        assertNear(1680 / 13.0, trading.activeQps().to(PER_SECOND));
        assertNear(3_024_000, trading.requestsPerDay().to(ONES));
    }

    /** Divided by 100,000 s they are 30.24 a second; over the whole day of 86,400 s it stays 35. */
    @Test
    void day_ofUsers() {
        Traffic rounded = BASE.withDay(seconds(1e5));
        assertNear(30.24, rounded.activeQps().to(PER_SECOND));
        assertNear(90.72, rounded.peakQps().to(PER_SECOND));
        assertNear(35, rounded.averageQps().to(PER_SECOND));
        assertNear(3_024_000, rounded.requestsPerDay().to(ONES));
        assertThat(rounded).hasToString("traffic of 35 req/s, 30 req/s while active, 91 req/s at peak");
    }

    @Test
    void activeWindow_wholeDay() {
        assertThat(BASE.withActiveWindow(days(1)).activeQps()).isEqualTo(BASE.averageQps());
    }

    @Test
    void peakQps() {
        assertNear(105, BASE.peakQps().to(PER_SECOND));
    }

    @Test
    void peakReadQps() {
        assertNear(84, BASE.peakReadQps().to(PER_SECOND));
    }

    @Test
    void peakWriteQps() {
        assertNear(21, BASE.peakWriteQps().to(PER_SECOND));
    }

    /** Game leaderboard, A. Xu volume 2: 5 million players × 10 games in a day of 100,000 s, peak 5 times. */
    @Test
    void peakQps_leaderboard() {
        Traffic games = Traffic.builder()
                .dailyActiveUsers(million(5))
                .actionsPerUser(count(10))
                .day(seconds(1e5))
                .peakToAverage(ratio(5))
                .build();
        assertNear(500, games.activeQps().to(PER_SECOND));
        assertNear(2500, games.peakQps().to(PER_SECOND));
    }

    @Test
    void peakToAverage_one() {
        assertThat(BASE.withPeakToAverage(ratio(1)).peakQps()).isEqualTo(BASE.averageQps());
    }

    @Test
    void with_value() {
        assertNear(10, BASE.withActionsPerUser(count(2)).averageQps().to(PER_SECOND));
        assertNear(35, BASE.averageQps().to(PER_SECOND));
    }

    @Test
    void with_function() {
        assertNear(
                70,
                BASE.withDailyActiveUsers(users -> users.times(2)).averageQps().to(PER_SECOND));
        assertNear(52.5, BASE.withPeakToAverage(peak -> peak.div(2)).peakQps().to(PER_SECOND));
        assertNear(7, BASE.withReadShare(Share::complement).readQps().to(PER_SECOND));
    }

    @Test
    void given_keepsTheModel() {
        var users = assume("users", thousand(864));
        var peak = BASE.withDailyActiveUsers(users).peakQps();
        assertNear(210, peak.to(PER_SECOND));
        assertNear(105, peak.given(users, count(432_000)).to(PER_SECOND));
        assertNear(420, peak.given("peak to average", ratio(6)).to(PER_SECOND));
    }

    @Test
    void peakReadQps_explanation() {
        var users = assume("users", million(25), "product plan");
        Traffic traffic = Traffic.builder()
                .monthlyActiveUsers(users)
                .dailyShareOfMonthly(percent(20))
                .actionsPerUser(count(10))
                .readsPerWrite(ratio(4))
                .build();
        assertThat(traffic.peakReadQps().explain()).hasToString("""
                        assumed
                          users                        = 25M  (product plan)
                          daily share of monthly users = 20%
                          actions per user             = 10
                          reads per write              = ×4
                        not set, so left at the default
                          active window   = 1 d  (requests come around the clock)
                          peak to average = ×2   (A. Xu, System Design Interview; 2 to 10 by the kind of service)
                        calculated
                          daily active users = users × daily share of monthly users
                                             = 25M × 20%
                                             = 5M
                          requests per day = daily active users × actions per user
                                           = 5M × 10
                                           = 50M
                          rate while active = requests per day ÷ active window
                                            = 50M ÷ 1 d
                                            = 578.7 req/s
                          read share = reads per write ÷ (reads per write + 1)
                                     = 4 ÷ (4 + 1)
                                     = 80%
                          read rate while active = rate while active × read share
                                                 = 578.7 req/s × 80%
                                                 = 463 req/s
                          peak read rate = read rate while active × peak to average
                                         = 463 req/s × 2
                                         = 925.9 req/s""");
    }

    @Test
    void requestRate_asMeanOfWholeDays() {
        Traffic traffic = Traffic.builder().requestRate(perDay(864_000)).build();
        assertNear(10, traffic.averageQps().to(PER_SECOND));
        assertNear(864_000, traffic.requestsPerDay().to(ONES));
    }

    @Test
    void toString_averageAndPeak() {
        assertThat(BASE).hasToString("traffic of 35 req/s, 105 req/s at peak");
    }

    /** A million users who do ten things a day made '116 users/s', and '10M users' a day. */
    @Test
    void requests_areNoUsers() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(count(1e6, "users"))
                .actionsPerUser(count(10))
                .sessionsPerUser(count(3, "visits"))
                .sessionLength(minutes(5))
                .readShare(percent(80))
                .fanOut(count(200, "followers"))
                .build();
        assertThat(traffic.averageQps()).hasToString("116 req/s");
        assertThat(traffic.requestsPerDay()).hasToString("10M");
        assertThat(traffic.deliveries()).hasToString("4.6k req/s");
        assertThat(traffic.concurrentUsers()).hasToString("10k users");
        Traffic posts = traffic.withActionsPerUser(count(10, "posts"));
        assertThat(posts.averageQps()).hasToString("116 posts/s");
        assertThat(posts.requestsPerDay()).hasToString("10M posts");
        assertThat(posts.deliveries()).hasToString("4.6k posts/s");
        Traffic rates = Traffic.builder()
                .readRate(count(70, "downloads").per(SECOND))
                .writeRate(count(30, "uploads").per(SECOND))
                .build();
        assertThat(rates.averageQps()).hasToString("100 req/s");
    }
}
