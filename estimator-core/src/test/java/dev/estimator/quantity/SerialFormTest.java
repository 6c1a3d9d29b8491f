package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbPerSecond;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.estimator.Serial;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Scale;
import java.io.InvalidObjectException;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerialFormTest {
    private static final int LONG = 20_000;

    static List<Quantity<?>> plain() {
        return List.of(
                qps(3),
                gb(5),
                gbPerSecond(7),
                ms(11),
                count(13),
                count(17, "posts"),
                ratio(19),
                percent(23),
                percentUp(99.9),
                usd(29),
                eur(31).per(gb(37)),
                usd(41).per(count(43)),
                eur(47).per(days(53)),
                bytes(0),
                bytes(Double.MAX_VALUE),
                bytes(Double.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void roundTrip_plain(Quantity<?> quantity) {
        Quantity<?> again = Serial.roundTrip(quantity);
        assertEquals(quantity, again);
        assertEquals(quantity.toLongString(), again.toLongString());
        assertEquals(quantity.toString(), again.toString());
    }

    @ParameterizedTest
    @MethodSource("plain")
    void roundTrip_assumption(Quantity<?> quantity) {
        Quantity<?> named = quantity.named("it");
        assertEquals(named, Serial.roundTrip(named));
        assertEquals("it", Serial.roundTrip(named).name());
        assertEquals(
                named.explain().toString(), Serial.roundTrip(named).explain().toString());
    }

    @Test
    void roundTrip_derivation() {
        Qps rate = rate();
        Qps again = Serial.roundTrip(rate);
        assertEquals(rate, again);
        assertEquals(rate.explain(), again.explain());
        assertEquals(rate.explain().toString(), again.explain().toString());
    }

    @Test
    void roundTrip_stillAnswersWhatIf() {
        Qps again = Serial.roundTrip(rate());
        assertEquals(rate().given("users", million(7)), again.given("users", million(7)));
        assertEquals(rate().given("users", million(7)), again.given(assume("users", million(10), "plan"), million(7)));
        assertEquals(
                rate().given("users", million(7))
                        .given("hit ratio", percent(50))
                        .explain()
                        .toString(),
                Serial.roundTrip(again.given("users", million(7)))
                        .given("hit ratio", percent(50))
                        .explain()
                        .toString());
    }

    @Test
    void roundTrip_everyKindOfStep() {
        Availability site = assume("site", percentUp(99.5));
        TimeSpan down = site.or(site.times(percentUp(98)).atLeast(2, 3)).downtime(days(365));
        Ratio ratio = Ratio.computed(
                        "{0} squared", new Square(), down.div(days(1)).max(ratio(2)))
                .div(10)
                .rounded(3, new Unit<>(Dimension.RATIO, Scale.of("", 1)), RoundingMode.UP)
                .times(seconds(7)
                        .times(qps(11))
                        .ceil()
                        .div(count(100))
                        .toShare()
                        .complement()
                        .toRatio());
        assertEquals(ratio.explain(), Serial.roundTrip(ratio).explain());
        assertEquals(ratio.given("site", percentUp(97)), Serial.roundTrip(ratio).given("site", percentUp(97)));
    }

    /** Every second sum is a line of its own: one of two equal terms is short enough to be written twice. */
    @Test
    void roundTrip_sharedStepsStayShared() {
        Bytes doubled = assume("start", gb(1e-9)).times(3);
        for (int i = 0; i < 60; i++) {
            doubled = doubled.plus(doubled);
        }
        assertEquals(doubled, Serial.roundTrip(doubled));
        assertEquals(doubled.explain(), Serial.roundTrip(doubled).explain());
        assertEquals(31, doubled.explain().steps().size());
    }

    @Test
    void roundTrip_longChain() throws InterruptedException {
        SmallStack.run(() -> {
            Bytes step = assume("step", bytes(3));
            Bytes sum = step;
            for (int i = 0; i < LONG; i++) {
                sum = sum.plus(step);
            }
            Bytes again = Serial.roundTrip(sum);
            assertEquals(bytes(60_003), again);
            assertEquals(sum.explain().toString(), again.explain().toString());
            assertEquals(bytes(140_007), again.given("step", bytes(7)));
        });
    }

    @Test
    void read_tamperedValue() {
        byte[] written = Serial.write(percentUp(99.9));
        byte[] good = ByteBuffer.allocate(8)
                .putDouble(percentUp(99.9).unavailability().value())
                .array();
        int at = indexOf(written, good);
        ByteBuffer.wrap(written).putDouble(at, 1.5);
        assertThatThrownBy(() -> Serial.read(written))
                .cause()
                .isExactlyInstanceOf(InvalidObjectException.class)
                .hasMessage(
                        "a quantity cannot be read from the stream: Availability must be between 0 and 1 but was 1.5")
                .cause()
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("Availability must be between 0 and 1 but was 1.5");
    }

    private static int indexOf(byte[] text, byte[] part) {
        for (int i = 0; i + part.length <= text.length; i++) {
            if (Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    private record Square() implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[0] * inputs[0];
        }
    }

    private static Qps rate() {
        return assume("users", million(10), "plan")
                .times(assume("requests", count(20)))
                .per(DAY)
                .named("average")
                .times(assumeDefault("peak to average", ratio(3), "rule of thumb"))
                .times(assume("hit ratio", percent(75)).complement())
                .named("misses");
    }
}
