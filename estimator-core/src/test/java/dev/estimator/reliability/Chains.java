package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.percentUp;

import java.util.stream.IntStream;

/** Chains of calls to try things out on. */
final class Chains {
    static final Call EAST = Call.of("east", percentUp(99.9));
    static final Call WEST = Call.of("west", percentUp(99.5));
    static final Call DATABASE = Call.of("database", percentUp(99.95));

    // 0.02 + 0.01 × 0.98 = 0.0298 down.
    static final CallChain PAIR = CallChain.builder()
            .call("application", percentUp(98))
            .call("store", percentUp(99))
            .build();

    static final CallChain REGIONS =
            chain(Call.anyOf(Call.inSequence(EAST, DATABASE), Call.inSequence(WEST, DATABASE)));

    private Chains() {}

    static CallChain chain(Call... calls) {
        return CallChain.builder().addCalls(calls).build();
    }

    static CallChain bridge(Call a, Call b, Call c, Call d, Call e) {
        return chain(Call.anyOf(
                Call.inSequence(a, b), Call.inSequence(c, d), Call.inSequence(a, e, d), Call.inSequence(c, e, b)));
    }

    /** Services of different names and one availability. */
    static Call[] equal(int n, double percent) {
        return IntStream.range(0, n)
                .mapToObj(i -> Call.of("service " + i, percentUp(percent)))
                .toArray(Call[]::new);
    }
}
