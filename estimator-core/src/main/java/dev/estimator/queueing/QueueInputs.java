package dev.estimator.queueing;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.Percent;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.math.BigDecimal;
import java.util.Locale;

/** What queues ask of their inputs. */
final class QueueInputs {
    /** A thousandth of a nanosecond, below which times are not written. */
    private static final double LEAST_WAIT = 1e-12;

    private QueueInputs() {}

    /** How many servers, for a text. */
    static String servers(Count servers) {
        return whole(servers) + (servers.value() == 1 ? " server" : " servers");
    }

    /** All digits of a whole number, as 1,000,406; a range as it is, without its noun. */
    static String whole(Count count) {
        return count.isUncertain()
                ? Inside.ofNothingNamed(count).toString()
                : String.format(Locale.ROOT, "%,.0f", count.value());
    }

    /** A part as it is written: 0.1%. */
    static String percent(BigDecimal part) {
        return part.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** A utilization, which can be above 100%. */
    static String percent(Ratio utilization) {
        double best = utilization.value();
        return utilization.isUncertain()
                ? Percent.of(best, utilization.p5().value(), utilization.p95().value())
                : Percent.of(best);
    }

    /** A mean wait, and 'no wait' where it is nothing for all that can be told. */
    static String meanWait(TimeSpan wait) {
        return isNone(wait) ? "no wait" : wait + " mean wait";
    }

    /** Whether a wait is too short to be written, at the high end of its range too. */
    static boolean isNone(TimeSpan wait) {
        return wait.to(Units.SECONDS) < LEAST_WAIT
                && (!wait.isUncertain() || wait.p95().to(Units.SECONDS) < LEAST_WAIT);
    }

    /** Whether something varies as an exponential time does, for certain. */
    static boolean isOne(Ratio variability) {
        return variability.value() == 1 && !variability.isUncertain();
    }

    /** Whether a value has no end in some cases; then words follow it, so that it must come last. */
    static <Q extends Quantity<Q>> boolean mayBeBeyond(Q value) {
        return value.isUncertain()
                && Simulation.of(value)
                                .summary(value)
                                .probabilityBeyond()
                                .value()
                                .value()
                        > 0;
    }

    /** How busy a server is. */
    static Share utilization(Count carriedLoad, Count servers) {
        return carriedLoad.div(servers).toShare().named("utilization");
    }

    /** How many requests are served, by the noun of those that arrive. */
    static Qps throughput(Count carriedLoad, TimeSpan serviceTime, Qps arrivalRate) {
        return Inside.ofSame(carriedLoad.per(serviceTime), arrivalRate).named("throughput");
    }

    /** A number for a refusal, in which 12.4 must not be 12. */
    static String fourDigits(double number) {
        return QuantityWriter.derivation(Kind.COUNT, number);
    }

    /** A time for a refusal. */
    static String fourDigits(TimeSpan time) {
        return QuantityWriter.derivation(Kind.TIME, time.to(Units.SECONDS));
    }

    static Count wholeNumber(Count count, String name) {
        Refusal.unless(
                ErlangFormulas.isPossible(requireNonNull(count, name).value()),
                name,
                "a whole number up to a billion, as ceil() makes it,",
                Refusal.notWhole(count));
        return Refusal.whole(count, name);
    }

    static Count atLeastOne(Count count, String name) {
        return Refusal.atLeast(wholeNumber(count, name), name, 1);
    }
}
