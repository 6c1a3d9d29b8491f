package dev.estimator.check;

import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import org.junit.jupiter.api.Test;

/** A message of a hundred lines hides in a build log what failed. */
class LongFailureTest {
    private static Count sum(int steps) {
        Count sum = assume("load 0", count(3));
        for (int i = 1; i <= steps; i++) {
            sum = sum.plus(assume("load " + i, count(i + 3))).named("sum " + i);
        }
        return sum;
    }

    private static String messageOf(Count sum) {
        try {
            check(sum).atMost(count(5));
        } catch (AssertionError failed) {
            return String.valueOf(failed.getMessage());
        }
        throw new IllegalStateException("it holds");
    }

    /** Ten steps have 30 lines and 10 inputs. */
    @Test
    void deepModel_isShownFromItsAnswerBack() {
        assertThat(messageOf(sum(40)))
                .startsWith("sum 40\n  expected at most  5\n  but is            943\n")
                .contains("assumed\n  load 31 = 34\n", "calculated\n  sum 31 = sum 30 + load 31\n")
                .endsWith("""
                          sum 40 = sum 39 + load 40
                                 = 900 + 43
                                 = 943
                        left out: 30 of 40 steps and 31 of 41 inputs, which explain() shows""".indent(0).stripTrailing());
    }

    @Test
    void shortModel_isShownWhole() {
        assertThat(messageOf(sum(9)))
                .contains("assumed\n  load 0 = 3\n", "calculated\n  sum 1 = load 0 + load 1\n")
                .doesNotContain("left out");
    }

    /** One formula is not cut. */
    @Test
    void wideFormula_isShownWhole() {
        Count wide = assume("load 0", count(3));
        for (int i = 1; i <= 50; i++) {
            wide = wide.plus(assume("load " + i, count(i + 3)));
        }
        Count all = wide.named("wide");
        assertThatThrownBy(() -> check(all).atMost(count(5)))
                .hasMessageContaining("  load 0  = 3\n")
                .hasMessageContaining("  load 50 = 53\n");
    }
}
