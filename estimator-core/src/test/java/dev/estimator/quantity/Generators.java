package dev.estimator.quantity;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** What properties range over. */
final class Generators {
    private Generators() {}

    /**
     * Every finite double from zero up, each binary order of magnitude as likely as any other, and numbers as people
     * write them. The topmost are left to {@link Huge}, for 1.79e308 is written as 1.8e308, which no double holds.
     */
    static final class Any implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            return Arbitraries.oneOf(bits(1.7e308), new Written().get());
        }
    }

    /** The same up to the largest double. */
    static final class Huge implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            return Arbitraries.oneOf(bits(Double.MAX_VALUE), new Written().get());
        }
    }

    /** Decimal numbers of few digits and moderate size. */
    static final class Written implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            return Combinators.combine(
                            Arbitraries.integers().between(1, 99_999),
                            Arbitraries.integers().between(-9, 12))
                    .as((digits, exponent) -> new BigDecimal(digits + "e" + exponent).doubleValue());
        }
    }

    /** Numbers as people write them, and others of a size that has a name. */
    static final class Typical implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            return Arbitraries.oneOf(
                    new Written().get(), Arbitraries.doubles().between(-3, 12).map(exponent -> Math.pow(10, exponent)));
        }
    }

    /** Sizes between which products and quotients neither overflow nor underflow. */
    static final class Everyday implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            return Arbitraries.longs()
                    .between(Double.doubleToLongBits(1e-60), Double.doubleToLongBits(1e60))
                    .map(Double::longBitsToDouble);
        }
    }

    /** Parts of a whole, with many close to 0 and to 1. */
    static final class Part implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            Arbitrary<Double> small = bits(1.0);
            return Arbitraries.oneOf(
                            small, small.map(x -> 1 - x), Arbitraries.doubles().between(0, 1))
                    .edgeCases(edges -> edges.add(0.0, 0.5, 1.0, Math.nextDown(1.0), Double.MIN_VALUE, 1e-12, 0.01));
        }
    }

    /** Nouns that read like nouns. */
    static final class Noun implements ArbitrarySupplier<String> {
        @Override
        public Arbitrary<String> get() {
            return Arbitraries.of(
                    "posts",
                    "daily users",
                    "S3 objects",
                    "users (registered)",
                    "größte Teile",
                    "人",
                    "days",
                    "GPU-hours",
                    "man-months");
        }
    }

    private static Arbitrary<Double> bits(double largest) {
        return Arbitraries.longs()
                .between(0, Double.doubleToLongBits(largest))
                .map(Double::longBitsToDouble)
                .edgeCases(edges ->
                        edges.add(0.0, Double.MIN_VALUE, Math.nextDown(Double.MIN_NORMAL), Double.MIN_NORMAL, largest));
    }
}
