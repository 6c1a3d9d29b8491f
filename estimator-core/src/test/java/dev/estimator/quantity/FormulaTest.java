package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps with a formula of one's own, for each type of quantity. */
class FormulaTest {
    private static final Count SERVERS = assume("servers", count(8));
    private static final Ratio LOAD = assume("load", Ratio.of(5));

    /**
     * How long is the queue of one server? ρ² ÷ (1 − ρ) with ρ = load ÷ servers; none if the load is not below the
     * servers.
     */
    private record MeanQueue() implements Formula {
        @Override
        public double apply(double... inputs) {
            double utilization = inputs[1] / inputs[0];
            return utilization < 1 ? utilization * utilization / (1 - utilization) : Double.NaN;
        }

        @Override
        public String condition() {
            return "the load must be below the servers";
        }
    }

    static Stream<Arguments> results() {
        return Stream.of(
                Arguments.of(qps(7), Qps.computed("product", FormulaTest::product, ratio("a", 3.5), ratio("b", 2))),
                Arguments.of(bytes(6), Bytes.computed("product", FormulaTest::product, ratio("a", 3), ratio("b", 2))),
                Arguments.of(seconds(9), TimeSpan.computed("product", FormulaTest::product, seconds(3), count(3))),
                Arguments.of(count(14), Count.computed("product", FormulaTest::product, qps(7), seconds(2))),
                Arguments.of(percent(30), Share.computed("product", FormulaTest::product, percent(60), percent(50))),
                Arguments.of(mbPerSecond(8), Bandwidth.computed("product", FormulaTest::product, qps(4), bytes(2e6))));
    }

    @ParameterizedTest
    @MethodSource("results")
    void computed_isWhatTheFormulaYieldsInCanonicalUnits(Quantity<?> expected, Quantity<?> computed) {
        assertThat(computed).isEqualTo(expected);
    }

    @Test
    void computed_isAStepOfTheCalculation() {
        Count queue =
                Count.computed("mean queue", new MeanQueue(), SERVERS, LOAD).named("waiting");
        assertThat(queue.explain().toString()).isEqualTo("""
                assumed
                  servers = 8
                  load    = ×5
                calculated
                  waiting = mean queue(servers, load)
                          = mean queue(8, 5)
                          = 1.042""");
        assertThat(queue.given(LOAD, Ratio.of(4))).isEqualTo(count(0.5));
        assertThat(queue).isEqualTo(Count.computed("mean queue", new MeanQueue(), SERVERS, LOAD));
    }

    @Test
    void condition_saysWhenThereIsAnAnswer() {
        Count queue = Count.computed("mean queue", new MeanQueue(), SERVERS, LOAD);
        assertThatThrownBy(() -> queue.given(LOAD, Ratio.of(8)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("mean queue(servers (8), load (×8)) has no answer: the load must be below the servers");
    }

    @Test
    void condition_saysInHowManyDrawsThereIsNone() {
        Ratio uncertain = assume("load", between(Ratio.of(4), Ratio.of(8)));
        Count queue = Count.computed("mean queue", new MeanQueue(), SERVERS, uncertain);
        assertThatThrownBy(() -> queue.percentile(50))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageMatching("mean queue\\(servers, load\\) has no answer in 819 of 16,384 draws: "
                        + "the load must be below the servers");
    }

    @Test
    void condition_isNothingUnlessStated() {
        assertThatThrownBy(() -> TimeSpan.computed("root", in -> Double.NaN, ms(4)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("root(4 ms) has no answer");
        assertThatThrownBy(() -> Share.computed("twice", in -> 2 * in[0], percent(60)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("twice(60%) is above 1, which no Share can be");
    }

    private static double product(double... inputs) {
        return inputs[0] * inputs[1];
    }

    private static Ratio ratio(String name, double factor) {
        return assume(name, Ratio.of(factor));
    }
}
