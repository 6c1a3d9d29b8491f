package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Units.SECONDS;
import static dev.estimator.reliability.Chains.DATABASE;
import static dev.estimator.reliability.Chains.EAST;
import static dev.estimator.reliability.Chains.PAIR;
import static dev.estimator.reliability.Chains.REGIONS;
import static dev.estimator.reliability.Chains.WEST;
import static dev.estimator.reliability.Chains.chain;
import static dev.estimator.reliability.Chains.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import org.junit.jupiter.api.Test;

/** What one service costs the chain, and what it must have. */
class CallChainServiceTest {
    @Test
    void costliestCall() {
        assertThat(PAIR.costliestCall()).isEqualTo("application");
        assertThat(REGIONS.costliestCall()).isEqualTo("database");
    }

    /** A worse service in a redundant group can cost less than a better one alone. */
    @Test
    void costliestCall_isNotTheWorst() {
        CallChain chain = chain(DATABASE, Call.anyOf(Call.of("one", percentUp(99)), Call.of("two", percentUp(98))));
        assertThat(chain.costliestCall()).isEqualTo("database");
    }

    @Test
    void costliestCall_firstOfEqual() {
        assertThat(chain(equal(7, 99.9)).costliestCall()).isEqualTo("service 0");
        assertThat(chain(Call.anyOf(EAST, WEST)).costliestCall()).isEqualTo("east");
        assertThat(chain(Call.atLeast(3, equal(5, 99))).costliestCall()).isEqualTo("service 0");
    }

    /** 0.02 × (1 − 0.01) and 0.01 × (1 − 0.02). */
    @Test
    void downtimeCausedBy() {
        assertNear(0.0198 * 86_400, PAIR.downtimeCausedBy("application", DAY).to(SECONDS));
        assertNear(0.0098 * 86_400, PAIR.downtimeCausedBy("store", DAY).to(SECONDS));
    }

    /** Without the database 5e-6 would be left. */
    @Test
    void downtimeCausedBy_shared() {
        assertNear(
                0.0004999975 * 86_400, REGIONS.downtimeCausedBy("database", DAY).to(SECONDS));
    }

    /** Ten nines beside two: 1e-10 × 0.99 of the time, not lost in the digits of 1 %. */
    @Test
    void downtimeCausedBy_hardlyAny() {
        CallChain chain = chain(Call.of("weak", percentUp(99)), Call.of("strong", nines(10)));
        assertNear(0.99e-10 * 86_400, chain.downtimeCausedBy("strong", DAY).to(SECONDS));
    }

    /** Up or down, the chain stands and falls with the other service. */
    @Test
    void downtimeCausedBy_irrelevant() {
        Call idle = Call.of("idle", percentUp(97.3));
        CallChain chain = chain(EAST, Call.anyOf(EAST, idle), Call.anyOf(EAST, idle));
        assertThat(chain.downtimeCausedBy("idle", DAY).to(SECONDS)).isZero();
    }

    /** What the other service costs changes what this one costs. */
    @Test
    void downtimeCausedBy_givenAnother() {
        assertNear(
                0.02 * 86_400,
                PAIR.downtimeCausedBy("application", DAY)
                        .given("store", percentUp(100))
                        .to(SECONDS));
    }

    /** 0.0298 is to become 0.0249: (0.0249 − 0.01) ÷ 0.99. */
    @Test
    void requiredOf() {
        assertNear(
                0.0149 / 0.99,
                PAIR.requiredOf("application", percentUp(97.51))
                        .unavailability()
                        .value());
        assertNear(
                0.0049 / 0.98,
                PAIR.requiredOf("store", percentUp(97.51)).unavailability().value());
    }

    @Test
    void requiredOf_whatItHas() {
        assertNear(
                0.02,
                PAIR.requiredOf("application", Availability.ofUnavailability(0.0298))
                        .unavailability()
                        .value());
    }

    @Test
    void requiredOf_neverFailing() {
        assertThat(PAIR.requiredOf("store", percentUp(98))).isEqualTo(percentUp(100));
    }

    /** With the east alone the target is met, whatever the west does. */
    @Test
    void requiredOf_notNeeded() {
        CallChain chain = chain(Call.anyOf(EAST, WEST));
        assertThat(chain.requiredOf("west", percentUp(99.8))).isEqualTo(percentUp(0));
        assertThat(chain.requiredOf("west", percentUp(99.9))).isEqualTo(percentUp(0));
    }

    @Test
    void requiredOf_explanation() {
        assertThat(PAIR.requiredOf("store", percentUp(97.51)).explain()).hasToString("""
                        assumed
                          application = 98%
                          store       = 99%
                          target      = 97.51%
                        calculated
                          required availability of store = required of store(application, store, target)
                                                         = required of store(98%, 99%, 97.51%)
                                                         = 99.5%""");
    }

    @Test
    void requiredOf_impossible() {
        assertThatThrownBy(() -> PAIR.requiredOf("store", percentUp(99)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the chain cannot reach 99% (2 nines): even if store never failed it would have 98%"
                        + " (1.7 nines)");
    }

    @Test
    void requiredOfCostliest() {
        assertThat(PAIR.requiredOfCostliest(percentUp(98.5)))
                .isEqualTo(PAIR.requiredOf("application", percentUp(98.5)));
    }

    @Test
    void service_unknown() {
        String message = "service must be one of [application, store] but was 'queue'";
        assertThatThrownBy(() -> PAIR.downtimeCausedBy("queue", DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> PAIR.requiredOf("queue", percentUp(97)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
