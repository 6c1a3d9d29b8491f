package dev.estimator.system;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.SerialRecord;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Qps;
import java.io.Serializable;
import java.util.Optional;

/**
 * The calls from one component, or from the clients, to another.
 *
 * @param caller who calls; 'clients' for those who come from outside
 * @param callee who is called
 * @param rate how many calls on average
 * @param peak how many at peak
 * @param sent what callers send at peak; empty if no size was stated
 * @param returned what they get back at peak; empty if no size was stated
 * @param isAwaited whether somebody waits for at least some of these calls
 * @param isFallback whether they are made only while another component is down
 */
public record Flow(
        String caller,
        String callee,
        Qps rate,
        Qps peak,
        Optional<Bandwidth> sent,
        Optional<Bandwidth> returned,
        boolean isAwaited,
        boolean isFallback)
        implements Serializable {
    /**
     * Checks that no component is null.
     *
     * @param caller who calls; 'clients' for those who come from outside
     * @param callee who is called
     * @param rate how many calls on average
     * @param peak how many at peak
     * @param sent what callers send at peak; empty if no size was stated
     * @param returned what they get back at peak; empty if no size was stated
     * @param isAwaited whether somebody waits for at least some of these calls
     * @param isFallback whether they are made only while another component is down
     */
    public Flow {
        requireNonNull(caller, "caller");
        requireNonNull(callee, "callee");
        requireNonNull(rate, "rate");
        requireNonNull(peak, "peak");
        requireNonNull(sent, "sent");
        requireNonNull(returned, "returned");
    }

    /** Returns who calls whom and how often, as in 'api → cache: 3,600 req/s at peak', 'api → table: fallback'. */
    @Override
    public String toString() {
        String calls = caller + (isAwaited ? " → " : " ⇢ ") + callee + ": ";
        return calls + (isFallback ? "fallback" : peak + " at peak");
    }

    private Object writeReplace() {
        return SerialRecord.of(this);
    }
}
