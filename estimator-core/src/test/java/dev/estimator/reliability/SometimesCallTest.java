package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.reliability.Chains.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** RC-CHAIN: calls that only some requests make. */
class SometimesCallTest {
    private static final Call CACHE = Call.of("cache", percentUp(99.9));
    private static final Call DATABASE = Call.of("database", percentUp(98));
    private static final CallChain MISSES = chain(CACHE, Call.sometimes(percent(10), DATABASE));

    /** 0.001 + 0.999 × 0.1 × 0.02. */
    @Test
    void availability() {
        assertNear(0.002998, MISSES.availability().unavailability().value(), 1e-13);
        assertThat(MISSES.availability().explain()).hasToString("""
                assumed
                  cache             = 99.9%
                  share of database = 10%
                  database          = 98%
                calculated
                  availability = cache × (1 − share of database × (1 − database))
                               = 99.9% × (1 − 10% × (1 − 98%))
                               = 99.7002%""");
    }

    /** The share is large and the cache is good: still a service is named, the one that costs most. */
    @Test
    void costliestCall_isNeverTheShare() {
        assertThat(MISSES.costliestCall()).isEqualTo("database");
        assertThat(chain(CACHE, Call.sometimes(percent(1), DATABASE)).costliestCall())
                .isEqualTo("cache");
    }

    /** 0.999 × 0.1. */
    @Test
    void importanceOf() {
        assertNear(0.0999, MISSES.importanceOf("database").value(), 1e-13);
    }

    @Test
    void minimalCuts() {
        assertThat(MISSES.minimalCuts()).hasToString("[database 0.2%, of 10% of requests, cache 0.1%]");
        assertThat(MISSES.singlePointsOfFailure()).containsExactly("cache", "database");
        assertThat(MISSES.minimalCuts().get(0).probability().explain()).hasToString("""
                assumed
                  database          = 98%
                  share of database = 10%
                calculated
                  database down = (1 − database) × share of database
                                = (1 − 98%) × 10%
                                = 0.2%""");
    }

    /** Two places decide each for itself: 1 − 0.9 × 0.7 of requests. */
    @Test
    void minimalCuts_twoPlaces() {
        CallChain chain = chain(Call.sometimes(percent(10), DATABASE), Call.sometimes(percent(30), DATABASE));
        assertThat(chain.minimalCuts()).hasToString("[database 0.74%, of 37% of requests]");
        assertNear(0.02 * 0.37, chain.availability().unavailability().value(), 1e-13);
    }

    /** What all requests call anyway is not also called by some. */
    @Test
    void minimalCuts_calledAnyway() {
        assertThat(chain(DATABASE, Call.sometimes(percent(30), DATABASE)).minimalCuts())
                .hasToString("[database 2%]");
    }

    @Test
    void atTheEnds() {
        assertThat(chain(Call.sometimes(percent(100), DATABASE)).availability()).isEqualTo(percentUp(98));
        assertThat(chain(Call.sometimes(percent(0), DATABASE)).availability()).isEqualTo(percentUp(100));
    }

    /** Hedging, say: with the call left out there is no second answer, so that 'nothing is needed' would be wrong. */
    @Test
    void sometimes_amongAlternatives() {
        assertThatThrownBy(() -> Call.anyOf(CACHE, Call.sometimes(percent(10), DATABASE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a call that only some requests make cannot be one of several of which some are enough: it"
                        + " has no answer where it is not made; write sometimes(share, anyOf(...)), or"
                        + " anyOf(a, inSequence(b, sometimes(share, c)))");
    }

    @Test
    void testToString() {
        assertThat(Call.sometimes(percent(10), DATABASE)).hasToString("10% of requests: database 98% (1.7 nines)");
    }
}
