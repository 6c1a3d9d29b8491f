package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.unit.Kind;
import org.junit.jupiter.api.Test;

class BoundTextTest {
    @Test
    void of_hasAllDigits() {
        assertThat(BoundText.of(Kind.TIME, 0.039999, "40 ms", "40 ms")).isEqualTo("39.999 ms");
        assertThat(BoundText.of(Kind.TIME, 0.04, "40 ms", "40 ms")).isEqualTo("40 ms");
        assertThat(BoundText.of(Kind.RATE, 600_123, "600k req/s", "600k req/s")).isEqualTo("600,123 req/s");
        assertThat(BoundText.of(Kind.rate("tokens"), 600_123, "600k tokens/s", "600k tokens/s"))
                .isEqualTo("600,123 tokens/s");
        assertThat(BoundText.of(Kind.AVAILABILITY, 0.0005, "99.95% (3.3 nines)", "99.95% (3.3 nines)"))
                .isEqualTo("99.95% (3.3 nines)");
        assertThat(BoundText.of(Kind.AVAILABILITY, 0.0004983, "99.95% (3.3 nines)", "99.95% (3.3 nines)"))
                .isEqualTo("99.95017%");
    }

    /** A third was not typed. */
    @Test
    void of_calculated_isAsStepsAre() {
        assertThat(BoundText.of(Kind.RATIO, 1.0 / 3, "×0.333", "×0.3333")).isEqualTo("×0.3333");
        assertThat(BoundText.of(Kind.AVAILABILITY, Math.pow(10, -3.3), "99.95% (3.3 nines)", "99.94988%"))
                .isEqualTo("99.95% (3.3 nines)");
    }

    /** 10,737,310,873 B are neither 11 GB nor any other short number of them. */
    @Test
    void of_binaryUnits() {
        double bound = 9.9999 * (1 << 30);
        assertThat(BoundText.of(Kind.DATA, bound, "11 GB", "10.74 GB")).isEqualTo("9.9999 GiB");
    }

    /** 99.8 % beside 99.795 % could be either side of it. */
    @Test
    void beside_availability_hasTheDigitsOfItsBound() {
        assertThat(BoundText.beside(Kind.AVAILABILITY, 0.0019874, 0.00205, "99.8% (2.7 nines)"))
                .startsWith("99.801");
        assertThat(BoundText.beside(Kind.AVAILABILITY, 0.0019874, 0.003, "99.8% (2.7 nines)"))
                .startsWith("99.8% ");
    }

    @Test
    void beside_isOnItsSideOfTheBound() {
        assertThat(BoundText.beside(Kind.TIME, 0.0399985, 0.039999, "40 ms")).isEqualTo("39.9985 ms");
        assertThat(BoundText.beside(Kind.TIME, 0.0399995, 0.039999, "40 ms")).isEqualTo("40 ms");
        assertThat(BoundText.beside(Kind.TIME, 0.0312, 0.039999, "31 ms")).isEqualTo("31 ms");
    }

    @Test
    void exactly_toTheLastBit() {
        assertThat(BoundText.exactly(Kind.DATA, 18.001e12)).isEqualTo("18.001 TB");
        assertThat(BoundText.exactly(Kind.DATA, Math.nextDown(18e12))).isEmpty();
    }
}
