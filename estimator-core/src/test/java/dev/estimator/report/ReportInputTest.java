package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Growth;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Qps;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report refuses. */
class ReportInputTest {
    private static final Report FEED = Report.titled("Feed");
    private static final Qps RATE = assume("rate", qps(7000));

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t", "\n"})
    void titled_blank(String blank) {
        assertRefused(() -> Report.titled(blank), "title must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void section_blankHeading(String blank) {
        assertRefused(() -> FEED.section(blank, RATE), "heading must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void note_blank(String blank) {
        assertRefused(() -> FEED.note(blank), "note must not be blank");
    }

    @Test
    void titled_severalLines() {
        assertRefused(() -> Report.titled("Feed\nreader"), "title must be one line but was 'Feed\nreader'");
    }

    @Test
    void section_headingOfSeveralLines() {
        assertRefused(() -> FEED.section("Traffic\rpeak", RATE), "heading must be one line but was 'Traffic\rpeak'");
    }

    @Test
    void section_takenHeading() {
        Report report = FEED.section("Traffic", RATE);
        assertRefused(
                () -> report.section("Traffic", assume("users", count(3))),
                "heading must be new but 'Traffic' is taken by a section: say all its answers at once");
        assertRefused(
                () -> report.section("Assumptions", assume("users", count(3))),
                "heading must be new but 'Assumptions' is taken by the page itself: give this section another");
        assertThat(report.section("traffic", RATE).page().sections()).hasSize(3);
    }

    @Test
    void section_noAnswer() {
        assertRefused(() -> FEED.section("Traffic"), "answers must not be empty: a section shows at least one");
    }

    @Test
    void fits_noLimit() {
        assertRefused(FEED::fits, "limits must not be empty: state one with limit(answer).atMost(value)");
    }

    @Test
    void section_unnamedAnswer() {
        assertUnnamed(() -> FEED.section("Traffic", RATE, RATE.times(2)), "14k req/s");
    }

    @Test
    void fits_unnamedAnswer() {
        assertUnnamed(
                () -> FEED.fits(
                        limit(RATE).atMost(qps(9000)), limit(RATE.times(3)).atMost(qps(9000))),
                "21k req/s");
    }

    @Test
    void outlook_unnamedAnswer() {
        assertUnnamed(() -> FEED.outlook(Growth.compound(percent(5), MONTH), qps(6), qps(9000)), "6 req/s");
    }

    @Test
    void drivers_unnamedAnswer() {
        assertUnnamed(() -> FEED.drivers(between(count(2), count(8))), "4 (2 … 8)");
    }

    @Test
    void headline_unnamedAnswer() {
        assertUnnamed(() -> FEED.headline(qps(7)), "7 req/s");
    }

    @Test
    void drivers_notUncertain() {
        assertRefused(
                () -> FEED.drivers(RATE),
                "quantity must be uncertain to have drivers but 7k req/s depends on no range: state one with"
                        + " between(low, high)");
    }

    @Test
    void drivers_withoutAnswer() {
        Count x = assume("x", between(count(100), count(300)));
        Count y = assume("y", between(count(20), count(150)));
        assertThatThrownBy(() -> FEED.drivers(x.minus(y).named("difference")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("x − y would be below zero in ");
    }

    private static void assertUnnamed(ThrowingCallable call, String answer) {
        assertRefused(call, "answers must have names but " + answer + " has none: give it one with named(...)");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** A model of a user, who forgot the answers. */
    private record Disks(List<Model.Answers> answers) implements Model {}

    @Test
    @SuppressWarnings("NullAway") // as someone without NullAway would
    void model_answersNull() {
        assertThatThrownBy(() -> Report.titled("Photos").section("Disks", new Disks(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "answers() of Disks must be a list of answers without null but was null: List.of() says that"
                                + " there are none");
        assertThatThrownBy(() -> DesignSheet.titled("Photos").models(new Disks(Arrays.asList((Model.Answers) null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "answers() of Disks must be a list of answers without null but was [null]: List.of() says that"
                                + " there are none");
    }
}
