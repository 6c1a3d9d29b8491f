package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.analysis.Questions.smallest;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Of steady functions whose answers may end: what is found keeps the limit, and a little further breaks it. */
class SearchProperties {
    private static final double SLACK = 1e-9;
    private static final double FURTHER = 1e-6;
    private static final double END = 1e6;

    /** Of one value and where something happens; each is steady where it has answers. */
    enum Shape implements Formula {
        LINE(false) {
            @Override
            double at(double x, double c) {
                return x / c;
            }
        },
        LEFT(false) {
            @Override
            double at(double x, double c) {
                return x <= c ? c - x : Double.NaN;
            }
        },
        BEYOND(true) {
            @Override
            double at(double x, double c) {
                return x >= c ? x - c : Double.NaN;
            }
        },
        POLE(false) {
            @Override
            double at(double x, double c) {
                return x < c ? 1 / (c - x) : Double.NaN;
            }
        },
        OVERLOAD(false) {
            @Override
            double at(double x, double c) {
                return x < c ? 1 / (c - x) : Double.POSITIVE_INFINITY;
            }

            @Override
            public String beyond() {
                return "overloaded";
            }
        },
        RUNWAY(true) {
            @Override
            double at(double x, double c) {
                return x > c ? 1 / Math.log(x / c) : Double.POSITIVE_INFINITY;
            }

            @Override
            public String beyond() {
                return "never reached";
            }
        },
        LOGARITHM(true) {
            @Override
            double at(double x, double c) {
                return x >= c ? Math.log(x / c) : Double.NaN;
            }
        },
        STEPS(false) {
            @Override
            double at(double x, double c) {
                return Math.ceil(7 * x / c);
            }
        },
        STEPS_LEFT(false) {
            @Override
            double at(double x, double c) {
                return x <= c ? 40 - Math.floor(37 * x / c) : Double.NaN;
            }
        };

        private final boolean isAbove;

        Shape(boolean isAbove) {
            this.isAbove = isAbove;
        }

        abstract double at(double x, double c);

        /** A place at which there is an answer. */
        double inside(double part, double c) {
            return isAbove ? c / part : c * part;
        }

        @Override
        public double apply(double... inputs) {
            return at(inputs[0], inputs[1]);
        }
    }

    @Property(tries = 1000)
    void found_isTheLastThatHolds(
            @ForAll Shape shape,
            @ForAll boolean isLargest,
            @ForAll boolean isUpper,
            @ForAll @DoubleRange(min = 0.01, max = 5000) double c,
            @ForAll @DoubleRange(min = 0.02, max = 0.99) double best,
            @ForAll @DoubleRange(min = 0.02, max = 0.98) double bound) {
        Ratio x = assume("x", ratio(shape.inside(best, c)));
        Ratio value = Ratio.computed("f", shape, x, ratio(c)).named("value");
        double most = shape.at(shape.inside(bound, c), c);
        var of = limit(value);
        Limit<Ratio> limit = isUpper ? of.atMost(ratio(most)) : of.atLeast(ratio(most));
        Solution<Ratio> solution = (isLargest ? largest(x) : smallest(x)).suchThat(limit);
        double end = isLargest ? x.value() * END : x.value() / END;
        if (solution.value().isEmpty()) {
            assertThat(solution.reason()).startsWith("the limits hold for anything");
            assertThat(isKept(shape.at(end, c), most, isUpper)).isTrue();
            return;
        }
        double found = solution.orThrow().value();
        double further = isLargest ? found * (1 + FURTHER) : found * (1 - FURTHER);
        assertThat(isKept(shape.at(found, c), most, isUpper)).isTrue();
        assertThat(isKept(shape.at(further, c), most, isUpper)).isFalse();
        assertThat(isKept(shape.at(end, c), most, isUpper)).isFalse();
        double stated =
                Ratio.parse(solution.stated().orElseThrow().replace(",", "")).value();
        assertThat(isKept(shape.at(stated, c), most, isUpper)).isTrue();
        assertThat(stated).isCloseTo(found, within(found * 1.001e-3));
    }

    private static boolean isKept(double value, double bound, boolean isUpper) {
        return isUpper ? value <= bound * (1 + SLACK) : value >= bound * (1 - SLACK);
    }

    /** What is printed, read again, keeps the limit in every unit, and is as near as four digits can be. */
    @Property(tries = 300)
    void stated_keepsTheLimit(@ForAll @DoubleRange(min = -5, max = 9) double exponent, @ForAll boolean isLargest) {
        double x = Math.pow(10, exponent);
        assertStated(Bytes.of(x, Units.B), Bytes::parse, isLargest);
        assertStated(Quantities.qps(x), Qps::parse, isLargest);
        assertStated(Quantities.count(x), Count::parse, isLargest);
        assertStated(Quantities.usd(x), Money::parse, isLargest);
        assertStated(Quantities.seconds(Math.min(x, 2e6)), TimeSpan::parse, isLargest);
    }

    private static <Q extends Amount<Q>> void assertStated(Q bound, Function<String, Q> read, boolean isLargest) {
        Q x = assume("x", bound.times(1.7));
        var of = limit(x.times(1.0));
        String stated = isLargest
                ? largest(x).suchThat(of.atMost(bound)).stated().orElseThrow()
                : smallest(x).suchThat(of.atLeast(bound)).stated().orElseThrow();
        assertNear(read.apply(stated.replace(",", "")).div(bound).value(), isLargest, 1.001e-3);
    }

    private static void assertNear(double ratio, boolean isLargest, double coarsest) {
        assertThat(ratio).isBetween(1 - (isLargest ? coarsest : SLACK), 1 + (isLargest ? SLACK : coarsest));
    }

    @Property(tries = 300)
    void stated_ofParts_keepsTheLimit(
            @ForAll @DoubleRange(min = -11, max = 11) double odds, @ForAll boolean isLargest) {
        double part = 1 / (1 + Math.exp(odds));
        Share share = assume("share", Share.of(0.3));
        Limit.Of<Ratio> of = limit(Quantities.ratio(1).times(share));
        String stated = found(share, of, ratio(part), isLargest);
        assertThat(Share.parse(stated).value())
                .isBetween(part - (isLargest ? 0.01 * part : 1e-9), part + (isLargest ? 1e-9 : 0.01 * (1 - part)));
        Availability up = assume("up", Availability.of(0.7));
        String statedUp = found(up, limit(up.times(up)), Availability.of(part * part), isLargest);
        assertThat(Availability.parse(statedUp).value())
                .isBetween(part - (isLargest ? 0.01 * part : 1e-9), part + (isLargest ? 1e-9 : 0.01 * (1 - part)));
    }

    private static <Q extends Quantity<Q>, L extends Quantity<L>> String found(
            Q x, Limit.Of<L> of, L bound, boolean isLargest) {
        return isLargest
                ? largest(x).suchThat(of.atMost(bound)).stated().orElseThrow()
                : smallest(x).suchThat(of.atLeast(bound)).stated().orElseThrow();
    }
}
