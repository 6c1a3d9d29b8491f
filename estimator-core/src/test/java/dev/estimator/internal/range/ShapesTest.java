package dev.estimator.internal.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shapes against numbers that mpmath 1.3.0 gives with 40 digits for the textbook formulas of each distribution, from
 * its own erfc, erfinv and incomplete beta function, and from Hadlock and Bickel's formula of the J-QPD-S in hyperbolic
 * functions.
 */
class ShapesTest {
    /** What a few roundings leave. */
    private static final double EXACT = 1e-13;

    /** How near the inverse beta function of Commons Statistics comes. */
    private static final double OF_BETA = 1e-10;

    private static final Shape LOG = Bell.between(Line.LOG, 3, 48);
    private static final Shape ODDS = Bell.between(Line.ODDS, 0.2, 0.9);
    private static final Shape LOG_RIGHT = Skewed.through(Line.LOG, 2, 5, 70);
    private static final Shape LOG_LEFT = Skewed.through(Line.LOG, 3, 41, 60);
    private static final Shape ODDS_RIGHT = Skewed.through(Line.ODDS, 0.05, 0.11, 0.7);
    private static final Shape ODDS_LEFT = Skewed.through(Line.ODDS, 0.3, 0.91, 0.97);
    private static final Shape UNIFORM = new Uniform(3, 17);
    private static final Shape TRIANGULAR = new Triangular(3, 5, 11);
    private static final Shape TRIANGULAR_FALLING = new Triangular(3, 3, 11);
    private static final Shape TRIANGULAR_RISING = new Triangular(3, 11, 11);
    private static final Shape PERT = new Pert(3, 5, 11);
    private static final Shape PERT_FALLING = new Pert(3, 3, 11);
    private static final Shape PERT_RISING = new Pert(3, 11, 11);
    private static final Shape NORMAL = new TruncatedNormal(7, 3, Double.POSITIVE_INFINITY);
    private static final Shape NORMAL_PART = new TruncatedNormal(0.6, 0.17, 1);
    private static final Shape DISCRETE = Discrete.of(new double[] {19, 2, 7, 2}, new double[] {1, 2, 4, 1});

    private static final List<Shape> PARTS = List.of(ODDS, ODDS_LEFT, ODDS_RIGHT, NORMAL_PART);

    static List<Shape> continuous() {
        return List.of(
                LOG,
                ODDS,
                LOG_RIGHT,
                LOG_LEFT,
                ODDS_RIGHT,
                ODDS_LEFT,
                UNIFORM,
                TRIANGULAR,
                TRIANGULAR_FALLING,
                TRIANGULAR_RISING,
                PERT,
                PERT_FALLING,
                PERT_RISING,
                NORMAL,
                NORMAL_PART);
    }

    static List<Shape> all() {
        return Stream.concat(continuous().stream(), Stream.of(DISCRETE)).toList();
    }

    private record Reference(Shape shape, double tolerance, List<Double> probabilities, List<Double> values) {
        @Override
        public String toString() {
            return shape.toString();
        }
    }

    private static Reference reference(Shape shape, double tolerance, double p, double... values) {
        List<Double> stated = Arrays.stream(values).boxed().toList();
        return new Reference(shape, tolerance, List.of(0.05, 0.5, 0.95, p), stated);
    }

    static List<Reference> references() {
        return List.of(
                reference(LOG, EXACT, 0.1, 3, 12, 48, 4.074735577362417),
                reference(LOG, EXACT, 0.99, 3, 12, 48, 85.24838911441287),
                reference(ODDS, EXACT, 0.1, 0.2, 0.6, 0.9, 0.27080445980023504),
                reference(ODDS, EXACT, 0.99, 0.2, 0.6, 0.9, 0.949768918285961),
                reference(LOG_RIGHT, EXACT, 0.1, 2, 5, 70, 2.24235680078597),
                reference(LOG_RIGHT, EXACT, 0.99, 2, 5, 70, 256.8711540460451),
                reference(LOG_LEFT, EXACT, 0.1, 3, 41, 60, 5.675312879106028),
                reference(LOG_LEFT, EXACT, 0.99, 3, 41, 60, 62.10682849381565),
                reference(ODDS_RIGHT, EXACT, 0.1, 0.05, 0.11, 0.7, 0.054656222347407565),
                reference(ODDS_RIGHT, EXACT, 0.99, 0.05, 0.11, 0.7, 0.9070986063809146),
                reference(ODDS_LEFT, EXACT, 0.1, 0.3, 0.91, 0.97, 0.48918555476972364),
                reference(ODDS_LEFT, EXACT, 0.99, 0.3, 0.91, 0.97, 0.9760089230022913),
                reference(UNIFORM, EXACT, 0.25, 3.7, 10, 16.3, 6.5),
                reference(TRIANGULAR, EXACT, 0.25, 3.8944271909999157, 6.101020514433644, 9.450806661517033, 5),
                reference(
                        TRIANGULAR_FALLING,
                        EXACT,
                        0.25,
                        3.202564524152829,
                        5.343145750507619,
                        9.211145618000169,
                        4.071796769724491),
                reference(TRIANGULAR_RISING, EXACT, 0.25, 4.7888543819998315, 8.65685424949238, 10.797435475847172, 7),
                reference(PERT, OF_BETA, 0.25, 3.611523131298631, 5.51048136364558, 8.25926654400911, 4.55010887643177),
                reference(
                        PERT_FALLING,
                        OF_BETA,
                        0.25,
                        3.081649746504092,
                        4.035595493631007,
                        6.605757826775529,
                        3.447299909640784),
                reference(
                        PERT_RISING,
                        OF_BETA,
                        0.25,
                        7.394242173224471,
                        9.964404506368993,
                        10.918350253495907,
                        9.062866266041592),
                reference(
                        NORMAL,
                        EXACT,
                        0.25,
                        2.318593434599582,
                        7.036906001264444,
                        11.948892463820867,
                        5.045496354583346),
                reference(
                        NORMAL_PART,
                        EXACT,
                        0.25,
                        0.3199325034177834,
                        0.5980601119473115,
                        0.8659843562176247,
                        0.4841720897502268));
    }

    @ParameterizedTest
    @MethodSource("references")
    void quantile_reference(Reference reference) {
        for (int i = 0; i < reference.values.size(); i++) {
            assertNear(
                    reference.values.get(i),
                    reference.shape.quantile(reference.probabilities.get(i)),
                    reference.tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void cumulative_reference(Reference reference) {
        for (int i = 0; i < reference.values.size(); i++) {
            assertNear(reference.probabilities.get(i), reference.shape.cumulative(reference.values.get(i)), EXACT);
        }
    }

    @Test
    void cumulative_reference_betweenPercentiles() {
        assertNear(0.7277759125677205, LOG.cumulative(20), EXACT);
        assertNear(0.3548641035360988, ODDS.cumulative(0.5), EXACT);
        // 1 − (11 − 7)² ÷ (8 × 6) and 1 − (1 − 0.25)⁵
        assertNear(2.0 / 3, TRIANGULAR.cumulative(7), EXACT);
        assertNear(781.0 / 1024, PERT_FALLING.cumulative(5), EXACT);
        assertNear(1.0 / 1024, PERT_RISING.cumulative(5), EXACT);
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void cumulative_invertsQuantile(Shape shape) {
        for (double p : new double[] {1e-6, 0.001, 0.02, 0.24, 0.26, 0.5, 0.77, 0.98, 0.9999}) {
            assertEquals(p, shape.cumulative(shape.quantile(p)), 1e-9 * Math.min(1, 1e3 * p));
        }
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void quantileFromTop_isQuantileOfTheRest(Shape shape) {
        for (double q : new double[] {0.0001, 0.03, 0.24, 0.5, 0.74, 0.76, 0.97}) {
            assertNear(shape.quantile(1 - q), shape.quantileFromTop(q), OF_BETA);
        }
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void quantileFromTop_hasItsDigitsWhereTheRestHasNone(Shape shape) {
        double before = shape.quantileFromTop(1e-8);
        for (double q = 1e-9; q >= Shape.SMALLEST_TAIL; q /= 1.5) {
            double next = shape.quantileFromTop(q);
            assertTrue(next > before, () -> shape + " rises no more");
            before = next;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void at_isTheQuantileOfTheScore(Shape shape) {
        assertNear(shape.quantile(0.5), shape.at(0), OF_BETA);
        assertNear(shape.quantile(0.05), shape.at(-Gauss.Z95), OF_BETA);
        assertNear(shape.quantile(0.95), shape.at(Gauss.Z95), OF_BETA);
        assertNear(shape.quantile(0.001), shape.at(Gauss.quantile(0.001)), OF_BETA);
    }

    @ParameterizedTest
    @MethodSource("all")
    void at_neverFallsNorLeavesTheSupport(Shape shape) {
        double before = shape.lowest();
        for (double z = -6.3; z <= 6.3; z += 0.05) {
            double value = shape.at(z);
            assertTrue(value >= before && value <= shape.highest(), () -> shape + " at a score");
            before = value;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantile_inTheTails(Shape shape) {
        for (double tail : new double[] {1e-3, 1e-6, Shape.SMALLEST_TAIL}) {
            assertTrue(shape.quantile(tail) >= shape.lowest());
            assertTrue(shape.quantileFromTop(tail) <= shape.highest());
        }
        assertTrue(shape.lowest() >= 0);
        assertTrue(shape.highest() < Double.POSITIVE_INFINITY);
        assertTrue(!PARTS.contains(shape) || shape.highest() <= 1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void cumulative_outsideOfTheSupport(Shape shape) {
        assertEquals(0, shape.cumulative(0), 1e-300);
        assertEquals(1, shape.cumulative(PARTS.contains(shape) ? 1 : 1e300), EXACT);
    }

    @Test
    void lowest_boundedShapes() {
        for (Shape shape :
                List.of(TRIANGULAR, TRIANGULAR_FALLING, TRIANGULAR_RISING, PERT, PERT_FALLING, PERT_RISING)) {
            assertEquals(3, shape.lowest());
            assertEquals(11, shape.highest());
        }
        assertEquals(3, UNIFORM.lowest());
        assertEquals(17, UNIFORM.highest());
        assertEquals(2, DISCRETE.lowest());
        assertEquals(19, DISCRETE.highest());
    }

    @ParameterizedTest
    @MethodSource("all")
    void rule_weightsAddUpToOne(Shape shape) {
        assertEquals(1, Arrays.stream(shape.rule().weights()).sum(), EXACT);
    }

    @Test
    void rule_mean() {
        // exp(μ + σ² ÷ 2) with μ = ln 12, σ = ln 4 ÷ z₉₅
        assertNear(17.11693932856165, mean(LOG), EXACT);
        assertNear(0.5808974346762309, mean(ODDS), EXACT);
        // Points end at a score of 8.25: what lies beyond makes a ten-billionth of this mean.
        assertNear(20.579350166483604, mean(LOG_RIGHT), 1e-9);
        // A sharp bend makes the steps of an eighth a little coarse.
        assertNear(35.77480793485669, mean(LOG_LEFT), 1e-11);
        assertNear(0.20420508214272082, mean(ODDS_RIGHT), 1e-11);
        assertNear(0.8148681665329242, mean(ODDS_LEFT), 1e-11);
        assertNear(10, mean(UNIFORM), EXACT);
        assertNear(19.0 / 3, mean(TRIANGULAR), EXACT);
        assertNear(17.0 / 3, mean(TRIANGULAR_FALLING), EXACT);
        assertNear(25.0 / 3, mean(TRIANGULAR_RISING), EXACT);
        assertNear(34.0 / 6, mean(PERT), OF_BETA);
        assertNear(26.0 / 6, mean(PERT_FALLING), OF_BETA);
        assertNear(58.0 / 6, mean(PERT_RISING), OF_BETA);
        assertNear(7.0794454504856965, mean(NORMAL), EXACT);
        assertNear(0.5958365963659786, mean(NORMAL_PART), EXACT);
        assertNear((3 * 2 + 4 * 7 + 19) / 8.0, mean(DISCRETE), EXACT);
    }

    @Test
    void cutOff() {
        assertNear(0.00981532862864534, new TruncatedNormal(7, 3, Double.POSITIVE_INFINITY).cutOff(), EXACT);
        assertNear(0.009521032424263052, new TruncatedNormal(0.6, 0.17, 1).cutOff(), EXACT);
    }

    @Test
    void triangular_ofAnySize() {
        for (double size : new double[] {1e-250, 1e250}) {
            Shape shape = new Triangular(3 * size, 5 * size, 11 * size);
            assertNear(3.8944271909999157 * size, shape.quantile(0.05), EXACT);
            assertNear(9.450806661517033 * size, shape.quantileFromTop(0.05), EXACT);
            assertNear(2.0 / 3, shape.cumulative(7 * size), EXACT);
            assertNear(19.0 / 3 * size, mean(shape), EXACT);
        }
    }

    @Test
    void pert_ofAnySize() {
        for (double size : new double[] {1e-250, 1.6e307}) {
            Shape shape = new Pert(3 * size, 5 * size, 11 * size);
            assertNear(3.611523131298631 * size, shape.quantile(0.05), OF_BETA);
            assertNear(8.25926654400911 * size, shape.quantileFromTop(0.05), OF_BETA);
        }
    }

    /** A triple in ascending order, of moderate size, with bends of either side. */
    static final class Points implements ArbitrarySupplier<double[]> {
        @Override
        public Arbitrary<double[]> get() {
            Arbitrary<Double> step = Arbitraries.doubles().between(0.01, 9);
            return Arbitraries.doubles()
                    .between(-12, 12)
                    .flatMap(low -> step.flatMap(
                            below -> step.map(above -> new double[] {low, low + below, low + below + above})));
        }
    }

    @Property
    void skewed_hitsItsThreePoints(@ForAll Line line, @ForAll(supplier = Points.class) double[] y) {
        double low = line.from(y[0]);
        double mid = line.from(y[1]);
        double high = line.from(y[2]);
        Shape shape = Skewed.through(line, low, mid, high);
        // Near 1 a part has no more digits than its distance from 1 leaves it; on the line they are all there.
        assertMet(line, low, shape.at(-Gauss.Z95));
        assertMet(line, mid, shape.at(0));
        assertMet(line, high, shape.at(Gauss.Z95));
        assertMet(line, low, shape.quantile(0.05));
        assertMet(line, high, shape.quantileFromTop(0.05));
    }

    private static void assertMet(Line line, double expected, double actual) {
        double digits = line == Line.LOG ? 1e-12 * expected : 1e-12 * expected + Math.ulp(1.0);
        assertEquals(expected, actual, digits);
    }

    @Property
    void skewed_risesStrictly(@ForAll Line line, @ForAll(supplier = Points.class) double[] y) {
        Shape shape = Skewed.through(line, line.from(y[0]), line.from(y[1]), line.from(y[2]));
        double before = line.to(shape.at(-6));
        for (double z = -5.75; z <= 6; z += 0.25) {
            double next = line.to(shape.at(z));
            boolean isAtTheEnd = line == Line.ODDS && shape.at(z) > 1 - 1e-12;
            assertTrue(next > before || isAtTheEnd, () -> shape + " does not rise");
            before = next;
        }
    }

    @Property
    void skewed_cumulativeInvertsQuantile(@ForAll(supplier = Points.class) double[] y) {
        Shape shape = Skewed.through(Line.LOG, Math.exp(y[0]), Math.exp(y[1]), Math.exp(y[2]));
        for (double p : new double[] {0.001, 0.05, 0.3, 0.5, 0.8, 0.95, 0.999}) {
            assertEquals(p, shape.cumulative(shape.quantile(p)), 1e-9);
        }
    }

    @Test
    void skewed_symmetricIsBell() {
        assertInstanceOf(Bell.class, Skewed.through(Line.LOG, 3, 12, 48));
        assertInstanceOf(Bell.class, Skewed.through(Line.ODDS, 0.2, 0.5, 0.8));
        assertFalse(Skewed.through(Line.LOG, 3, 12.000001, 48) instanceof Bell);
    }

    @Property
    void skewed_nearlySymmetricIsNearlyBell(@ForAll Line line, @ForAll(supplier = Points.class) double[] y) {
        double low = line.from(y[0]);
        double high = line.from(y[1]);
        Shape bell = Bell.between(line, low, high);
        Shape bent = Skewed.through(line, low, line.from((y[0] + y[1]) / 2), high);
        for (double z = -3; z <= 3; z += 0.5) {
            assertEquals(bell.at(z), bent.at(z), 1e-10 * bell.at(z));
        }
    }

    /** The hyperbola keeps its digits where it is as good as a straight line. */
    @Test
    void skewed_slightBends() {
        for (double bend = 1e-3; bend > 1e-17; bend /= 3) {
            double mid = 1000 * (1 + bend);
            Shape shape = Skewed.through(Line.LOG, 1, mid, 1e6);
            assertNear(1, shape.at(-Gauss.Z95), 1e-12);
            assertNear(mid, shape.at(0), 1e-12);
            assertNear(1e6, shape.at(Gauss.Z95), 1e-12);
        }
    }

    @Test
    void discrete_quantile() {
        // 3 of 8 are 2, 4 of 8 are 7, 1 of 8 is 19
        assertEquals(2, DISCRETE.quantile(1e-10));
        assertEquals(2, DISCRETE.quantile(0.375));
        assertEquals(7, DISCRETE.quantile(0.376));
        assertEquals(7, DISCRETE.quantile(0.875));
        assertEquals(19, DISCRETE.quantile(0.876));
        assertEquals(19, DISCRETE.quantileFromTop(0.124));
        assertEquals(7, DISCRETE.quantileFromTop(0.126));
    }

    @Test
    void discrete_cumulative() {
        assertEquals(0, DISCRETE.cumulative(1.999));
        assertEquals(0.375, DISCRETE.cumulative(2));
        assertEquals(0.375, DISCRETE.cumulative(6.999));
        assertEquals(0.875, DISCRETE.cumulative(7));
        assertEquals(1, DISCRETE.cumulative(19));
        assertEquals(1, DISCRETE.cumulative(20));
    }

    @Test
    void discrete_chancesThatAddUpInBinaryToLess() {
        // 0.7 + 0.1 + 0.1 is less than 0.9 as doubles add up
        double[] values = {1, 2, 3, 4};
        Shape shape = Discrete.of(values, new double[] {0.7, 0.1, 0.1, 0.1});
        assertEquals(2, shape.quantile(0.8));
        assertEquals(3, shape.quantile(0.9));
        assertEquals(4, shape.quantile(0.9001));
    }

    @Property
    void discrete_percentilesAreThoseOfTheWholeNumbers(@ForAll("percentages") List<Integer> percent) {
        double[] values = new double[percent.size()];
        double[] weights = new double[percent.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1.0;
            weights[i] = percent.get(i) / 100.0;
        }
        int total = percent.stream().mapToInt(i -> i).sum();
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += percent.get(i);
            assertEquals(i + 1.0, Discrete.of(values, weights).quantile(sum / (double) total));
        }
    }

    @Provide
    static Arbitrary<List<Integer>> percentages() {
        return Arbitraries.integers().between(1, 30).list().ofMinSize(2).ofMaxSize(12);
    }

    @Test
    void discrete_equals() {
        Shape same = Discrete.of(new double[] {2, 7, 19}, new double[] {0.375, 0.5, 0.125});
        assertEquals(DISCRETE, same);
        assertEquals(DISCRETE.hashCode(), same.hashCode());
        assertFalse(DISCRETE.equals(Discrete.of(new double[] {2, 7, 19}, new double[] {0.375, 0.25, 0.375})));
        assertFalse(DISCRETE.equals(Discrete.of(new double[] {2, 8, 19}, new double[] {0.375, 0.5, 0.125})));
    }

    private static double mean(Shape shape) {
        Rule rule = shape.rule();
        return IntStream.range(0, rule.points().length)
                .mapToDouble(i -> rule.points()[i] * rule.weights()[i])
                .sum();
    }

    private static void assertNear(double expected, double actual, double relative) {
        assertEquals(expected, actual, relative * Math.abs(expected));
    }
}
