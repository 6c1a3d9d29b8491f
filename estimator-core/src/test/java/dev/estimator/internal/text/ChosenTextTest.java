package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.unit.Kind;
import org.junit.jupiter.api.Test;

class ChosenTextTest {
    /** Three digits told these apart, but left nothing between them, and four had '115.5k … 115.5k'. */
    @Test
    void swing_thatMoreDigitsMakeAlike() {
        assertThat(ChosenText.swing(Kind.COUNT, 115_455.2, 115_548.7)).isEqualTo("115.46k … 115.55k");
    }

    @Test
    void swing_asFewDigitsAsTellItsEnds() {
        assertThat(ChosenText.swing(Kind.COUNT, 41_200.4, 97_300.6)).isEqualTo("41k … 97k");
        assertThat(ChosenText.swing(Kind.COUNT, 43_080.3, 43_210.8)).isEqualTo("43.08k … 43.21k");
        assertThat(ChosenText.swing(Kind.COUNT, 2.5, Double.POSITIVE_INFINITY)).isEqualTo("2.5 … beyond any number");
        assertThat(ChosenText.swing(Kind.COUNT, 43.5, 43.5)).isEqualTo("44 at both ends");
    }
}
