package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbPerSecond;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.mbitPerSecond;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.estimator.internal.unit.Dimension;
import java.lang.reflect.Field;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            125 MB/s             | 1.25e8
            125 MB/s (1 Gbit/s)  | 1.25e8
            13 MB/s (100 Mbit/s) | 1.25e7
            100 GB/s (796 Gbit/s) | 9.95e10
            10 MBps              | 10e6
            76.7 Mib/s           | 76.7*131072
            10GbE                | 1.25e9
            40 GbE               | 5e9
            5 MBytes/s           | 5e6
            100 GBytes/s         | 1e11
            5 Mbyte/s            | 5e6
            5 MBit/s             | 625e3
            3 gigabits per second| 375e6
            7 Kbps               | 875
            9 KBps               | 9000
            2 Gi/s               | 2147483648
            1 Gbit/s             | 1.25e8
            100 Mbit/s           | 1.25e7
            100 Mbps             | 1.25e7
            100Mbps              | 1.25e7
            64 kbps              | 8000
            3 bps                | 0.375
            10 Gbps              | 1.25e9
            2 Tbps               | 2.5e11
            5 kbit/s             | 625
            5 Gibit/s            | 5*134217728
            20 GiB/s             | 20*1073741824
            40 B/s               | 40
            7.5 PB/day           | 7.5e15/86400
            7.5 PB per day       | 7.5e15/86400
            3 TB/30d             | 3e12/2592000
            5 GB / 2 s           | 2.5e9
            0 B/s                | 0
            1_000 MB/s           | 1e9
            1,000,000 kB/s       | 1e9
            5 QB/s               | 5e30
            """)
    void parse_spelling(String text, String bytesPerSecond) {
        assertEquals(Exact.of(bytesPerSecond), Bandwidth.parse(text).to(Units.B_PER_SECOND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5 Gb/s               | 3  | "Gb" could mean GB (bytes) or Gbit (bits): write the one you mean
            5 b/s                | 3  | "b" could mean B (bytes) or bit (bits): write the one you mean
            5G/s                 | 2  | "G" could mean GB (powers of 1000) or GiB (powers of 1024): write the one you mean
            5 GB/m               | 6  | "m" could mean min (minutes) or month (730 h): write the one you mean
            1,5 GB/s             | 1  | "1,5" could mean 1.5 or 15: write the one you mean, without a comma
            100 mbps             | 5  | "mbps" could mean Mbps or MBps: write the one you mean
            100 mBps             | 5  | "mBps" is not a unit that is known here: did you mean MBps?
            5 MBIT/s             | 3  | "MBIT" is not a unit that is known here: did you mean MBit?
            5 GB/s (outbound)    | 8  | "outbound" in brackets is not understood: leave it out
            120 MB/s (1 Gbit/s)  | 10 | the value in brackets is another one
            100 GB/s (795 Gbit/s) | 10 | the value in brackets is another one
            1e-400 B/s           | 11 | the amount is too small for any quantity, though it is not zero
            5 GB per per s       | 10 | "per" is not a unit that is known here
            5/s                  | 2  | the unit is missing
            5 GB//s              | 6  | the unit is missing
            5 GB/                | 6  | the unit is missing
            5 GB                 | 5  | the period is missing
            5 MB s               | 6  | the period is missing
            5 GB/0 s             | 6  | the period is zero
            5 GB/s/s             | 7  | "/s" is not understood
            5 GB/s 3 MB/s        | 8  | "3 MB/s" is not understood
            5 MB/5 min 5 s       | 12 | "5 s" is not understood
            100 Mbps/s           | 9  | "/s" is not understood
            125 MB/s (99 Gbit/s) | 10 | the value in brackets is another one
            -5 GB/s              | 1  | the amount is negative, which no quantity can be
            fast                 | 1  | a number was expected
            ``                   | 1  | a number is missing
            1e308 GB/ns          | 12 | the amount is too large for any quantity
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Bandwidth: at position " + position + " " + problem
                        + "; write for example 125 MB/s, 1 Gbit/s, 100 Mbps or 7.5 PB/day",
                () -> Bandwidth.parse(text));
    }

    @Test
    void of_eachUnit() {
        assertEquals(3e6, mbPerSecond(3).to(Units.B_PER_SECOND));
        assertEquals(5e9, gbPerSecond(5).to(Units.B_PER_SECOND));
        assertEquals(875_000, mbitPerSecond(7).to(Units.B_PER_SECOND));
        assertEquals(1.125e9, gbitPerSecond(9).to(Units.B_PER_SECOND));
        assertEquals(11e3, Bandwidth.of(11, Units.KB_PER_SECOND).to(Units.B_PER_SECOND));
        assertEquals(13e12, Bandwidth.of(13, Units.TB_PER_SECOND).to(Units.B_PER_SECOND));
        assertEquals(2, Bandwidth.of(16, Units.BIT_PER_SECOND).to(Units.B_PER_SECOND));
        assertEquals(2125, Bandwidth.of(17, Units.KBIT_PER_SECOND).to(Units.B_PER_SECOND));
        assertEquals(2.375e12, Bandwidth.of(19, Units.TBIT_PER_SECOND).to(Units.B_PER_SECOND));
        assertEquals(7e9, Bandwidth.of(6.048e5, Units.GB_PER_DAY).to(Units.B_PER_SECOND));
        assertEquals(5e6, Bandwidth.of(0.432, Units.TB_PER_DAY).to(Units.B_PER_SECOND));
        assertEquals(2e6, Bandwidth.of(5.256, Units.TB_PER_MONTH).to(Units.B_PER_SECOND));
    }

    /** Each unit of a flow makes 37 of itself, and writes them so. */
    @Test
    void format_eachUnit() throws IllegalAccessException {
        for (Field constant : Units.class.getFields()) {
            Unit<?> unit = (Unit<?>) constant.get(null);
            if (unit.dimension == Dimension.BANDWIDTH) {
                @SuppressWarnings("unchecked")
                var ofFlow = (Unit<Bandwidth>) unit;
                String text = Bandwidth.of(37, ofFlow).format(ofFlow);
                assertEquals("37 " + unit, text);
                assertEquals(Bandwidth.of(37, ofFlow), Bandwidth.parse(text));
                String written = unit.toString()
                        .replace("/s", "_PER_SECOND")
                        .replace("/min", "_PER_MINUTE")
                        .replace("/h", "_PER_HOUR")
                        .replace("/d", "_PER_DAY")
                        .replace("/month", "_PER_MONTH")
                        .replace("/y", "_PER_YEAR");
                assertEquals(constant.getName(), written.toUpperCase(Locale.ROOT));
            }
        }
        assertEquals("1.8 TB/h", tb(1.8).per(HOUR).format(Units.TB_PER_HOUR));
        assertEquals("5.15 GiB/d", gib(5.15).per(DAY).format(Units.GIB_PER_DAY, 3));
    }

    /** A published estimate's 10.2 TB of media and text a day, of which a range keeps the unit. */
    @Test
    void format_perDay() {
        assertEquals("10.2 TB/d", tb(10.2).per(DAY).format(Units.TB_PER_DAY));
        assertEquals("10,200 GB/d", tb(10.2).per(DAY).format(Units.GB_PER_DAY));
        assertEquals("500 TB/month", tb(500).per(MONTH).format(Units.TB_PER_MONTH));
        assertEquals("20 TB/d (10 … 40)", between(tb(10), tb(40)).per(DAY).format(Units.TB_PER_DAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                      | 0 B/s (0 bit/s)
            4.9E-324               | 4.9e-324 B/s (4e-323 bit/s)
            0.125                  | 450 B/h
            12.5E6                 | 100 Mbit/s
            125E6                  | 1 Gbit/s
            999.6                  | 999.6 B/s (8 kbit/s)
            999.97                 | 1 kB/s (8 kbit/s)
            99.5208E9              | 100 GB/s (796 Gbit/s)
            124.96E6               | 125 MB/s (1 Gbit/s)
            1E15                   | 1 PB/s (8 Pbit/s)
            9.99E33                | 9,990 QB/s (79,900 Qbit/s)
            1E100                  | 1e70 QB/s (8e70 Qbit/s)
            1.7976931348623157E308 | 1.8e278 QB/s (1.44e279 Qbit/s)
            """)
    void toString_value(double value, String text) {
        assertEquals(text, Bandwidth.of(value, Units.B_PER_SECOND).toString());
    }

    @Test
    void format_unitOfChoice() {
        assertEquals("1500 Mbit/s", gbitPerSecond(1.5).format(Units.MBIT_PER_SECOND));
        assertEquals("0.188 GB/s", gbitPerSecond(1.5).format(Units.GB_PER_SECOND));
    }

    /** √(30 × 90) = 51.961524227; it was '5.1961524e7 bit/s (3e7 … 9e7)'. */
    @Test
    void format_unitOfChoice_withoutAnExponent() {
        assertEquals(
                "51,961,524 bit/s (30,000,000 … 90,000,000)",
                between(mbitPerSecond(30), mbitPerSecond(90)).format(Units.BIT_PER_SECOND));
    }

    @Test
    void times_time() {
        assertEquals(mb(875), mbPerSecond(125).times(seconds(7)));
    }

    @Test
    void times_count() {
        assertEquals(mbPerSecond(375), mbPerSecond(125).times(count(3)));
    }

    @Test
    void div_size() {
        assertEquals(qps(2500), mbPerSecond(125).div(kb(50)));
    }

    @Test
    void div_rate() {
        assertEquals(kb(62.5), mbPerSecond(125).div(qps(2000)));
    }

    @Test
    void div_count() {
        assertEquals(mbPerSecond(31.25), mbPerSecond(125).div(count(4)));
    }

    @Test
    void div_bandwidth() {
        assertEquals(Ratio.of(6.25), mbPerSecond(125).div(mbPerSecond(20)));
    }

    @Test
    void times_price() {
        assertEquals(usd(10).per(seconds(1)), mbPerSecond(125).times(usd(80).per(gb(1))));
    }

    @Test
    void div_zero() {
        assertNoAnswer(
                "125 MB/s ÷ 0 B has no answer: the divisor is zero",
                () -> mbPerSecond(125).div(bytes(0)));
        assertNoAnswer(
                "125 MB/s ÷ 0 req/s has no answer: the divisor is zero",
                () -> mbPerSecond(125).div(qps(0)));
    }
}
