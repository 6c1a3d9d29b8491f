package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.range.Line;
import dev.estimator.internal.text.AsTyped;
import dev.estimator.internal.text.Excerpt;
import dev.estimator.internal.text.MoneyText;
import dev.estimator.internal.text.Nouns;
import dev.estimator.internal.text.QuantityReader;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.RangeText;
import dev.estimator.internal.text.RangeText.Around;
import dev.estimator.internal.text.TypedUnit;
import dev.estimator.internal.text.UnreadableText;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quantities from text, for the {@code parse} of each type: one value, or a range. */
final class QuantityText {
    /** '1 - 1e-11' is an availability and no range. */
    private static final Pattern COMPLEMENT = Pattern.compile("\\s*1(\\.0*)?\\s*-");

    /** What a message repeats of a text, and of why a range is not possible. */
    private static final int SHOWN_TEXT = 40;

    private static final int SHOWN_REASON = 160;

    /** How near to an end a median may be, as part of its distance from the middle. */
    private static final double NEAREST = 1e-6;

    private QuantityText() {}

    /**
     * Reads a text of one value, or of a range: by its two ends, by its median as well where that is not between them,
     * or by how far the value may be off.
     */
    static <Q extends Quantity<Q>> Q read(String text, Dimension dimension) {
        requireNonNull(text, "text");
        try {
            return any(text, dimension);
        } catch (UnreadableText e) {
            throw new QuantityFormatException(
                    text,
                    shortened(text, SHOWN_TEXT),
                    dimension.typeName(),
                    e.position() + 1,
                    e.problem(),
                    dimension.examples());
        }
    }

    private static <Q extends Quantity<Q>> Q any(String text, Dimension dimension) {
        @Nullable Around around = Around.of(text);
        if (around != null) {
            return around(around, dimension);
        }
        boolean isComplement =
                dimension == Dimension.AVAILABILITY && COMPLEMENT.matcher(text).lookingAt();
        @Nullable RangeText range = isComplement ? null : RangeText.of(text);
        return range == null ? one(text, dimension) : between(range, dimension);
    }

    private static <Q extends Quantity<Q>> Q between(RangeText range, Dimension dimension) {
        // first the one whose unit an end may have borrowed
        @Nullable Q middle = range.middle() == null ? null : one(range.middle(), dimension);
        Q high = ofMany(one(range.high(), dimension), middle);
        Q low = ofMany(one(range.low(), dimension), middle);
        requireOneNoun(low, high, range.high().placeOf(0));
        Q between = possible(range.low().placeOf(0), () -> Ranges.between(low, high));
        if (middle == null) {
            return between;
        }
        return possible(requireNonNull(range.middle()).placeOf(0), () -> {
            low.requireSameUnit(middle);
            return isWrittenAs(between, middle) ? between : bent(between, low, middle, high);
        });
    }

    /** The '2' of '1 server (1 … 2)' is of servers. */
    @SuppressWarnings("unchecked") // of the same quantity
    private static <Q extends Quantity<Q>> Q ofMany(Q end, @Nullable Q middle) {
        boolean isOne = middle instanceof Count
                && !noun(end).isEmpty()
                && Nouns.many(noun(end)).equals(noun(middle));
        return isOne ? (Q) end.ofKind(requireNonNull(middle).shownKind()) : end;
    }

    /** '5 apples to 9 pears' is a range of neither. */
    private static void requireOneNoun(Quantity<?> low, Quantity<?> high, int position) {
        String one = noun(low);
        String other = noun(high);
        if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
            throw new UnreadableText(
                    position,
                    "\"" + shortened(other, SHOWN_TEXT) + "\" is another noun than \"" + shortened(one, SHOWN_TEXT)
                            + "\": write the one you mean");
        }
    }

    private static String noun(Quantity<?> quantity) {
        Kind kind = quantity.shownKind();
        String noun = kind.noun();
        return noun == null ? "" : noun;
    }

    /** Through three points, the middle one being inside if it is written as one of the ends only as it is rounded. */
    private static <Q extends Quantity<Q>> Q bent(Q between, Q low, Q middle, Q high) {
        if (low.equals(high) || !(middle.equals(low) || middle.equals(high))) {
            return Ranges.between(low, middle, high);
        }
        Line line = between.kind().dimension().largest() == 1 ? Line.ODDS : Line.LOG;
        double from = line.to(((Quantity<?>) between).value);
        double distance = line.to(((Quantity<?>) middle).value) - from;
        for (double left = 0.5; left > NEAREST; left /= 2) {
            Q bent = Ranges.between(low, low.likeThis(line.from(from + (1 - left) * distance)), high);
            if (isWrittenAs(bent, middle)) {
                return bent;
            }
        }
        return Ranges.between(low, middle, high);
    }

    /** Whether the best guess of a range is written as the middle that a text states. */
    private static boolean isWrittenAs(Quantity<?> range, Quantity<?> middle) {
        return written(range, range.value).equals(written(range, middle.value));
    }

    private static String written(Quantity<?> range, double middle) {
        double low = ((Quantity<?>) range.p5()).value;
        double high = ((Quantity<?>) range.p95()).value;
        return QuantityWriter.givenRange(range.shownKind(), middle, Math.min(low, high), Math.max(low, high));
    }

    /** 90 % within so many percent of the value. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // of an amount
    private static <Q extends Quantity<Q>> Q around(Around around, Dimension dimension) {
        String written = "\"±" + shortened(" " + around.part().text().strip(), SHOWN_TEXT) + "\" ";
        if (!around.isPercentage()) {
            throw new UnreadableText(
                    around.sign(), written + "is not a percentage, as in 10 ± 30%: write the two ends, as in 7 to 13");
        }
        Share part = one(around.part(), Dimension.SHARE);
        Quantity<?> value = one(around.value(), dimension);
        if (dimension.largest() == 1 || around.value().text().contains("%")) {
            throw new UnreadableText(
                    around.sign(),
                    written + "could mean " + part + " of the value or so many percentage points: write the two ends");
        }
        return possible(around.sign(), () -> (Q) Ranges.plusOrMinus((Amount) value, part));
    }

    private static <Q extends Quantity<Q>> Q one(Excerpt part, Dimension dimension) {
        try {
            return one(part.text(), dimension);
        } catch (UnreadableText e) {
            throw new UnreadableText(part.placeOf(e.position()), e.problem());
        }
    }

    @SuppressWarnings("unchecked") // the dimension is that of Q
    private static <Q extends Quantity<Q>> Q one(String text, Dimension dimension) {
        QuantityReader.Labelled read = QuantityReader.read(text, dimension);
        Kind bare = new Kind(dimension, read.label(), read.paidFor());
        Kind kind = dimension == Dimension.SPENDING
                ? MoneyText.typedFor(read.units(), bare)
                : dimension == Dimension.BANDWIDTH
                        ? TypedUnit.typedAs(text, bare, read.value())
                        : dimension == Dimension.RATE ? TypedUnit.typedFor(read.units(), bare, read.value()) : bare;
        boolean isTyped = AsTyped.hasMoreDigits(read.value());
        boolean isRemembered = isTyped || kind.noun() != null || kind.writtenIn() != null;
        return (Q) QuantityFactory.of(
                kind, read.value(), isRemembered ? new Node.Constant(kind, read.value(), isTyped) : null);
    }

    /** A range, unless its parts do not fit together. */
    private static <Q> Q possible(int position, Supplier<Q> range) {
        try {
            return range.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            String reason = shortened(String.valueOf(e.getMessage()), SHOWN_REASON);
            throw new UnreadableText(position, "the range is not possible: " + reason);
        }
    }

    private static String shortened(String text, int length) {
        return text.length() > length ? text.substring(0, length) + "…" : text;
    }
}
