package dev.estimator.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the types rule out: mixed-up units are errors of the compiler, each beside a twin that compiles. */
class MustNotCompileTest {
    private static final String NO_METHOD = "compiler.err.cant.apply.symbol";
    private static final String NO_OVERLOAD = "compiler.err.cant.apply.symbols";
    private static final String UNKNOWN = "compiler.err.cant.resolve.location.args";
    private static final String INCOMPATIBLE = "compiler.err.prob.found.req";
    private static final String INACCESSIBLE = "compiler.err.report.access";
    private static final String NOT_PUBLIC = "compiler.err.not.def.public.cant.access";

    /** The code of the expected error, the expression that must not compile, the twin that must. */
    private static final List<List<String>> CASES = List.of(
            List.of(NO_OVERLOAD, "qps(3).plus(gb(5))", "qps(3).plus(qps(5))"),
            List.of(NO_OVERLOAD, "gb(5).minus(seconds(3))", "gb(5).minus(gb(3))"),
            List.of(NO_METHOD, "gb(5).max(count(3))", "gb(5).max(gb(3))"),
            List.of(NO_METHOD, "count(5).min(ratio(3))", "count(5).min(count(3))"),
            List.of(NO_OVERLOAD, "gb(5).times(gb(3))", "gb(5).div(gb(3))"),
            List.of(NO_OVERLOAD, "seconds(5).times(seconds(3))", "seconds(5).times(qps(3))"),
            List.of(NO_OVERLOAD, "qps(5).times(qps(3))", "qps(5).times(seconds(3))"),
            List.of(NO_OVERLOAD, "usd(5).times(usd(3))", "usd(5).times(ratio(3))"),
            List.of(NO_OVERLOAD, "usd(5).times(gb(3))", "usd(5).per(gb(3))"),
            List.of(NO_OVERLOAD, "gb(5).div(seconds(3))", "gb(5).per(seconds(3))"),
            List.of(NO_OVERLOAD, "qps(5).div(seconds(3))", "qps(5).times(seconds(3))"),
            List.of(NO_OVERLOAD, "gb(5).div(qps(3))", "gbPerSecond(5).div(qps(3))"),
            List.of(UNKNOWN, "percentUp(99).plus(percentUp(98))", "percentUp(99).or(percentUp(98))"),
            List.of(UNKNOWN, "percentUp(99).plus(percent(1))", "qps(99).plus(percent(1))"),
            List.of(UNKNOWN, "percentUp(99).minus(percentUp(98))", "percentUp(99).times(percentUp(98))"),
            List.of(NO_METHOD, "percentUp(99).times(percent(98))", "percentUp(99).unavailability().times(percent(98))"),
            List.of(NO_METHOD, "percent(5).plus(ratio(3))", "percent(5).plus(percent(3))"),
            List.of(NO_METHOD, "gb(5).compareTo(count(3))", "gb(5).compareTo(gb(3))"),
            List.of(NO_METHOD, "percent(5).compareTo(percentUp(3))", "percent(5).compareTo(percent(3))"),
            List.of(UNKNOWN, "qps(5).per(seconds(3))", "count(5).per(seconds(3))"),
            List.of(UNKNOWN, "seconds(5).per(seconds(3))", "seconds(5).div(seconds(3))"),
            List.of(NO_METHOD, "count(5).per(DAYS)", "count(5).per(DAY)"),
            List.of(NO_METHOD, "gb(5).to(PER_SECOND)", "gb(5).to(MB)"),
            List.of(NO_METHOD, "qps(5).to(SECONDS)", "qps(5).to(PER_DAY)"),
            List.of(NO_OVERLOAD, "gb(5).format(GB_PER_SECOND)", "gb(5).format(GB)"),
            List.of(NO_METHOD, "Bytes.of(5, PER_SECOND)", "Bytes.of(5, GB)"),
            List.of(NO_METHOD, "gb(gb(5))", "gb(5)"),
            List.of(NO_OVERLOAD, "usd(2).per(gb(1)).times(count(5))", "usd(2).per(gb(1)).times(gb(5))"),
            List.of(NO_OVERLOAD, "count(5).times(usd(2).per(gb(1)))", "count(5).times(usd(2).per(count(1)))"),
            List.of(NO_OVERLOAD, "usd(2).per(gb(1)).plus(usd(3).per(DAY))", "usd(2).per(DAY).plus(usd(3).per(DAY))"),
            List.of(NO_OVERLOAD, "qps(5).given(gb(3), count(2))", "qps(5).given(gb(3), gb(2))"),
            List.of(INCOMPATIBLE, "Qps x = gb(5)", "Bytes x = gb(5)"),
            List.of(INCOMPATIBLE, "Qps x = assume(\"size\", gb(5))", "Bytes x = assume(\"size\", gb(5))"),
            List.of(INCOMPATIBLE, "Bytes x = gb(5).times(qps(3))", "Bandwidth x = gb(5).times(qps(3))"),
            List.of(INCOMPATIBLE, "Bytes x = gb(5).div(gb(3))", "Ratio x = gb(5).div(gb(3))"),
            List.of(INCOMPATIBLE, "double x = gb(5)", "double x = gb(5).to(GB)"),
            List.of(INCOMPATIBLE, "Share x = ratio(0.5)", "Share x = ratio(0.5).toShare()"),
            List.of(NOT_PUBLIC, "new Bytes(500, null)", "bytes(500)"),
            List.of(NOT_PUBLIC, "new Price<Bytes>(5, null, null)", "usd(5).per(gb(1))"),
            List.of(NOT_PUBLIC, "double x = qps(500).value", "double x = qps(500).to(PER_SECOND)"),
            List.of(INACCESSIBLE, "new Quantities()", "Quantities.qps(5)"));

    private static final List<List<String>> DECLARATIONS = List.of(
            List.of(
                    "compiler.err.cant.inherit.from.sealed",
                    "abstract class Volume extends Quantity<Volume> {}",
                    "abstract class Volume implements Comparable<Volume> {}"),
            List.of(
                    "compiler.err.cant.inherit.from.final",
                    "class MyBytes extends Bytes {}",
                    "record MyBytes(Bytes bytes) {}"),
            List.of(
                    "compiler.err.not.within.bounds",
                    "interface Prices extends java.util.function.Supplier<Price<String>> {}",
                    "interface Prices extends java.util.function.Supplier<Price<Bytes>> {}"),
            List.of(
                    "compiler.err.not.within.bounds",
                    "interface Units2 extends java.util.function.Supplier<Unit<Share>> {}",
                    "interface Units2 extends java.util.function.Supplier<Unit<Count>> {}"));

    private static final Pattern ERROR = Pattern.compile("^(\\w+)\\.java:\\d+:\\d+: (compiler\\.err[\\w.]*)");

    @TempDir
    private static Path directory;

    /** For each source the codes of its errors. */
    private static Map<String, List<String>> errors = Map.of();

    static Stream<Arguments> cases() {
        List<List<String>> all = new ArrayList<>(CASES);
        all.addAll(DECLARATIONS);
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(i -> Arguments.of(
                        all.get(i).get(1), all.get(i).get(2), all.get(i).get(0), i));
    }

    /** All at once: starting the compiler is what takes the time. */
    @BeforeAll
    static void compile() throws IOException, URISyntaxException {
        List<Path> sources = new ArrayList<>();
        for (Arguments arguments : cases().toList()) {
            int number = (int) arguments.get()[3];
            sources.add(write("Bad" + number, (String) arguments.get()[0], number));
            sources.add(write("Good" + number, (String) arguments.get()[1], number));
        }
        errors = errorsOf(sources);
        assertFalse(errors.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compile_refused(String wrong, String right, String code, int number) {
        assertEquals(code, errors.getOrDefault("Bad" + number, List.of("none")).get(0), wrong);
        assertEquals(List.of(), errors.getOrDefault("Good" + number, List.of()), right);
    }

    private static Path write(String name, String code, int number) throws IOException {
        String imports = """
                package %s;
                import dev.estimator.quantity.*;
                import static dev.estimator.quantity.Quantities.*;
                import static dev.estimator.quantity.Units.*;
                """.formatted("p" + name);
        String statement = code.contains(" x = ") || code.startsWith("new ") ? code : "Object y = " + code;
        String source = number < CASES.size()
                ? imports + "class " + name + " { void run() { " + statement + "; } }"
                : imports + code;
        Path file = directory.resolve(name + ".java");
        Files.writeString(file, source);
        return file;
    }

    private static Map<String, List<String>> errorsOf(List<Path> sources) throws IOException, URISyntaxException {
        List<String> arguments = new ArrayList<>(List.of(
                "-XDrawDiagnostics",
                "-proc:none",
                "-Xmaxerrs",
                "1000",
                "--class-path",
                classPath(),
                "-d",
                Files.createDirectory(directory.resolve("classes")).toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        var output = new StringWriter();
        var printer = new PrintWriter(output);
        ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments.toArray(String[]::new));
        Map<String, List<String>> codes = new TreeMap<>();
        for (String line : output.toString().lines().toList()) {
            Matcher error = ERROR.matcher(line);
            if (error.find()) {
                codes.computeIfAbsent(error.group(1), name -> new ArrayList<>()).add(error.group(2));
            }
        }
        return codes;
    }

    /** The library and what its signatures are annotated with: without that javac 25 stumbles over its own message. */
    private static String classPath() throws URISyntaxException {
        Path library = Path.of(
                Qps.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return String.join(
                File.pathSeparator,
                library.toString(),
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""));
    }
}
