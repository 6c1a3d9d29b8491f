package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link CallChain#singlePointsOfFailure}. */
class SinglePointsTest {
    // None is certain and none is hopeless: whether it is a single point depends on its place alone.
    private static final Call WEB = Call.of("web", percentUp(99.9));
    private static final Call EAST = Call.of("east", percentUp(99.5));
    private static final Call WEST = Call.of("west", percentUp(98));
    private static final Call STORE = Call.of("store", percentUp(97));
    private static final Call QUEUE = Call.of("queue", percentUp(96));

    @Test
    void singlePointsOfFailure_inSequence() {
        assertThat(chain(STORE, WEB, Call.inSequence(QUEUE, EAST)).singlePointsOfFailure())
                .containsExactly("store", "web", "queue", "east");
    }

    @Test
    void singlePointsOfFailure_anyOf() {
        assertThat(chain(Call.anyOf(EAST, WEST)).singlePointsOfFailure()).isEmpty();
        assertThat(chain(Call.anyOf(EAST)).singlePointsOfFailure()).containsExactly("east");
        assertThat(chain(WEB, Call.anyOf(EAST, WEST)).singlePointsOfFailure()).containsExactly("web");
    }

    /** Two of three may lose one, three of three may not. */
    @Test
    void singlePointsOfFailure_quorum() {
        assertThat(chain(Call.atLeast(1, EAST, WEST, STORE)).singlePointsOfFailure())
                .isEmpty();
        assertThat(chain(Call.atLeast(2, EAST, WEST, STORE)).singlePointsOfFailure())
                .isEmpty();
        assertThat(chain(Call.atLeast(3, EAST, WEST, STORE)).singlePointsOfFailure())
                .containsExactly("east", "west", "store");
    }

    @Test
    void singlePointsOfFailure_sharedByAllAlternatives() {
        assertThat(chain(Call.anyOf(Call.inSequence(EAST, STORE), Call.inSequence(WEST, STORE)))
                        .singlePointsOfFailure())
                .containsExactly("store");
    }

    /** The third alternative does without the store. */
    @Test
    void singlePointsOfFailure_sharedBySomeAlternatives() {
        assertThat(chain(Call.anyOf(Call.inSequence(EAST, STORE), Call.inSequence(WEST, STORE), QUEUE))
                        .singlePointsOfFailure())
                .isEmpty();
    }

    /** Called in two of the three of which two must answer, it takes both with it. */
    @Test
    void singlePointsOfFailure_sharedInAQuorum() {
        assertThat(chain(Call.atLeast(2, Call.inSequence(EAST, STORE), Call.inSequence(WEST, STORE), QUEUE))
                        .singlePointsOfFailure())
                .containsExactly("store");
    }

    /** It was 'store (for 24.6429% of requests)'; what few or nearly all need is not said to be for none or all. */
    @Test
    void failsAloneWith_forAShareInUsualDigits() {
        CallChain chain = chain(
                Call.sometimes(percent(24.6429), STORE),
                Call.sometimes(percent(0.000123456), QUEUE),
                Call.sometimes(percent(99.9987654), WEB),
                Call.sometimes(percent(30), EAST));
        assertThat(chain.failsAloneWith())
                .isEqualTo("store (for 24.6% of requests), queue (for 0.000123% of requests),"
                        + " web (for 99.9988% of requests), east (for 30% of requests)");
    }

    /** With the west down whatever else is, only the east answers; the queue is down for the 30 % that need it. */
    @Test
    void failsAloneWith_besideWhatIsDownAlready() {
        Call down = Call.of("west", percentUp(0));
        assertThat(chain(WEB, Call.anyOf(EAST, down)).failsAloneWith()).isEqualTo("web, east");
        assertThat(chain(WEB, Call.sometimes(percent(30), down)).failsAloneWith())
                .isEqualTo("web");
        assertThat(chain(Call.atLeast(2, EAST, down, STORE), QUEUE).failsAloneWith())
                .isEqualTo("east, store, queue");
        assertThat(chain(Call.anyOf(EAST, STORE, down)).failsAloneWith()).isEqualTo("nothing");
    }

    /** Perfect, the queue would leave 0.999 × 0.97, the store 0.999 × 0.96: what is down already is not improved. */
    @Test
    void singlePointsByCost_ofWhatFailsAlone() {
        Call down = Call.of("west", percentUp(0));
        assertThat(chain(WEB, STORE, Call.sometimes(percent(30), down), QUEUE).singlePointsByCost())
                .containsExactly("queue", "store", "web");
        assertThat(chain(WEB, Call.anyOf(EAST, down)).singlePointsByCost()).containsExactly("east", "web");
        assertThat(chain(Call.anyOf(EAST, STORE)).singlePointsByCost()).isEmpty();
        assertThat(chain(Call.of("b", percentUp(97)), STORE, Call.of("a", percentUp(97)))
                        .singlePointsByCost())
                .containsExactly("b", "store", "a");
    }

    @Test
    void singlePointsOfFailure_inAGroupAndBesideIt() {
        assertThat(chain(Call.anyOf(EAST, STORE), STORE, Call.anyOf(WEST, STORE))
                        .singlePointsOfFailure())
                .containsExactly("store");
    }

    @Test
    void singlePointsOfFailure_nested() {
        Call region = Call.inSequence(WEB, Call.anyOf(EAST, Call.inSequence(QUEUE, STORE)));
        assertThat(chain(region).singlePointsOfFailure()).containsExactly("web");
        assertThat(chain(Call.anyOf(region, WEST)).singlePointsOfFailure()).isEmpty();
        assertThat(chain(Call.anyOf(region, WEST), Call.inSequence(QUEUE)).singlePointsOfFailure())
                .containsExactly("queue");
    }

    /** How available it is does not matter. */
    @Test
    void singlePointsOfFailure_ofExtremes() {
        Call perfect = Call.of("perfect", percentUp(100));
        Call dead = Call.of("dead", percentUp(0));
        assertThat(chain(perfect, Call.anyOf(dead, EAST)).singlePointsOfFailure())
                .containsExactly("perfect");
        assertThat(chain(dead, Call.anyOf(perfect, EAST)).singlePointsOfFailure())
                .containsExactly("dead");
    }

    private static CallChain chain(Call... calls) {
        return CallChain.builder().addCalls(calls).build();
    }
}
