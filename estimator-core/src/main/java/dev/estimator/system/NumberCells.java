package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.Beyond;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Formats numbers for the cells of a table, which have room for few digits. */
final class NumberCells {
    static final String NONE = "–";

    private static final double LEAST_CASES = 0.001;

    private NumberCells() {}

    /** What is to be said below tables of percentiles without ranges. */
    static String note(Collection<Architecture> systems) {
        boolean isUncertain = systems.stream()
                .anyMatch(system -> system.useCases().stream()
                                .map(useCase -> system.of(useCase.name()))
                                .anyMatch(journey -> isUncertain(journey::isFull, journey::mean))
                        || system.loads().stream()
                                .anyMatch(load -> isUncertain(
                                        load::isFull, () -> load.stay().meanOfAll())));
        return isUncertain ? "\n" + VerdictText.BEST_P99 : "";
    }

    private static boolean isUncertain(BooleanSupplier isFull, Supplier<Optional<TimeSpan>> mean) {
        try {
            return !isFull.getAsBoolean()
                    && mean.get().filter(Quantity::isUncertain).isPresent();
        } catch (ArithmeticException none) {
            return false;
        }
    }

    /** A number of instances; there is no answer where no number is enough. */
    static String text(Supplier<String> text) {
        try {
            return text.get();
        } catch (ArithmeticException none) {
            return "no answer";
        }
    }

    /** As {@link #text}, unless somebody waits for what is overloaded, or no request is served. */
    static String unlessFull(Journey journey, BooleanSupplier isFull, Supplier<String> text) {
        return text(() ->
                isFull.getAsBoolean() ? Resource.OVERLOADED : journey.answered().value() == 0 ? NONE : text.get());
    }

    /** The fullest resource, as in 'workers at 68%', and 'workers overloaded in 13% of cases'. */
    static String fullest(Load load) {
        Resource<?> fullest = load.fullness().byUtilization().get(0);
        String busy = percent(load.utilization(fullest.name()));
        return fullest.name() + (busy.startsWith(Resource.OVERLOADED) ? " " : " at ") + busy;
    }

    static String mean(Journey journey) {
        return unlessFull(
                journey,
                journey::isFull,
                () -> journey.mean()
                        .filter(mean -> Inside.value(mean) > 0)
                        .map(NumberCells::of)
                        .orElse(NONE));
    }

    static String p99(Journey journey) {
        return unlessFull(
                journey,
                journey::isFullForAll,
                () -> journey.latency()
                        .map(Latency::p99)
                        .map(NumberCells::bestGuess)
                        .orElse(NONE));
    }

    /** As in '83.3%', and 'at most 50%' where several components refuse requests. */
    static String served(Journey journey) {
        return served(journey, of(journey.answered()));
    }

    static String served(Journey journey, String share) {
        return journey.isAtMost() ? "at most " + share : share;
    }

    static String up(Journey journey) {
        return text(() -> journey.availability()
                .map(up -> journey.isOverloaded() ? Resource.OVERLOADED : up(up))
                .orElse(NONE));
    }

    static String up(Load load) {
        if (!load.hasAvailability()) {
            return NONE;
        }
        return load.isOverloaded() ? Resource.OVERLOADED : up(load.availability());
    }

    /**
     * The quantity, without its range where both ends read like the best guess; '24 ms, overloaded in 13% of cases'.
     */
    static <Q extends Quantity<Q>> String of(Q quantity) {
        if (!quantity.isUncertain()) {
            return quantity.toString();
        }
        Summary<Q> summary = Simulation.of(quantity).summary(quantity);
        String best = bestGuess(quantity);
        Node node = Inside.node(quantity);
        double high = Inside.value(summary.p95());
        String low = summary.p5().toString();
        boolean isBest = best.equals(low) && best.equals(summary.p95().toString());
        if (isBest || high == Double.POSITIVE_INFINITY) {
            return withBeyond(best, node.value(), summary);
        }
        boolean isOutside = isOutside(node.value(), summary)
                && !best.equals(low)
                && !best.equals(summary.p95().toString());
        double middle = isOutside ? Inside.value(summary.p50()) : node.value();
        String text = QuantityWriter.range(Shown.kind(node), middle, Inside.value(summary.p5()), high);
        return withBeyond(isOutside ? besideMedian(text, best) : text, node.value(), summary);
    }

    /**
     * Whether the best guess is not within its range, as where a number is rounded up: of a few instances just not one
     * more is needed at the best guess, and one more in most other cases.
     */
    private static boolean isOutside(double best, Summary<?> summary) {
        return !Beyond.isWithin(best, Inside.value(summary.p5()), Inside.value(summary.p95()));
    }

    /** As elsewhere: a best guess beside a range that does not hold it would look like a mistake. */
    private static String besideMedian(String median, String best) {
        return "p50 " + median + ", best guess " + best;
    }

    /**
     * What is beyond every number in some cases says in how many, and only that where the best guess is; one case of a
     * thousand is further out than what a table shows.
     */
    private static String withBeyond(String text, double value, Summary<?> summary) {
        Figure<Share> share = summary.probabilityBeyond();
        double cases = share.value().value();
        if (cases < LEAST_CASES) {
            return text;
        }
        String words = Beyond.of(cases, share.low().value(), share.high().value(), summary.whyBeyond())
                .words();
        return Double.isInfinite(value) ? words : text + ", " + words;
    }

    /** The best guess, or nothing if that is no time at all, as where requests only hardly ever wait. */
    static String orNone(TimeSpan time) {
        return Inside.value(time) == 0 ? NONE : bestGuess(time);
    }

    /** Without its range, which takes long to find for a percentile of many lines. */
    static String bestGuess(Quantity<?> quantity) {
        Node node = Inside.node(quantity);
        return Double.isInfinite(node.value())
                ? Resource.OVERLOADED
                : QuantityWriter.summary(Shown.kind(node), node.value());
    }

    /** Without the nines, which say the same; more nines than a percentage has are as good as always. */
    static String up(Availability availability) {
        return VerdictText.countable(of(availability))
                .replaceAll(" \\([0-9.]+ nines?\\)$", "")
                .replaceAll("^1 − [0-9.e-]+$", VerdictText.SURE);
    }

    static String percent(Ratio utilization) {
        return utilization.isBeyond() && !utilization.isUncertain()
                ? Resource.OVERLOADED
                : of(Inside.asUtilization(utilization));
    }

    static String times(Ratio factor) {
        return factor.isBeyond() && !factor.isUncertain() ? Resource.OVERLOADED : of(factor);
    }
}
