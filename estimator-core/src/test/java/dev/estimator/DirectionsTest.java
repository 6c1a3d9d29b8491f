package dev.estimator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.diagram.ReliabilityBlock;
import dev.estimator.internal.diagram.Structure;
import dev.estimator.latency.RandomLatencies;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Formula.Direction;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every formula of the library says which way it goes in each of its inputs, if only that nobody knows, and goes that
 * way: tried with random inputs. Nothing else looks whether what a formula says is true, and percentiles hang on it.
 */
class DirectionsTest {
    private static final int MOST_TRIES = 20_000;
    private static final int TRIES = 1_000;
    private static final int SLOW_TRIES = 100;
    /** The least number of comparisons for each input; more are tried until there are as many. */
    private static final int ENOUGH = 40;

    private static final int MOST_INPUTS = 5;
    private static final double ROUNDING = 1e-9;
    /** Solvers stop there. */
    private static final double LEAST = 1e-15;

    /** Kinds of inputs: parts of a whole, whole numbers, any. Of a formula that is not listed all kinds are tried. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("reliability.ChainFormula", "ppppp"),
            Map.entry("reliability.Importance", "ppppp"),
            Map.entry("reliability.RequiredAvailability", "ppppp"),
            Map.entry("queueing.ErlangC$ServiceLevel", "pxxx"),
            Map.entry("queueing.GeneralQueue$Shorter", "px"),
            Map.entry("reliability.CommonCause$Rest", "pp"),
            Map.entry("reliability.DependencyTargets$TargetOfPart", "ppp"),
            Map.entry("reliability.Retries$Time", "pxxx"),
            Map.entry("latency.LatencyFormula", "ppxxx"),
            Map.entry("latency.LatencyTries$Mean", "p"),
            Map.entry("caching.BloomFilter$BloomFormula.WHOLE_HASHES", "p"),
            Map.entry("caching.BloomFilter$BloomFormula.BITS_PER_ITEM", "pw"),
            Map.entry("sharding.Shards$ShardsNeeded", "xo"),
            Map.entry("sharding.HotShard$ShardsForBusiest", "pp"),
            Map.entry("sharding.RandomPlacement$PlacementFormula.MOST_ALONE", "pw"),
            Map.entry("sharding.RandomPlacement$PlacementFormula.FITS", "www"),
            Map.entry("sharding.RandomPlacement$PlacementFormula.OVERFULL", "www"),
            Map.entry("sharding.RandomPlacement$PlacementFormula.FULLEST", "ww"),
            Map.entry("sharding.RandomPlacement$FullestAt", "ww"),
            Map.entry("sharding.ConsistentHashing$HashingFormula.DEVIATION", "ox"),
            Map.entry("sharding.ConsistentHashing$HashingFormula.NODES", "ox"),
            Map.entry("scaling.UslFormula.SLOWDOWN", "opx"),
            Map.entry("scaling.UslFormula.SLOWDOWN_BELOW_ONE", "ppx"),
            Map.entry("slo.RemainingLasts", "pxxx"));

    static Stream<Class<?>> formulas() {
        return PublicClasses.ours()
                .filter(c -> Formula.class.isAssignableFrom(c) && !c.isInterface())
                .filter(c -> !c.getSimpleName().isEmpty());
    }

    /** Each constant by itself. */
    static Stream<Object> tried() {
        return formulas().flatMap(type -> type.isEnum() ? Arrays.stream(type.getEnumConstants()) : Stream.of(type));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void direction_isSaid(Class<?> type) throws ReflectiveOperationException {
        assertThat(type.getMethod("direction", int.class).getDeclaringClass())
                .as(type.getName() + " must say which way it goes in each input, or that this is unknown")
                .isNotEqualTo(Formula.class);
    }

    @Test
    void kinds_nameFormulas() {
        Set<String> names = tried().map(DirectionsTest::nameOf).collect(Collectors.toSet());
        assertThat(names).containsAll(KINDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("tried")
    void direction_isTrue(Object tried) throws ReflectiveOperationException {
        var random = new Random(1);
        int[] compared = new int[MOST_INPUTS];
        List<String> faults = new ArrayList<>();
        boolean isDone = !says(tried, random);
        for (int n = 1; n <= MOST_TRIES && !isDone; n++) {
            Formula formula = formula(tried, random);
            tryOne(formula, random, compared, faults);
            isDone = !faults.isEmpty()
                    || (n >= (formula.isSlow() ? SLOW_TRIES : TRIES) && isEnough(tried, random, compared));
        }
        assertThat(faults).isEmpty();
        assertThat(isEnough(tried, random, compared))
                .as("compared " + Arrays.toString(compared))
                .isTrue();
    }

    private static void tryOne(Formula formula, Random random, int[] compared, List<String> faults) {
        double[] inputs = new double[MOST_INPUTS];
        int[] kinds = new int[MOST_INPUTS];
        String allowed = KINDS.getOrDefault(nameOf(formula), "");
        for (int i = 0; i < MOST_INPUTS; i++) {
            char kind = i < allowed.length() ? allowed.charAt(i) : 'a';
            kinds[i] = kind == 'p' ? 1 : kind == 'w' ? 0 : kind == 'x' ? 2 : kind == 'o' ? 3 : random.nextInt(3);
            inputs[i] = input(kinds[i], random);
        }
        double value = value(formula, inputs);
        for (int i = 0; i < MOST_INPUTS && !Double.isNaN(value); i++) {
            double before = inputs[i];
            double changed = random.nextInt(4) == 0
                    ? Math.min(before * (1 + random.nextInt(3) * 1e-4), kinds[i] == 1 ? 1 : 1e9)
                    : input(kinds[i], random);
            inputs[i] = changed;
            double after = value(formula, inputs);
            inputs[i] = before;
            if (Double.isNaN(after) || changed == before) {
                continue;
            }
            double slack = LEAST + ROUNDING * Math.min(Math.abs(value), Math.abs(after));
            int sign = changed > before ? 1 : -1;
            boolean isUp = sign > 0 ? after > value + slack : value > after + slack;
            boolean isDown = sign > 0 ? after < value - slack : value < after - slack;
            compared[i]++;
            Direction said = formula.direction(i);
            if ((isUp && said == Direction.FALLING) || (isDown && said == Direction.RISING)) {
                faults.add(formula + " at " + Arrays.toString(inputs) + " is " + value + " but with " + changed
                        + " as input " + i + " " + after + ", not " + said);
            }
        }
    }

    private static Formula formula(Object tried, Random random) throws ReflectiveOperationException {
        return tried instanceof Formula constant ? constant : (Formula) made((Class<?>) tried, random);
    }

    private static boolean says(Object tried, Random random) throws ReflectiveOperationException {
        return !isEnough(tried, random, new int[MOST_INPUTS]);
    }

    /** Whether each input of which a direction is said was tried often. */
    private static boolean isEnough(Object tried, Random random, int[] compared) throws ReflectiveOperationException {
        Formula formula = formula(tried, random);
        return IntStream.range(0, MOST_INPUTS)
                .allMatch(i -> compared[i] >= ENOUGH || formula.direction(i) == Direction.UNKNOWN);
    }

    /** The name of a class of formulas, or of a constant that is one, as in {@link #KINDS}. */
    private static String nameOf(Object tried) {
        Class<?> type = tried instanceof Class<?> c ? c : tried.getClass();
        String simple = type.getName().replace("dev.estimator.", "");
        return tried instanceof Enum<?> e ? simple + "." + e.name() : simple;
    }

    private static double value(Formula formula, double[] inputs) {
        try {
            return formula.apply(inputs);
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private static double input(int kind, Random random) {
        return switch (kind) {
            case 0 -> random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(40);
            case 1 ->
                random.nextInt(10) == 0
                        ? random.nextInt(2)
                        : random.nextBoolean() ? random.nextDouble() : Math.pow(10, -9 * random.nextDouble());
            case 3 -> 1 + Math.pow(10, 6 * random.nextDouble() - 3);
            default -> Math.pow(10, 6 * random.nextDouble() - 3);
        };
    }

    private static Object made(Class<?> type, Random random) throws ReflectiveOperationException {
        if (type.getSimpleName().equals("LatencyFormula")) {
            return RandomLatencies.question(random);
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        int least = 1;
        for (int i = 0; i < arguments.length; i++) {
            Class<?> of = components[i].getType();
            String name = components[i].getName();
            if (of == int.class) {
                least = name.equals("service")
                        ? random.nextInt(4)
                        : name.equals("drives")
                                ? 9 + random.nextInt(4)
                                : name.equals("tolerated") && i > 0 ? 1 + random.nextInt(4) : least + random.nextInt(4);
                arguments[i] = least;
            } else if (of == double.class) {
                arguments[i] = name.equals("percent")
                        ? 50 + 49.9 * random.nextDouble()
                        : name.equals("tries") ? 1 + random.nextInt(5) : random.nextDouble();
            } else if (of == boolean.class) {
                arguments[i] = random.nextBoolean();
            } else if (of == List.class) {
                arguments[i] = List.of(1 + random.nextInt(4), 1 + random.nextInt(4));
            } else if (of == Structure.class) {
                arguments[i] = structure();
            } else if (of.isEnum()) {
                arguments[i] = of.getEnumConstants()[random.nextInt(of.getEnumConstants().length)];
            } else {
                List<Class<?>> kinds = Arrays.stream(
                                type.getEnclosingClass() == null
                                        ? new Class<?>[0]
                                        : type.getEnclosingClass().getDeclaredClasses())
                        .filter(c -> of.isAssignableFrom(c) && !Modifier.isAbstract(c.getModifiers()))
                        .<Class<?>>map(c -> c)
                        .toList();
                arguments[i] = kinds.isEmpty() ? null : made(kinds.get(random.nextInt(kinds.size())), random);
            }
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    /** Two of three must be up; one of them is needed twice. */
    private static Structure structure() {
        ReliabilityBlock pair = new ReliabilityBlock.Group(
                1, List.of(new ReliabilityBlock.Component(2), new ReliabilityBlock.Component(3)));
        return new Structure(new ReliabilityBlock.Group(
                2,
                List.of(
                        new ReliabilityBlock.Component(0),
                        new ReliabilityBlock.Component(1),
                        pair,
                        new ReliabilityBlock.Component(0))));
    }
}
