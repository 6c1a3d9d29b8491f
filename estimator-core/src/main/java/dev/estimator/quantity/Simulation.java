package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.QuantityWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How sure some estimates are, found together, so that they fit each other.
 *
 * <p>An estimate that is a product of independent ranges (with quotients, powers, 1 − share, and then steps such as a
 * ceiling) is computed exactly. For others the ranges are drawn: from a scrambled Sobol sequence, 16,384 times unless
 * set, or 4,096 times if a formula {@linkplain Formula#isSlow() is slow}, such as a percentile of a latency that is
 * made of others. Every number then has a confidence interval, from 16 independent scrambles. The same seed gives the
 * same numbers, on any number of threads.
 *
 * <p>A simulation is immutable and runs when its first summary is asked for. It can be interrupted: then it throws a
 * {@link java.util.concurrent.CancellationException}.
 */
public final class Simulation {
    private final List<Quantity<?>> quantities;
    private final Settings settings;
    private Engine.@Nullable Result result;
    private Engine.@Nullable Result withMeans;

    private Simulation(List<Quantity<?>> quantities, Settings settings) {
        this.quantities = quantities;
        this.settings = settings;
    }

    /**
     * Obtains a simulation of some quantities.
     *
     * @param quantities what is to be found out about, at least one
     * @return the simulation with its usual settings
     * @throws IllegalArgumentException if there is no quantity
     */
    public static Simulation of(Quantity<?>... quantities) {
        return of(Refusal.copy("quantities", quantities));
    }

    /**
     * Obtains a simulation of some quantities.
     *
     * @param quantities what is to be found out about, at least one
     * @return the simulation with its usual settings
     * @throws IllegalArgumentException if there is no quantity
     */
    public static Simulation of(List<? extends Quantity<?>> quantities) {
        List<Quantity<?>> all = Refusal.copy(quantities, "quantities");
        if (all.isEmpty()) {
            throw new IllegalArgumentException("quantities must not be empty: there is nothing to simulate");
        }
        return new Simulation(all, Settings.USUAL);
    }

    /**
     * Returns this simulation with another seed.
     *
     * @param seed what all draws follow from; 0 unless set
     * @return the changed simulation
     */
    public Simulation withSeed(long seed) {
        return with(settings.withSeed(seed));
    }

    /**
     * Returns this simulation with a fixed number of draws.
     *
     * @param samples a power of two from 1,024 to 4,194,304
     * @return the changed simulation
     * @throws IllegalArgumentException if it is not such a number
     */
    public Simulation withSamples(int samples) {
        if (samples < Settings.LEAST_SAMPLES || samples > Settings.MOST_SAMPLES || Integer.bitCount(samples) != 1) {
            int near = Integer.highestOneBit(Math.max(1, samples));
            int least = Math.min(Math.max(near, Settings.LEAST_SAMPLES), Settings.MOST_SAMPLES);
            throw new IllegalArgumentException("samples must be a power of two from " + Settings.LEAST_SAMPLES + " to "
                    + Settings.MOST_SAMPLES + " but was " + samples + ": take for example " + least);
        }
        return with(settings.withSamples(samples));
    }

    /**
     * Returns this simulation with as many draws as it needs: they are doubled until the percentiles 5, 50, 95, 99 and
     * the mean of every quantity are known within the tolerance, up to 4,194,304 draws. What was reached is
     * {@link #tolerance()}.
     *
     * @param tolerance half the width of the confidence intervals, relative to the value, above 0 %
     * @return the changed simulation
     * @throws IllegalArgumentException if the tolerance is 0 %
     */
    public Simulation withTolerance(Share tolerance) {
        if (!(requireNonNull(tolerance, "tolerance").value() > 0)) {
            throw new IllegalArgumentException(
                    "tolerance must be above 0% but was " + tolerance + ": no number of draws is enough for that");
        }
        return with(settings.withTolerance(tolerance.value()));
    }

    /**
     * Returns this simulation on several threads, which end with the simulation.
     *
     * @param threads how many, at least 1; 1 unless set
     * @return the changed simulation
     * @throws IllegalArgumentException if there would be no thread
     */
    public Simulation withThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + threads);
        }
        return with(settings.withThreads(threads));
    }

    /**
     * Returns this simulation with a listener that is told how many draws are done.
     *
     * @param progress called by the thread that asked, again and again; with a tolerance it begins anew for each
     *     doubling
     * @return the changed simulation
     */
    public Simulation withProgress(IntConsumer progress) {
        return with(settings.withProgress(requireNonNull(progress, "progress")));
    }

    /**
     * Returns what was found out about one of the quantities.
     *
     * @param quantity one of those that this simulation was made for
     * @param <Q> its type
     * @return its percentiles, mean and spread
     * @throws IllegalArgumentException if it is not one of them
     * @throws ArithmeticException if the calculation has no answer for some draw, such as a difference below zero
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public <Q extends Quantity<Q>> Summary<Q> summary(Q quantity) {
        int index = indexOf(quantity);
        return new Summary<>(quantity, result().distributions().get(index), settings, result().samples());
    }

    /**
     * Returns how many draws were made.
     *
     * @return the draws; 0 if everything could be computed exactly
     */
    public int samples() {
        return withMeans().samples();
    }

    /**
     * Returns whether no draws were needed for any quantity.
     *
     * @return whether all numbers are the same for every seed
     */
    public boolean isExact() {
        return samples() == 0;
    }

    /**
     * Returns within which tolerance the numbers are known, if one was asked for.
     *
     * @return the largest half width of a confidence interval, relative to its value; 0 % if all are exact
     * @throws IllegalStateException if no tolerance was asked for
     */
    public Ratio tolerance() {
        if (settings.tolerance() == 0) {
            throw new IllegalStateException("no tolerance was asked for: ask with withTolerance(percent(1))");
        }
        return Ratio.of(result().tolerance());
    }

    /** Returns a line for each quantity, and how the numbers were found. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (Quantity<?> quantity : quantities) {
            String name = quantity.name() == null ? "" : quantity.name() + " = ";
            lines.add(name + summaryOf(quantity));
        }
        String how = isExact() ? "no draws needed" : samples() + " draws from seed " + settings.seed();
        String within = settings.tolerance() == 0 || isExact()
                ? ""
                : (result().tolerance() <= settings.tolerance() ? ", within " : ", no nearer than ")
                        + QuantityWriter.error(result().tolerance());
        lines.add(how + within);
        return String.join("\n", lines);
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private <Q extends Quantity<Q>> String summaryOf(Quantity<?> quantity) {
        return summary((Q) quantity).toString();
    }

    private int indexOf(Quantity<?> quantity) {
        int index = quantities.indexOf(requireNonNull(quantity, "quantity"));
        if (index < 0) {
            throw new IllegalArgumentException("quantity must be one that this simulation was made for but was "
                    + (quantity.name() == null ? quantity.toString() : quantity.name())
                    + ": add it to Simulation.of(...)");
        }
        return index;
    }

    private Simulation with(Settings changed) {
        return new Simulation(quantities, changed);
    }

    private synchronized Engine.Result result() {
        if (result == null) {
            result = run(settings);
        }
        return result;
    }

    /** With all draws that means need, where percentiles need none. */
    private synchronized Engine.Result withMeans() {
        if (withMeans == null) {
            withMeans = result().samples() > 0 ? result() : run(settings.drawingForMeans());
        }
        return withMeans;
    }

    private Engine.Result run(Settings how) {
        List<Node> nodes = new ArrayList<>(quantities.size());
        for (Quantity<?> quantity : quantities) {
            nodes.add(quantity.node());
        }
        return Engine.run(nodes, how);
    }
}
