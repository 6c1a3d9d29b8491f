package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.reliability.Chains.PAIR;
import static dev.estimator.reliability.Chains.chain;
import static dev.estimator.reliability.Chains.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are nested deep, wide or shared many times. */
@Timeout(60)
class NestedCallsTest {
    private static final Call ONE = Call.of("one", percentUp(99));

    /** RC-ROBUST 5: everything that can be asked. */
    @Test
    void inSequence_5000Deep() {
        Call nested = ONE;
        for (int i = 0; i < 5_000; i++) {
            nested = Call.inSequence(nested, Call.of("service " + i, percentUp(99.999)));
        }
        CallChain chain = chain(nested);
        // 1 − 0.99 × 0.99999 ^ 5000, by exact fractions
        assertNear(0.058283105175115806, chain.availability().unavailability().value(), 1e-11);
        assertThat(chain).isEqualTo(chain(nested)).hasSameHashCodeAs(chain(nested));
        assertThat(chain.costliestCall()).isEqualTo("one");
        assertThat(chain.singlePointsOfFailure()).hasSize(5_001);
        assertThat(chain.minimalCuts()).hasSize(5_001);
        assertThat(chain.importanceOf("one").value()).isGreaterThan(0.9);
        assertThat(chain.downtimeCausedBy("one", DAY).explain().toString()).contains("one");
        assertThat(chain.requiredOf("one", percentUp(95))).isGreaterThan(percentUp(99.8));
        assertThat(nested.toString()).startsWith("all of (one").hasSizeGreaterThan(100_000);
        assertThat(chain.availability().explain().toString()).contains("service 4999");
    }

    @Test
    void nested_tooDeep() {
        assertRefused(call -> Call.atLeast(1, call));
        assertRefused(call -> Call.sometimes(percent(50), call));
        assertRefused(call -> Call.anyOf(Call.inSequence(call, ONE), Call.of("two", percentUp(98))));
    }

    private static void assertRefused(UnaryOperator<Call> around) {
        assertThatThrownBy(() -> {
                    Call nested = ONE;
                    for (int i = 0; i < 5_000; i++) {
                        nested = around.apply(nested);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "calls must be nested at most 100 deep and be at most 100,000 but are nested 1");
    }

    /** Each twice in the next: 2⁵⁰ calls if they were written out. */
    @Test
    void nested_doubled() {
        assertThatThrownBy(() -> {
                    Call nested = ONE;
                    for (int i = 0; i < 50; i++) {
                        nested = Call.inSequence(nested, nested);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("calls must be nested at most 100 deep and be at most 100,000");
    }

    @Test
    void wide() {
        CallChain any = chain(Call.anyOf(equal(5_000, 99)));
        assertThat(any.minimalCuts()).hasSize(1);
        assertThat(any.singlePointsOfFailure()).isEmpty();
        CallChain two = chain(Call.atLeast(2, equal(2_000, 99)));
        assertThatThrownBy(two::minimalCuts) // 2,000 of 1,999 each
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("very long ones");
    }

    /** RC-ROBUST 9: a natural way to say 'all'. */
    @Test
    void minimalCuts_all() {
        assertThat(PAIR.minimalCuts(Integer.MAX_VALUE)).isEqualTo(PAIR.minimalCuts());
        assertThat(PAIR.minimalCuts(1_073_741_824)).hasSize(2);
        assertThat(chain(Call.atLeast(2, equal(3, 99))).minimalCuts(Integer.MAX_VALUE))
                .hasSize(3);
    }
}
