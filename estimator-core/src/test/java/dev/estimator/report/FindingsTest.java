package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.Units;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Count X = assume("x", between(count(100), count(300)));
    private static final Count Y = assume("y", between(count(20), count(150)));
    private static final Count TRIPLE = X.times(3).named("triple");
    private static final Count SUM = X.plus(Y).named("sum");

    // Neither is a product of ranges, so both are drawn, with the same x and y.
    private static final Count PAIRS = SUM.times(X.div(Y)).named("pairs");
    private static final Count DIFFERENCE = X.minus(Y).named("difference");

    @Test
    void page_oneSimulationForAll() {
        Page page = Report.titled("Page").section("All", SUM, PAIRS, TRIPLE).page();
        Simulation together = Simulation.of(List.of(X, Y, SUM, PAIRS, TRIPLE));
        List<Block.Answer> answers =
                ((Block.Answers) page.sections().get(0).blocks().get(0)).answers();
        assertSame(answers.get(0).value(), together.summary(SUM));
        assertSame(answers.get(1).value(), together.summary(PAIRS));
        assertSame(answers.get(2).value(), together.summary(TRIPLE));
    }

    @Test
    void probability_fromTheSameSimulation() {
        var limit = limit(SUM).atMost(count(300));
        List<Quantity<?>> all = List.of(X, Y, SUM, PAIRS);
        assertThat(Findings.of(all, NumberStyle.NONE).probability(limit))
                .isEqualTo(limit.probability(Simulation.of(all)));
    }

    private static void assertSame(Value value, Summary<Count> summary) {
        assertThat(value.spread())
                .isEqualTo(new Value.Spread(
                        summary.p5().to(Units.ONES),
                        summary.p50().to(Units.ONES),
                        summary.p95().to(Units.ONES),
                        summary.mean().value().to(Units.ONES),
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

                        Assumptions
                          x  173 (100 … 300)
                          y  55 (20 … 150)

                        Derivation of the difference
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
}
