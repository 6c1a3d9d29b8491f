package dev.estimator.model;

import static dev.estimator.model.BaseTraffic.BASE;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that are out of range, that contradict each other or that are missing. */
class TrafficRefusalsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0.25})
    void peakToAverage_outOfRange(double bad) {
        assertRefused(
                "peakToAverage must be at least 1 but was " + bad, traffic -> traffic.withPeakToAverage(ratio(bad)));
    }

    @Test
    void actionsPeriod_zero() {
        assertRefused("actionsPeriod must be above zero but was 0 s", traffic -> traffic.withActionsPeriod(seconds(0)));
    }

    @Test
    void activeWindow_zero() {
        assertRefused("activeWindow must be above zero but was 0 s", traffic -> traffic.withActiveWindow(hours(0)));
    }

    @Test
    void activeWindow_longerThanDay() {
        assertRefused(
                "activeWindow must be at most 1 d but was 24.5 h", traffic -> traffic.withActiveWindow(hours(24.5)));
    }

    @Test
    void day_besideAWindow() {
        assertRefused(
                "set only one of activeWindow, day: they say the same thing",
                traffic -> traffic.withDay(hours(20)).withActiveWindow(hours(19)));
    }

    @Test
    void day_besideARate() {
        assertRefused(
                "day must not be set beside a rate: it is what the actions of users are divided by",
                traffic -> traffic.withDailyActiveUsers(Optional.empty())
                        .withRequestRate(qps(9))
                        .withDay(seconds(1e5)));
    }

    @Test
    void day_zero() {
        assertRefused("day must be above zero but was 0 s", traffic -> traffic.withDay(hours(0)));
    }

    @Test
    void tiers_moreThanEverybody() {
        assertRefused(
                "tiers must be at most 100% of the users together but were 125.0%",
                traffic -> traffic.withTiers(
                        new Traffic.Tier("many", percent(75), ratio(2)),
                        new Traffic.Tier("others", percent(50), ratio(3))));
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void build_conflict(String message, UnaryOperator<Traffic> change) {
        assertRefused(message, change);
    }

    static Stream<Arguments> conflicts() {
        return Stream.of(
                conflict(
                        "set only one of dailyActiveUsers, monthlyActiveUsers: they say the same thing",
                        traffic -> traffic.withMonthlyActiveUsers(million(3))),
                conflict(
                        "set only one of dailyActiveUsers, requestRate: they say the same thing",
                        traffic -> traffic.withRequestRate(qps(5))),
                conflict(
                        "set only one of dailyActiveUsers, readRate or writeRate: they say the same thing",
                        traffic -> traffic.withReadRate(qps(5))),
                conflict(
                        "set only one of dailyActiveUsers, readRate or writeRate: they say the same thing",
                        traffic -> traffic.withWriteRate(qps(5))),
                conflict(
                        "set only one of requestRate, readRate or writeRate: they say the same thing",
                        traffic -> traffic.withDailyActiveUsers(Optional.empty())
                                .withRequestRate(qps(9))
                                .withWriteRate(qps(5))),
                conflict(
                        "set only one of readShare, readsPerWrite: they say the same thing",
                        traffic -> traffic.withReadsPerWrite(ratio(4))),
                conflict(
                        "set only one of readShare, writesPerRead: they say the same thing",
                        traffic -> traffic.withWritesPerRead(ratio(0.25))),
                conflict(
                        "set only one of readsPerWrite, writesPerRead: they say the same thing",
                        traffic -> traffic.withReadShare(Optional.empty())
                                .withReadsPerWrite(ratio(4))
                                .withWritesPerRead(ratio(0.25))),
                conflict(
                        "set readRate and writeRate, or one of them and their relation, but not all three: they may"
                                + " disagree",
                        traffic -> traffic.withDailyActiveUsers(Optional.empty())
                                .withReadRate(qps(5))
                                .withWriteRate(qps(8))),
                conflict(
                        "readsPerWrite must be above zero but was ×0",
                        traffic -> traffic.withReadShare(Optional.empty()).withReadsPerWrite(ratio(0))),
                conflict(
                        "writesPerRead must be above zero but was ×0",
                        traffic -> traffic.withReadShare(Optional.empty()).withWritesPerRead(ratio(0))));
    }

    private static Arguments conflict(String message, UnaryOperator<Traffic> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest
    @MethodSource("questionsWithoutAnswer")
    void answer_inputMissing(String message, UnaryOperator<Traffic> change, Function<Traffic, Object> question) {
        Traffic traffic = change.apply(BASE);
        assertThatThrownBy(() -> question.apply(traffic))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> questionsWithoutAnswer() {
        String volume = "no volume is set: set requestRate, or readRate and writeRate, or dailyActiveUsers or"
                + " monthlyActiveUsers with actionsPerUser";
        String mix = "readShare is not set: set readShare, readsPerWrite or writesPerRead to tell reads from writes";
        UnaryOperator<Traffic> withoutUsers = traffic -> traffic.withDailyActiveUsers(Optional.empty());
        UnaryOperator<Traffic> withoutMix = traffic -> traffic.withReadShare(Optional.empty());
        UnaryOperator<Traffic> readsAlone =
                traffic -> withoutMix.apply(withoutUsers.apply(traffic)).withReadRate(qps(3));
        return Stream.of(
                missing(volume, withoutUsers, Traffic::averageQps),
                missing(volume, withoutUsers, Traffic::requestsPerDay),
                missing(volume, withoutUsers, Traffic::readQps),
                missing(
                        "actionsPerUser is not set: it is needed for the request rate",
                        traffic -> traffic.withActionsPerUser(Optional.empty()),
                        Traffic::requestsPerDay),
                missing(mix, withoutMix, Traffic::readQps),
                missing(mix, withoutMix, Traffic::peakWriteQps),
                missing(
                        "writeRate is not set: set it, or readShare, readsPerWrite or writesPerRead",
                        readsAlone,
                        Traffic::averageQps),
                missing(
                        "writeSize or requestSize is not set: it is needed for the bandwidth in",
                        traffic -> traffic.withWriteSize(Optional.empty()).withRequestSize(Optional.empty()),
                        Traffic::peakBandwidthIn),
                missing(
                        "readSize or responseSize is not set: it is needed for the bandwidth out",
                        traffic -> traffic.withReadSize(Optional.empty()).withResponseSize(Optional.empty()),
                        Traffic::peakBandwidthOut),
                missing(
                        "fanOut is not set: it is needed for the deliveries",
                        traffic -> traffic.withFanOut(Optional.empty()),
                        Traffic::deliveries),
                missing(
                        "sessionLength is not set: it is needed for the concurrent users",
                        traffic -> traffic.withSessionLength(Optional.empty()),
                        Traffic::concurrentUsers),
                missing(
                        "dailyActiveUsers or monthlyActiveUsers is not set: it is needed for the number of users",
                        withoutUsers,
                        Traffic::peakConcurrentUsers));
    }

    private static Arguments missing(
            String message, UnaryOperator<Traffic> change, Function<Traffic, Object> question) {
        return Arguments.of(message, change, question);
    }

    @Test
    void readRate_aloneNeedsNoMix() {
        assertThat(Traffic.builder().readRate(qps(7)).build().readQps()).isEqualTo(qps(7));
    }

    private static void assertRefused(String message, UnaryOperator<Traffic> change) {
        assertThatThrownBy(() -> change.apply(BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
