package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.triangular;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.estimator.Serial;
import dev.estimator.latency.Latency;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream that was changed on its way gives a valid value or is refused, whatever byte it is. */
class TamperedStreamTest {
    private static final double[] ODD = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -5, -0.0, 0, 1.5, 7e9, Double.MAX_VALUE
    };

    static Stream<Object> samples() {
        Latency stated = Latency.ofP50P99(ms(3), ms(41));
        return Stream.of(
                gb(7),
                percentUp(99.9),
                usd(29).per(gb(37)),
                between(million(1), million(4)),
                assume("share", between(percent(3), percent(11))),
                between(million(1), million(2), million(7)),
                triangular(ms(2), ms(5), ms(13)),
                uniform(percent(17), percent(23)),
                oneOf(Map.of(gb(2), percent(30), gb(5), percent(70))),
                assume("rate", qps(19), "a log").times(between(ms(2), ms(9))).named("busy"),
                stated,
                Latency.ofPercentiles(Map.of(50, ms(3), 99, ms(17), 100, ms(29)))
                        .named("api"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyByte(Object sample) {
        byte[] good = Serial.write(sample);
        for (int i = 0; i < good.length; i++) {
            for (int flip : new int[] {1, 0xff}) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) flip;
                requireValidOrRefused(bad, sample + " at byte " + i + " by " + flip);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyNumber(Object sample) {
        byte[] good = Serial.write(sample);
        for (int i = 0; i + Double.BYTES <= good.length; i++) {
            double was = ByteBuffer.wrap(good).getDouble(i);
            if (Math.abs(was) > 1e-9 && Math.abs(was) < 1e13) {
                for (double odd : ODD) {
                    byte[] bad = good.clone();
                    ByteBuffer.wrap(bad).putDouble(i, odd);
                    requireValidOrRefused(bad, sample + " with " + odd + " at " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cutShort(Object sample) {
        byte[] good = Serial.write(sample);
        for (int length = 0; length < good.length; length++) {
            requireValidOrRefused(Arrays.copyOf(good, length), sample + " cut to " + length);
        }
    }

    @Test
    void impossibleRanges() {
        refused(between(gb(2), gb(8)), 4e9, -5, "amount must be finite and not negative but was -5.0");
        refused(between(gb(2), gb(8)), 4e9, Double.NaN, "amount must be finite and not negative but was NaN");
        refused(uniform(percent(17), percent(23)), 0.23, 7e9, "range must rise within what a Share can be");
        refused(uniform(percent(17), percent(23)), 0.17, 0.4, "range must rise within what a Share can be");
        refused(triangular(gb(2), gb(5), gb(13)), 2e9, 14e9, "range must rise within what a Bytes can be");
        refused(oneOf(Map.of(gb(2), percent(30), gb(5), percent(70))), 2e9, 6e9, "values must rise");
    }

    /**
     * Kryo and the like copy the fields that are not transient: then a range would lose its derivation without a word.
     */
    @Test
    void noFieldIsLeftOutByCopies() {
        for (Object sample : samples().toList()) {
            for (Class<?> type = sample.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    assertThat(Modifier.isTransient(field.getModifiers()))
                            .as(field.toString())
                            .isFalse();
                }
            }
        }
    }

    private static void refused(Object sample, double was, double is, String reason) {
        byte[] bytes = Serial.write(sample);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int changed = 0;
        for (int i = 0; i + Double.BYTES <= bytes.length; i++) {
            if (Math.abs(buffer.getDouble(i) / was - 1) < 1e-12) {
                buffer.putDouble(i, is);
                changed++;
            }
        }
        assertThat(changed).isPositive();
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageContaining(reason);
    }

    private static void requireValidOrRefused(byte[] bytes, String where) {
        Object read;
        try {
            read = read(bytes);
        } catch (IOException | ClassNotFoundException e) {
            return; // refused by the library or by the stream itself
        } catch (RuntimeException | Error e) {
            // The stream of the JDK has errors of its own where its structure is broken.
            assertThat(Arrays.stream(e.getStackTrace()).limit(1)) // none if it was thrown often
                    .as(where)
                    .allMatch(frame -> "java.base".equals(frame.getModuleName()));
            return;
        }
        try {
            List.of(read == null ? 0 : read.hashCode());
            if (read instanceof Quantity<?> quantity) {
                assertThat(quantity.explain().assumptions().toString()).isNotBlank();
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            assertThat(e)
                    .as(where)
                    .isExactlyInstanceOf(
                            e instanceof ArithmeticException
                                    ? ArithmeticException.class
                                    : IllegalArgumentException.class);
        } catch (RuntimeException | Error e) {
            fail(where, e);
        }
    }

    @SuppressWarnings("BanSerializableRead") // what it reads, the test wrote
    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("maxarray=100000")); // or the JDK makes it
            return in.readObject();
        }
    }
}
