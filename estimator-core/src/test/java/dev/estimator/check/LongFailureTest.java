package dev.estimator.check;

import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.thousand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.model.Servers;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
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

    /** All levels together have fewer lines than all that is explained: it was looked for more without an end. */
    @Test
    void lastLevels_ofServers() {
        Count users = assume("users", between(thousand(400), million(1.6)));
        Count answer = assume("answer", between(count(200, "tokens"), count(500, "tokens")));
        Qps most = assume(
                "output",
                between(
                        count(1500, "tokens").per(seconds(1)),
                        count(3500, "tokens").per(seconds(1))));
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(users)
                .actionsPerUser(assume("actions", between(count(8), count(18))))
                .readsPerWrite(ratio(0.5))
                .peakToAverage(assume("peak", between(ratio(1.5), ratio(3))))
                .activeWindow(hours(16))
                .build();
        Servers replicas = Servers.builder()
                .name("replicas")
                .limit("tokens", traffic.peakWriteQps().times(answer).named("tokens at peak"), most)
                .zones(count(3))
                .zonesThatMayFail(count(1))
                .build();
        assertThat(messageOf(replicas.servers())).contains("tokens at peak").containsOnlyOnce("replicas: servers =");
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
