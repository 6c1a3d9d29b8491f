package dev.estimator.reference;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Rent;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * A number to start from when nothing was measured, with its date and its sources.
 *
 * <p>It enters an estimate as an assumption that is named after what it is and knows its sources: {@link #timeSpan()}
 * if it is a time, {@link #bytes()} if it is a size, and so on. Where the sources disagree it is a range from
 * {@link #low()} to {@link #high()} as
 * {@link dev.estimator.quantity.Quantities#between(dev.estimator.quantity.Quantity, dev.estimator.quantity.Quantity,
 * dev.estimator.quantity.Quantity) between} makes it. Where the value itself is the lowest or the highest figure no
 * such shape has it in the middle: then it is one of the two, the value with 81.5 %, and the assumption says so beside
 * its sources.
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
 * @see "D. L. Keefer and S. E. Bodily, Three-point Approximations for Continuous Random Variables, Management Science
 *     29 (1983), the extended Pearson–Tukey weights 0.63 and 0.185 of a middle and an end"
 */
public record ReferenceFigure(
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
    private static final Share WEIGHT_OF_VALUE = Share.of(0.815);

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
    public ReferenceFigure {
        requireNonNull(id, "id");
        requireNonNull(group, "group");
        requireNonNull(what, "what");
        requireNonNull(note, "note");
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "value of '" + id + "' must be from " + low + " to " + high + " but was " + value);
        }
        sources = Refusal.copy(sources, "sources");
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources of '" + id + "' must not be empty");
        }
        RateUnit.of(requireNonNull(unit, "unit"));
    }

    /**
     * Returns the assumption as a length of time.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public TimeSpan timeSpan() {
        return as(TimeSpan.class);
    }

    /**
     * Returns the assumption as a rate of events.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public Qps qps() {
        return as(Qps.class);
    }

    /**
     * Returns the assumption as an amount of data.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public Bytes bytes() {
        return as(Bytes.class);
    }

    /**
     * Returns the assumption as a bandwidth.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public Bandwidth bandwidth() {
        return as(Bandwidth.class);
    }

    /**
     * Returns the assumption as a number of things.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public Count count() {
        return as(Count.class);
    }

    /**
     * Returns the assumption as a factor.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public Ratio ratio() {
        return as(Ratio.class);
    }

    /**
     * Returns the assumption as a part of a whole.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public Share share() {
        return as(Share.class);
    }

    /**
     * Returns the assumption as money, for what {@link #what()} says: {@code get("usd-egress").money().per(gb(1))} is
     * the price.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public Money money() {
        return as(Money.class);
    }

    /**
     * Returns the assumption as what is spent over time, such as '$15/month' for a vCPU.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    public Spending spending() {
        return as(Spending.class);
    }

    /**
     * Returns the assumption as what it costs to keep data, such as '$0.02/GB-month'.
     *
     * @return the assumption
     * @throws IllegalArgumentException if it is of another type; the message says of which
     */
    @SuppressWarnings("unchecked") // the catalogue has rents of data only
    public Rent<Bytes> rent() {
        return as(Rent.class);
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
     * Returns whether all that is known comes from collections for interviews, so that nobody is known to have measured
     * it.
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
    public ReferenceFigure withoutRange() {
        return new ReferenceFigure(id, group, what, value, value, value, unit, year, sources, note);
    }

    /** Returns what it is, as in 'syscall: system call = 300 ns, 2026 (Simon Eskildsen, napkin-math, 2026)'. */
    @Override
    public String toString() {
        return id + ": " + name() + " = " + FigureText.of(value) + " " + unit + (isRange() ? " (" + range() + ")" : "")
                + ", " + year + " (" + sourceText() + ")" + (note.isEmpty() ? "" : "; " + note);
    }

    /** The figures between which the sources are; empty if they agree. */
    String range() {
        return isRange() ? FigureText.of(low) + " … " + FigureText.of(high) : "";
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
        String note = isEitherOr() ? "; the one or the other figure, nothing between them" : "";
        return Quantities.assume(name(), range(known.quantity()), sourceText() + note);
    }

    private <Q extends Quantity<Q>> Q range(DoubleFunction<Q> quantity) {
        Q best = quantity.apply(value);
        if (!isRange()) {
            return best;
        }
        Q lowest = quantity.apply(low);
        Q highest = quantity.apply(high);
        if (!isEitherOr()) {
            return Quantities.between(lowest, best, highest);
        }
        Map<Q, Share> chances = new LinkedHashMap<>();
        chances.put(lowest, value == low ? WEIGHT_OF_VALUE : WEIGHT_OF_VALUE.complement());
        chances.put(highest, value == low ? WEIGHT_OF_VALUE.complement() : WEIGHT_OF_VALUE);
        return Quantities.oneOf(chances);
    }

    private boolean isEitherOr() {
        return isRange() && (value == low || value == high);
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

    /**
     * Where a reference figure comes from.
     *
     * @param key a short name, such as 'NM26'
     * @param title what was published
     * @param author by whom
     * @param year when
     * @param where where to find it
     */
    public record Source(String key, String title, String author, int year, String where) {
        /** Collections for interviews, whose figures were never measured by anybody they name. */
        private static final Set<String> CHEAT_SHEETS = Set.of("CHEAT", "HI25", "AX", "KPS");

        /**
         * Checks that no component is null.
         *
         * @param key a short name, such as 'NM26'
         * @param title what was published
         * @param author by whom
         * @param year when
         * @param where where to find it
         */
        public Source {
            requireNonNull(key, "key");
            requireNonNull(title, "title");
            requireNonNull(author, "author");
            requireNonNull(where, "where");
        }

        /**
         * Returns whether this is a collection for interviews, which states figures and no measurement.
         *
         * @return whether nobody is named who measured
         */
        public boolean isCheatSheet() {
            return CHEAT_SHEETS.contains(key);
        }

        /**
         * Returns author, title, year and place, as in 'Simon Eskildsen, napkin-math, 2026, GitHub
         * sirupsen/napkin-math'.
         */
        @Override
        public String toString() {
            return author + ", " + title + ", " + year + ", " + where;
        }

        /** The beginning of the title, which is what people call it. */
        String shortTitle() {
            return title.split("[,:;(]", 2)[0].strip();
        }
    }
}
