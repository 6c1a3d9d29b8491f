package dev.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API is what {@code api.txt} lists, one line for each type, constant, constructor and method, so that
 * nobody changes it without noticing. {@code -Dgolden.update=true} writes it anew.
 */
class ApiTest {
    private static final Path FILE = Path.of("api.txt");
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    @Test
    void api_isListed() throws IOException {
        Set<String> lines = new TreeSet<>();
        PublicClasses.all().forEach(type -> add(type, lines));
        if (Boolean.getBoolean("golden.update") && !List.copyOf(lines).equals(Files.readAllLines(FILE))) {
            Files.write(FILE, lines);
            fail("wrote " + FILE + ": read the diff, then run the tests without golden.update");
        }
        List<String> listed = Files.readAllLines(FILE);
        assertThat(lines.stream().filter(line -> !listed.contains(line)))
                .as("new, so to be listed: -Dgolden.update=true writes the file anew")
                .isEmpty();
        assertThat(listed.stream().filter(line -> !lines.contains(line)))
                .as("gone, so not to be listed: -Dgolden.update=true writes the file anew")
                .isEmpty();
    }

    private static void add(Class<?> type, Set<String> lines) {
        String name = simple(type.getName());
        lines.add(name + " " + declaration(type));
        visible(type, type.getDeclaredFields())
                .map(field -> words(modifiers(field), type(field.getGenericType()), field.getName()))
                .forEach(field -> lines.add(name + " " + field));
        visible(type, type.getDeclaredConstructors())
                .map(made -> "new" + arguments(made))
                .forEach(made -> lines.add(name + " " + made));
        addMethods(type, type, lines);
    }

    private static void addMethods(Class<?> type, Class<?> from, Set<String> lines) {
        methods(type, from).forEach(method -> lines.add(simple(type.getName()) + " " + method));
        Stream.concat(Stream.ofNullable(from.getSuperclass()), Arrays.stream(from.getInterfaces()))
                .filter(ApiTest::isHidden)
                .forEach(parent -> addMethods(type, parent, lines));
    }

    /** Whether users cannot name it, such as what is generated: then its methods belong to the classes below. */
    private static boolean isHidden(Class<?> type) {
        return PublicClasses.isOurs(type) && !PublicClasses.isPublic(type);
    }

    private static Stream<String> methods(Class<?> type, Class<?> at) {
        return visible(type, at.getDeclaredMethods())
                .filter(method -> !OF_EVERY_OBJECT.contains(method.getName()))
                .map(method -> words(
                                modifiers(method),
                                variables(method),
                                type(method.getGenericReturnType()),
                                method.getName())
                        + arguments(method));
    }

    /** What can be used from another package: protected members only where there can be classes below. */
    private static <M extends AccessibleObject & Member> Stream<M> visible(Class<?> type, M[] members) {
        return Arrays.stream(members)
                .filter(member -> !member.isSynthetic())
                .filter(member -> Modifier.isPublic(member.getModifiers())
                        || (Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers())));
    }

    private static String declaration(Class<?> type) {
        String kind = type.isEnum() ? "enum" : type.isRecord() ? "record" : type.isInterface() ? "interface" : "class";
        boolean isAbstract = Modifier.isAbstract(type.getModifiers()) && kind.equals("class");
        List<String> parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .filter(parent -> !(parent instanceof Class<?> plain && isHidden(plain)))
                .map(ApiTest::type)
                .filter(parent -> !parent.matches("Object|Record|Enum<.*"))
                .toList();
        return words(
                isAbstract ? "abstract" : "",
                type.isSealed() ? "sealed" : "",
                kind + variables(type.getTypeParameters()),
                parents.isEmpty() ? "" : "extends " + String.join(", ", parents));
    }

    private static String modifiers(Member member) {
        int shown = member.getModifiers() & (Modifier.STATIC | Modifier.ABSTRACT | Modifier.PROTECTED);
        return Modifier.toString(shown) + (member instanceof Method method && method.isDefault() ? " default" : "");
    }

    private static String variables(Executable called) {
        return variables(called.getTypeParameters());
    }

    private static String variables(TypeVariable<?>... variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + " extends " + type(variable.getBounds()[0]))
                        .collect(Collectors.joining(", ", "<", ">"))
                        .replace(" extends Object", "");
    }

    private static String arguments(Executable called) {
        String all = Arrays.stream(called.getGenericParameterTypes())
                .map(ApiTest::type)
                .collect(Collectors.joining(", ", "(", ")"));
        return called.isVarArgs() ? all.replaceFirst("\\[]\\)$", "...)") : all;
    }

    private static String type(Type type) {
        return simple(type.getTypeName());
    }

    /** Without the packages of the JDK, and those of the library without what they all begin with. */
    private static String simple(String name) {
        return name.replaceAll("\\bdev\\.estimator\\.", "")
                .replaceAll("\\bjavax?(\\.[a-z]\\w*)+\\.", "")
                .replace('$', '.');
    }

    private static String words(String... words) {
        return Arrays.stream(words)
                .filter(word -> !word.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
