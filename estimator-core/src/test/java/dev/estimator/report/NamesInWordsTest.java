package dev.estimator.report;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Things of one name are told apart in words, never as 'p50 #2'. */
class NamesInWordsTest {
    private static final Pattern NUMBERED = Pattern.compile("#\\d");

    private static final Latency DISK = Latency.ofP50P99(ms(3), ms(70));
    private static final Latency WIRE = Latency.ofP50P99(ms(2), ms(50));
    private static final Count USERS = assume("users", between(count(1000), count(4000)));

    static Stream<Arguments> questions() {
        Map<String, Quantity<?>> asked = new LinkedHashMap<>();
        TimeSpan both = DISK.plus(WIRE).p99();
        asked.put("two latencies without names", both);
        asked.put("the slower of two", Latency.slowest(DISK, WIRE).p99());
        asked.put("medians", DISK.p50().plus(WIRE.p50()).plus(DISK.p99()));
        asked.put("two queues", queue(5, 7).meanWait().plus(queue(11, 13).meanWait()));
        asked.put(
                "two queues with spread",
                spread(5, 7).meanWait().plus(spread(11, 13).meanWait()));
        asked.put("a what-if beside it", USERS.plus(USERS.given(USERS, count(7000))));
        asked.put("two what-ifs", USERS.given(USERS, count(9000)).plus(USERS.given(USERS, count(7000))));
        asked.put("equal what-ifs", named(3).given("load", count(5)).plus(named(4).given("load", count(5))));
        asked.put("assumptions", named(3).plus(named(4)).plus(named(6)));
        asked.put("steps", gb(2).named("part").plus(gb(3).named("part")));
        return asked.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    private static Count named(double load) {
        return assume("load", count(load)).times(ratio(2)).named("twice");
    }

    private static ErlangC queue(double load, int servers) {
        return ErlangC.of(qps(load * 3), ms(300), count(servers));
    }

    private static ErlangC spread(double load, int servers) {
        return ErlangC.of(between(qps(load), qps(load * 1.2)), ms(300), count(servers));
    }

    @ParameterizedTest
    @MethodSource("questions")
    <Q extends Quantity<Q>> void noName_isNumbered(String of, Q answer) {
        assertThat(answer.explain().toString()).as(of).doesNotContainPattern(NUMBERED);
        Page page = Report.titled(of).headline(answer.named("the answer")).page();
        assertThat(page.text()).doesNotContainPattern(NUMBERED);
        assertThat(page.json()).doesNotContainPattern(NUMBERED);
    }
}
