package dev.estimator;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.estimator.analysis.Scenarios;
import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepColumn;
import dev.estimator.junit.Estimates;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.QuantityFormatException;
import dev.estimator.quantity.Share;
import dev.estimator.reference.ReferenceFigures;
import dev.estimator.reliability.Durability;
import dev.estimator.reliability.ErasureCode;
import dev.estimator.report.Report;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.io.StringWriter;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Objects of each type that a public method asks for: a few stated here, the others made by the factories of the
 * library, which are tried with what is there until nothing new comes. Chance, of a fixed seed, says which is taken, so
 * that a call that refuses one may get another.
 */
final class Samples {
    private static final int TRIES = 60;
    private static final int ENOUGH = 8;
    private static final int WANTED = 3;

    private final Map<Class<?>, List<Object>> known = new HashMap<>();
    private final Random random = new Random(7);

    Samples() {
        stated().forEach(this::add);
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (Class<?> type : PublicClasses.all()) {
                isNew |= tryToMake(type);
            }
        }
    }

    private static List<Object> stated() {
        List<Object> objects =
                new ArrayList<>(List.of("p50", "db", 3, 2, 1, 0.25, 0.5, 7.5, 2L, true, RoundingMode.UP, Count.class));
        objects.addAll(List.of(Duration.ofSeconds(19), LocalDate.of(2026, 5, 7), Clock.systemUTC()));
        objects.add(new StringWriter());
        objects.add(Stream.of(Map.of("users", Quantities.count(6))));
        objects.addAll(List.of(Currency.getInstance("USD"), Path.of("p50.txt"), new Histogram(2)));
        for (double amount : new double[] {1, 2, 3, 40, 500}) {
            objects.addAll(List.of(Quantities.count(amount), Quantities.ratio(amount), Quantities.qps(amount)));
            objects.addAll(List.of(Quantities.seconds(amount), Quantities.bytes(amount), Quantities.usd(amount)));
            objects.addAll(List.of(Quantities.mbPerSecond(amount), Share.of(amount / 1e3)));
            objects.add(Availability.of(1 - amount / 1e3));
        }
        objects.add(ReferenceFigures.get("ebs-read"));
        objects.add(Durability.ofMtbf(ErasureCode.of(5, 2), Quantities.years(100), Quantities.hours(9)));
        Component db = Component.named("db").serviceTime(Quantities.seconds(0.002), Quantities.count(4));
        objects.addAll(List.of(db, Architecture.of(UseCase.read("db", Quantities.qps(20), Quantities.qps(50), db))));
        objects.addAll(ofUsers());
        objects.add(assertThrows(QuantityFormatException.class, () -> Share.parse("most")));
        return objects;
    }

    /** What needs an assumption, or cannot be had outside a function or a test. */
    private static List<Object> ofUsers() {
        Count users = Quantities.assume("users", Quantities.between(Quantities.count(6), Quantities.count(9)));
        List<Object> objects = new ArrayList<>(
                List.of(users, Report.titled("page").section("Users", users).page()));
        Sweep sweep = Sweep.of(users.times(2)).over(users);
        objects.addAll(List.of(
                sweep, sweep.evaluate(SweepColumn.of(users, List.of(Quantities.count(6), Quantities.count(7))))));
        Scenarios.of(users.times(2)).with("more", changes -> {
            objects.add(changes);
            return changes.given(users, Quantities.count(11));
        });
        try {
            objects.add(requireNonNull(call(Estimates.class.getDeclaredConstructor(String.class), null, "test")));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("what the tests call is not there", e);
        }
        return objects;
    }

    /** Whether there is an object of this type. */
    boolean has(Class<?> type) {
        return isBuilder(type) || isFunction(type) || known.containsKey(type);
    }

    /** Some objects of this type. */
    List<Object> all(Class<?> type) {
        return List.copyOf(known.getOrDefault(type, List.of()));
    }

    private boolean add(Object object) {
        boolean isNew = false;
        for (Class<?> type : types(object.getClass())) {
            List<Object> alike = known.computeIfAbsent(type, t -> new ArrayList<>());
            if (alike.size() < ENOUGH && !alike.contains(object)) {
                isNew |= alike.isEmpty();
                alike.add(object);
            }
        }
        return isNew;
    }

    private static Set<Class<?>> types(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            types.add(at);
            Arrays.stream(at.getInterfaces()).forEach(i -> types.addAll(types(i)));
        }
        return types;
    }

    /** Whether this has brought a type of which there was nothing. */
    private boolean tryToMake(Class<?> type) {
        boolean isNew = false;
        if (type.isEnum()) {
            isNew |= add(requireNonNull(type.getEnumConstants())[0]);
        }
        for (Field field : type.getFields()) {
            isNew |= Modifier.isStatic(field.getModifiers()) && add(valueOf(field));
        }
        for (Executable called : PublicClasses.callable(type)) {
            for (int i = 0; i < TRIES && isWanted(called); i++) {
                Object answer = answer(called, type);
                isNew |= answer != null && add(answer);
            }
        }
        return isNew;
    }

    private static Object valueOf(Field constant) {
        try {
            return requireNonNull(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isWanted(Executable called) {
        Class<?> result = called instanceof Method method ? method.getReturnType() : called.getDeclaringClass();
        Class<?> model = isBuilder(result) ? requireNonNull(result.getDeclaringClass()) : result;
        return PublicClasses.isOurs(result)
                && (isStatic(called) || !isBuilder(result))
                && known.getOrDefault(model, List.of()).size() < WANTED;
    }

    private @Nullable Object answer(Executable called, Class<?> type) {
        try {
            Object answer = call(called, isStatic(called) ? null : of(type), arguments(called));
            return answer == null || !isBuilder(answer.getClass()) ? answer : built(answer);
        } catch (NoSuchElementException | InvocationTargetException e) {
            return null;
        }
    }

    static boolean isStatic(Executable called) {
        return called instanceof Constructor || Modifier.isStatic(called.getModifiers());
    }

    static boolean isBuilder(Class<?> type) {
        return type.getSimpleName().equals("Builder") && type.getDeclaringClass() != null;
    }

    /** What is built with some of the setters, in any order. */
    private @Nullable Object built(Object builder) throws InvocationTargetException {
        List<Executable> setters = new ArrayList<>(PublicClasses.callable(builder.getClass()));
        Collections.shuffle(setters, random);
        double chance = random.nextDouble();
        for (Executable setter : setters) {
            if (setter.getParameterCount() > 0 && random.nextDouble() < chance) {
                answer(setter, builder);
            }
        }
        return call(method(builder.getClass(), "build"), builder);
    }

    private void answer(Executable setter, Object builder) {
        try {
            call(setter, builder, arguments(setter));
        } catch (NoSuchElementException | InvocationTargetException e) {
            // goes on without
        }
    }

    static Executable method(Class<?> type, String name) {
        return PublicClasses.callable(type).stream()
                .filter(called -> called.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Calls a method or a constructor, also one that comes from a class that is not public. */
    static @Nullable Object call(Executable called, @Nullable Object on, @Nullable Object... arguments)
            throws InvocationTargetException {
        try {
            called.setAccessible(true);
            return called instanceof Method method
                    ? method.invoke(on, arguments)
                    : ((Constructor<?>) called).newInstance(arguments);
        } catch (IllegalAccessException | InstantiationException e) {
            throw new LinkageError(called.toString(), e);
        }
    }

    /** Arguments that the types allow. */
    Object[] arguments(Executable called) {
        return Arrays.stream(called.getGenericParameterTypes()).map(this::of).toArray();
    }

    /**
     * An object of a type, or a list and such of some.
     *
     * @throws NoSuchElementException if there is none
     */
    Object of(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? array(plain.getComponentType()) : one(plain);
        }
        if (type instanceof GenericArrayType array) {
            return array(array.getGenericComponentType());
        }
        return type instanceof ParameterizedType generic ? generic(generic) : one(raw(type));
    }

    private Object generic(ParameterizedType type) {
        Class<?> raw = raw(type);
        Type[] parts = type.getActualTypeArguments();
        if (raw == Map.class) {
            return map(parts[0], parts[1]);
        }
        if (raw == Map.Entry.class) {
            return Map.entry(of(parts[0]), of(parts[1]));
        }
        if (raw == Optional.class) {
            return Optional.of(of(parts[0]));
        }
        if (raw == Set.class) {
            return Set.of(of(parts[0]));
        }
        boolean isList = raw == List.class || raw == Collection.class || raw == Iterable.class;
        return isList ? several(parts[0]) : one(raw);
    }

    private List<Object> several(Type type) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            elements.add(of(type));
        }
        return elements;
    }

    private Map<Object, Object> map(Type keys, Type values) {
        Map<Object, Object> map = new HashMap<>();
        for (Object key : several(keys)) {
            map.put(key, of(values));
        }
        return map;
    }

    private Object array(Type component) {
        List<Object> elements = several(component);
        Object array = Array.newInstance(raw(component), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        if (type instanceof WildcardType wildcard) {
            Type[] lower = wildcard.getLowerBounds();
            return raw(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
        }
        return (Class<?>) type;
    }

    private Object one(Class<?> type) {
        if (isBuilder(type)) {
            return builder(type);
        }
        List<Object> objects = known.get(isAnyQuantity(type) ? Count.class : boxed(type));
        if (objects != null) {
            return objects.get(random.nextInt(objects.size()));
        }
        if (type == Object.class) {
            return "x";
        }
        if (isFunction(type)) {
            return proxy(type);
        }
        throw new NoSuchElementException("no sample of " + type);
    }

    /** Those of one call must be of one type. */
    private static boolean isAnyQuantity(Class<?> type) {
        return Quantity.class.isAssignableFrom(type) && Modifier.isAbstract(type.getModifiers());
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }

    /** A new one, as others may have been told what they refuse to take twice. */
    Object builder(Class<?> type) {
        try {
            Executable factory = method(requireNonNull(type.getDeclaringClass()), "builder");
            return requireNonNull(call(factory, null, arguments(factory)));
        } catch (InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isFunction(Class<?> type) {
        return type.isInterface()
                && Arrays.stream(type.getMethods())
                                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                                .count()
                        == 1;
    }

    /** A function that answers what it is asked. */
    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(Samples.class.getClassLoader(), new Class<?>[] {type}, (self, method, asked) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(self, method, asked);
            }
            Class<?> result = method.getReturnType();
            if (result == String.class) {
                return "x";
            }
            if (result == boolean.class) {
                return true;
            }
            if (result == int.class) {
                return 1;
            }
            return result == double.class ? (Object) 1.0 : asked == null ? null : asked[0];
        });
    }
}
