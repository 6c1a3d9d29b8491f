package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;

/** Texts that are read, for those whose text was not. */
public final class ExampleTexts {
    private ExampleTexts() {}

    /** Some texts of a quantity: '95% or 0.95'. */
    public static String of(Dimension dimension) {
        return switch (dimension) {
            case RATE -> "12k req/s, 1.5M/day or 200 writes per minute";
            case DATA -> "500 B, 1.5 TB, 3.5 TiB or 8 Gbit";
            case BANDWIDTH -> "125 MB/s, 1 Gbit/s, 100 Mbps or 7.5 PB/day";
            case TIME -> "20 ms, 5 min, 6.5 h, 30d or 8 h 45 min";
            case STORED -> "500 GB-month or 20 TB-hours";
            case COUNT -> "1_000_000, 2e9, 10M or 500 million posts";
            case RATIO -> "×3, 3, 2.5x, 100:1 or 250%";
            case SHARE -> "95% or 0.95";
            case AVAILABILITY -> "99.95%, 0.9995, 3 nines or 1 − 1e-11";
            case MONEY -> "$1.2k, 1200 USD, EUR 0.5 or 3M JPY";
            case DATA_PRICE -> "$0.02/GB";
            case COUNT_PRICE -> "$0.40/1M or 15 EUR each";
            case SPENDING -> "$1.2k/month or 0.096 USD/h";
            case DATA_RENT -> "$0.023/GB-month";
            case COUNT_RENT -> "$15/month each or 0.04 USD/vCPU-hour";
        };
    }
}
