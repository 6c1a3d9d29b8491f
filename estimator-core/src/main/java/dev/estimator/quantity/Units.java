package dev.estimator.quantity;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Scale;

/** The units in which quantities can be made, asked for and written; made for static import. */
public final class Units {
    /** One byte. */
    public static final Unit<Bytes> B = new Unit<>(Dimension.DATA, Scale.of("B", 1));

    /** One kilobyte, 1000 bytes. */
    public static final Unit<Bytes> KB = new Unit<>(Dimension.DATA, Scale.of("kB", 1e3));

    /** One megabyte, 10⁶ bytes. */
    public static final Unit<Bytes> MB = new Unit<>(Dimension.DATA, Scale.of("MB", 1e6));

    /** One gigabyte, 10⁹ bytes. */
    public static final Unit<Bytes> GB = new Unit<>(Dimension.DATA, Scale.of("GB", 1e9));

    /** One terabyte, 10¹² bytes. */
    public static final Unit<Bytes> TB = new Unit<>(Dimension.DATA, Scale.of("TB", 1e12));

    /** One petabyte, 10¹⁵ bytes. */
    public static final Unit<Bytes> PB = new Unit<>(Dimension.DATA, Scale.of("PB", 1e15));

    /** One exabyte, 10¹⁸ bytes. */
    public static final Unit<Bytes> EB = new Unit<>(Dimension.DATA, Scale.of("EB", 1e18));

    /** One kibibyte, 1024 bytes. */
    public static final Unit<Bytes> KIB = new Unit<>(Dimension.DATA, Scale.of("KiB", 0x1p10));

    /** One mebibyte, 1024² bytes. */
    public static final Unit<Bytes> MIB = new Unit<>(Dimension.DATA, Scale.of("MiB", 0x1p20));

    /** One gibibyte, 1024³ bytes. */
    public static final Unit<Bytes> GIB = new Unit<>(Dimension.DATA, Scale.of("GiB", 0x1p30));

    /** One tebibyte, 1024⁴ bytes. */
    public static final Unit<Bytes> TIB = new Unit<>(Dimension.DATA, Scale.of("TiB", 0x1p40));

    /** One pebibyte, 1024⁵ bytes. */
    public static final Unit<Bytes> PIB = new Unit<>(Dimension.DATA, Scale.of("PiB", 0x1p50));

    /** One exbibyte, 1024⁶ bytes. */
    public static final Unit<Bytes> EIB = new Unit<>(Dimension.DATA, Scale.of("EiB", 0x1p60));

    /** Bits, of which a byte has eight. */
    public static final Unit<Bytes> BIT = new Unit<>(Dimension.DATA, new Scale("bit", 1.0, 8));

    /** A thousand bits. */
    public static final Unit<Bytes> KBIT = new Unit<>(Dimension.DATA, new Scale("kbit", 1e3, 8));

    /** A million bits. */
    public static final Unit<Bytes> MBIT = new Unit<>(Dimension.DATA, new Scale("Mbit", 1e6, 8));

    /** 10⁹ bits. */
    public static final Unit<Bytes> GBIT = new Unit<>(Dimension.DATA, new Scale("Gbit", 1e9, 8));

    /** One gigabyte kept for a month, 730 h. */
    public static final Unit<StoredBytes> GB_MONTH =
            new Unit<>(Dimension.STORED, Scale.of("GB-month", 1e9 * 365 * 86_400 / 12));

    /** One terabyte kept for a month. */
    public static final Unit<StoredBytes> TB_MONTH =
            new Unit<>(Dimension.STORED, Scale.of("TB-month", 1e12 * 365 * 86_400 / 12));

    /** One byte a second. */
    public static final Unit<Bandwidth> B_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, Scale.of("B/s", 1));

    /** One kilobyte a second. */
    public static final Unit<Bandwidth> KB_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, Scale.of("kB/s", 1e3));

    /** One megabyte a second. */
    public static final Unit<Bandwidth> MB_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, Scale.of("MB/s", 1e6));

    /** One gigabyte a second. */
    public static final Unit<Bandwidth> GB_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, Scale.of("GB/s", 1e9));

    /** One terabyte a second. */
    public static final Unit<Bandwidth> TB_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, Scale.of("TB/s", 1e12));

    /** One kibibyte a second. */
    public static final Unit<Bandwidth> KIB_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, Scale.of("KiB/s", 0x1p10));

    /** One mebibyte a second. */
    public static final Unit<Bandwidth> MIB_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, Scale.of("MiB/s", 0x1p20));

    /** One gibibyte a second. */
    public static final Unit<Bandwidth> GIB_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, Scale.of("GiB/s", 0x1p30));

    /** One megabyte a minute. */
    public static final Unit<Bandwidth> MB_PER_MINUTE = new Unit<>(Dimension.BANDWIDTH, new Scale("MB/min", 1e6, 60));

    /** One gigabyte a minute. */
    public static final Unit<Bandwidth> GB_PER_MINUTE = new Unit<>(Dimension.BANDWIDTH, new Scale("GB/min", 1e9, 60));

    /** One megabyte an hour. */
    public static final Unit<Bandwidth> MB_PER_HOUR = new Unit<>(Dimension.BANDWIDTH, new Scale("MB/h", 1e6, 3600));

    /** One gigabyte an hour. */
    public static final Unit<Bandwidth> GB_PER_HOUR = new Unit<>(Dimension.BANDWIDTH, new Scale("GB/h", 1e9, 3600));

    /** One terabyte an hour. */
    public static final Unit<Bandwidth> TB_PER_HOUR = new Unit<>(Dimension.BANDWIDTH, new Scale("TB/h", 1e12, 3600));

    /** One kilobyte a day of 86,400 s. */
    public static final Unit<Bandwidth> KB_PER_DAY = new Unit<>(Dimension.BANDWIDTH, new Scale("kB/d", 1e3, 86_400));

    /** One megabyte a day of 86,400 s. */
    public static final Unit<Bandwidth> MB_PER_DAY = new Unit<>(Dimension.BANDWIDTH, new Scale("MB/d", 1e6, 86_400));

    /** One gigabyte a day of 86,400 s. */
    public static final Unit<Bandwidth> GB_PER_DAY = new Unit<>(Dimension.BANDWIDTH, new Scale("GB/d", 1e9, 86_400));

    /** One terabyte a day of 86,400 s. */
    public static final Unit<Bandwidth> TB_PER_DAY = new Unit<>(Dimension.BANDWIDTH, new Scale("TB/d", 1e12, 86_400));

    /** One petabyte a day of 86,400 s. */
    public static final Unit<Bandwidth> PB_PER_DAY = new Unit<>(Dimension.BANDWIDTH, new Scale("PB/d", 1e15, 86_400));

    /** One mebibyte a day of 86,400 s. */
    public static final Unit<Bandwidth> MIB_PER_DAY =
            new Unit<>(Dimension.BANDWIDTH, new Scale("MiB/d", 0x1p20, 86_400));

    /** One gibibyte a day of 86,400 s. */
    public static final Unit<Bandwidth> GIB_PER_DAY =
            new Unit<>(Dimension.BANDWIDTH, new Scale("GiB/d", 0x1p30, 86_400));

    /** One tebibyte a day of 86,400 s. */
    public static final Unit<Bandwidth> TIB_PER_DAY =
            new Unit<>(Dimension.BANDWIDTH, new Scale("TiB/d", 0x1p40, 86_400));

    /** One gigabyte a month of 730 h. */
    public static final Unit<Bandwidth> GB_PER_MONTH =
            new Unit<>(Dimension.BANDWIDTH, new Scale("GB/month", 1e9, 2_628_000));

    /** One terabyte a month of 730 h. */
    public static final Unit<Bandwidth> TB_PER_MONTH =
            new Unit<>(Dimension.BANDWIDTH, new Scale("TB/month", 1e12, 2_628_000));

    /** One petabyte a month of 730 h. */
    public static final Unit<Bandwidth> PB_PER_MONTH =
            new Unit<>(Dimension.BANDWIDTH, new Scale("PB/month", 1e15, 2_628_000));

    /** One gigabyte a year of 365 d. */
    public static final Unit<Bandwidth> GB_PER_YEAR =
            new Unit<>(Dimension.BANDWIDTH, new Scale("GB/y", 1e9, 31_536_000));

    /** One terabyte a year of 365 d. */
    public static final Unit<Bandwidth> TB_PER_YEAR =
            new Unit<>(Dimension.BANDWIDTH, new Scale("TB/y", 1e12, 31_536_000));

    /** One petabyte a year of 365 d. */
    public static final Unit<Bandwidth> PB_PER_YEAR =
            new Unit<>(Dimension.BANDWIDTH, new Scale("PB/y", 1e15, 31_536_000));

    /** One gibibyte a month of 730 h. */
    public static final Unit<Bandwidth> GIB_PER_MONTH =
            new Unit<>(Dimension.BANDWIDTH, new Scale("GiB/month", 0x1p30, 2_628_000));

    /** One tebibyte a month of 730 h. */
    public static final Unit<Bandwidth> TIB_PER_MONTH =
            new Unit<>(Dimension.BANDWIDTH, new Scale("TiB/month", 0x1p40, 2_628_000));

    /** One bit a second. */
    public static final Unit<Bandwidth> BIT_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, new Scale("bit/s", 1.0, 8));

    /** One kilobit a second. */
    public static final Unit<Bandwidth> KBIT_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, new Scale("kbit/s", 1e3, 8));

    /** One megabit a second. */
    public static final Unit<Bandwidth> MBIT_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, new Scale("Mbit/s", 1e6, 8));

    /** One gigabit a second. */
    public static final Unit<Bandwidth> GBIT_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, new Scale("Gbit/s", 1e9, 8));

    /** One terabit a second. */
    public static final Unit<Bandwidth> TBIT_PER_SECOND = new Unit<>(Dimension.BANDWIDTH, new Scale("Tbit/s", 1e12, 8));

    /** Events a second. */
    public static final Unit<Qps> PER_SECOND = new Unit<>(Dimension.RATE, Scale.of(" req/s", 1));

    /** Events a minute. */
    public static final Unit<Qps> PER_MINUTE = new Unit<>(Dimension.RATE, Scale.per(" req/min", 60));

    /** Events an hour. */
    public static final Unit<Qps> PER_HOUR = new Unit<>(Dimension.RATE, Scale.per(" req/h", 3600));

    /** Events a day of 86,400 s. */
    public static final Unit<Qps> PER_DAY = new Unit<>(Dimension.RATE, Scale.per(" req/d", 86_400));

    /** Events a month of 730 h. */
    public static final Unit<Qps> PER_MONTH = new Unit<>(Dimension.RATE, Scale.per(" req/month", 2_628_000));

    /** Events a year of 365 d. */
    public static final Unit<Qps> PER_YEAR = new Unit<>(Dimension.RATE, Scale.per(" req/y", 31_536_000));

    /** 10⁻⁹ s. */
    public static final Unit<TimeSpan> NANOSECONDS = new Unit<>(Dimension.TIME, Scale.per("ns", 1e9));

    /** 10⁻⁶ s. */
    public static final Unit<TimeSpan> MICROSECONDS = new Unit<>(Dimension.TIME, Scale.per("µs", 1e6));

    /** 10⁻³ s. */
    public static final Unit<TimeSpan> MILLISECONDS = new Unit<>(Dimension.TIME, Scale.per("ms", 1e3));

    /** Seconds. */
    public static final Unit<TimeSpan> SECONDS = new Unit<>(Dimension.TIME, Scale.of("s", 1));

    /** 60 s. */
    public static final Unit<TimeSpan> MINUTES = new Unit<>(Dimension.TIME, Scale.of("min", 60));

    /** 3600 s. */
    public static final Unit<TimeSpan> HOURS = new Unit<>(Dimension.TIME, Scale.of("h", 3600));

    /** 86,400 s. */
    public static final Unit<TimeSpan> DAYS = new Unit<>(Dimension.TIME, Scale.of("d", 86_400));

    /** 7 d. */
    public static final Unit<TimeSpan> WEEKS = new Unit<>(Dimension.TIME, Scale.of("weeks", 604_800));

    /** 730 h, a twelfth of a year. */
    public static final Unit<TimeSpan> MONTHS = new Unit<>(Dimension.TIME, Scale.of("months", 2_628_000));

    /** 365 d. */
    public static final Unit<TimeSpan> YEARS = new Unit<>(Dimension.TIME, Scale.of("y", 31_536_000));

    /** Single things. */
    public static final Unit<Count> ONES = new Unit<>(Dimension.COUNT, Scale.of("", 1));

    /** Thousands. */
    public static final Unit<Count> THOUSANDS = new Unit<>(Dimension.COUNT, Scale.of("k", 1e3));

    /** Millions. */
    public static final Unit<Count> MILLIONS = new Unit<>(Dimension.COUNT, Scale.of("M", 1e6));

    /** Billions, 10⁹. */
    public static final Unit<Count> BILLIONS = new Unit<>(Dimension.COUNT, Scale.of("bn", 1e9));

    /** Trillions, 10¹². */
    public static final Unit<Count> TRILLIONS = new Unit<>(Dimension.COUNT, Scale.of("tn", 1e12));

    /** Quadrillions, 10¹⁵. */
    public static final Unit<Count> QUADRILLIONS = new Unit<>(Dimension.COUNT, Scale.of(" quadrillion", 1e15));

    /** Lakhs, 10⁵. */
    public static final Unit<Count> LAKHS = new Unit<>(Dimension.COUNT, Scale.of(" lakh", 1e5));

    /** Crores, 10⁷. */
    public static final Unit<Count> CRORES = new Unit<>(Dimension.COUNT, Scale.of(" crore", 1e7));

    /** Hundredths, for a ratio that is told as a percentage: 135%. */
    public static final Unit<Ratio> PERCENT = new Unit<>(Dimension.RATIO, Scale.per("%", 100));

    /** Money, all digits of it: $1,234,567. */
    public static final Unit<Money> COST = new Unit<>(Dimension.MONEY, Scale.of("", 1));

    /** Thousands of money. */
    public static final Unit<Money> COST_IN_THOUSANDS = new Unit<>(Dimension.MONEY, Scale.of("k", 1e3));

    /** Millions of money. */
    public static final Unit<Money> COST_IN_MILLIONS = new Unit<>(Dimension.MONEY, Scale.of("M", 1e6));

    /** Billions of money, 10⁹. */
    public static final Unit<Money> COST_IN_BILLIONS = new Unit<>(Dimension.MONEY, Scale.of("bn", 1e9));

    /** Lakhs of money, 10⁵. */
    public static final Unit<Money> COST_IN_LAKHS = new Unit<>(Dimension.MONEY, Scale.of(" lakh", 1e5));

    /** Crores of money, 10⁷. */
    public static final Unit<Money> COST_IN_CRORES = new Unit<>(Dimension.MONEY, Scale.of(" crore", 1e7));

    /** Lakh crores of money, 10¹². */
    public static final Unit<Money> COST_IN_LAKH_CRORES = new Unit<>(Dimension.MONEY, Scale.of(" lakh crore", 1e12));

    /** What is spent in a second. */
    public static final Unit<Spending> COST_PER_SECOND = new Unit<>(Dimension.SPENDING, Scale.of("/s", 1));

    /** What is spent in an hour. */
    public static final Unit<Spending> COST_PER_HOUR = new Unit<>(Dimension.SPENDING, Scale.per("/h", 3600));

    /** What is spent in a day of 86,400 s. */
    public static final Unit<Spending> COST_PER_DAY = new Unit<>(Dimension.SPENDING, Scale.per("/d", 86_400));

    /** What is spent in a month of 730 h. */
    public static final Unit<Spending> COST_PER_MONTH = new Unit<>(Dimension.SPENDING, Scale.per("/month", 2_628_000));

    /** What is spent in a year of 365 d. */
    public static final Unit<Spending> COST_PER_YEAR = new Unit<>(Dimension.SPENDING, Scale.per("/y", 31_536_000));

    /** What one of several costs. */
    public static final Unit<Price<Count>> COST_EACH = new Unit<>(Dimension.COUNT_PRICE, Scale.of(" each", 1));

    /** What a thousand cost. */
    public static final Unit<Price<Count>> COST_PER_THOUSAND = new Unit<>(Dimension.COUNT_PRICE, Scale.per("/1k", 1e3));

    /** What a million cost. */
    public static final Unit<Price<Count>> COST_PER_MILLION = new Unit<>(Dimension.COUNT_PRICE, Scale.per("/1M", 1e6));

    /** What a gigabyte costs. */
    public static final Unit<Price<Bytes>> COST_PER_GB = new Unit<>(Dimension.DATA_PRICE, Scale.per("/GB", 1e9));

    /** What a terabyte costs. */
    public static final Unit<Price<Bytes>> COST_PER_TB = new Unit<>(Dimension.DATA_PRICE, Scale.per("/TB", 1e12));

    /** What a gibibyte costs. */
    public static final Unit<Price<Bytes>> COST_PER_GIB = new Unit<>(Dimension.DATA_PRICE, Scale.per("/GiB", 0x1p30));

    /** What a tebibyte costs. */
    public static final Unit<Price<Bytes>> COST_PER_TIB = new Unit<>(Dimension.DATA_PRICE, Scale.per("/TiB", 0x1p40));

    /** What a gigabyte costs that is kept for a month of 730 h. */
    public static final Unit<Rent<Bytes>> COST_PER_GB_MONTH =
            new Unit<>(Dimension.DATA_RENT, Scale.per("/GB-month", 1e9 * 2_628_000));

    /** What a terabyte costs that is kept for a month of 730 h. */
    public static final Unit<Rent<Bytes>> COST_PER_TB_MONTH =
            new Unit<>(Dimension.DATA_RENT, Scale.per("/TB-month", 1e12 * 2_628_000));

    /** What a gibibyte costs that is kept for a month of 730 h. */
    public static final Unit<Rent<Bytes>> COST_PER_GIB_MONTH =
            new Unit<>(Dimension.DATA_RENT, Scale.per("/GiB-month", 0x1p30 * 2_628_000));

    /** What one of several costs that is rented for an hour. */
    public static final Unit<Rent<Count>> COST_EACH_PER_HOUR = new Unit<>(Dimension.COUNT_RENT, Scale.per("/h", 3600));

    /** What one of several costs that is rented for a month of 730 h. */
    public static final Unit<Rent<Count>> COST_EACH_PER_MONTH =
            new Unit<>(Dimension.COUNT_RENT, Scale.per("/month", 2_628_000));

    private Units() {}
}
