package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.reliability.Chains.PAIR;
import static dev.estimator.reliability.Chains.REGIONS;
import static dev.estimator.reliability.Chains.bridge;
import static dev.estimator.reliability.Chains.chain;
import static dev.estimator.reliability.Chains.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which services matter together: importance and minimal cuts. */
class CallChainCutsTest {
    private static final CallChain BRIDGE = bridge(
            Call.of("a", percentUp(99)),
            Call.of("b", percentUp(98)),
            Call.of("c", percentUp(97)),
            Call.of("d", percentUp(95)),
            Call.of("e", percentUp(93)));

    /** With the database and one region down, the other region decides: 0.9995 × 0.005. */
    @Test
    void importanceOf() {
        assertNear(0.9995 * 0.005, REGIONS.importanceOf("east").value());
        assertNear(0.9995 * 0.001, REGIONS.importanceOf("west").value());
        assertNear(1 - 5e-6, REGIONS.importanceOf("database").value());
    }

    /** In a row it is what the others have. */
    @Test
    void importanceOf_given() {
        Share importance = PAIR.importanceOf("store");
        assertNear(0.98, importance.value());
        assertNear(0.9, importance.given("application", percentUp(90)).value());
        assertNear(0.98, importance.given("store", percentUp(90)).value());
    }

    @Test
    void importanceOf_explanation() {
        Availability node = assume("node", between(percentUp(99), percentUp(99.9)));
        CallChain chain = chain(Call.anyOf(Call.of("one", node), Call.of("two", node)));
        assertThat(chain.importanceOf("two").explain()).hasToString("""
                        assumed
                          node = 99.683% (99% … 99.9%)
                        calculated
                          one = node
                              = 99.683% (99% … 99.9%)
                          two = node
                              = 99.683% (99% … 99.9%)
                          importance of two = Birnbaum importance of two(one, two)
                                            = Birnbaum importance of two(99.683%, 99.683%)
                                            = 0.317% (0.0999% … 1%)""");
        assertThat(chain.importanceOf("two")).hasToString("0.317% (0.0999% … 1%)");
    }

    /** The cuts of the bridge: both ends, and a start, the middle and the other end. */
    @Test
    void minimalCuts_bridge() {
        assertThat(BRIDGE.minimalCuts())
                .extracting(CallChain.Cut::services)
                .containsExactly(List.of("b", "d"), List.of("a", "c"), List.of("b", "c", "e"), List.of("a", "d", "e"));
        assertThat(BRIDGE.minimalCuts())
                .extracting(cut -> cut.probability().value())
                .usingElementComparator((x, y) -> Math.abs(x - y) < 1e-18 ? 0 : 1)
                .containsExactly(10e-4, 3e-4, 2e-2 * 3e-2 * 7e-2, 1e-2 * 5e-2 * 7e-2);
        assertThat(BRIDGE.singlePointsOfFailure()).isEmpty();
    }

    @Test
    void minimalCuts_small() {
        assertThat(BRIDGE.minimalCuts(2)).hasToString("[b and d 0.1%, a and c 0.03%]");
        assertThat(BRIDGE.minimalCuts(1)).isEmpty();
        assertThat(PAIR.minimalCuts(1)).hasToString("[application 2%, store 1%]");
    }

    @Test
    void minimalCuts_none() {
        assertThatThrownBy(() -> PAIR.minimalCuts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mostServices must be at least 1 but was 0");
    }

    /** 24 over 13 of them are 2,496,144. */
    @Test
    void minimalCuts_tooMany() {
        CallChain chain = chain(Call.atLeast(12, equal(24, 99)));
        assertThatThrownBy(chain::minimalCuts)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "there are more than 10,000 minimal cuts, or very long ones: ask for those of few services, such as"
                                + " minimalCuts(2)");
        assertThat(chain.minimalCuts(12)).isEmpty();
    }

    @Test
    void minimalCuts_explanation() {
        assertThat(BRIDGE.minimalCuts().get(0).probability().explain()).hasToString("""
                        assumed
                          b = 98%
                          d = 95%
                        calculated
                          b and d down = (1 − b) × (1 − d)
                                       = (1 − 98%) × (1 − 95%)
                                       = 0.1%""");
    }
}
