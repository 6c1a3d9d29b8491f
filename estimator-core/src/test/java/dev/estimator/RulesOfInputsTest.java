package dev.estimator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a model refuses when it is made it refuses as well when it is put in later, by a what-if: no answer comes of an input that
 * breaks a rule.
 */
class RulesOfInputsTest {
    /** As many other arguments are tried where some make no model. */
    private static final int TRIES = 12;

    private static final double[] UNUSUAL = {0, 1e-3, 0.4, 1.5, 7, 1e3, 1e6};

    private static final Random RANDOM = new Random(11);

    private static final Samples SAMPLES = new Samples();

    static Stream<Class<?>> classes() {
        return PublicClasses.all().stream().filter(type -> !Quantity.class.isAssignableFrom(type));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void rules_holdInWhatIfs(Class<?> type) {
        Set<String> faults = new TreeSet<>();
        for (Executable called : PublicClasses.callable(type)) {
            for (int i = 0; i < called.getParameterCount(); i++) {
                if (Quantity.class.isAssignableFrom(called.getParameterTypes()[i])) {
                    faults(type, called, i, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void faults(Class<?> type, Executable called, int index, Set<String> faults) {
        for (int i = 0; i < TRIES; i++) {
            Way way = Samples.isBuilder(type) ? built(type, called) : called(type, called);
            Quantity<?> good = way.argument(index);
            if (good.name() != null || good.isUncertain()) {
                continue;
            }
            Object assumed = assumed(good);
            List<Quantity<?>> answers =
                    way.with(index, assumed).map(RulesOfInputsTest::answers).orElse(List.of());
            for (Quantity<?> other : unusual(good)) {
                if (!answers.isEmpty()
                        && way.isRefused(index, other)
                        && answers.stream().anyMatch(answer -> isAnswered(answer, other))) {
                    faults.add(called.getName() + ": " + called.getParameters()[index].getName() + " " + good + " > "
                            + other);
                    return;
                }
            }
        }
    }

    /** How a model is made. */
    private record Way(Executable called, Supplier<@Nullable Object> on, Object[] arguments, Make make) {
        Quantity<?> argument(int index) {
            return (Quantity<?>) arguments[index];
        }

        Optional<Object> with(int index, Object argument) {
            try {
                return Optional.ofNullable(made(index, argument));
            } catch (InvocationTargetException e) {
                return Optional.empty();
            }
        }

        boolean isRefused(int index, Object argument) {
            try {
                made(index, argument);
                return false;
            } catch (InvocationTargetException e) {
                return e.getCause() instanceof IllegalArgumentException;
            }
        }

        private @Nullable Object made(int index, Object argument) throws InvocationTargetException {
            @Nullable Object[] all = arguments.clone();
            all[index] = argument;
            return make.of(Samples.call(called, on.get(), all));
        }
    }

    /** What is made of what was answered. */
    private interface Make {
        @Nullable Object of(@Nullable Object answer) throws InvocationTargetException;
    }

    private static Way called(Class<?> type, Executable called) {
        @Nullable Object on = Samples.isStatic(called) ? null : SAMPLES.of(type);
        return new Way(called, () -> on, SAMPLES.arguments(called), answer -> answer);
    }

    /** With all other setters, or those of them that take what they are given. */
    private static Way built(Class<?> builder, Executable setter) {
        Map<Executable, Object[]> others = new LinkedHashMap<>();
        List<Executable> setters = new ArrayList<>(PublicClasses.callable(builder));
        Collections.shuffle(setters, RANDOM);
        double chance = RANDOM.nextDouble();
        for (Executable other : setters) {
            if (other.getParameterCount() > 0
                    && !other.getName().equals(setter.getName())
                    && RANDOM.nextDouble() < chance) {
                others.put(other, SAMPLES.arguments(other));
            }
        }
        return new Way(
                setter,
                () -> begun(builder, others),
                SAMPLES.arguments(setter),
                begun -> Samples.call(Samples.method(builder, "build"), begun));
    }

    private static Object begun(Class<?> type, Map<Executable, Object[]> setters) {
        Object builder = SAMPLES.builder(type);
        setters.forEach((setter, arguments) -> answer(setter, builder, arguments));
        return builder;
    }

    private static <Q extends Quantity<Q>> Object assumed(Quantity<?> good) {
        @SuppressWarnings("unchecked") // each is one of its own type
        Q value = (Q) good;
        return Quantities.assume("tested", value);
    }

    private static List<Quantity<?>> unusual(Quantity<?> good) {
        List<Quantity<?>> all = new ArrayList<>();
        for (double factor : UNUSUAL) {
            if (good instanceof Amount<?> amount) {
                all.add(amount.times(factor));
            } else if (good instanceof Share) {
                all.add(Share.of(Math.min(factor, 1)));
            } else {
                all.add(Availability.of(Math.min(factor, 1)));
            }
        }
        return all;
    }

    private static List<Quantity<?>> answers(Object model) {
        List<Quantity<?>> all = new ArrayList<>();
        if (model instanceof Quantity<?> quantity) {
            all.add(quantity);
        }
        if (!PublicClasses.isOurs(model.getClass())) {
            return all;
        }
        for (Method method : model.getClass().getMethods()) {
            if (method.getParameterCount() == 0 && Quantity.class.isAssignableFrom(method.getReturnType())) {
                answer(method, model).ifPresent(answer -> all.add((Quantity<?>) answer));
            }
        }
        return all.stream().filter(RulesOfInputsTest::isMade).toList();
    }

    /** Whether something is computed, not only handed back. */
    private static boolean isMade(Quantity<?> answer) {
        return !"tested".equals(answer.name());
    }

    private static Optional<Object> answer(Executable called, @Nullable Object on, @Nullable Object... arguments) {
        try {
            return Optional.ofNullable(Samples.call(called, on, arguments));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        }
    }

    private static boolean isAnswered(Quantity<?> answer, Quantity<?> other) {
        try {
            answer.getClass().getMethod("given", String.class, Quantity.class).invoke(answer, "tested", other);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
