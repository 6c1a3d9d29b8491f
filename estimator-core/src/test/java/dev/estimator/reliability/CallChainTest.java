package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.WEEK;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Units.SECONDS;
import static dev.estimator.reliability.Chains.DATABASE;
import static dev.estimator.reliability.Chains.EAST;
import static dev.estimator.reliability.Chains.PAIR;
import static dev.estimator.reliability.Chains.REGIONS;
import static dev.estimator.reliability.Chains.WEST;
import static dev.estimator.reliability.Chains.bridge;
import static dev.estimator.reliability.Chains.chain;
import static dev.estimator.reliability.Chains.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallChainTest {
    /** system-design-primer, Availability in numbers; vector rv-av-02. */
    @Test
    void availability_inSequence() {
        Call foo = Call.of("foo", percentUp(99.9));
        Call bar = Call.of("bar", percentUp(99.9));
        assertUnavailability(0.001999, chain(foo, bar));
        assertUnavailability(0.001999, chain(Call.inSequence(foo, bar)));
    }

    /** Vector rv-av-03. */
    @Test
    void availability_parallel() {
        Call foo = Call.of("foo", percentUp(99.9));
        Call bar = Call.of("bar", percentUp(99.9));
        assertUnavailability(1e-6, chain(Call.anyOf(foo, bar)));
    }

    /** Vector rv-kn-01: 0.999702. */
    @Test
    void availability_majorityOfThree() {
        Call majority = Call.atLeast(2, equal(3, 99));
        assertUnavailability(0.000298, chain(majority));
    }

    /** Different members: 0.02 × 0.03 + 0.02 × 0.04 + 0.03 × 0.04 − 2 × 0.02 × 0.03 × 0.04 = 0.002552. */
    @Test
    void availability_majorityOfDifferent() {
        Call majority = Call.atLeast(
                2, Call.of("first", percentUp(98)), Call.of("second", percentUp(97)), Call.of("third", percentUp(96)));
        assertUnavailability(0.002552, chain(majority));
    }

    /** AWS Well-Architected, Reliability Pillar: with two hard dependencies of 99.99 %, 99.99 % becomes 99.97 %. */
    @Test
    void availability_hardDependencies() {
        CallChain chain = chain(equal(3, 99.99));
        assertUnavailability(2.9997e-4 + 1e-12, chain);
        assertThat(chain).hasToString("chain of 99.97% (3.5 nines)");
    }

    /** Vector rv-cg-01: 99.99 % of its own and ten dependencies of one nine more give up about a nine. */
    @Test
    void availability_ruleOfTheExtraNine() {
        CallChain service = CallChain.builder()
                .call("own", percentUp(99.99))
                .call(Call.inSequence(equal(10, 99.999)))
                .build();
        assertUnavailability(0.0001999855005699859, service);
    }

    /** Vector rv-br-01: 2p² + 2p³ − 5p⁴ + 2p⁵ = 0.97848 (Barlow and Proschan), by its paths. */
    @Test
    void availability_bridgeByPaths() {
        Call[] c = equal(5, 90);
        assertUnavailability(0.02152, bridge(c[0], c[1], c[2], c[3], c[4]));
    }

    /** The same by its cuts. */
    @Test
    void availability_bridgeByCuts() {
        Call[] c = equal(5, 90);
        assertUnavailability(
                0.02152,
                chain(
                        Call.anyOf(c[0], c[2]),
                        Call.anyOf(c[1], c[3]),
                        Call.anyOf(c[0], c[4], c[3]),
                        Call.anyOf(c[2], c[4], c[1])));
    }

    /** A = database × (1 − (1 − east)(1 − west)): 0.0005 + 0.9995 × 5e-6; with two databases it would be 9e-6. */
    @Test
    void availability_sharedDatabaseCountsOnce() {
        assertUnavailability(0.0005049975, REGIONS);
    }

    @Test
    void availability_calledTwiceInARow() {
        assertUnavailability(0.0005, chain(DATABASE, DATABASE));
    }

    @Test
    void availability_twentyFourNines() {
        assertUnavailability(1e-24, chain(Call.anyOf(equal(4, 99.9999))));
        assertUnavailability(1e-24, chain(Call.of("store", nines(24))));
    }

    @Test
    void availability_neverAndAlways() {
        assertThat(chain(DATABASE, Call.of("down", percentUp(0))).availability())
                .isEqualTo(percentUp(0));
        assertThat(chain(Call.anyOf(DATABASE, Call.of("up", percentUp(100)))).availability())
                .isEqualTo(percentUp(100));
    }

    @Test
    void availability_explanation() {
        CallChain chain = CallChain.builder()
                .call("balancer", assume("load balancer", percentUp(99.99), "provider's promise"))
                .call(Call.anyOf(Call.inSequence(EAST, DATABASE), Call.inSequence(WEST, DATABASE)))
                .call(Call.atLeast(
                        2,
                        Call.of("node 1", percentUp(98)),
                        Call.of("node 2", percentUp(97)),
                        Call.of("node 3", percentUp(96))))
                .build();
        assertThat(chain.availability().explain()).hasToString("""
                        assumed
                          load balancer = 99.99%  (provider's promise)
                          east          = 99.9%
                          database      = 99.95%
                          west          = 99.5%
                          node 1        = 98%
                          node 2        = 97%
                          node 3        = 96%
                        calculated
                          balancer = load balancer
                                   = 99.99%
                          availability = balancer × (east × database or west × database) × (2 of node 1, node 2, node 3)
                                       = 99.99% × (99.9% × 99.95% or 99.5% × 99.95%) × (2 of 98%, 97%, 96%)
                                       = 99.6845%""");
    }

    @Test
    void availability_given() {
        assertNear(
                0.0005 + 0.9995 * 0.005,
                REGIONS.availability()
                        .given("east", percentUp(0))
                        .unavailability()
                        .value());
        assertNear(
                5e-6,
                REGIONS.availability()
                        .given("database", percentUp(100))
                        .unavailability()
                        .value());
    }

    /** One assumption about three nodes is changed in all of them. */
    @Test
    void availability_givenForAll() {
        Availability node = assume("node", percentUp(99));
        Call[] nodes =
                IntStream.range(0, 3).mapToObj(i -> Call.of("node " + i, node)).toArray(Call[]::new);
        Availability majority = chain(Call.atLeast(2, nodes)).availability();
        assertNear(0.000298, majority.unavailability().value());
        assertNear(0.028, majority.given(node, percentUp(90)).unavailability().value());
    }

    /** The period is part of the question: 2.98 % of a day and of a week. */
    @Test
    void downtime() {
        assertNear(2574.72, PAIR.downtime(DAY).to(SECONDS));
        assertNear(18_023.04, PAIR.downtime(WEEK).to(SECONDS));
    }

    /** 99.9 % in a mean Gregorian year: 8 h 45 min 56.95 s. */
    @Test
    void downtime_ofGregorianYear() {
        assertNear(31_556.952, chain(EAST).downtime(days(365.2425)).to(SECONDS));
    }

    /** 0.999¹⁰ = 0.99004…, 0.999¹¹ = 0.98905…; 0.9² = 0.81 and 0.999³ = 0.997002999 exactly. */
    @ParameterizedTest
    @CsvSource({
        "99.9, 99, 10",
        "90, 81, 2",
        "90, 81.0001, 1",
        "99.9, 99.7002999, 3",
        "99.9, 99.9, 1",
        "99.9, 99.91, 0",
        "99, 100, 0",
        "0, 50, 0"
    })
    void greatestDepth(double perCall, double target, double expected) {
        assertThat(CallChain.greatestDepth(percentUp(perCall), percentUp(target)))
                .isEqualTo(count(expected));
    }

    /** ln(1 − 1e-6) ÷ ln(1 − 1e-12) is a little more than a million. */
    @Test
    void greatestDepth_manyNines() {
        assertThat(CallChain.greatestDepth(nines(12), nines(6))).isEqualTo(count(1_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 99, there is no greatest depth: calls of 100% keep 99% (2 nines) however many there are",
        "98, 0, there is no greatest depth: calls of 98% (1.7 nines) keep 0% however many there are"
    })
    void greatestDepth_none(double perCall, double target, String message) {
        assertThatThrownBy(() -> CallChain.greatestDepth(percentUp(perCall), percentUp(target)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(message);
    }

    @Test
    void greatestDepth_explanation() {
        assertThat(CallChain.greatestDepth(percentUp(99.9), percentUp(99)).explain())
                .hasToString("""
                        assumed
                          per call = 99.9%
                          target   = 99%
                        calculated
                          greatest depth = ⌊ln target ÷ ln per call⌋
                                         = ⌊ln 99% ÷ ln 99.9%⌋
                                         = 10""");
    }

    @Test
    void toString_availability() {
        assertThat(PAIR).hasToString("chain of 97% (1.5 nines)");
    }

    @Test
    void calls_none() {
        CallChain.Builder builder = CallChain.builder();
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no call is set: add at least one with call(name, availability)");
    }

    @Test
    void calls_sameNameOtherAvailability() {
        assertThatThrownBy(() -> chain(EAST, Call.anyOf(WEST, Call.of("east", percentUp(99)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'east' is called in several places with different availabilities, 99.9% (3 nines) and 99%"
                        + " (2 nines): give different services different names");
    }

    /**
     * A ring in which three neighbours must not fail together: each part stands in three groups. The chance of that by
     * going around the ring with the last two states in mind, with mpmath and 40 digits.
     */
    @Test
    void calls_fortyRepeated() {
        Call[] parts = equal(40, 99);
        Call[] groups = IntStream.range(0, 40)
                .mapToObj(i -> Call.anyOf(parts[i], parts[(i + 1) % 40], parts[(i + 2) % 40]))
                .toArray(Call[]::new);
        assertUnavailability(3.959935313962771e-5, chain(groups));
    }

    @Test
    void calls_tooLarge() {
        Call[] members = equal(3_000, 99);
        assertThatThrownBy(() -> chain(Call.atLeast(1_500, members)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the structure is too large for an exact answer: its decision diagram takes more than"
                        + " 2,000,000 nodes or 50,000,000 steps; repeat fewer of its parts, or make smaller groups");
    }

    private static void assertUnavailability(double expected, CallChain chain) {
        assertNear(expected, chain.availability().unavailability().value());
    }
}
