package dev.estimator.queueing;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import java.util.Locale;

/**
 * How many servers meet a goal; see {@link Staffing}.
 *
 * @param servers the fewest that do, exact
 * @param squareRootRule what the square-root rule {@code a + β√a} says, not rounded
 * @param utilization how busy that many servers are
 */
public record Staff(Count servers, Count squareRootRule, Share utilization) {
    /** Returns how many there are, as in '19 servers at 63.2%; the square-root rule gives 18.6'. */
    @Override
    public String toString() {
        return Asked.servers(servers) + " at " + utilization + "; the square-root rule gives "
                + String.format(Locale.ROOT, "%,.1f", squareRootRule.value());
    }
}
