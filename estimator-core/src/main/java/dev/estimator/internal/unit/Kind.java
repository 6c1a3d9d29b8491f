package dev.estimator.internal.unit;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value is: its dimension and, for a count or a rate the noun, for money the currency code, for a price also the
 * noun of what is paid for.
 *
 * @param dimension what is measured
 * @param label the noun or the currency code; null if there is none; of a rate null is for requests, and an empty text
 *     for what nobody named
 * @param paidFor the noun of what a price is for: tokens; null if nobody named it, or it is no price of things
 * @param writtenIn the unit in which all values beside each other are written; null for the most readable of each; of
 *     money for a time that somebody typed the year or the day that it was typed for
 */
public record Kind(
        Dimension dimension,
        @Nullable String label,
        @Nullable String paidFor,
        @Nullable Scale writtenIn) implements Serializable {
    public static final Kind RATE = new Kind(Dimension.RATE, null);

    /** The rate of what nobody named: 5/s. */
    public static final Kind EVENT_RATE = new Kind(Dimension.RATE, "");

    public static final Kind DATA = new Kind(Dimension.DATA, null);
    public static final Kind BANDWIDTH = new Kind(Dimension.BANDWIDTH, null);
    public static final Kind TIME = new Kind(Dimension.TIME, null);
    public static final Kind STORED = new Kind(Dimension.STORED, null);
    public static final Kind COUNT = new Kind(Dimension.COUNT, null);
    public static final Kind RATIO = new Kind(Dimension.RATIO, null);
    public static final Scale PERCENT = Scale.per("%", 100);

    /** How full something is: written in percent, and above 100 % where it is overloaded. */
    public static final Kind UTILIZATION = RATIO.in(PERCENT);

    public static final Kind SHARE = new Kind(Dimension.SHARE, null);
    public static final Kind AVAILABILITY = new Kind(Dimension.AVAILABILITY, null);

    private static final String PER_SECOND = "/s";
    private static final String BINARY = "binary";
    private static final String DECIMAL = "decimal";
    private static final Set<String> REQUESTS = Set.of("req", "reqs", "request", "requests");
    private static final String PER_THING = "/1";

    public Kind(Dimension dimension, @Nullable String label) {
        this(dimension, label, null, null);
    }

    public Kind(Dimension dimension, @Nullable String label, @Nullable String paidFor) {
        this(dimension, label, paidFor, null);
    }

    public static Kind count(String noun) {
        return new Kind(Dimension.COUNT, noun);
    }

    /** The rate of such things, tokens per second. */
    public Kind rate() {
        return label == null ? EVENT_RATE : rate(label);
    }

    /** The rate of things of a noun, which is empty if nobody named them; IOPS are a second's already. */
    public static Kind rate(String noun) {
        return REQUESTS.contains(noun) ? RATE : new Kind(Dimension.RATE, noun.equals("IOPS") ? "IO" : noun);
    }

    /** The things of such a rate. */
    public Kind things() {
        return label == null || label.isEmpty() ? COUNT : count(label);
    }

    /** As this is written where all that it was calculated from is in binary units; only for writing. */
    public Kind inBinaryUnits() {
        return inUnits(BINARY);
    }

    /** As this is written where it was calculated from what is not all in binary units; only for writing. */
    public Kind inDecimalUnits() {
        return inUnits(DECIMAL);
    }

    /** In binary or decimal units as that is, or in either. */
    public Kind inUnitsOf(Kind size) {
        return inUnits(size.label);
    }

    private Kind inUnits(@Nullable String units) {
        return isSize() ? new Kind(dimension, units).in(writtenIn) : this;
    }

    /** As this is written where all of a row is in one unit; only for writing. */
    public Kind in(@Nullable Scale unit) {
        return new Kind(dimension, label, paidFor, unit);
    }

    /** Whether the two are the same, whatever unit they are written in. */
    public boolean isSame(Kind other) {
        return dimension == other.dimension
                && (isSize() || Objects.equals(label, other.label))
                && Objects.equals(paidFor, other.paidFor);
    }

    /** Whether it says how full something is. */
    public boolean isUtilization() {
        return dimension == Dimension.RATIO && PERCENT.equals(writtenIn);
    }

    /** A rate that is rounded by the second, rather than written by another clock, as if it was typed so. */
    public Kind bySecond() {
        return in(Dimension.RATES_PER_SECOND.get(0));
    }

    /** Whether {@link #bySecond} was said. */
    public boolean isBySecond() {
        return Dimension.RATES_PER_SECOND.get(0).equals(writtenIn);
    }

    /** Whether it is to be written in binary units. */
    public boolean isBinary() {
        return isSize() && BINARY.equals(label);
    }

    /** Whether binary units, or decimal ones, may be chosen: either, unless it was calculated from some. */
    public boolean mayBe(boolean isInBinary) {
        return !isSize() || label == null || isBinary() == isInBinary;
    }

    /** Whether it is an amount of data, moved in a time or kept for one or neither. */
    public boolean isSize() {
        return dimension == Dimension.DATA || dimension == Dimension.BANDWIDTH || dimension == Dimension.STORED;
    }

    /** Whether its multiples are those of a unit, as nobody says otherwise: 989 TFLOP/s. */
    public boolean hasPrefixes() {
        return isLabelNoun() && ("FLOP".equals(label) || "FLOPs".equals(label));
    }

    /** Whether the label is a noun. */
    private boolean isLabelNoun() {
        return dimension == Dimension.COUNT || dimension == Dimension.RATE;
    }

    /** The noun of a count, of a rate, or of what a price is for; null if there is none. */
    public @Nullable String noun() {
        return isLabelNoun() ? label : paidFor;
    }

    /** The same of other things, or of nothing in particular. */
    public Kind ofThings(@Nullable String noun) {
        if (dimension == Dimension.COUNT) {
            return new Kind(dimension, noun);
        }
        if (dimension == Dimension.RATE) {
            return noun == null ? EVENT_RATE : rate(noun);
        }
        return priceOf(new Kind(Dimension.COUNT, noun));
    }

    /** The noun of a count, of a rate, of which requests are one, or of what a price is for. */
    public @Nullable String thing() {
        return isSame(RATE) ? "requests" : noun();
    }

    /**
     * A price of such things: of a count, tokens, or of a rate, tokens per second. Without a remark in brackets, for
     * behind a price those have a value.
     */
    public Kind priceOf(Kind things) {
        String noun = things.thing();
        String bare = noun == null ? "" : withoutRemark(noun);
        return new Kind(dimension, label, bare.isEmpty() ? null : bare);
    }

    /** Without what stands in brackets at its end. */
    private static String withoutRemark(String noun) {
        int open = noun.lastIndexOf('(');
        boolean hasRemark = open >= 0 && noun.indexOf(')', open) == noun.length() - 1;
        return hasRemark ? noun.substring(0, open).stripTrailing() : noun;
    }

    /** Without what a price is for. */
    public Kind withoutPaidFor() {
        return paidFor == null ? this : new Kind(dimension, label);
    }

    /**
     * This kind; without its noun where the other has another one: 3 posts + 2 users are 5 of nothing in particular.
     * With a size in decimal units all is.
     */
    public Kind sharedWith(Kind other) {
        if (isSize() && (DECIMAL.equals(label) || DECIMAL.equals(other.label))) {
            return new Kind(dimension, DECIMAL).in(Objects.equals(writtenIn, other.writtenIn) ? writtenIn : null);
        }
        if (!Objects.equals(label, other.label)) {
            return new Kind(dimension, dimension == Dimension.RATE ? "" : null);
        }
        Kind shared = Objects.equals(writtenIn, other.writtenIn) ? this : in(null);
        return Objects.equals(paidFor, other.paidFor) ? shared : shared.withoutPaidFor();
    }

    /**
     * Returns the value without a sign on its zero.
     *
     * @throws IllegalArgumentException if such a quantity cannot have the value
     */
    public double requireAllowed(double value, String argument) {
        if (!dimension.allows(value)) {
            String rule = dimension.largest() == 1 ? "between 0 and 1" : "finite and not negative";
            throw new IllegalArgumentException(argument + " must be " + rule + " but was " + value);
        }
        return value + 0.0;
    }

    /** Whether values of the two kinds can take each other's place: the same dimension and, for money, currency. */
    public boolean isLike(Kind other) {
        return dimension == other.dimension && (isLabelNoun() || isSize() || Objects.equals(label, other.label));
    }

    /** The public type that holds such values, and the currency if there is one. */
    public String typeName() {
        return label == null || isLabelNoun() || isSize()
                ? dimension.typeName()
                : dimension.typeName() + " in " + label;
    }

    /** The canonical unit, in which values are held. */
    public String unit() {
        if (label == null || isSize()) {
            return dimension.unit();
        }
        if (dimension == Dimension.COUNT || dimension == Dimension.RATE) {
            return dimension == Dimension.COUNT ? label : label + PER_SECOND;
        }
        return label
                + (paidFor == null ? dimension.unit() : dimension.unit().replace(PER_THING, PER_THING + " " + paidFor));
    }

    /** The kind of the given {@link Dimension#typeName() type} and {@link #unit() unit}. */
    public static Kind of(String type, String unit) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension.typeName().equals(type)) {
                String noun = nounIn(dimension, unit);
                String bare = noun == null ? unit : unit.replace(PER_THING + " " + noun, PER_THING);
                return new Kind(dimension, label(dimension, bare), noun).requireUnit(unit);
            }
        }
        throw new IllegalArgumentException("type must be one of the quantities but was '" + type + "'");
    }

    /**
     * Checks that there is a label where there has to be one, and nowhere else.
     *
     * @throws IllegalArgumentException if not
     */
    public void requireUnit() {
        of(dimension.typeName(), unit());
    }

    private Kind requireUnit(String unit) {
        boolean isEmpty = "".equals(paidFor) || ("".equals(label) && dimension != Dimension.RATE);
        if (!unit().equals(unit) || isEmpty) {
            throw new IllegalArgumentException(
                    "unit must be that of " + dimension.typeName() + " but was '" + unit + "'");
        }
        return this;
    }

    private static @Nullable String label(Dimension dimension, String unit) {
        if (dimension == Dimension.COUNT) {
            return unit.isEmpty() ? null : unit;
        }
        if (dimension == Dimension.RATE) {
            return unit.equals(dimension.unit()) || !unit.endsWith(PER_SECOND) ? null : before(PER_SECOND, unit);
        }
        return dimension.isOfMoney() ? before(dimension.unit(), unit) : null;
    }

    /** 'vCPU' of 'USD/1 vCPU·s'. */
    private static @Nullable String nounIn(Dimension dimension, String unit) {
        int start = unit.indexOf(PER_THING + " ");
        boolean isOfThings = dimension == Dimension.COUNT_PRICE || dimension == Dimension.COUNT_RENT;
        String end = isOfThings ? dimension.unit().substring(PER_THING.length()) : "";
        return isOfThings && start >= 0 && unit.endsWith(end)
                ? unit.substring(start + PER_THING.length() + 1, unit.length() - end.length())
                : null;
    }

    private static String before(String ending, String unit) {
        return unit.substring(0, Math.max(0, unit.length() - ending.length()));
    }

    // Written out, here and in the records of derivations and programs: the methods that records get are linked when
    // first used,
    // which takes a tenth of a second for all of them in a JVM that has just started.

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Kind that
                        && isSame(that)
                        && Objects.equals(label, that.label)
                        && Objects.equals(writtenIn, that.writtenIn));
    }

    @Override
    public int hashCode() {
        return 31 * dimension.name().hashCode() + (label == null ? 0 : label.hashCode());
    }
}
