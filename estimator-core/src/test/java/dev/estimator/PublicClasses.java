package dev.estimator;

import dev.estimator.quantity.Qps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What users can call: the public classes of the exported packages and their builders, with their public methods. */
final class PublicClasses {
    private static final String BASE = "dev.estimator.";

    private PublicClasses() {}

    /** All, sorted by their names. */
    static List<Class<?>> all() {
        return ours().filter(type -> !type.getName().contains(".internal.") && isPublic(type))
                .toList();
    }

    /** Those that users cannot name too. */
    static Stream<Class<?>> ours() {
        try {
            Path root = Path.of(Qps.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root.resolve("dev/estimator"))) {
                return files
                        .map(file -> root.relativize(file)
                                .toString()
                                .replace(root.getFileSystem().getSeparator(), "."))
                        .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                        .sorted()
                        .<Class<?>>map(name -> load(name.replace(".class", "")))
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Qps.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether users can name it. */
    static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is of this library. */
    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(BASE);
    }

    /** The public constructors and methods, also those that it has from a generated class that is not public. */
    static List<Executable> callable(Class<?> type) {
        Stream<? extends Executable> constructors =
                Modifier.isAbstract(type.getModifiers()) ? Stream.of() : Arrays.stream(type.getConstructors());
        Stream<? extends Executable> methods = Arrays.stream(type.getMethods())
                .filter(m -> isOurs(m.getDeclaringClass()) && !m.isBridge() && !isFromJava(m));
        return Stream.<Executable>concat(constructors, methods)
                .sorted(Comparator.comparing(Executable::toString))
                .toList();
    }

    /** What Java says how it answers to null. */
    private static boolean isFromJava(Method method) {
        return switch (method.getName()) {
            case "equals", "compareTo" -> method.getParameterCount() == 1;
            case "valueOf" -> method.getDeclaringClass().isEnum();
            default -> false;
        };
    }
}
