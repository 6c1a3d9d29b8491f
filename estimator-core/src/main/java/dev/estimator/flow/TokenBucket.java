package dev.estimator.flow;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.io.Serializable;

/**
 * A rate limit that lets a burst through: a bucket of tokens that fills at a rate; each request takes a token, or is
 * rejected.
 *
 * <p>A token can also stand for a byte. The bucket is full at first.
 *
 * @param rate how fast the bucket fills, r, the rate that is allowed in the long run, above zero
 * @param burst how many tokens the bucket holds, b, at least 1
 * @see "S. Shenker and J. Wroclawski, General Characterization Parameters for Integrated Service Network Elements, RFC
 *     2215, section 3.6"
 */
public record TokenBucket(Qps rate, Count burst) implements Serializable {
    /**
     * Obtains a rate limit.
     *
     * @param rate how fast the bucket fills, above zero
     * @param burst how many tokens it holds, at least 1
     * @throws IllegalArgumentException if an input is not as said
     */
    public TokenBucket {
        rate = Refusal.aboveZero(Refusal.named(rate, "rate"), "rate");
        burst = Refusal.atLeast(Refusal.named(burst, "burst"), "burst", 1);
    }

    /**
     * Obtains a rate limit.
     *
     * @param rate how fast the bucket fills, above zero
     * @param burst how many tokens it holds, at least 1
     * @return the bucket
     * @throws IllegalArgumentException if an input is not as said
     */
    public static TokenBucket of(Qps rate, Count burst) {
        return new TokenBucket(rate, burst);
    }

    /**
     * Returns the most requests that can pass in a time: {@code r × time + b}. With a limit of 100 a minute and a
     * bucket of 100, up to 200 pass in a minute.
     *
     * @param time the window
     * @return the most requests in any window of that length
     */
    public Count greatestIn(TimeSpan time) {
        return rate.times(Refusal.named(time, "time", "window")).plus(burst).named("greatest in the window");
    }

    /**
     * Returns how long requests may come at a rate before the first is rejected: {@code b ÷ (peak − r)}.
     *
     * @param peak the rate of the requests, above that of the bucket
     * @return the longest burst
     * @throws ArithmeticException if the rate is not above that of the bucket: then nothing is ever rejected
     * @see "A. S. Tanenbaum and D. J. Wetherall, Computer Networks, 5th edition 2011"
     */
    public TimeSpan longestBurst(Qps peak) {
        return TimeSpan.computed(
                        "{0} ÷ ({1} − {2})", new Longest(), burst, Refusal.named(peak, "peak", "peak rate"), rate)
                .named("longest burst");
    }

    /**
     * Returns which part of a burst is rejected: {@code 1 − (b + r × length) ÷ (offered × length)}, or none.
     *
     * @param offered the rate of the requests, above zero
     * @param length how long the burst lasts, above zero
     * @return the share that is rejected
     * @throws ArithmeticException if nothing is offered
     */
    public Share rejected(Qps offered, TimeSpan length) {
        Count asked = Refusal.named(offered, "offered", "offered rate")
                .times(Refusal.named(length, "length", "burst length"))
                .named("offered");
        return asked.min(greatestIn(length)).div(asked).toShare().complement().named("rejected");
    }

    /**
     * Returns which part of the requests is rejected in the long run: {@code 1 − r ÷ offered}, or none.
     *
     * @param offered the rate of the requests, above zero
     * @return the share that is rejected
     * @throws ArithmeticException if nothing is offered
     */
    public Share rejectedForever(Qps offered) {
        Qps asked = Refusal.named(offered, "offered", "offered rate");
        return asked.min(rate).div(asked).toShare().complement().named("rejected in the long run");
    }

    /**
     * Returns how long a client that waits for tokens takes to send a number of requests: {@code (requests − b) ÷ r},
     * from a full bucket.
     *
     * @param requests how many it wants to send
     * @return the time until the last is sent; zero if the bucket holds them all
     */
    public TimeSpan timeFor(Count requests) {
        Count all = Refusal.named(requests, "requests");
        return all.max(burst).minus(burst).div(rate).named("time for all");
    }

    /**
     * Returns how long an empty bucket takes to be full again: {@code b ÷ r}.
     *
     * @return the time to fill
     */
    public TimeSpan timeToFill() {
        return burst.div(rate).named("time to fill");
    }

    /** Returns the limit, as in '100 req/s and bursts of 500: at most 600 in any second, full again after 5 s'. */
    @Override
    public String toString() {
        return rate() + " and bursts of " + burst() + ": at most " + greatestIn(TimeSpan.of(1, Units.MINUTES))
                + " in any minute, full again after " + timeToFill();
    }

    /** The longest burst: the bucket empties at the difference of the rates. */
    private record Longest() implements Formula {
        @Override
        public double apply(double... inputs) {
            double emptying = inputs[1] - inputs[2];
            return emptying > 0 ? inputs[0] / emptying : Double.POSITIVE_INFINITY;
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return "the peak rate must be above the rate of the bucket, or nothing is ever rejected";
        }

        @Override
        public String beyond() {
            return "nothing rejected";
        }
    }
}
