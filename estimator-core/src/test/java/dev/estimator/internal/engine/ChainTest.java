package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.graph.Op;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ChainTest {
    private static final List<Op> OPS = List.of(Op.PLUS, Op.TIMES, Op.DIV, Op.CEIL, Op.FLOOR, Op.MAX, Op.MIN);

    @Provide
    Arbitrary<Chain> chains() {
        Arbitrary<Integer> operands = Arbitraries.integers().between(0, 1);
        Arbitrary<Double> others = Arbitraries.doubles().between(1e-3, 1e6).ofScale(3);
        return Combinators.combine(Arbitraries.of(OPS), operands, others)
                .as((op, operand, other) -> new Monotone(0, op, op.isOfOne() ? 0 : operand, other))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(steps -> new Chain(new ArrayList<>(steps), 0));
    }

    /** The next double is beyond the limit, this one is not. */
    @Property
    void boundary_isTheLastDouble(
            @ForAll("chains") Chain chain, @ForAll @DoubleRange(min = 0.01, max = 1e6) double at) {
        double limit = chain.apply(at);
        double boundary = chain.boundary(limit);
        boolean rises = chain.isIncreasing();

        if (boundary >= 0) {
            assertThat(chain.isBelow(boundary, limit, rises)).isTrue();
        }
        if (boundary < Double.MAX_VALUE) {
            double next = boundary < 0 ? 0 : Math.nextUp(boundary);
            assertThat(chain.isBelow(next, limit, rises)).isFalse();
        }
    }
}
