package dev.estimator.internal.engine;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** How many draws are computed at a time makes no difference to what they are. */
class BlockOfDrawsTest {
    private final Qps rate = assume("rate", uniform(qps(150), qps(280)));
    private final Share hits = assume("hits", uniform(percent(70), percent(96)));
    private final Ratio usual = computed("usual", false, (a, b) -> a * b);
    private final Ratio slow = computed("slow", true, (a, b) -> Math.sqrt(a) + b / 7);
    private final Ratio slower = computed("slower", true, (a, b) -> a * Math.exp(b));

    private Ratio computed(String name, boolean isSlow, DoubleBinaryOperator formula) {
        return Ratio.computed(name, new OfTwo(formula, isSlow), rate.times(2), hits);
    }

    private record OfTwo(DoubleBinaryOperator formula, boolean isSlow) implements Formula {
        @Override
        public double apply(double... inputs) {
            double value = formula.applyAsDouble(inputs[0], inputs[1]);
            inputs[1] = Double.NaN; // what a formula does to its inputs is its own affair
            return value;
        }
    }

    private static Program program(Quantity<?>... outputs) {
        return Program.of(Models.nodes(outputs));
    }

    /** One row at a time costs a step of each for every row: 5 ms of 8 for a mean of nine calls. */
    @Test
    void oneSlowFormula_isDrawnInBlocks() {
        assertThat(program(usual).blockOfDraws()).isEqualTo(512);
        assertThat(program(usual.plus(slow)).blockOfDraws()).isEqualTo(64);
        assertThat(program(slow, slower).blockOfDraws()).isEqualTo(1);
    }

    @Test
    void block_changesNoDraw() {
        for (Quantity<?> output : new Quantity<?>[] {slow.times(ratio(3)), slow.plus(slower), usual}) {
            Program program = program(output);
            var draws = new Draws(program, 4, 64);
            double[] byRow = new double[draws.rows()];
            Program.Run run = program.run(1);
            Draws.Reader reader = draws.reader(1);
            for (int i = 0; i < byRow.length; i++) {
                run.evaluate(reader.from(i), 1);
                byRow[i] = run.column(0)[0];
            }
            for (int threads : new int[] {1, 3}) {
                assertThat(Sample.of(program, draws, 64, threads, done -> {}).columns()[0])
                        .isEqualTo(byRow);
            }
        }
    }
}
