package dev.estimator.check;

import static dev.estimator.check.Checks.check;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.graph.Inside;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failed check says an input would have to be makes the check hold, to the letter, when it is put in. */
class RemediesHoldTest {
    private static final Pattern REMEDY = Pattern.compile(
            "(?m)^(?:  fits with|\\s{10,})\\s+(\\S.*?)\\s{2,}(?:at most|at least|never above|never below) (.+?)\\s{2,}now .*$");

    private static final Count USERS = assume("users", between(million(5), million(20)));
    private static final Count PER_USER = assume("calls per user", between(count(5), count(20)));
    private static final Ratio PEAK = assume("peak", between(ratio(2), ratio(4)));
    private static final Bytes SIZE = assume("size", between(bytes(300), bytes(900)));
    private static final TimeSpan KEPT = assume("kept", between(days(200), days(500)));
    private static final Share READS = assume("reads", between(percent(60), percent(95)));
    private static final Qps BATCH = assume("batch", between(qps(100), qps(300)));
    private static final TimeSpan SERVICE = assume("service time", between(ms(5), ms(9)));

    private static final Map<String, Function<String, Quantity<?>>> READERS = Map.ofEntries(
            Map.entry("users", Count::parse),
            Map.entry("calls per user", Count::parse),
            Map.entry("peak", Ratio::parse),
            Map.entry("size", Bytes::parse),
            Map.entry("kept", TimeSpan::parse),
            Map.entry("reads", Share::parse),
            Map.entry("batch", Qps::parse),
            Map.entry("service time", TimeSpan::parse),
            Map.entry("rest", TimeSpan::parse),
            Map.entry("cached", TimeSpan::parse),
            Map.entry("median", TimeSpan::parse),
            Map.entry("rare", TimeSpan::parse),
            Map.entry("price", Money::parse),
            Map.entry("hits", Share::parse));

    private static final Qps RATE = USERS.times(PER_USER).per(DAY);
    private static final Qps WITH_BATCH = RATE.times(PEAK).plus(BATCH);
    private static final Qps WRITES = RATE.times(READS.complement()).plus(BATCH);

    @ParameterizedTest
    @ValueSource(doubles = {60, 75, 90, 95, 99})
    void remedy_holds(double confidence) {
        assertRemediesHold(RATE.times(PEAK).named("rate"), qps(2000), confidence);
        assertRemediesHold(WITH_BATCH.named("rate and batch"), qps(2000), confidence);
        assertRemediesHold(WRITES.named("writes"), qps(300), confidence);
        assertRemediesHold(WRITES.times(SIZE).times(KEPT).named("disk"), tb(2), confidence);
        assertRemediesHold(WITH_BATCH.max(WRITES.times(PEAK).times(2)).named("busier"), qps(2500), confidence);
        assertRemediesHold(
                ErlangC.of(BATCH.times(5), SERVICE, count(10)).meanWait().named("wait"), ms(1), confidence);
    }

    /** A p99 that takes a thousand times as long as a sum, of one range, and of several, which are drawn. */
    @ParameterizedTest
    @ValueSource(doubles = {75, 95})
    void remedy_holdsOfASlowEstimate(double confidence) {
        TimeSpan fast = assume("cached", ms(4));
        TimeSpan rest = assume("rest", ms(3));
        for (Share reads : List.of(assume("reads", percent(80)), READS)) {
            Latency page = Latency.cached(reads, Latency.exponential(fast), Latency.exponential(SERVICE))
                    .plus(Latency.exponential(rest));
            assertThat(Engine.isSlow(Inside.node(page.p99()))).isTrue();
            assertThat(assertRemediesHold(page.p99().named("p99"), ms(25), confidence))
                    .isGreaterThanOrEqualTo(2);
        }
    }

    /** What is rounded up of a product, plus a little, is known by draws alone: NumPy says $0.966 for the price. */
    @ParameterizedTest
    @ValueSource(doubles = {75, 90, 95})
    void remedy_holdsOfARoundedSum(double confidence) {
        Count calls = assume("first", between(count(80), count(400)));
        Count each = assume("second", between(count(5), count(20)));
        Money bill = calls.times(each)
                .ceil()
                .plus(assume("third", between(count(1), count(9))))
                .times(assume("price", usd(2)))
                .named("bill");
        assertThat(assertRemediesHold(bill, usd(5000), confidence)).isEqualTo(3);
    }

    /** Beside a log-normal time, whose percentiles are tried as far apart as a million times, and as near as one. */
    @Test
    void remedy_holdsOfALogNormal() {
        TimeSpan rest = assume("rest", between(ms(2), ms(3.5)));
        TimeSpan median = assume("median", ms(30));
        Latency payment = latencyP50P99(median, assume("rare", ms(210)));
        Latency page = Latency.cached(assume("hits", percent(20)), Latency.exponential(rest), payment)
                .plus(Latency.exponential(SERVICE));
        assertThat(assertRemediesHold(page.p99().named("p99"), ms(150), 90)).isEqualTo(3);
    }

    private static <Q extends Amount<Q>> int assertRemediesHold(Q estimate, Q most, double confidence) {
        Throwable failure = failure(estimate, most, confidence);
        if (failure == null) {
            return 0;
        }
        int found = 0;
        Matcher remedy = REMEDY.matcher(failure.getMessage());
        while (remedy.find()) {
            found++;
            Quantity<?> value =
                    READERS.getOrDefault(remedy.group(1), Count::parse).apply(remedy.group(2));
            String what = String.format(
                    "%s at %s %% with %s = %s", estimate.name(), confidence, remedy.group(1), remedy.group(2));
            assertThat(failure(estimate.given(remedy.group(1), value), most, confidence))
                    .as(what)
                    .isNull();
            if (!Engine.isSlow(Inside.node(estimate))) { // of those the check itself has 64 times as many draws
                Quantity<?> beyond = beyond(value, remedy.group());
                assertThat(failure(estimate.given(remedy.group(1), beyond), most, confidence))
                        .as("beyond: " + what)
                        .isNotNull();
            }
        }
        return found;
    }

    private static <Q extends Amount<Q>> @Nullable Throwable failure(Q estimate, Q most, double confidence) {
        return catchThrowable(
                () -> check(estimate).withConfidence(percent(confidence)).atMost(most));
    }

    /** Two hundredths beyond what is said to be the most or the least; of few whole things one more or less. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a quantity is of its own type
    private static Quantity<?> beyond(Quantity<?> value, String remedy) {
        boolean isMost = remedy.contains("at most") || remedy.contains("never above");
        double found = Inside.value(value);
        boolean isWhole = value instanceof Count && found == Math.rint(found) && found < 50;
        double step = isWhole ? 1 : 0.02 * (value instanceof Share ? Math.min(found, 1 - found) : found);
        return Inside.like((Quantity) value, isMost ? found + step : found - step);
    }
}
