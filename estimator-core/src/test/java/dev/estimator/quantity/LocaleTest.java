package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.money;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written and read is the same wherever the machine stands. */
class LocaleTest {
    private static final String[] TEXTS = {
        "1.2k req/s",
        "46.3 TB",
        "10 Gbit/s",
        "36 h",
        "2.5M posts",
        "×3.5",
        "12.34%",
        "99.95% (3.3 nines)",
        "$1,234",
        "1.23M CHF",
        "$0.0208/GB",
        "€1.50/1M",
        "$1.5k/month ($2.05/h)"
    };

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de", "tr", "hi", "ar-EG-u-nu-arab", "hi-u-nu-deva", "th-TH-u-nu-thai", "fr-CH"})
    void texts_sameInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertEquals(List.of(TEXTS), written());
            assertReadsBack();
            assertRefusesAlike();
            assertExplains();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> written() {
        return List.of(
                qps(1234).toString(),
                tb(46.3).toString(),
                gbitPerSecond(10).toString(),
                days(1.5).toString(),
                count(2.5e6, "posts").toString(),
                ratio(3.5).toString(),
                Share.of(0.1234).toString(),
                percentUp(99.95).toString(),
                usd(1234).toString(),
                money(1_234_000, "CHF").toString(),
                usd(0.0208).per(gb(1)).toString(),
                Quantities.eur(1.5).per(million(1)).toString(),
                usd(1500).per(months(1)).toString());
    }

    private static void assertReadsBack() {
        assertEquals(qps(1200), Qps.parse(TEXTS[0]));
        assertEquals(tb(46.3), Bytes.parse(TEXTS[1]));
        assertEquals(1.25e9, Bandwidth.parse(TEXTS[2]).to(Units.B_PER_SECOND));
        assertEquals(days(1.5), TimeSpan.parse(TEXTS[3]));
        assertEquals("2500000.0 posts", Count.parse(TEXTS[4]).toLongString());
        assertEquals(ratio(3.5), Ratio.parse(TEXTS[5]));
        assertEquals(Share.of(0.1234), Share.parse(TEXTS[6]));
        assertEquals(percentUp(99.95), Availability.parse(TEXTS[7]));
        assertEquals(usd(1234), Money.parse(TEXTS[8]));
        assertEquals(money(1_230_000, "CHF"), Money.parse(TEXTS[9]));
        assertEquals("2.08E-11 USD/B", Price.parse(TEXTS[10], Bytes.class).toLongString());
        assertEquals("1.5E-6 EUR/1", Price.parse(TEXTS[11], Count.class).toLongString());
        assertEquals(usd(1500).per(months(1)), Spending.parse(TEXTS[12]));
    }

    private static void assertRefusesAlike() {
        // Upper case of 'i' and lower case of 'I' differ in Turkish.
        assertEquals(
                "cannot read \"5 gib\" as Bytes: at position 3 \"gib\" could mean GiB (bytes) or Gibit (bits): write the one you mean"
                        + "; write for example 500 B, 1.5 TB, 3.5 TiB or 8 Gbit",
                assertThrows(IllegalArgumentException.class, () -> Bytes.parse("5 gib"))
                        .getMessage());
        assertEquals(
                "cannot read \"5 MILION/s\" as Qps: at position 3 \"MILION\" is not a multiple that is known here,"
                        + " nor a noun; write for example 12k req/s, 1.5M/day or 200 writes per minute",
                assertThrows(IllegalArgumentException.class, () -> Qps.parse("5 MILION/s"))
                        .getMessage());
        assertEquals(qps(5e6), Qps.parse("5 MILLION/s"));
        assertEquals(
                "amount must be finite and not negative but was -1.5",
                assertThrows(IllegalArgumentException.class, () -> qps(-1.5)).getMessage());
    }

    private static void assertExplains() {
        Qps rate = assume("users", million(2.5), "plan")
                .times(assume("requests", count(7.25)))
                .per(days(1))
                .rounded(2, Units.PER_SECOND, RoundingMode.HALF_UP)
                .named("rate");
        assertEquals("""
                assumed
                  users    = 2.5M  (plan)
                  requests = 7.25
                calculated
                  rate = round(users × requests ÷ 1 d, 2 digits half up)
                       = round(2.5M × 7.25 ÷ 1 d, 2 digits half up)
                       = 210/s""", rate.explain().toString());
        assertEquals("1 min 26.4 s", seconds(86.4).toClockString());
        assertEquals("0.0205 s", ms(20.5).format(Units.SECONDS));
    }
}
