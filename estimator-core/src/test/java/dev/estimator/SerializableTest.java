package dev.estimator;

import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.caching.CacheLevels;
import dev.estimator.internal.input.SerialRecord;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Unit;
import dev.estimator.scaling.ScalabilityFit;
import dev.estimator.system.Load;
import dev.estimator.system.SystemScenarios;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands in a row, or in a function that is sent to other machines, can go there: models and theory, and systems.
 */
class SerializableTest {
    private static final Samples SAMPLES = new Samples();

    /** What a model answers with, which can be asked of it again where it arrives. */
    private static final Set<Class<?>> ANSWERS = Set.of(Load.class, ScalabilityFit.class, SystemScenarios.class);

    private static final Set<String> PACKAGES = Set.of(
            "caching",
            "flow",
            "latency",
            "model",
            "network",
            "queueing",
            "reliability",
            "scaling",
            "sharding",
            "slo",
            "system");

    static Stream<Class<?>> models() {
        return PublicClasses.all().stream()
                .filter(type -> PACKAGES.contains(type.getPackageName().substring("dev.estimator.".length())))
                .filter(type -> !ANSWERS.contains(type) && !type.getSimpleName().endsWith("Builder"))
                .filter(type -> !type.getName().startsWith("dev.estimator.latency.CriticalPath"))
                .filter(type -> !type.isInterface() && !isOfStaticMethods(type));
    }

    private static boolean isOfStaticMethods(Class<?> type) {
        return PublicClasses.callable(type).stream().allMatch(method -> Modifier.isStatic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void models_saysTheSame(Class<?> type) {
        assertThat(type).isAssignableTo(Serializable.class);
        List<Object> samples = SAMPLES.all(type);
        assertThat(samples).isNotEmpty();
        for (Object sample : samples) {
            Object copy = Serial.roundTrip(sample);
            assertThat(copy).hasSameClassAs(sample);
            assertThat(said(copy)).isEqualTo(said(sample));
        }
    }

    /** What it says, be it that it has no answer. */
    private static String said(Object sample) {
        try {
            return sample.toString();
        } catch (ArithmeticException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void unit() {
        for (Object unit : SAMPLES.all(Unit.class)) {
            assertThat(Serial.roundTrip(unit)).hasToString(unit.toString());
        }
    }

    /** Ranges stay, and what was not set stays so. */
    @Test
    void model_answersTheSame() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(between(million(2), million(7)))
                .actionsPerUser(count(11))
                .peakToAverage(ratio(3.25))
                .build();
        Traffic copy = Serial.roundTrip(traffic);
        assertThat(copy.peakQps().explain())
                .hasToString(traffic.peakQps().explain().toString());
        assertThat(copy.monthlyActiveUsers()).isEmpty();
        assertThat(copy.withPeakToAverage(ratio(4)).peakQps())
                .isEqualTo(traffic.withPeakToAverage(ratio(4)).peakQps());
    }

    @Test
    void model_changedOnItsWay_isRefused() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(million(3))
                .actionsPerUser(count(11))
                .peakToAverage(ratio(3.25))
                .build();
        byte[] bytes = changed(Serial.write(traffic), 3.25, 0.25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Serial.read(bytes))
                .withMessage("peakToAverage must be at least 1 but was 0.25");
    }

    /** A record with optional parts is made by its constructor. */
    @Test
    void record_changedOnItsWay_isRefused() {
        var level = new CacheLevels.Level("edge", percent(37), Optional.empty(), Optional.empty());
        assertThat(Serial.roundTrip(level)).isEqualTo(level);
        byte[] bytes = changed(Serial.write(level), 0.37, 1.37);
        assertThatThrownBy(() -> Serial.read(bytes)).isInstanceOf(UncheckedIOException.class);
    }

    /** What a stream names is made only if it is a record of this library. */
    @Test
    void record_ofOthers_isRefused() {
        record Foreign(String name) {}
        byte[] bytes = Serial.write(new SerialRecord(Foreign.class, new ArrayList<>(List.of("x", "y"))));
        assertThatThrownBy(() -> Serial.read(bytes))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a record cannot be read from the stream");
    }

    private static byte[] changed(byte[] bytes, double was, double is) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i + Double.BYTES <= bytes.length; i++) {
            if (buffer.getDouble(i) == was) {
                buffer.putDouble(i, is);
            }
        }
        return bytes;
    }
}
