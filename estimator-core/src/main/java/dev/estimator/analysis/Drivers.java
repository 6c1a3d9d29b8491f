package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Sensitivity;
import dev.estimator.internal.engine.Sensitivity.Influence;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.ChosenText;
import dev.estimator.internal.text.TextBar;
import dev.estimator.internal.text.UnitOfText;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.internal.text.WrappedText;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an uncertain estimate depends on most: for each assumption its share of the variance, and how far the result
 * swings from its low to its high end.
 *
 * <p>The variance is that of the logarithm of the result, because capacity formulas multiply: then the shares of
 * independent factors add up to 100 %. Only for a result that can be zero it is the variance of the result itself. A
 * result that is infinite in some cases has no variance: then the shares are those of the variance of its rank among
 * all cases.
 *
 * @param quantity what is explained
 * @param drivers the assumptions, the most important first
 * @param isLogarithmic whether the variance is that of the logarithm
 * @param isRanked whether the variance is that of the rank, because the quantity is beyond every number in some cases
 * @param within how far a share may be off, because it was drawn: 0 % if no draws were needed
 * @param <Q> the type of quantity
 * @see "A. Saltelli et al., Global Sensitivity Analysis: The Primer, Wiley 2008, chapter 4"
 */
public record Drivers<Q extends Quantity<Q>>(
        Q quantity, List<Driver<Q>> drivers, boolean isLogarithmic, boolean isRanked, Share within) {

    /** If first-order shares add up to less, some of the variance comes from assumptions that act together. */
    private static final double NEARLY_ALL = 0.95;

    /** What the shares leave of 100 % by rounding needs no word. */
    private static final double LEAST_LEFT = 0.01;

    /** What draws may leave of 100 % needs none either. */
    private static final double LEAST_DRAWN = 0.02;

    private static final int INDENT = 2;

    /**
     * One assumption.
     *
     * @param assumption the assumption, with its range
     * @param name its name, or its range if it has none
     * @param share the part of the variance that would vanish on average if it became known (first-order)
     * @param totalShare the part that would be left if only it were unknown; nothing if it moves together with another
     *     assumption, because then the variance cannot be shared out, or is one of more than 500
     * @param atLow the result with this assumption at its 5th percentile and all others at their best guess; nothing if
     *     the calculation has no answer there
     * @param atHigh the result with it at its 95th percentile
     * @param <Q> the type of the result
     */
    public record Driver<Q extends Quantity<Q>>(
            Quantity<?> assumption,
            String name,
            Share share,
            Optional<Share> totalShare,
            Optional<Q> atLow,
            Optional<Q> atHigh) {
        /**
         * Checks that no component is null.
         *
         * @param assumption the assumption, with its range
         * @param name its name, or its range if it has none
         * @param share the part of the variance that would vanish on average if it became known (first-order)
         * @param totalShare the part that would be left if only it were unknown
         * @param atLow the result with this assumption at its 5th percentile and all others at their best guess
         * @param atHigh the result with it at its 95th percentile
         */
        public Driver {
            requireNonNull(assumption, "assumption");
            requireNonNull(name, "name");
            requireNonNull(share, "share");
            requireNonNull(totalShare, "totalShare");
            requireNonNull(atLow, "atLow");
            requireNonNull(atHigh, "atHigh");
        }
    }

    /**
     * Copies the list.
     *
     * @param quantity what is explained
     * @param drivers the assumptions, the most important first
     * @param isLogarithmic whether the variance is that of the logarithm
     * @param isRanked whether the variance is that of the rank
     * @param within how far a share may be off
     */
    public Drivers {
        requireNonNull(quantity, "quantity");
        requireNonNull(drivers, "drivers");
        requireNonNull(within, "within");
        drivers = Refusal.copy(drivers, "drivers");
    }

    /** How there are drivers, unless what they would drive was fixed. */
    private static String way(List<String> bought) {
        return bought.isEmpty()
                ? ": state one with between(low, high)"
                : ", as " + VerdictText.inWords(bought) + " were bought: ask before provisioned(...)";
    }

    /** The names of what was found from ranges and then bought. */
    private static List<String> bought(Node node) {
        Tape tape = Tape.of(List.of(node));
        return IntStream.range(0, tape.size())
                .mapToObj(tape::node)
                .filter(each -> each instanceof Node.Assumption said
                        && said.by() == Node.Assumption.By.MODEL
                        && said.source() != null
                        && said.source().startsWith(VerdictText.BOUGHT))
                .map(each -> String.valueOf(each.name()))
                .distinct()
                .toList();
    }

    /**
     * Finds what drives an estimate.
     *
     * @param quantity an uncertain quantity
     * @param <Q> its type
     * @return its drivers
     * @throws IllegalArgumentException if the quantity is not uncertain
     * @throws ArithmeticException if the calculation has no answer for some values of its ranges
     */
    public static <Q extends Quantity<Q>> Drivers<Q> of(Q quantity) {
        if (!requireNonNull(quantity, "quantity").isUncertain()) {
            throw new IllegalArgumentException("quantity must be uncertain to have drivers but " + quantity
                    + " depends on no range" + way(bought(Inside.node(quantity))));
        }
        Sensitivity found = Sensitivity.of(Inside.node(quantity));
        List<Driver<Q>> drivers = new ArrayList<>();
        for (Influence influence : found.influences()) {
            drivers.add(driver(quantity, influence));
        }
        drivers.sort(Comparator.comparing((Driver<Q> d) -> d.share).reversed());
        return new Drivers<>(quantity, drivers, found.isLogarithmic(), found.isRanked(), Share.of(found.within()));
    }

    private static <Q extends Quantity<Q>> Driver<Q> driver(Q quantity, Influence influence) {
        Quantity<?> assumption = Inside.quantity(influence.leaf().node());
        String name = influence.leaf().name();
        boolean isReversed = Inside.isReversed(assumption);
        return new Driver<>(
                assumption,
                name == null ? assumption.toString() : name,
                Share.of(influence.first()),
                share(influence.total()),
                value(quantity, isReversed ? influence.atHigh() : influence.atLow()),
                value(quantity, isReversed ? influence.atLow() : influence.atHigh()));
    }

    private static Optional<Share> share(double share) {
        return Double.isNaN(share) ? Optional.empty() : Optional.of(Share.of(share));
    }

    private static <Q extends Quantity<Q>> Optional<Q> value(Q like, double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(Inside.like(like, value));
    }

    /**
     * Returns whether no draws were needed.
     *
     * @return whether shares are exact
     */
    public boolean isExact() {
        return within.value() == 0;
    }

    /**
     * Returns how much of the variance comes from assumptions acting together rather than each by itself.
     *
     * @return what the first-order shares leave of 100 %; 0 % if the quantity is the same whatever is assumed
     */
    public Share interactions() {
        if (!isVarying()) {
            return Share.of(0);
        }
        double sum = drivers.stream().mapToDouble(d -> d.share.value()).sum();
        return Share.of(Math.max(0, Math.min(1, 1 - sum)));
    }

    /**
     * Returns the assumptions that are worth a line: those that make half a per cent of the variance or more by
     * themselves, or above 5 % of it together with others. Where none does, all of them.
     *
     * @return the most important first
     */
    public List<Driver<Q>> noteworthy() {
        List<Driver<Q>> found = drivers.stream().filter(Drivers::isNoteworthy).toList();
        return found.isEmpty() ? drivers : found;
    }

    private static boolean isNoteworthy(Driver<?> driver) {
        return driver.share.value() >= Sensitivity.LEAST_SHOWN
                || driver.totalShare
                        .filter(total -> total.value() > 1 - NEARLY_ALL)
                        .isPresent();
    }

    private boolean isVarying() {
        return drivers.stream()
                .anyMatch(d -> d.totalShare.map(total -> total.value() > 0).orElse(true));
    }

    /** Returns the assumptions as bars of their shares, with the swing of the result. */
    @Override
    public String toString() {
        var text = new StringBuilder("what drives " + Derivation.name(quantity) + "\n");
        List<Driver<Q>> shown = noteworthy();
        List<List<String>> rows = shown.stream().map(this::row).toList();
        text.append(AlignedText.of(rows, AlignedText.USUAL_WIDTH - INDENT).indent(INDENT));
        return text.append("  ").append(note()).toString().stripTrailing();
    }

    private List<String> row(Driver<Q> driver) {
        String swing = driver.atLow.isPresent() && driver.atHigh.isPresent()
                ? swing(
                        Inside.value(driver.atLow.get()),
                        Inside.value(driver.atHigh.get()),
                        driver.share.value() < Sensitivity.LEAST_SHOWN)
                : "no answer at one of its ends";
        return List.of(WrappedText.oneLine(driver.name), TextBar.of(driver.share.value()), swing);
    }

    private String swing(double low, double high, boolean isSlight) {
        Kind kind = Shown.kind(Inside.node(quantity));
        String written = quantity.toString();
        double best = Inside.value(quantity);
        return UnitOfText.isInNines(written)
                ? UnitOfText.beside(kind, written, best, low) + " … " + UnitOfText.beside(kind, written, best, high)
                : ChosenText.swing(kind, low, isSlight && ChosenText.digitsToTell(kind, low, high) > 0 ? low : high);
    }

    /**
     * Returns a remark on the shares, such as that assumptions move together, or what those make that are not
     * {@linkplain #noteworthy}.
     *
     * @return one line; blank if there is nothing to remark
     */
    public String note() {
        if (!isVarying()) {
            return "none of these makes a difference";
        }
        return Stream.of(
                        isRanked ? "shares of the variance of the rank, for some cases are beyond any number" : "",
                        shares(),
                        error(),
                        others())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** A remark on the sum of the shares. */
    private String shares() {
        boolean isLinked =
                drivers.size() <= Sensitivity.MOST_TOTALS && drivers.stream().anyMatch(d -> d.totalShare.isEmpty());
        if (isLinked) {
            return "some of these move together, so their shares overlap";
        }
        Share together = interactions();
        return together.value() < (isExact() ? LEAST_LEFT : LEAST_DRAWN)
                ? ""
                : "the remaining " + Math.round(together.value() * 100) + "%"
                        + (isLogarithmic ? " of the spread of the logarithm" : "")
                        + " come from assumptions acting together";
    }

    /** How far drawn shares may be off. */
    private String error() {
        return isExact() || drivers.size() == 1 ? "" : "shares are drawn, within " + within;
    }

    /** The assumptions that have no line of their own. */
    private String others() {
        List<Driver<Q>> shown = noteworthy();
        List<Driver<Q>> others =
                drivers.stream().filter(driver -> !shown.contains(driver)).toList();
        if (others.isEmpty()) {
            return "";
        }
        double sum = others.stream().mapToDouble(d -> d.share.value()).sum();
        String share = sum < 0.01 ? "below 1%" : "about " + Math.round(sum * 100) + "%";
        return others.size() == 1 ? others.get(0).name + " " + share : others.size() + " others together " + share;
    }
}
