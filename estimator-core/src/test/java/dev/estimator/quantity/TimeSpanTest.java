package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.ns;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.weeks;
import static dev.estimator.quantity.Quantities.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20 ms              | 0.02
            20ms               | 0.02
            3 ns               | 3e-9
            7 us               | 7e-6
            7 µs               | 7e-6
            7 μs               | 7e-6
            5 s                | 5
            5 sec              | 5
            5 min              | 300
            5 mins             | 300
            7 minutes          | 420
            6.5 h              | 23400
            2 hrs              | 7200
            30d                | 2592000
            30 days            | 2592000
            2 weeks            | 1209600
            3 w                | 1814400
            3 mo               | 7884000
            3 months           | 7884000
            5 y                | 157680000
            5 years            | 157680000
            8 h 45 min         | 31500
            8h45min            | 31500
            1m30s              | 90
            1h 30m             | 5400
            24h0m0s            | 86400
            2d 7m              | 173220
            3m 250ms           | 180.25
            1 y 2m 3s          | 31536123
            1.5m 1e-3s         | 90.001
            7 msec             | 0.007
            3 yrs 2 wks        | 95817600
            1 d 2 h 3 min 4.5 s| 93784.5
            5 years 3 months   | 165564000
            0 s                | 0
            1_000 ms           | 1
            2e3 ms             | 2
            1,000,000 us       | 1
            1 month (31 d)     | 2678400
            1 year (366 days)  | 31622400
            1 month (30 d)     | 2592000
            1 month (30.0 d)   | 2592000
            1 month (30.4 d)   | 2626560
            1 month (730 h)    | 2628000
            30 d (1 month)     | 2592000
            3 months (90 d)    | 7776000
            6mo (180 d)        | 15552000
            1 year (365.25 d)  | 31557600
            1 y (12 months)    | 31536000
            90 min (1.5 h)     | 5400
            PT8H               | 28800
            PT1M30S            | 90
            P2DT3H             | 183600
            PT0.25S            | 0.25
            """)
    void parse_spelling(String text, String seconds) {
        assertEquals(Exact.of(seconds), TimeSpan.parse(text).to(Units.SECONDS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5m             | 2 | "m" could mean min (minutes) or month (730 h): write the one you mean
            5 M            | 3 | "M" could mean min (minutes) or month (730 h): write the one you mean
            1 y 3m         | 6 | "m" could mean min (minutes) or month (730 h): write the one you mean
            3m 5 d         | 2 | "m" could mean min (minutes) or month (730 h): write the one you mean
            3m 2 mo        | 2 | "m" could mean min (minutes) or month (730 h): write the one you mean
            1h 30M         | 6 | "M" could mean min (minutes) or month (730 h): write the one you mean
            30m 1h         | 3 | "m" could mean min (minutes) or month (730 h): write the one you mean
            1m 30          | 2 | "m" could mean min (minutes) or month (730 h): write the one you mean
            1m1m30s        | 2 | "m" could mean min (minutes) or month (730 h): write the one you mean
            5 min 5 min    | 9 | the units must go from the largest to the smallest
            5 s 5 min      | 7 | the units must go from the largest to the smallest
            1 y 1 y        | 7 | the units must go from the largest to the smallest
            6,5 h          | 1 | "6,5" could mean 6.5 or 65: write the one you mean, without a comma
            1:30 h         | 2 | the unit is missing
            5              | 2 | the unit is missing
            1 h 30         | 7 | the unit is missing
            5 D            | 3 | "D" is not a unit that is known here
            5 DAYS         | 3 | "DAYS" is not a unit that is known here
            5 ks           | 3 | "ks" is not a unit that is known here
            5 min/s        | 6 | "/s" is not understood
            1 d -2 h       | 5 | "-2 h" is not understood
            1 d, 2 h       | 4 | ", 2 h" is not understood
            1 d (20 h)     | 5 | the value in brackets is another one
            1 week (5 days) | 8 | the value in brackets is another one
            1 h 30 min (91 min) | 12 | the value in brackets is another one
            1 year (Julian) | 8 | "Julian" in brackets is not understood: leave it out
            5 d (a work week) | 5 | "a work week" in brackets is not understood: leave it out
            1e-400 ns      | 10 | the amount is too small for any quantity, though it is not zero
            P3M            | 1 | a duration of ISO 8601 may have days, hours, minutes and seconds, as in P1DT8H30M
            PT-5M          | 1 | a duration of ISO 8601 may have days, hours, minutes and seconds, as in P1DT8H30M
            1 month (28 d) | 9 | the value in brackets is another one
            1 month (29.5 d) | 9 | the value in brackets is another one
            -5 s           | 1 | the amount is negative, which no quantity can be
            ``             | 1 | a number is missing
            1e308 y        | 8 | the amount is too large for any quantity
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as TimeSpan: at position " + position + " " + problem
                        + "; write for example 20 ms, 5 min, 6.5 h, 30d or 8 h 45 min",
                () -> TimeSpan.parse(text));
    }

    @Test
    void of_eachUnit() {
        assertEquals(3e-9, ns(3).to(Units.SECONDS));
        assertEquals(5e-6, us(5).to(Units.SECONDS));
        assertEquals(7e-3, ms(7).to(Units.SECONDS));
        assertEquals(11, seconds(11).to(Units.SECONDS));
        assertEquals(780, minutes(13).to(Units.SECONDS));
        assertEquals(61_200, hours(17).to(Units.SECONDS));
        assertEquals(1_641_600, days(19).to(Units.SECONDS));
        assertEquals(13_910_400, weeks(23).to(Units.SECONDS));
        assertEquals(76_212_000, months(29).to(Units.SECONDS));
        assertEquals(977_616_000, years(31).to(Units.SECONDS));
    }

    @Test
    void from_duration() {
        assertEquals(seconds(93_784.5), TimeSpan.from(Duration.parse("P1DT2H3M4.5S")));
        assertEquals(ns(1), TimeSpan.from(Duration.ofNanos(1)));
        assertRefused(
                "duration in seconds must be finite and not negative but was -0.5",
                () -> TimeSpan.from(Duration.ofMillis(-500)));
    }

    @Test
    void toDuration_nearestNanosecond() {
        assertEquals(Duration.ofNanos(1_234_567_891), seconds(1.2345678906).toDuration());
        assertEquals(Duration.ofDays(1825), years(5).toDuration());
        assertEquals(Duration.ZERO, ns(0.4).toDuration());
    }

    @Test
    void toDuration_tooLong() {
        assertThrows(ArithmeticException.class, () -> seconds(1e19).toDuration());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0 s
            4.9E-324   | below 0.001 ns
            1E-9       | 1 ns
            9.996E-7   | 999.6 ns
            9.9961E-7  | 1 µs
            1.2345E-4  | 123 µs
            0.0123     | 12.3 ms
            0.012301   | 12 ms
            0.0999     | 99.9 ms
            0.9994     | 999.4 ms
            0.99941    | 999 ms
            0.9996     | 999.6 ms
            0.99961    | 1 s
            2.5        | 2.5 s
            59.4       | 59.4 s
            59.401     | 59 s
            59.97      | 59.97 s
            59.971     | 1 min
            100        | 100 s
            3599       | 3,599 s
            9000       | 2.5 h
            86364      | 23.99 h
            86365      | 1 d
            86400      | 1 d
            2592000    | 30 d
            2628000    | 1 month
            2628001    | 30 d
            7884000    | 3 months
            15768000   | 6 months
            28908000   | 11 months
            31527360   | 364.9 d
            31527361   | 1 y
            31536000   | 1 y
            1E9        | 32 y
            1E12       | 31,700 y
            1E15       | 3.17e7 y
            1E100      | 3.17e92 y
            """)
    void toString_value(double value, String text) {
        assertEquals(text, seconds(value).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0 s
            0.5        | 500 ms
            1          | 1 s
            59.94      | 59.9 s
            59.95      | 1 min
            60         | 1 min
            86.4       | 1 min 26.4 s
            604.8      | 10 min 4.8 s
            2629.746   | 43 min 49.7 s
            3599.96    | 1 h
            31556.952  | 8 h 45 min 57 s
            86400      | 1 d
            266405     | 3 d 2 h 5 s
            """)
    void toClockString_value(double value, String text) {
        assertEquals(text, seconds(value).toClockString());
    }

    @Test
    void format_unitOfChoice() {
        assertEquals("1.5 d", hours(36).format(Units.DAYS));
        assertEquals("1.97 months", days(60).format(Units.MONTHS));
        assertEquals("2000 ms", seconds(2).format(Units.MILLISECONDS));
    }

    @Test
    void times_rate() {
        assertEquals(count(60), ms(50).times(qps(1200)));
    }

    @Test
    void times_bandwidth() {
        assertEquals(mb(875), seconds(7).times(mbPerSecond(125)));
    }

    @Test
    void times_count() {
        assertEquals(seconds(35), seconds(7).times(count(5)));
    }

    @Test
    void div_count() {
        assertEquals(seconds(1.75), seconds(7).div(count(4)));
    }

    @Test
    void div_time() {
        assertEquals(Ratio.of(140), seconds(7).div(ms(50)));
    }

    @Test
    void times_price() {
        assertEquals(usd(84), hours(7).times(usd(12).per(hours(1))));
    }

    @Test
    void div_zero() {
        assertNoAnswer(
                "7 s ÷ 0 has no answer: the divisor is zero", () -> seconds(7).div(count(0)));
        assertNoAnswer(
                "7 s ÷ 0 s has no answer: the divisor is zero", () -> seconds(7).div(gb(0).div(mbPerSecond(3))));
    }
}
