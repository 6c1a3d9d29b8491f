package dev.estimator.scaling;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.SerialRecord;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.io.Serializable;
import java.util.Optional;

/**
 * How throughput grows with concurrency, or with processors or nodes, by the universal scalability law: {@code X(N) =
 * λN ÷ (1 + σ(N − 1) + κN(N − 1))}.
 *
 * <p>Contention σ is the part of the work that only one can do at a time; coherency κ is the cost of keeping any two
 * consistent with each other. Without coherency the law is Amdahl's, and throughput rises for ever towards λ ÷ σ; with
 * it throughput has a peak, and falls beyond. Load, throughput and latency determine each other by Little's law,
 * {@code N = X × R}. The law holds for means under a steady load.
 *
 * @param throughputOfOne λ, the throughput at a concurrency of 1, above zero
 * @param contention σ, the part of the work for which one waits for another; at 100 % any number does no more than one
 * @param coherency κ, what it costs any two to agree, relative to the work itself; 0 if throughput never falls
 * @param measuredUpTo how far measurements reach, the greatest measured concurrency; answers at more than twice as much
 *     say so in their explanation; empty unless set or fitted
 * @see "N. J. Gunther, Guerrilla Capacity Planning, Springer 2007, chapters 4 to 6"
 * @see "N. J. Gunther, A General Theory of Computational Scalability Based on Rational Functions, arXiv:0808.1431,
 *     2008"
 */
public record Scalability(Qps throughputOfOne, Share contention, Ratio coherency, Optional<Count> measuredUpTo)
        implements Serializable {
    private static final double FURTHEST = 2;
    private static final double ROUNDING = 1e-12;

    /**
     * Checks the coefficients.
     *
     * @param throughputOfOne λ, the throughput at a concurrency of 1, above zero
     * @param contention σ, the part of the work for which one waits for another; at 100 % any number does no more than
     *     one
     * @param coherency κ, what it costs any two to agree, relative to the work itself; 0 if throughput never falls
     * @param measuredUpTo the greatest measured concurrency; empty unless set or fitted
     */
    public Scalability {
        Qps one = Refusal.named(throughputOfOne, "throughputOfOne", "throughput of one");
        throughputOfOne = Refusal.aboveZero(one, "throughputOfOne");
        contention = Refusal.named(contention, "contention");
        coherency = Refusal.named(coherency, "coherency");
        requireNonNull(measuredUpTo, "measuredUpTo");
    }

    /**
     * Obtains a law from its coefficients; {@link LoadTest} finds them.
     *
     * @param throughputOfOne λ, the throughput at a concurrency of 1, above zero
     * @param contention σ; at 100 % any number does no more than one
     * @param coherency κ, 0 for Amdahl's law
     * @return the law
     * @throws IllegalArgumentException if the throughput is zero
     */
    public static Scalability of(Qps throughputOfOne, Share contention, Ratio coherency) {
        return new Scalability(throughputOfOne, contention, coherency, Optional.empty());
    }

    /**
     * Obtains Amdahl's law: {@code X(N) = λN ÷ (1 + σ(N − 1))}.
     *
     * @param throughputOfOne λ, the throughput at a concurrency of 1, above zero
     * @param contention σ, the part of the work that cannot be done at the same time
     * @return the law, with a coherency of 0
     * @throws IllegalArgumentException if the throughput is zero
     * @see "G. M. Amdahl, Validity of the Single Processor Approach to Achieving Large Scale Computing Capabilities,
     *     AFIPS 1967"
     */
    public static Scalability amdahl(Qps throughputOfOne, Share contention) {
        return of(throughputOfOne, contention, Ratio.of(0));
    }

    /**
     * Returns the law with the greatest concurrency that was measured.
     *
     * @param most the greatest measured concurrency; answers at more than twice as much say so in their explanation
     * @return the changed law
     */
    public Scalability withMeasuredUpTo(Count most) {
        return new Scalability(throughputOfOne, contention, coherency, Optional.of(requireNonNull(most, "most")));
    }

    /**
     * Returns the throughput at a concurrency.
     *
     * @param concurrency N, the requests in flight, or the processors
     * @return {@code λN ÷ (1 + σ(N − 1) + κN(N − 1))}
     */
    public Qps throughputAt(Count concurrency) {
        Count load = Refusal.named(concurrency, "concurrency");
        return throughputOfOne.times(load).div(slowdownAt(load)).named("throughput");
    }

    /**
     * Returns the throughput at a mean latency, by Little's law {@code X = N ÷ R}.
     *
     * @param latency R
     * @return the throughput, which may be past the peak
     * @throws ArithmeticException if no concurrency has this latency
     */
    public Qps throughputAt(TimeSpan latency) {
        return Inside.ofRequests(concurrencyAt(latency).per(latency.orNamed("latency")))
                .named("throughput");
    }

    /**
     * Returns the mean latency at a concurrency, by Little's law {@code R = N ÷ X}.
     *
     * @param concurrency N, above zero
     * @return {@code (1 + σ(N − 1) + κN(N − 1)) ÷ λ}
     * @throws ArithmeticException if the concurrency is zero
     */
    public TimeSpan latencyAt(Count concurrency) {
        Count load = Refusal.named(concurrency, "concurrency");
        return load.div(throughputAt(load)).named("latency");
    }

    private Ratio slowdownAt(Count load) {
        return Ratio.computed(
                        "1 + {1} × ({0} − 1) + {2} × {0} × ({0} − 1)" + remarkAt(load),
                        load.value() < 1 ? UslFormula.SLOWDOWN_BELOW_ONE : UslFormula.SLOWDOWN,
                        load,
                        contention,
                        coherency)
                .named("slowdown");
    }

    /**
     * Returns the mean latency at a throughput that has not passed the peak.
     *
     * @param throughput X, above zero and at most that of the peak
     * @return {@code R = N ÷ X}, with the lesser N
     * @throws ArithmeticException if the throughput is above the peak
     */
    public TimeSpan latencyAt(Qps throughput) {
        return concurrencyAt(throughput).div(throughput.orNamed("throughput")).named("latency");
    }

    /**
     * Returns the mean latency at a throughput past the peak, where more load gets less done.
     *
     * @param throughput X, above zero and at most that of the peak
     * @return {@code R = N ÷ X}, with the greater N
     * @throws ArithmeticException if the throughput is above the peak, or there is no peak
     */
    public TimeSpan latencyPastPeakAt(Qps throughput) {
        return concurrencyPastPeakAt(throughput)
                .div(throughput.orNamed("throughput"))
                .named("latency past the peak");
    }

    /**
     * Returns the concurrency at a throughput that has not passed the peak.
     *
     * @param throughput X, at most that of the peak
     * @return the lesser N with {@code X(N) = X}
     * @throws ArithmeticException if the throughput is above the peak, or below a peak at 1, where the law says nothing
     */
    public Count concurrencyAt(Qps throughput) {
        requireReached(requireNonNull(throughput, "throughput"));
        return inverse("concurrency before the peak", UslFormula.LOAD, throughput.orNamed("throughput"))
                .named("concurrency");
    }

    /**
     * Returns the concurrency at a throughput past the peak.
     *
     * @param throughput X, above zero and at most that of the peak
     * @return the greater N with {@code X(N) = X}
     * @throws ArithmeticException if the throughput is above the peak, or there is no peak
     */
    public Count concurrencyPastPeakAt(Qps throughput) {
        requireReached(requireNonNull(throughput, "throughput"));
        return inverse("concurrency past the peak", UslFormula.LOAD_PAST_PEAK, throughput.orNamed("throughput"))
                .named("concurrency past the peak");
    }

    /** Refuses a throughput that is above the peak by more than rounding. */
    private void requireReached(Qps throughput) {
        if (!hasPeak()) {
            return;
        }
        Qps peak = peakThroughput();
        if (throughput.to(Units.PER_SECOND) > peak.to(Units.PER_SECOND) * (1 + ROUNDING)) {
            throw new ArithmeticException("throughput must be at most the peak, which is " + fourDigits(peak)
                    + ", but was " + fourDigits(throughput));
        }
    }

    private Count inverse(String name, UslFormula step, Quantity<?> argument) {
        return remarked(name + "({0}, {1}, {2}, {3})", step, argument, throughputOfOne, contention, coherency);
    }

    /**
     * Computes a concurrency, with a remark if it lies beyond the measurements, which is known only once it is
     * computed.
     */
    private Count remarked(String notation, UslFormula step, Quantity<?>... inputs) {
        Count found = Count.computed(notation, step, inputs);
        return isBeyondMeasured(found) ? Count.computed(notation + remarkAt(found), step, inputs) : found;
    }

    /**
     * Returns the concurrency at a mean latency.
     *
     * @param latency R, above that of an idle system
     * @return the N with {@code R(N) = R}
     * @throws ArithmeticException if no concurrency has this latency, or any has
     */
    public Count concurrencyAt(TimeSpan latency) {
        return inverse("concurrency of latency", UslFormula.LOAD_AT_LATENCY, Refusal.named(latency, "latency"))
                .named("concurrency");
    }

    /**
     * Returns the throughput as a multiple of that at a concurrency of 1.
     *
     * @param concurrency N
     * @return {@code X(N) ÷ λ}
     */
    public Ratio speedupAt(Count concurrency) {
        return throughputAt(concurrency).div(throughputOfOne).named("speedup");
    }

    /**
     * Returns whether throughput has a peak.
     *
     * @return whether {@code κ > 0} or {@code σ = 1}; without, it rises for ever, towards λ ÷ σ if there is contention
     */
    public boolean hasPeak() {
        return coherency().value() > 0 || contention().value() == 1;
    }

    /**
     * Returns the concurrency of the greatest throughput, not rounded.
     *
     * @return {@code √((1 − σ) ÷ κ)}; 1 if any further concurrency does harm or changes nothing
     * @throws ArithmeticException if coherency is 0, for then the peak is unbounded
     */
    public Count peakConcurrency() {
        return remarked("max(1, √((1 − {0}) ÷ {1}))", UslFormula.PEAK, contention, coherency)
                .named("peak concurrency");
    }

    /**
     * Returns the greatest throughput.
     *
     * @return {@code X} at the {@link #peakConcurrency()}; exact where only one coefficient is a range
     * @throws ArithmeticException if coherency is 0, for then the peak is unbounded; ask {@link #throughputLimit()}
     */
    public Qps peakThroughput() {
        return Qps.computed(
                        "{0} × N ÷ (1 + {1} × (N − 1) + {2} × N × (N − 1)) at N = max(1, √((1 − {1}) ÷ {2}))"
                                + remarkAt(peakConcurrency()),
                        UslFormula.PEAK_THROUGHPUT,
                        throughputOfOne,
                        contention,
                        coherency)
                .named("peak throughput");
    }

    /**
     * Returns the throughput that Amdahl's law approaches and never reaches.
     *
     * @return {@code λ ÷ σ}
     * @throws ArithmeticException if contention is 0, for then throughput grows without limit, or if coherency is not,
     *     for then there is a {@link #peakThroughput()}
     */
    public Qps throughputLimit() {
        return Qps.computed("{0} ÷ {1}", UslFormula.LIMIT, throughputOfOne, contention, coherency)
                .named("throughput limit");
    }

    /**
     * Returns whether a concurrency is so far beyond the measurements that the law is a guess there.
     *
     * @param concurrency N
     * @return whether it is above twice {@link #measuredUpTo()}; false if that is not known
     * @see "N. J. Gunther, Guerrilla Capacity Planning, Springer 2007"
     */
    public boolean isBeyondMeasured(Count concurrency) {
        requireNonNull(concurrency, "concurrency");
        return measuredUpTo()
                .filter(most -> !(concurrency.value() <= FURTHEST * most.value()))
                .isPresent();
    }

    private String remarkAt(Count concurrency) {
        return isBeyondMeasured(concurrency) ? ", a guess beyond twice the measured " + measured() : "";
    }

    private String measured() {
        return measuredUpTo().map(Count::toString).orElse("");
    }

    /**
     * Returns the peak and the coefficients, as in 'peak 12k req/s at 36, one does 996 req/s: contention 2.67%,
     * coherency ×7.69e-4'.
     */
    @Override
    public String toString() {
        return most() + "; one does " + throughputOfOne() + ", contention " + contention() + ", coherency "
                + coherency();
    }

    private String most() {
        if (!hasPeak()) {
            return contention().value() > 0 ? "no peak, towards " + throughputLimit() : "no peak and no limit";
        }
        Count peak = peakConcurrency();
        if (peak.value() == 1) {
            return "no gain from more than 1";
        }
        String remark = isBeyondMeasured(peak) ? " (a guess, beyond twice the measured " + measured() + ")" : "";
        return "peak " + peakThroughput() + " at " + peak + remark;
    }

    /** Writes a rate for a refusal with four digits, so that 12.4 does not read 12. */
    private static String fourDigits(Qps rate) {
        return QuantityWriter.derivation(Kind.RATE, rate.to(Units.PER_SECOND));
    }

    private Object writeReplace() {
        return SerialRecord.of(this);
    }
}
