package dev.estimator.internal.text;

import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Spending;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing has no multiple, whatever it stands beside. */
class NothingTextTest {
    private static final double MONTH = 2_628_000;
    private static final Kind SPENT = new Kind(Dimension.SPENDING, "USD");

    /** Prices are as money is, with the other end on a scale of its own if it would be in thousands of thousands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MONEY       | USD |         | 1         | 22e3   | 210e3  | $22k ($0 … $210k)
            MONEY       | USD |         | 1         | 60e3   | 3.1e6  | $60k ($0 … $3.1M)
            MONEY       | CHF |         | 1         | 61e3   | 3.2e6  | 61k CHF (0 … 3.2M)
            SPENDING    | USD |         | 2_628_000 | 63e3   | 910e3  | $63k/month ($0 … $910k)
            SPENDING    | EUR |         | 2_628_000 | 64e3   | 3.3e6  | €64k/month (€0 … €3.3M)
            SPENDING    | USD |         | 2_628_000 | 101e3  | 1.03e6 | $101k/month ($0 … $1.03M)
            SPENDING    | CHF |         | 2_628_000 | 65e3   | 3.4e6  | 65k CHF/month (0 … 3.4M)
            DATA_PRICE  | USD |         | 1e9       | 1.3e3  | 4.2e3  | $1.3k/GB ($0 … $4.2k)
            COUNT_PRICE | USD |         | 1         | 2.4e6  | 3.6e9  | $2.4M each ($0 … $3.6bn)
            COUNT_PRICE | USD | tokens  | 1e6       | 0.25   | 0.70   | $0.25/1M tokens ($0 … $0.70)
            COUNT_RENT  | USD | vCPU    | 2_628_000 | 2.5e3  | 7.1e3  | $2.5k/vCPU-month ($0 … $7.1k)
            RATE        |     |         | 1         | 66e3   | 920e3  | 66k req/s (0 … 920k)
            COUNT       |     |         | 1         | 67_500.5 | 3.5e6 | 68k (0 … 3.5M)
            RATE        | FLOP |        | 1         | 68e9   | 930e9  | 68 GFLOP/s (0 … 930)
            DATA        |     |         | 1         | 69e3   | 940e3  | 69 kB (0 … 940)
            TIME        |     |         | 1         | 0.0014 | 0.0031 | 1.4 ms (0 … 3.1)
            SHARE       |     |         | 1         | 0.012  | 0.031  | 1.2% (0% … 3.1%)
            """)
    void range(Dimension dimension, String label, String of, String each, double value, double high, String text) {
        double per = Double.parseDouble(each.replace("_", ""));
        Kind kind = new Kind(dimension, label, of);
        assertThat(QuantityWriter.range(kind, value / per, 0, high / per)).isEqualTo(text);
    }

    /** In a unit that an author wants all stay on one scale. */
    @Test
    void chosen() {
        var byDay = new NumberFormat(Scale.per("/d", 86_400), 0);
        assertThat(ChosenText.range(SPENT, byDay, 71e3 / 86_400, 0, 4.1e6 / 86_400))
                .isEqualTo("$71k/d ($0 … $4,100k)");
        Scale thousands = Scale.of("k", 1e3);
        assertThat(ChosenText.in(Kind.count("users"), new NumberFormat(thousands, 0), 0))
                .isEqualTo("0 users");
        assertThat(ChosenText.in(thousands, Kind.COUNT, 0)).isEqualTo("0");
        assertThat(ChosenText.in(thousands, Kind.COUNT, 7200)).isEqualTo("7.2k");
        assertThat(ChosenText.padded(thousands, Kind.COUNT, 0, 3)).isEqualTo("0");
        var minutes = new NumberFormat(Scale.of("min", 60), 0);
        assertThat(ChosenText.range(Kind.TIME, minutes, 72e9, 0, 174e9)).isEqualTo("1.2bn min (0 … 2.9bn)");
        assertThat(ChosenText.range(Kind.TIME, minutes, 3e19, 0, 7.2e19)).isEqualTo("5e17 min (0 … 1.2e18)");
    }

    /** What is printed is read again and printed alike. */
    @Property
    void spending_isReadAgain(
            @ForAll @DoubleRange(min = 0.02, max = 9e12) double high,
            @ForAll @DoubleRange(min = 0.01, max = 1) double part) {
        double value = part * high;
        assertReads(QuantityWriter.range(SPENT, value / MONTH, 0, high / MONTH), high, 0.051);
        assertReads(QuantityWriter.givenRange(SPENT, value / MONTH, 0, high / MONTH), high, 0.006);
    }

    private static void assertReads(String text, double high, double rounding) {
        assertThat(text).contains("($0 … $");
        RangeText read = requireNonNull(RangeText.of(text));
        assertThat(BoundText.read(SPENT, read.low().text())).isZero();
        assertThat(BoundText.read(SPENT, read.high().text()) * MONTH).isCloseTo(high, within(rounding * high));
    }

    @Test
    void uniform_isReadAgain() {
        Spending cost = uniform(usd(0), usd(6.2e6)).per(Quantities.MONTH);
        assertThat(Spending.parse(cost.toString())).hasToString(cost.toString());
    }
}
