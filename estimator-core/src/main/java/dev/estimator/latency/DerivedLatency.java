package dev.estimator.latency;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.List;

/** Latencies that are composed of others: in sequence, in parallel, or as a mixture. */
final class DerivedLatency {
    private DerivedLatency() {}

    /** Combines several plans into one. */
    @FunctionalInterface
    private interface Combination {
        Plan of(List<Plan> plans);
    }

    /** A sequence in a sequence is one sequence, unless it has a name. */
    static Latency inSequence(Latency first, Latency... others) {
        List<Latency> flat = new ArrayList<>();
        for (Latency part : listOf(first, others)) {
            flat.addAll(part.name() == null ? part.sequence() : List.of(part));
        }
        return flat.size() == 1 ? first : combined(flat, false, CompositePlan.InSequence::new);
    }

    static Latency inARow(int n, Latency each) {
        requireCount(n);
        return alike(n, each, new CompositePlan.InARow(n, each.plan()));
    }

    static Latency inARow(Ratio times, Latency each) {
        String role = "times";
        Parameters all = each.parameters.and(role, requireNonNull(times, role));
        return new Latency(new CompositePlan.OnAverage(all.placeOf(role, times), each.plan()), all);
    }

    static Latency needing(int k, Latency first, Latency... others) {
        List<Latency> all = listOf(first, others);
        requireAmong(k, all.size());
        return all.size() == 1 ? first : combined(all, true, plans -> new CompositePlan.AtOnce(k, plans));
    }

    static Latency needingAlike(int k, int n, Latency each) {
        requireCount(n);
        requireAmong(k, n);
        return alike(n, each, new CompositePlan.AlikeAtOnce(k, n, each.plan()));
    }

    static Latency hedged(Latency each, TimeSpan delay) {
        String role = "hedge delay";
        Parameters all = each.parameters.and(role, requireNonNull(delay, "delay"));
        Plan second = new CompositePlan.InSequence(List.of(new LeafPlan.Always(all.placeOf(role, delay)), each.plan()));
        return new Latency(new CompositePlan.AtOnce(1, List.of(each.plan(), second)), all);
    }

    static Latency oneOrOther(String role, Share share, Latency first, Latency other) {
        Parameters all = first.parameters.and(other.parameters).and(role, share);
        return new Latency(
                new CompositePlan.OneOrOther(all.placeOf(role, share), planIn(all, first), planIn(all, other)), all);
    }

    static Latency sometimes(Share share, Latency each, boolean isOfLine) {
        String role = "share";
        Parameters all = each.parameters.and(role, share);
        Plan none = new LeafPlan.NoTime(isOfLine);
        return new Latency(new CompositePlan.OneOrOther(all.placeOf(role, share), each.plan(), none), all);
    }

    private static Latency alike(int n, Latency each, Plan plan) {
        return n == 1 ? each : new Latency(plan, each.parameters);
    }

    private static Latency combined(List<Latency> parts, boolean isAtOnce, Combination combination) {
        Parameters all = Parameters.none();
        for (Latency part : parts) {
            all = all.and(part.parameters);
        }
        List<Plan> plans = new ArrayList<>();
        for (Latency part : parts) {
            plans.add(planIn(all, part));
        }
        return new Latency(new Composition(combination.of(plans)), all, null, parts, isAtOnce);
    }

    /** The plan with its places renumbered to those of all parameters. */
    private static Plan planIn(Parameters all, Latency part) {
        return part.plan().moved(part.parameters.placesIn(all));
    }

    private static List<Latency> listOf(Latency first, Latency... others) {
        List<Latency> all = new ArrayList<>();
        all.add(requireNonNull(first, "first"));
        all.addAll(Refusal.copy("others", others));
        return all;
    }

    static void requireCount(int n) {
        Refusal.unless(n >= 1, "n", "at least 1", n);
    }

    private static void requireAmong(int k, int n) {
        Refusal.unless(k >= 1 && k <= n, "k", "between 1 and n, which is " + n + ",", k);
    }
}
