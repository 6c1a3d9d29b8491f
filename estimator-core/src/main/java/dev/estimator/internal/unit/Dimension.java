package dev.estimator.internal.unit;

import java.util.ArrayList;
import java.util.List;

/** What is measured. The canonical unit of each is the one whose factor is 1. */
public enum Dimension {
    RATE("Qps", "rate", "req/s", "12k req/s, 1.5M/day or 200 writes per minute"),
    DATA("Bytes", "size", "B", "500 B, 1.5 TB, 3.5 TiB or 8 Gbit"),
    BANDWIDTH("Bandwidth", "bandwidth", "B/s", "125 MB/s, 1 Gbit/s, 100 Mbps or 7.5 PB/day"),
    TIME("TimeSpan", "time", "s", "20 ms, 5 min, 6.5 h, 30d or 8 h 45 min"),
    STORED("StoredBytes", "storage", "B·s", "500 GB-month or 20 TB-hours"),
    COUNT("Count", "count", "", "1_000_000, 2e9, 10M or 500 million posts"),
    RATIO("Ratio", "ratio", "", "×3, 3, 2.5x, 100:1 or 250%"),
    SHARE("Share", "share", "", "95% or 0.95"),
    /** Held as the unavailability, 1 − A. */
    AVAILABILITY("Availability", "availability", "share of time down", "99.95%, 0.9995, 3 nines or 1 − 1e-11"),
    MONEY("Money", "cost", "", "$1.2k, 1200 USD, EUR 0.5 or 3M JPY"),
    DATA_PRICE("Price<Bytes>", "price", "/B", "$0.02/GB"),
    COUNT_PRICE("Price<Count>", "price", "/1", "$0.40/1M or 15 EUR each"),
    SPENDING("Spending", "cost", "/s", "$1.2k/month or 0.096 USD/h"),
    DATA_RENT("Rent<Bytes>", "rent", "/B·s", "$0.023/GB-month"),
    COUNT_RENT("Rent<Count>", "rent", "/1·s", "$15/month each or 0.04 USD/vCPU-hour");

    private static final String[] SI = {"k", "M", "G", "T", "P", "E", "Z", "Y", "R", "Q"};
    private static final String[] IEC = {"Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"};
    private static final double DAY_SECONDS = 86_400;
    private static final double YEAR_SECONDS = 365 * DAY_SECONDS;
    private static final double MONTH_SECONDS = YEAR_SECONDS / 12;

    /** Short scale, as capacity estimates are spoken: 10k, 10M, 10bn, 10tn. */
    public static final List<Scale> THOUSANDS = Scale.prefixed(1000, "", "k", "M", "bn", "tn");

    /** As the multiples of a unit: 140 GFLOP, 989 TFLOP/s. */
    public static final List<Scale> PREFIXES = Scale.prefixed(1000, "", SI);

    public static final List<Scale> PREFIXED_RATES = Scale.prefixed(1000, " req/s", SI);

    public static final List<Scale> BYTES = Scale.prefixed(1000, "B", SI);
    public static final List<Scale> BINARY_BYTES = Scale.prefixed(1024, "B", IEC);
    public static final List<Scale> BYTES_PER_SECOND = Scale.prefixed(1000, "B/s", SI);
    public static final List<Scale> BINARY_BYTES_PER_SECOND = flows(1024, IEC, "s", 1);
    public static final List<Scale> BITS_PER_SECOND = Scale.prefixed(1000, 1, 8, "bit/s", SI);

    /** Per day, hour and month, in binary units, and per year. */
    public static final List<List<Scale>> FLOWS = List.of(
            flows(1000, SI, "d", DAY_SECONDS),
            flows(1000, SI, "h", 3600),
            flows(1000, SI, "month", MONTH_SECONDS),
            BINARY_BYTES_PER_SECOND,
            flows(1024, IEC, "d", DAY_SECONDS),
            flows(1024, IEC, "h", 3600),
            flows(1024, IEC, "month", MONTH_SECONDS),
            flows(1000, SI, "y", YEAR_SECONDS));

    /** What is kept for a month, 730 h. */
    public static final List<Scale> BYTE_MONTHS = Scale.prefixed(1000, MONTH_SECONDS, 1, "B-month", SI);

    public static final List<Scale> BINARY_BYTE_MONTHS = Scale.prefixed(1024, MONTH_SECONDS, 1, "B-month", IEC);

    public static final List<Scale> RATES = rates();

    /** Of those, a second and its multiples. */
    public static final List<Scale> RATES_PER_SECOND = RATES.subList(4, 9);

    /** A day and a month in thousands or more, and, of no more than hundreds, an hour and a minute. */
    public static final List<List<Scale>> CLOCKS = List.of(
            Scale.prefixed(1000, 1, DAY_SECONDS, " req/d", "k", "M", "bn", "tn"),
            List.of(RATES.get(2)),
            List.of(RATES.get(3)),
            Scale.prefixed(1000, 1, MONTH_SECONDS, " req/month", "k", "M", "bn"));

    /** A year, of what somebody stated by it. */
    public static final List<Scale> RATES_PER_YEAR = Scale.prefixed(1000, 1, YEAR_SECONDS, " req/y", "k", "M", "bn");

    public static final List<Scale> TIMES = List.of(
            Scale.per("ns", 1e9),
            Scale.per("µs", 1e6),
            Scale.per("ms", 1e3),
            Scale.of("s", 1),
            Scale.of("min", 60),
            Scale.of("h", 3600),
            Scale.of("d", DAY_SECONDS),
            Scale.of("y", 365 * DAY_SECONDS));

    private final String typeName;
    private final String word;
    private final String unit;
    private final String examples;

    Dimension(String typeName, String word, String unit, String examples) {
        this.typeName = typeName;
        this.word = word;
        this.unit = unit;
        this.examples = examples;
    }

    /** The public type that holds it, for messages. */
    public String typeName() {
        return typeName;
    }

    /** What a step without a name of its own is called. */
    public String word() {
        return word;
    }

    /** The canonical unit; of money and prices what follows the currency. */
    public String unit() {
        return unit;
    }

    /** Whether it has a currency. */
    public boolean isOfMoney() {
        return compareTo(MONEY) >= 0;
    }

    /** Some texts that are read, for those whose text was not: '95% or 0.95'. */
    public String examples() {
        return examples;
    }

    public double largest() {
        return this == SHARE || this == AVAILABILITY ? 1 : Double.MAX_VALUE;
    }

    /**
     * Whether such a quantity is held as its complement, as availabilities are: a millionth of the time down keeps its
     * digits, and 99.9999 % would not. So the greater number is the lower availability: what rises with the one falls
     * with the other, p5 of the one is p95 of the other, and the best end of a range is its lower number. Whoever
     * compares numbers of quantities asks this.
     */
    public boolean isReversed() {
        return this == AVAILABILITY;
    }

    /** Whether such a quantity can be longer, later or more than any number. */
    public boolean mayBeBeyond() {
        return largest() == Double.MAX_VALUE;
    }

    /** Whether a canonical value is one that such a quantity can have; never true of NaN. */
    public boolean allows(double value) {
        return value >= 0 && value <= largest();
    }

    private static List<Scale> rates() {
        List<Scale> rates = new ArrayList<>(List.of(
                Scale.per(" req/y", 365 * DAY_SECONDS),
                Scale.per(" req/d", DAY_SECONDS),
                Scale.per(" req/h", 3600),
                Scale.per(" req/min", 60)));
        rates.addAll(Scale.prefixed(1000, " req/s", "k", "M", "bn", "tn"));
        return List.copyOf(rates);
    }

    private static List<Scale> flows(double step, String[] prefixes, String period, double seconds) {
        return Scale.prefixed(step, 1, seconds, "B/" + period, prefixes);
    }
}
