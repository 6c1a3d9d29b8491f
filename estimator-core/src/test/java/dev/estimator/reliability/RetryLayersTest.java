package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Share;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RetryLayersTest {
    private static final RetryLayers THREE = RetryLayers.builder()
            .failures(percent(50))
            .layer("JavaScript", 2)
            .layer("frontend", 3)
            .layer("backend", 4)
            .build();

    /**
     * Site Reliability Engineering, chapter 22, Retries: if the backend, the frontend and the JavaScript layer each
     * make 3 retries, which is 4 attempts, one action of a user may create 64 attempts on the database.
     */
    @Test
    void worstCase_published() {
        RetryLayers layers = RetryLayers.builder()
                .failures(percent(100))
                .layer("JavaScript", 4)
                .layer("frontend", 4)
                .layer("backend", 4)
                .build();
        assertThat(layers.worstCase()).isEqualTo(count(64));
        assertNear(64, layers.amplification().value());
        assertNear(4, layers.amplificationOf("frontend").value());
    }

    /** From below: 1 + 1/2 + 1/4 + 1/8; then 1/16 fails, 1 + 1/16 + 1/256; then 1/4096 fails, 1 + 1/4096. */
    @Test
    void amplificationOf() {
        assertNear(1.875, THREE.amplificationOf("backend").value());
        assertNear(1 + 1 / 16.0 + 1 / 256.0, THREE.amplificationOf("frontend").value());
        assertNear(1 + 1 / 4_096.0, THREE.amplificationOf("JavaScript").value());
        assertNear(2 - 0x1p-23, THREE.amplification().value());
    }

    @Property(tries = 200)
    void amplification_isTheProductOfTheLayers(
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double failures,
            @ForAll @IntRange(min = 1, max = 9) int top,
            @ForAll @IntRange(min = 1, max = 9) int bottom) {
        RetryLayers layers = RetryLayers.builder()
                .failures(Share.of(failures))
                .layer("top", top)
                .layer("middle", 3)
                .layer("bottom", bottom)
                .build();
        double product = layers.amplificationOf("top").value()
                * layers.amplificationOf("middle").value()
                * layers.amplificationOf("bottom").value();
        assertNear(product, layers.amplification().value(), 1e-12);
    }

    @Test
    void success() {
        assertNear(0x1p-24, THREE.success().unavailability().value());
    }

    @Test
    void layer_unknown() {
        assertThatThrownBy(() -> THREE.amplificationOf("edge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer must be one of [JavaScript, frontend, backend] but was 'edge'");
    }

    @Test
    void layers_none() {
        RetryLayers.Builder builder = RetryLayers.builder().failures(percent(1));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no layer is set: add at least one with layer(name, tries)");
        assertThatThrownBy(() -> builder.layer("edge", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tries must be at least 1 but was 0");
    }

    @Test
    void layers_names() {
        RetryLayers.Builder twice =
                RetryLayers.builder().failures(percent(1)).layer("edge", 2).layer("edge", 3);
        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layers must be of different names but was [edge, edge]");
        assertThatThrownBy(() -> twice.layer(" ", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must not be blank");
    }

    /** 2³¹ to the 40th is 2¹²⁴⁰, and to the 33rd 2¹⁰²³. */
    @Test
    void layers_tooManyTries() {
        assertThatThrownBy(layers(40)::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "layers must be few enough that the product of their tries is a number but was above 1.8e308");
        assertThat(layers(33).build().toString()).endsWith(" if all fail");
    }

    private static RetryLayers.Builder layers(int number) {
        RetryLayers.Builder builder = RetryLayers.builder().failures(percent(10));
        for (int i = 0; i < number; i++) {
            builder.layer("layer " + i, Integer.MAX_VALUE);
        }
        return builder;
    }

    @Test
    void amplificationOf_explanation() {
        RetryLayers layers = THREE.withFailures(assume("failing", between(percent(10), percent(90))));
        assertThat(layers.amplificationOf("frontend").explain()).hasToString("""
                        assumed
                          failing = 50% (10% … 90%)
                        calculated
                          failures below frontend = failing^4
                                                  = 50%^4
                                                  = 6.25% (0.01% … 65.6%)
                          amplification of frontend = (1 − failures below frontend^3) ÷ (1 − failures below frontend)
                                                    = (1 − 6.25%^3) ÷ (1 − 6.25%)
                                                    = ×1.066 (×1 … ×2.09)""");
    }

    @Test
    void toString_answers() {
        assertThat(THREE).hasToString("2 × 3 × 4 tries at 50% failures: ×2 the load, ×24 if all fail");
        assertThat(THREE.layers()).hasToString("[JavaScript (2 tries), frontend (3 tries), backend (4 tries)]");
        assertThat(new RetryLayers.Layer("edge", 1)).hasToString("edge (1 try)");
        assertThat(RetryLayers.builder())
                .hasToString("layers of retries, not built yet: go on with what is known, end with build()");
    }
}
