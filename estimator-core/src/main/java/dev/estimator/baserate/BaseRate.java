package dev.estimator.baserate;

import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A number to start from when nothing was measured, with its date and its sources.
 *
 * <p>It enters an estimate as an assumption that is named after what it is and knows its sources: {@link #timeSpan()} if it is a time,
 * {@link #bytes()} if it is a size, and so on. Where the sources disagree the assumption is a range of three figures: the value,
 * which is the best guess, with 63 %, the lowest and the highest with 18.5 % each; if the value itself is one of the two it has that share as
 * well. So the range is the one of the catalogue, from {@link #low()} to {@link #high()}, and nothing comes out that no source
 * says. No continuous shape would do: with the value at one end, as in every second range, its median would not be the value.
 *
 * @param id a short name, such as 'ssd-rand'
 * @param group the group that it is listed in
 * @param what what was measured
 * @param low the lowest figure of the sources, in {@code unit}; the value if they do not disagree
 * @param value the figure to use when nothing better is known
 * @param high the highest figure of the sources; the value if they do not disagree
 * @param unit the unit of the three: 'KB' and 'GB' are powers of 1000, 'KiB' and 'GiB' of 1024
 * @param year when the figure was measured or published
 * @param sources where it comes from, the most important first
 * @param note why the sources disagree, or what else to know; may be empty
 * @see "D. L. Keefer and S. E. Bodily, Three-point Approximations for Continuous Random Variables, Management Science 29 (1983), the
 *     extended Pearson–Tukey weights 0.185, 0.63, 0.185 of the percentiles 5, 50, 95"
 */
public record BaseRate(
        String id,
        String group,
        String what,
        double low,
        double value,
        double high,
        String unit,
        int year,
        List<Source> sources,
        String note) {
    private static final Share MIDDLE_WEIGHT = Share.of(0.63);
    private static final Share END_WEIGHT = Share.of(0.185);

    /**
     * Checks that the three figures are in order and the unit is known.
     *
     * @param id a short name
     * @param group the group that it is listed in
     * @param what what was measured
     * @param low the lowest figure of the sources
     * @param value the figure to use when nothing better is known
     * @param high the highest figure of the sources
     * @param unit the unit of the three, one of those of the catalogue
     * @param year when the figure was measured or published
     * @param sources where it comes from, at least one
     * @param note what else to know; may be empty
     * @throws IllegalArgumentException if the figures are not in order, the unit is unknown or there is no source
     */
    public BaseRate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "value of '" + id + "' must be from " + low + " to " + high + " but was " + value);
        }
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources of '" + id + "' must not be empty");
        }
        RateUnit.of(unit);
    }

    /**
     * Returns the assumption as a length of time.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is none; the message says what it is
     */
    public TimeSpan timeSpan() {
        return as(TimeSpan.class);
    }

    /**
     * Returns the assumption as a rate of events.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is none; the message says what it is
     */
    public Qps qps() {
        return as(Qps.class);
    }

    /**
     * Returns the assumption as an amount of data.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is none; the message says what it is
     */
    public Bytes bytes() {
        return as(Bytes.class);
    }

    /**
     * Returns the assumption as a bandwidth.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is none; the message says what it is
     */
    public Bandwidth bandwidth() {
        return as(Bandwidth.class);
    }

    /**
     * Returns the assumption as a number of things.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is none; the message says what it is
     */
    public Count count() {
        return as(Count.class);
    }

    /**
     * Returns the assumption as a factor.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is none; the message says what it is
     */
    public Ratio ratio() {
        return as(Ratio.class);
    }

    /**
     * Returns the assumption as a part of a whole.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is none; the message says what it is
     */
    public Share share() {
        return as(Share.class);
    }

    /**
     * Returns the assumption as money, for what {@link #what()} says: {@code get("usd-egress").money().per(gb(1))} is the price.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is none; the message says what it is
     */
    public Money money() {
        return as(Money.class);
    }

    /**
     * Returns whether the sources disagree.
     *
     * @return whether the assumption is a range
     */
    public boolean isRange() {
        return low < high;
    }

    /**
     * Returns whether all that is known comes from collections for interviews, so that nobody is known to have measured it.
     *
     * @return whether every source is a {@linkplain Source#isCheatSheet() cheat sheet}
     */
    public boolean isFromCheatSheets() {
        return sources.stream().allMatch(Source::isCheatSheet);
    }

    /**
     * Takes the value for certain.
     *
     * @return the same without a range
     */
    public BaseRate withoutRange() {
        return new BaseRate(id, group, what, value, value, value, unit, year, sources, note);
    }

    /** Returns what it is, as in 'syscall: system call = 300 ns, 2026 (Simon Eskildsen, napkin-math, 2026)'. */
    @Override
    public String toString() {
        return id + ": " + name() + " = " + Figures.of(value) + " " + unit + (isRange() ? " (" + range() + ")" : "")
                + ", " + year + " (" + sourceText() + ")" + (note.isEmpty() ? "" : "; " + note);
    }

    /** The figures between which the sources are; empty if they agree. */
    String range() {
        return isRange() ? Figures.of(low) + " … " + Figures.of(high) : "";
    }

    /** What the assumption is called. */
    String name() {
        return group.equals("compression ratios") ? "compression ratio of " + what : what;
    }

    /** The assumption, of whatever type. */
    Quantity<?> quantity() {
        return assumption(RateUnit.of(unit));
    }

    private <Q extends Quantity<Q>> Q as(Class<Q> type) {
        RateUnit<?> known = RateUnit.of(unit);
        if (known.type() != type) {
            throw new IllegalArgumentException(
                    "'" + id + "' is a " + known.type().getSimpleName() + ": ask for " + known.accessor() + "()");
        }
        return type.cast(quantity());
    }

    private <Q extends Quantity<Q>> Q assumption(RateUnit<Q> known) {
        return Quantities.assume(
                name(), isRange() ? oneOfThree(known) : known.quantity().apply(value), sourceText());
    }

    private <Q extends Quantity<Q>> Q oneOfThree(RateUnit<Q> known) {
        Map<Q, Share> chances = new LinkedHashMap<>();
        chances.put(known.quantity().apply(low), END_WEIGHT);
        chances.merge(known.quantity().apply(value), MIDDLE_WEIGHT, Share::plus);
        chances.merge(known.quantity().apply(high), END_WEIGHT, Share::plus);
        return Quantities.oneOf(chances);
    }

    /** The first source by its title, the others by author and year. */
    private String sourceText() {
        Source first = sources.get(0);
        String others = sources.stream()
                .skip(1)
                .map(source -> source.author() + " " + source.year())
                .collect(Collectors.joining("; "));
        return first.author() + ", " + first.shortTitle() + ", " + first.year()
                + (others.isEmpty() ? "" : "; also " + others)
                + (isFromCheatSheets() ? "; cheat sheets, not known to be measured" : "");
    }
}
