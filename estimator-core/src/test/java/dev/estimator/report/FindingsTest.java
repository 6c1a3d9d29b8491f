package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Ranges.correlated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Limits;
import dev.estimator.internal.graph.Inside;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Count X = assume("x", between(count(100), count(300)));
    private static final Count Y = assume("y", between(count(20), count(150)));
    private static final Count TRIPLE = X.times(3).named("triple");
    private static final Count SUM = X.plus(Y).named("sum");

    // Neither is a product of ranges, so both are drawn, with the same x and y.
    private static final Count PAIRS = SUM.times(X.div(Y)).named("pairs");
    private static final Count DIFFERENCE = X.minus(Y).named("difference");

    /** Four answers on 25 inputs: all together would be drawn in other dimensions than each alone. */
    @Test
    void page_eachAsThePromptAnswers() {
        List<Count> parts = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> assume("part " + i, between(count(10 * i), count(70 * i))))
                .toList();
        Count whole = parts.stream().reduce(Count::plus).orElseThrow().named("whole");
        Count two = parts.get(3).plus(parts.get(7)).named("two");
        Count linked = correlated(X, Y, 0.7).plus(Y).named("linked");
        TimeSpan slow = latency(assume("app", between(ms(3), ms(8))))
                .plus(latency(assume("disk", between(ms(2), ms(11)))))
                .p99()
                .named("slow");
        List<Quantity<?>> answers = List.of(whole, two, SUM, PAIRS, TRIPLE, linked, slow);
        Page page = Report.titled("Page")
                .section("All", answers.toArray(new Quantity<?>[0]))
                .fits(limit(two).atMost(count(700)))
                .page();
        List<Block.Answer> shown =
                ((Block.Answers) page.sections().get(1).blocks().get(0)).answers();
        assertThat(shown)
                .extracting(answer -> answer.value().text())
                .isEqualTo(answers.stream().map(Object::toString).toList());
        for (int i = 0; i < answers.size(); i++) {
            assertSame(shown.get(i).value(), answers.get(i));
        }
        Block.Fit fit =
                ((Block.Fits) page.sections().get(0).blocks().get(0)).fits().get(0);
        assertThat(fit.probability())
                .isEqualTo(limit(two).atMost(count(700)).probability().share().value());
    }

    private static <Q extends Quantity<Q>> void assertSame(Value value, Quantity<?> asked) {
        @SuppressWarnings("unchecked") // each quantity is of its own type
        Q quantity = (Q) asked;
        Summary<Q> summary = Simulation.of(quantity).summary(quantity);
        assertThat(value.spread())
                .as(value.text())
                .isEqualTo(new Value.Spread(
                        Inside.value(summary.p5()),
                        Inside.value(summary.p50()),
                        Inside.value(summary.p95()),
                        Inside.value(summary.mean().value()),
                        summary.isExact()));
    }

    /**
     * The best guesses are √30,000 and √3,000. That x is below y has the probability Φ(−ln √10 ÷ √(0.33396² +
     * 0.61249²)) = 4.9 %, so about 800 of 16,384 draws; x alone is as it was, and three times as much has three times
     * its range.
     */
    @Test
    void page_withoutAnswerForSomeDraws() {
        assertThat(Report.titled("Difference")
                        .section("All", TRIPLE, DIFFERENCE)
                        .headline(DIFFERENCE))
                .hasToString("""
                        Difference
                        ══════════

                        All
                          triple      520 (300 … 900)
                          difference  118 (no range: x − y would be below zero in 801 of 16,384 draws, which no Count can
                                      be)
                          In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.

                        Assumptions
                          x  173 (100 … 300)
                          y  55 (20 … 150)

                        Derivation: difference
                          difference = x − y
                                     = 173.2 − 54.77
                                     = 118.4 (no range: x − y would be below zero in 801 of 16,384 draws, which no Count can
                                       be)""");
    }

    @Test
    void fits_withoutAnswerForSomeDraws() {
        Report report = Report.titled("Difference").fits(limit(DIFFERENCE).atMost(count(200)));
        assertThatThrownBy(report::page)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("x − y would be below zero in ");
    }

    @Test
    void fits_takesLimitsThatAreStatedTogether() {
        Count users = assume("users", between(count(70), count(230)));
        Limit<Count> limit = limit(users).atMost(count(200));
        Report together = Report.titled("Difference").fits(new Limits(List.of(limit)));
        assertThat(together).hasToString(Report.titled("Difference").fits(limit).toString());
        Limits of99 = new Limits(List.of(limit)).withConfidence(Share.ofPercent(99));
        assertThatThrownBy(() -> Report.titled("Difference").fits(of99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence must be 95% in a report but was 99%");
    }
}
