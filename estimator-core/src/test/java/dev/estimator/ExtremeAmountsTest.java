package dev.estimator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The theory at amounts that nobody has: an answer or a refusal in the words of the library, soon. */
class ExtremeAmountsTest {
    private static final List<String> PACKAGES =
            List.of("queueing", "caching", "sharding", "reliability", "slo", "flow");
    private static final double[] AMOUNTS = {0, 1e-300, 1, 7, 1e12, 1e308};
    private static final double[] SHARES = {0, 0.3, 1};
    private static final int MOST_CASES = 40;
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Samples SAMPLES = new Samples();

    private static final Map<Class<?>, DoubleFunction<Quantity<?>>> TYPES = Map.of(
            Count.class, Quantities::count,
            Ratio.class, Quantities::ratio,
            Qps.class, Quantities::qps,
            TimeSpan.class, Quantities::seconds,
            Bytes.class, Quantities::bytes,
            Bandwidth.class, amount -> Quantities.mbPerSecond(amount / 1e6),
            Share.class, Share::of,
            Availability.class, Availability::of);

    /** Static methods that make an object of their class, or answer, from one to four quantities and models. */
    static List<Method> factories() {
        return classes()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> Modifier.isStatic(m.getModifiers()) && Modifier.isPublic(m.getModifiers()))
                .filter(m -> m.getParameterCount() > 0 && m.getParameterCount() <= 4)
                .filter(m -> Arrays.stream(m.getParameterTypes()).anyMatch(TYPES::containsKey))
                .filter(m -> Arrays.stream(m.getParameterTypes()).allMatch(ExtremeAmountsTest::isKnown))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private static Stream<Class<?>> classes() {
        return PublicClasses.all().stream().filter(type -> PACKAGES.contains(packageOf(type)));
    }

    @Test
    void factories_areFound() {
        assertThat(factories().stream().map(m -> m.getDeclaringClass().getSimpleName()))
                .hasSizeGreaterThan(30)
                .contains("ErlangB", "ConsistentHashing", "Slo", "TokenBucket", "Repairable", "Popularity", "BurnRate");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void answers_orRefusals(Method factory) {
        Set<String> faults = new TreeSet<>();
        assertTimeoutPreemptively(
                LONG,
                () -> cases(factory).forEach(arguments -> {
                    Object made = answer(faults, factory, null, arguments);
                    if (made != null && !(made instanceof Quantity)) {
                        for (Method question : made.getClass().getMethods()) {
                            boolean isOurs =
                                    question.getDeclaringClass().getName().startsWith("dev.estimator");
                            if (isOurs
                                    && question.getParameterCount() == 0
                                    && !Modifier.isStatic(question.getModifiers())) {
                                answer(faults, question, made, arguments);
                            }
                        }
                    }
                }));
        assertThat(faults).isEmpty();
    }

    private static boolean isKnown(Class<?> type) {
        return TYPES.containsKey(type)
                || (PACKAGES.contains(packageOf(type)) && !SAMPLES.all(type).isEmpty());
    }

    private static String packageOf(Class<?> type) {
        return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    }

    private static List<?> values(Class<?> type) {
        DoubleFunction<Quantity<?>> factory = TYPES.get(type);
        if (factory == null) {
            return SAMPLES.all(type);
        }
        double[] amounts = type == Share.class || type == Availability.class ? SHARES : AMOUNTS;
        return Arrays.stream(amounts).mapToObj(factory).toList();
    }

    /** All combinations, or as many by chance. */
    private static List<Object[]> cases(Method factory) {
        Class<?>[] types = factory.getParameterTypes();
        int all = Arrays.stream(types).mapToInt(type -> values(type).size()).reduce(1, (a, b) -> a * b);
        var random = new Random(7);
        List<Object[]> cases = new ArrayList<>();
        for (int i = 0; i < Math.min(all, MOST_CASES); i++) {
            int number = all <= MOST_CASES ? i : random.nextInt(all);
            Object[] arguments = new Object[types.length];
            for (int k = 0; k < types.length; k++) {
                List<?> values = values(types[k]);
                arguments[k] = values.get(number % values.size());
                number /= values.size();
            }
            cases.add(arguments);
        }
        return cases;
    }

    private static @Nullable Object answer(
            Set<String> faults, Method method, @Nullable Object on, Object... arguments) {
        // Only if something is wrong, for the text of an uncertain model takes long.
        Supplier<String> call = () -> method.getDeclaringClass().getSimpleName() + "." + method.getName() + " "
                + Arrays.toString(arguments) + ": ";
        try {
            method.setAccessible(true);
            Object answer = method.invoke(on, on == null ? arguments : new Object[0]);
            if (String.valueOf(answer).contains("NaN") || (answer instanceof Double number && number.isNaN())) {
                faults.add(call.get() + answer);
            }
            return answer;
        } catch (InvocationTargetException e) {
            check(faults, call, requireNonNull(e.getCause()));
            return null;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        } catch (RuntimeException e) { // of toString()
            check(faults, () -> call.get() + "text of the answer: ", e);
            return null;
        }
    }

    /** Those of other libraries are of classes of their own. */
    private static void check(Set<String> faults, Supplier<String> call, Throwable refusal) {
        boolean isOurs =
                refusal.getClass() == IllegalArgumentException.class || refusal.getClass() == ArithmeticException.class;
        if (!isOurs || refusal.getMessage() == null || refusal.getMessage().contains("NaN")) {
            faults.add(call.get() + refusal);
        }
    }
}
