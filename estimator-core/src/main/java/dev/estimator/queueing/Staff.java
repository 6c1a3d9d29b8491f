package dev.estimator.queueing;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import java.util.Locale;

/**
 * How many servers meet a goal; see {@link Staffing}.
 *
 * @param load how many servers are busy on average, in erlangs
 * @param servers the fewest that meet the goal, exact
 * @param squareRootRule what the square-root rule {@code a + β√a} says, not rounded
 */
public record Staff(Count load, Count servers, Count squareRootRule) {
    /**
     * Checks that all is there.
     *
     * @param load how many servers are busy on average, in erlangs
     * @param servers the fewest that meet the goal, exact
     * @param squareRootRule what the square-root rule {@code a + β√a} says, not rounded
     */
    public Staff {
        requireNonNull(load, "load");
        requireNonNull(servers, "servers");
        requireNonNull(squareRootRule, "squareRootRule");
    }

    /**
     * Returns how busy that many servers are.
     *
     * @return {@code load ÷ servers}
     */
    public Share utilization() {
        return load.div(servers).toShare().named("utilization");
    }

    /** Returns how many there are, as in '19 servers at 63.2%; the square-root rule gives 18.6'. */
    @Override
    public String toString() {
        if (QueueInputs.mayBeBeyond(servers)) {
            return "utilization " + utilization() + ", servers: " + servers;
        }
        return QueueInputs.servers(servers) + " at " + utilization() + "; the square-root rule gives "
                + String.format(Locale.ROOT, "%,.1f", squareRootRule.value());
    }
}
