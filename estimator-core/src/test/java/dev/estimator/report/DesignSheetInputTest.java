package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Growth;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a design sheet refuses. */
class DesignSheetInputTest {
    private static final DesignSheet SHEET = DesignSheet.titled("Feed");

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void titled_blank(String blank) {
        assertRefused(() -> DesignSheet.titled(blank), "title must not be blank");
    }

    @Test
    void titled_severalLines() {
        assertRefused(() -> DesignSheet.titled("Feed\nreader"), "title must be one line but was 'Feed\nreader'");
    }

    @ParameterizedTest
    @MethodSource("methodsOfWords")
    void words_none(String argument, BiFunction<DesignSheet, String[], DesignSheet> method) {
        assertRefused(
                () -> method.apply(SHEET, new String[0]),
                argument + " must not be empty: say at least one, or leave the call out");
    }

    @ParameterizedTest
    @MethodSource("methodsOfWords")
    void words_blank(String argument, BiFunction<DesignSheet, String[], DesignSheet> method) {
        assertRefused(() -> method.apply(SHEET, new String[] {"words", " "}), argument + " must not be blank");
    }

    static Stream<Arguments> methodsOfWords() {
        return Stream.of(
                words("useCases", DesignSheet::useCases),
                words("notCovered", DesignSheet::notCovered),
                words("usagePatterns", DesignSheet::usagePatterns),
                words("consistency", DesignSheet::consistency),
                words("design", DesignSheet::design),
                words("bottleneck", DesignSheet::bottleneck));
    }

    private static Arguments words(String argument, BiFunction<DesignSheet, String[], DesignSheet> method) {
        return Arguments.of(argument, method);
    }

    @ParameterizedTest
    @MethodSource("methodsOfAnswers")
    void answers_none(String argument, BiFunction<DesignSheet, TimeSpan[], DesignSheet> method) {
        assertRefused(
                () -> method.apply(SHEET, new TimeSpan[0]),
                argument + " must not be empty: give at least one, or leave the call out");
    }

    @ParameterizedTest
    @MethodSource("methodsOfAnswers")
    void answers_unnamed(String argument, BiFunction<DesignSheet, TimeSpan[], DesignSheet> method) {
        assertUnnamed(() -> method.apply(SHEET, new TimeSpan[] {ms(3).named("mean"), ms(7)}), "7 ms");
    }

    static Stream<Arguments> methodsOfAnswers() {
        return Stream.of(
                answers("users", (sheet, answers) -> sheet.users((Quantity<?>[]) answers)),
                answers("latencies", DesignSheet::latency),
                answers("answers", (sheet, answers) -> sheet.estimates((Quantity<?>[]) answers)));
    }

    private static Arguments answers(String argument, BiFunction<DesignSheet, TimeSpan[], DesignSheet> method) {
        return Arguments.of(argument, method);
    }

    @Test
    void limits_none() {
        assertRefused(SHEET::limits, "limits must not be empty: state one with limit(answer).atMost(value)");
    }

    @Test
    void limits_unnamed() {
        assertUnnamed(() -> SHEET.limits(limit(qps(6)).atMost(qps(9))), "6 req/s");
    }

    @Test
    void outlook_unnamed() {
        assertUnnamed(() -> SHEET.outlook(Growth.compound(percent(5), MONTH), qps(8), qps(9)), "8 req/s");
    }

    @Test
    void headline_unnamed() {
        assertUnnamed(() -> SHEET.headline(qps(7)), "7 req/s");
    }

    @Test
    void architecture_twice() {
        Architecture one = Architecture.of(UseCase.read("ask", qps(2), qps(3), Component.named("desk")));
        Architecture other = Architecture.of(UseCase.read("tell", qps(4), qps(5), Component.named("wall")));
        DesignSheet sheet = SHEET.architecture(one);
        assertRefused(
                () -> sheet.architecture(other),
                "architecture must be told once but was told already: put all use cases into one");
    }

    private static void assertUnnamed(ThrowingCallable call, String answer) {
        assertRefused(call, "answers must have names but " + answer + " has none: give it one with named(...)");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
