package dev.estimator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.junit.EstimatesExtension;
import dev.estimator.quantity.Formula;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A null handed in is refused by the name of the argument, whatever is called: users of a prompt have no NullAway. */
class NullArgumentsTest {
    /** As many other arguments are tried where some are refused before the null is seen. */
    private static final int TRIES = 40;

    /** What only JUnit calls, with what it has, and what users write themselves. */
    private static final Set<Class<?>> NOT_CALLED = Set.of(EstimatesExtension.class, Formula.class);

    private static final Pattern GENERATED = Pattern.compile("\\.(Immutable|With)[A-Z]\\w*(\\$Builder)?$");
    private static final Pattern SETTER = Pattern.compile("^(with|addAll|add|putAll|put)(?=[A-Z])");

    private static final Samples SAMPLES = new Samples();

    /** What becomes of a good argument. */
    private interface Spoilt extends UnaryOperator<@Nullable Object> {}

    static Stream<Class<?>> classes() {
        return PublicClasses.all().stream().filter(type -> !NOT_CALLED.contains(type));
    }

    @Test
    void samples_areOfAllClassesWithMethods() {
        assertThat(classes().filter(type -> !SAMPLES.has(type)))
                .allSatisfy(type -> assertThat(PublicClasses.callable(type)).allMatch(Samples::isStatic));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void nulls_areRefusedByName(Class<?> type) {
        Set<String> faults = new TreeSet<>();
        for (Executable called : PublicClasses.callable(type)) {
            for (int i = 0; i < called.getParameterCount(); i++) {
                for (Spoilt spoilt : spoilt(called.getParameters()[i])) {
                    String place = called + ", " + called.getParameters()[i].getName();
                    fault(type, called, i, spoilt).ifPresent(fault -> faults.add(place + ": " + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Null itself, and what holds one. */
    private static List<Spoilt> spoilt(Parameter parameter) {
        Class<?> type = parameter.getType();
        List<Spoilt> all = new ArrayList<>();
        if (isUnchecked(parameter)) {
            return all;
        }
        if (!type.isPrimitive() && !isNullable(parameter.getAnnotatedType())) {
            all.add(argument -> null);
        }
        if (parameter.getAnnotatedType() instanceof AnnotatedArrayType array
                && !type.getComponentType().isPrimitive()
                && !isNullable(array.getAnnotatedGenericComponentType())) {
            all.add(NullArgumentsTest::arrayWithNull);
        }
        if (type == Map.class) {
            all.add(map -> withNull((Map<?, ?>) requireNonNull(map), true));
            all.add(map -> withNull((Map<?, ?>) requireNonNull(map), false));
        }
        if (type == Iterable.class || Collection.class.isAssignableFrom(type)) {
            all.add(elements -> withNull((Collection<?>) requireNonNull(elements)));
        }
        return all;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Immutables applies the function only where there is a value, and says nothing about a null before. */
    private static boolean isUnchecked(Parameter parameter) {
        return isGenerated(parameter.getDeclaringExecutable()) && parameter.getType() == UnaryOperator.class;
    }

    private static Object arrayWithNull(@Nullable Object array) {
        @Nullable Object[] elements = (Object[]) requireNonNull(array);
        return Arrays.copyOf(elements, elements.length + 1);
    }

    private static Object withNull(Map<?, ?> map, boolean isKey) {
        Map<@Nullable Object, @Nullable Object> copy = new HashMap<>(map);
        Object key = map.keySet().iterator().next();
        copy.put(isKey ? null : key, isKey ? map.get(key) : null);
        return copy;
    }

    private static Object withNull(Collection<?> elements) {
        Collection<@Nullable Object> copy =
                elements instanceof Set ? new HashSet<>(elements) : new ArrayList<>(elements);
        copy.add(null);
        return copy;
    }

    /** What comes in place of a refusal by name. */
    private static Optional<String> fault(Class<?> type, Executable called, int index, Spoilt spoilt) {
        String fault = "";
        for (int i = 0; i < TRIES; i++) {
            @Nullable Object[] arguments = SAMPLES.arguments(called);
            arguments[index] = spoilt.apply(arguments[index]);
            try {
                Object answer = Samples.call(called, Samples.isStatic(called) ? null : SAMPLES.of(type), arguments);
                return Optional.of("answers " + (answer == null ? "nothing" : answer.getClass()));
            } catch (InvocationTargetException e) {
                Throwable refusal = requireNonNull(e.getCause());
                if (isByName(called.getParameters()[index], refusal)) {
                    return Optional.empty();
                }
                fault = refusal.toString();
                if (refusal instanceof NullPointerException) {
                    return Optional.of(fault);
                }
            }
        }
        return Optional.of(fault);
    }

    private static boolean isByName(Parameter parameter, Throwable refusal) {
        String said = String.valueOf(refusal.getMessage());
        return refusal instanceof NullPointerException
                && (isGenerated(parameter.getDeclaringExecutable())
                        ? isByGeneratedName(parameter, said)
                        : Pattern.matches("(each of )?" + parameter.getName() + "(: .+)?", said));
    }

    /** Whether Immutables has written it. */
    private static boolean isGenerated(Executable called) {
        return GENERATED.matcher(called.getDeclaringClass().getName()).find();
    }

    /**
     * Immutables names what is set, as 'kinds element' for 'addKinds(RecordKind element)'. What it takes values out of
     * it does not check itself, so there Java says it; nothing can be done about that, as its setters are final.
     */
    private static boolean isByGeneratedName(Parameter parameter, String said) {
        String names = parameter.getName() + "|" + attribute(parameter.getDeclaringExecutable());
        return Pattern.matches("(" + names + ")( (element|key|value)( for key: .*)?)?", said)
                || isContainer(parameter.getType());
    }

    private static String attribute(Executable setter) {
        String name = SETTER.matcher(setter.getName()).replaceFirst("");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean isContainer(Class<?> type) {
        return type.isArray()
                || Set.of(Iterable.class, Map.class, Map.Entry.class, Optional.class)
                        .contains(type);
    }
}
