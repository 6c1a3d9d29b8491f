package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eb;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.kib;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.pb;
import static dev.estimator.quantity.Quantities.pib;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.tib;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    private static final String ACCEPTED = "; write for example 500 B, 1.5 TB, 3.5 TiB or 8 Gbit";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 B               | 500
            0 B                 | 0
            1 byte              | 1
            7 bytes             | 7
            8 bit               | 1
            3 bits              | 0.375
            4 kB                | 4e3
            4 KB                | 4e3
            4 KiB               | 4*1024
            4 kilobytes         | 4e3
            4 kibibytes         | 4*1024
            5 MB                | 5e6
            42MB                | 42000000
            42MiB               | 44040192
            6 MiB               | 6*1048576
            1.5 GB              | 1.5e9
            1.5 GiB             | 1.5*1073741824
            8 Gbit              | 1e9
            3 Gibit             | 3*134217728
            9 Mbit              | 1125000
            2.5 gigabytes       | 2.5e9
            1.5 TB              | 1.5e12
            3.5 TiB             | 3.5*1099511627776
            7.25 PB             | 7.25e15
            3 PiB               | 3*1125899906842624
            2 EB                | 2e18
            1EB                 | 1e18
            1 EiB               | 1152921504606846976
            3 exbibytes         | 3*1152921504606846976
            3 ZB                | 3e21
            3 YB                | 3e24
            3 RB                | 3e27
            5 QB                | 5e30
            0.1 TB              | 1e11
            .5 GB               | 5e8
            +5 GB               | 5e9
            2e3 MB              | 2e9
            2E3 MB              | 2e9
            2e+3 MB             | 2e9
            25e-4 GB            | 2.5e6
            1e5EB               | 1e23
            1_000_000 B         | 1000000
            1,000,000 B         | 1000000
            12,345,678.5 kB     | 12345678500
            9007199254740993 B  | 9007199254740993
            000005 B            | 5
            5.4 GB (5.37 GB)    | 5.37e9
            1 KB (1024 B)       | 1024
            1 GiB (1.07 GB)     | 1073741824
            512Mi               | 536870912
            2Gi                 | 2147483648
            4 Ki                | 4096
            3 Ti                | 3*1099511627776
            100 GBytes          | 100e9
            7 MiBytes           | 7*1048576
            9 Mib               | 9*131072
            8 GByte             | 8e9
            5 MBit              | 625e3
            3 Kbyte             | 3000
            7 KBytes            | 7000
            9 Kbit              | 1125
            2 megabits          | 250e3
            4 kibibit           | 512
            """)
    void parse_spelling(String text, String bytes) {
        assertEquals(Exact.of(bytes), Bytes.parse(text).to(Units.B));
    }

    @ParameterizedTest
    @CsvSource({"'  5 GB '", "'5\u00a0GB'", "'\u20035\u202fGB\u3000'", "'5 GB\n'", "'\t5\tGB'", "'5GB'"})
    void parse_unicodeSpace(String text) {
        assertEquals(gb(5), Bytes.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5 Gb         | 3 | "Gb" could mean GB (bytes) or Gbit (bits): write the one you mean
            5 gb         | 3 | "gb" could mean GB (bytes) or Gbit (bits): write the one you mean
            5 Kb         | 3 | "Kb" could mean kB (bytes) or kbit (bits): write the one you mean
            5 mB         | 3 | "mB" could mean MB (bytes) or Mbit (bits): write the one you mean
            5 b          | 3 | "b" could mean B (bytes) or bit (bits): write the one you mean
            5G           | 2 | "G" could mean GB (powers of 1000) or GiB (powers of 1024): write the one you mean
            7k           | 2 | "k" could mean kB (powers of 1000) or KiB (powers of 1024): write the one you mean
            10 M B       | 4 | "M" could mean MB (powers of 1000) or MiB (powers of 1024): write the one you mean
            1,5 GB       | 1 | "1,5" could mean 1.5 or 15: write the one you mean, without a comma
            1,50,00 B    | 1 | "1,50" could mean 1.50 or 150: write the one you mean, without a comma
            1.5.2 GB     | 1 | a number was expected
            1.000.000 B  | 1 | a number was expected
            1.000,5 GB   | 1 | a number was expected
            5. GB        | 1 | a number was expected
            NaN          | 1 | a number was expected
            Infinity GB  | 1 | a number was expected
            ∞ GB         | 1 | a number was expected
            Gb           | 1 | a number was expected
            ٣ GB         | 1 | a number was expected
            ５ GB        | 1 | a number was expected
            $5           | 1 | a number was expected
            -5 GB        | 1 | the amount is negative, which no quantity can be
            −5 GB        | 1 | the amount is negative, which no quantity can be
            ``           | 1 | a number is missing
            `  `         | 3 | a number is missing
            5            | 2 | the unit is missing
            1 2 GB       | 3 | the unit is missing
            1 000 GB     | 3 | the unit is missing
            1'000 GB     | 2 | the unit is missing
            1/2 GB       | 2 | the unit is missing
            5² GB        | 2 | the unit is missing
            0x10 GB      | 2 | "x" is not a unit that is known here
            5 GBs        | 3 | "GBs" is not a unit that is known here
            5 kiB        | 3 | "kiB" is not a unit that is known here: did you mean KiB?
            5 MBIT       | 3 | "MBIT" is not a unit that is known here: did you mean MBit?
            5 gib        | 3 | "gib" could mean GiB (bytes) or Gibit (bits): write the one you mean
            5 users      | 3 | "users" is not a unit that is known here
            5 МB         | 3 | "МB" is not a unit that is known here
            1e3e3 B      | 4 | "e" could mean EB (powers of 1000) or EiB (powers of 1024): write the one you mean
            5 GB/s       | 5 | this is a bandwidth, which Bandwidth.parse reads
            32 GB of RAM | 7 | "of RAM" is not understood
            32 GB RAM    | 7 | "RAM" is not understood: leave it out
            5 GB per camera | 6 | this is of each: read what stands before, and multiply it by how many there are
            10 TB+       | 6 | "+" makes it a limit and no amount: leave it out
            > 9 GB       | 1 | ">" is a limit and no amount: leave it out
            up to 7 GB   | 1 | "up to" is a limit and no amount: leave it out
            5 GB 3 MB    | 6 | "3 MB" is not understood
            5 GB GB      | 6 | "GB" is not understood
            5GB5         | 4 | "5" is not understood
            5 GB²        | 5 | "²" is not understood
            5 GB (       | 6 | "(" is not understood
            5 GB (a) (b) | 6 | "(a) (b)" is not understood
            5 GB (3 TB)  | 6 | the value in brackets is another one
            5.40 GB (5.37 GB) | 9 | the value in brackets is another one
            5.4 GB (compressed) | 8 | "compressed" in brackets is not understood: leave it out
            64 GB (binary) | 7 | "binary" in brackets is not understood: leave it out
            10 MB (bits) | 7 | "bits" in brackets is not understood: leave it out
            1 TB ()      | 6 | "" in brackets is not understood: leave it out
            1e-400 B     | 9 | the amount is too small for any quantity, though it is not zero
            1e400 GB     | 9 | the amount is too large for any quantity
            1e308 kB     | 9 | the amount is too large for any quantity
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Bytes: at position " + position + " " + problem + ACCEPTED,
                () -> Bytes.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"-1", "-4.9E-324", "NaN", "Infinity", "-Infinity"})
    void of_outOfRange(double bad) {
        assertRefused("amount must be finite and not negative but was " + bad, () -> gb(bad));
    }

    @Test
    void of_tooLarge() {
        assertRefused("amount is too large: 1.0E308 kB is beyond any quantity", () -> kb(1e308));
    }

    @Test
    void of_negativeZeroIsZero() {
        assertEquals("0.0 B", bytes(-0.0).toLongString());
    }

    /** 2^56 + 1 is held as the nearest double, which its long text says. */
    @Test
    void toLongString_saysWhatIsHeld() {
        Bytes read = Bytes.parse("72057594037927937 B");
        assertEquals(0x1p56, read.to(Units.B));
        // Java 17 and 25 write it with 17 and 16 digits
        assertEquals(read, Bytes.parse(read.toLongString()));
        assertTrue(read.toLongString().startsWith("7.20575940379279"));
    }

    @Test
    void of_eachUnit() {
        assertEquals("2.0 B", bytes(2).toLongString());
        assertEquals("3000.0 B", kb(3).toLongString());
        assertEquals("4000000.0 B", mb(4).toLongString());
        assertEquals("5.0E9 B", gb(5).toLongString());
        assertEquals("6.0E12 B", tb(6).toLongString());
        assertEquals("7.0E15 B", pb(7).toLongString());
        assertEquals("8.0E18 B", eb(8).toLongString());
        assertEquals(3072, kib(3).to(Units.B));
        assertEquals(4_194_304, mib(4).to(Units.B));
        assertEquals(5_368_709_120.0, gib(5).to(Units.B));
        assertEquals(6_597_069_766_656.0, tib(6).to(Units.B));
        assertEquals(7_881_299_347_898_368.0, pib(7).to(Units.B));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0             | 0 B
            4.9E-324      | 4.9e-324 B
            1.234E-4      | 1.2e-4 B
            0.001         | 0.001 B
            0.0123        | 0.012 B
            0.994         | 0.99 B
            0.995         | 1 B
            1             | 1 B
            1.05          | 1.05 B
            1.05001       | 1.1 B
            9.94          | 9.94 B
            9.9401        | 9.9 B
            9.95          | 9.95 B
            9.9501        | 10 B
            99.4          | 99.4 B
            99.401        | 99 B
            99.5          | 99.5 B
            123.4         | 123.4 B
            123.41        | 123 B
            999.4         | 999.4 B
            999.41        | 999 B
            999.5         | 999.5 B
            999.51        | 1 kB
            1234          | 1,234 B
            999499        | 999 kB
            999500        | 999.5 kB
            999501        | 1 MB
            999960        | 1 MB
            46.3E12       | 46.3 TB
            46.301E12     | 46 TB
            1.5E18        | 1.5 EB
            5E30          | 5 QB
            9.99E32       | 999 QB
            9.99E33       | 9,990 QB
            2E37          | 2e7 QB
            1.234E100     | 1.23e70 QB
            """)
    void toString_value(double bytes, String text) {
        assertEquals(text, bytes(bytes).toString());
    }

    @Test
    void format_unitOfChoice() {
        assertEquals("1500 PB", eb(1.5).format(Units.PB));
        assertEquals("0.00123 TB", mb(1234).format(Units.TB));
        assertEquals("0 EB", bytes(0).format(Units.EB));
        assertEquals("931 GiB", tb(1).format(Units.GIB));
    }

    @Test
    void to_unit() {
        assertEquals(2.5, gb(2500).to(Units.TB));
        assertEquals(0.5, mib(512).to(Units.GIB));
    }

    @Test
    void per_period() {
        assertEquals(mbPerSecond(250), mb(500).per(seconds(2)));
    }

    @Test
    void div_bandwidth() {
        assertEquals(ms(2500), mb(500).div(mbPerSecond(200)));
    }

    @Test
    void div_count() {
        assertEquals(mb(0.2), mb(500).div(count(2500)));
    }

    @Test
    void div_bytes() {
        assertEquals(Ratio.of(2.5), mb(500).div(mb(200)));
    }

    @Test
    void times_rate() {
        assertEquals(mbPerSecond(28), kb(7).times(qps(4000)));
    }

    @Test
    void times_count() {
        assertEquals(mb(21), kb(7).times(count(3000)));
    }

    @Test
    void times_price() {
        assertEquals(usd(0.5), gb(25).times(usd(0.02).per(gb(1))));
    }

    @Test
    void per_zero() {
        assertNoAnswer("500 MB ÷ 0 s has no answer: the divisor is zero", () -> mb(500).per(seconds(0)));
    }

    @Test
    void per_tooLarge() {
        assertNoAnswer(
                "1e270 QB ÷ below 0.001 ns is too large for any Bandwidth",
                () -> bytes(1e300).per(seconds(1e-300)));
    }

    @Test
    void minus_belowZero() {
        assertNoAnswer("3 kB − 7 kB would be below zero, which no Bytes can be", () -> kb(3).minus(kb(7)));
    }

    @Test
    void minus_belowZeroWithNames() {
        Bytes disk = Quantities.assume("disk", gb(3));
        Bytes data = gb(2).plus(gb(5)).per(SECOND).times(SECOND).named("data");
        assertNoAnswer("disk (3 GB) − data (7 GB) would be below zero, which no Bytes can be", () -> disk.minus(data));
    }
}
