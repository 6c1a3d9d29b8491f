package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.reliability.Chains.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** RC-CHAIN: what has spare members enters a chain as what it is. */
class RedundantCallTest {
    private static final Repairable MACHINE = Repairable.of(hours(999), hours(1));
    private static final ActivePassive PAIR = ActivePassive.of(MACHINE, seconds(30), percent(98));
    private static final Call AUTH = Call.of("auth", percentUp(99.9));
    private static final Quorum COPIES = Quorum.builder()
            .copies(5)
            .readsFrom(2)
            .writesTo(5)
            .availabilityOfCopy(percentUp(99))
            .build();

    @Test
    void pair_isNoSinglePoint() {
        CallChain chain = chain(Call.of("load balancer", PAIR), AUTH);
        assertThat(chain.singlePointsOfFailure()).containsExactly("auth");
        assertThat(chain.minimalCuts(1)).hasToString("[auth 0.1%]");
        assertThat(chain.minimalCuts(2).get(1).services()).containsExactly("load balancer");
        assertThat(chain.minimalCuts(2).get(1).failures()).isEqualTo(2);
        double down = PAIR.availability().unavailability().value();
        assertNear(
                down + (1 - down) * 0.001, chain.availability().unavailability().value());
        assertThat(Call.of("load balancer", PAIR).toString()).startsWith("load balancer (1 of 2) 99.997");
    }

    /** 4 × 60 % is 2.4: three are needed, two failures are too many; at 80 % all four are. */
    @Test
    void activeActive_isASinglePointWhereAllAreNeeded() {
        ActiveActive four = ActiveActive.of(MACHINE, 4, percent(60));
        assertThat(chain(Call.of("api", four)).singlePointsOfFailure()).isEmpty();
        assertThat(chain(Call.of("api", four)).minimalCuts().get(0).failures()).isEqualTo(2);
        assertThat(chain(Call.of(
                                "api",
                                ActiveActive.of(four.member(), four.members(), percent(80), four.detectionTime())))
                        .singlePointsOfFailure())
                .containsExactly("api");
    }

    @Test
    void repairable_isOneMachine() {
        CallChain chain = chain(Call.of("disk", MACHINE), AUTH);
        assertThat(chain.singlePointsOfFailure()).containsExactly("disk", "auth");
        assertNear(0.001 + 0.999 * 0.001, chain.availability().unavailability().value());
    }

    /**
     * More than 6 of 18 down, by the binomial distribution: sum(comb(18, k) * F(1, 1000)**k * F(999, 1000)**(18 - k)).
     */
    @Test
    void atLeast_equalInstances() {
        CallChain chain = chain(Call.atLeast(12, 18, "api", nines(3)));
        assertNear(3.1519051691002474e-17, chain.availability().unavailability().value(), 1e-12);
        assertThat(chain.singlePointsOfFailure()).isEmpty();
        assertThat(chain.minimalCuts(6)).isEmpty();
        assertThat(chain.minimalCuts(7)).hasSize(1);
        assertThat(chain.minimalCuts(7).get(0).toString())
                .endsWith("% (7 failures)")
                .startsWith("api ");
        assertThat(chain.costliestCall()).isEqualTo("api");
        assertThat(chain(Call.atLeast(18, 18, "api", nines(3))).singlePointsOfFailure())
                .containsExactly("api");
    }

    @Test
    void atLeast_refused() {
        assertThatThrownBy(() -> Call.atLeast(19, 18, "api", nines(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needed must be between 1 and 18 but was 19");
        assertThatThrownBy(() -> Call.atLeast(1, 2, " ", nines(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must not be blank");
    }

    @Test
    void quorum_byWhatIsAsked() {
        CallChain reads = chain(Call.reading("orders", COPIES));
        assertThat(reads.singlePointsOfFailure()).isEmpty();
        assertThat(reads.minimalCuts().get(0).failures()).isEqualTo(4);
        assertThat(chain(Call.writing("orders", COPIES)).singlePointsOfFailure())
                .containsExactly("orders");
        assertThat(reads.availability()).isEqualTo(COPIES.readAvailability());
    }

    /** Two ways to use the same machines are not independent of each other. */
    @Test
    void sameName_otherRedundancy() {
        assertThatThrownBy(() -> chain(Call.reading("orders", COPIES), Call.writing("orders", COPIES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'orders' is called in several places with different availabilities, 99.99")
                .hasMessageEndingWith(": give different services different names");
    }

    /** In any of two groups of two it is one service, and counted once. */
    @Test
    void pair_shared() {
        Call pair = Call.of("load balancer", PAIR);
        CallChain chain = chain(
                Call.anyOf(Call.inSequence(pair, AUTH), Call.inSequence(pair, Call.of("other", percentUp(99.5)))));
        double down = PAIR.availability().unavailability().value();
        assertNear(
                down + (1 - down) * 0.001 * 0.005,
                chain.availability().unavailability().value(),
                1e-13);
        assertThat(chain.singlePointsOfFailure()).isEmpty();
        assertThat(chain.minimalCuts()).hasSize(2);
    }
}
