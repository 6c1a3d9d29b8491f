package dev.estimator.model;

import static dev.estimator.model.ModelInputs.input;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Defaults;
import dev.estimator.internal.input.ModelName;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.immutables.value.Value;

/**
 * One kind of thing that is stored: a row made of named fields, a blob of a size, or data of which the rate is known.
 *
 * <p>How many there are follows from the rate at which they are written, from a number that is there from the start, or
 * from both.
 */
@Value.Immutable
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class RecordKind implements WithRecordKind, Model, Serializable {
    private static final long serialVersionUID = 1L;

    private static final String COMPRESSION = "compression ratio";
    private static final String AS_IT_IS = "stored as it is";

    /** A kind that is looked at by itself. */
    private static final ModelName OF_NONE = new ModelName(Optional.empty());

    RecordKind() {}

    /**
     * Returns what one of them is called, such as 'post'.
     *
     * @return the name, in the singular
     */
    public abstract String name();

    /**
     * Returns the rate at which they, or the writes that may bring one, arrive; a count per period is a rate too:
     * {@code million(10).per(MONTH)}.
     *
     * @return the mean rate over whole days, at the start
     */
    public abstract Optional<Qps> rate();

    /**
     * Returns the share of the writes of {@link #rate()} that bring one, such as a photo with one post in ten.
     *
     * @return the share; every write brings one unless set
     */
    public abstract Optional<Share> shareOfWrites();

    /**
     * Returns how much data they are in a time, in place of their {@link #rate()}: {@code mib(200).per(HOUR)}. Their
     * size need not be known then; if it is, so is their number.
     *
     * @return the mean data rate over whole days, at the start, before compression and copies
     */
    public abstract Optional<Bandwidth> dataRate();

    /**
     * Returns how many there are from the start and always: users, catalogue entries.
     *
     * @return the number; none unless set
     */
    public abstract Optional<Count> existing();

    /**
     * Returns the sizes of the fields of one record, by name.
     *
     * @return the fields
     */
    public abstract Map<String, Bytes> fields();

    /**
     * Returns how often fields repeat, by name, such as 100 columns alike; those that are not in the map occur once.
     *
     * @return the number of each
     */
    public abstract Map<String, Count> fieldCounts();

    /**
     * Returns the size of one of them, in place of its fields.
     *
     * @return the size
     */
    public abstract Optional<Bytes> size();

    /**
     * Returns what the store adds to every field: names, lengths, time stamps.
     *
     * @return the overhead; none unless set
     */
    public abstract Optional<Bytes> overheadPerField();

    /**
     * Returns what the store adds to every record: headers, pointers.
     *
     * @return the overhead; none unless set
     */
    public abstract Optional<Bytes> overheadPerRow();

    /**
     * Returns how long they are kept.
     *
     * @return the retention; that of the {@link Storage} unless set
     */
    public abstract Optional<TimeSpan> retention();

    /**
     * Returns raw ÷ stored size, at least 1; 1 unless set.
     *
     * @return the compression ratio
     */
    @Value.Default
    public Ratio compressionRatio() {
        return assumeDefault(COMPRESSION, ratio(1), AS_IT_IS);
    }

    @Value.Check
    void check() {
        ModelInputs.notBlank(name(), "name");
        ModelInputs.atMostOne(input("fields", fields().values().stream().findFirst()), input("size", size()));
        ModelInputs.atMostOne(input("rate", rate()), input("dataRate", dataRate()));
        ModelInputs.atMostOne(input("shareOfWrites", shareOfWrites()), input("dataRate", dataRate()));
        if (isWithoutSize() && (dataRate().isEmpty() || existing().isPresent())) {
            throw new IllegalStateException("the size of a " + name() + " is not set: set its fields or its size");
        }
        if (rate().isEmpty() && dataRate().isEmpty() && existing().isEmpty()) {
            throw new IllegalStateException(
                    "the number of " + name() + " records is not set: set rate, existing or both");
        }
        Refusal.unless(
                fields().keySet().containsAll(fieldCounts().keySet()),
                "fieldCounts",
                "of the fields " + fields().keySet(),
                fieldCounts().keySet());
        compressionNamed(OF_NONE, false);
        retentionNamed(OF_NONE);
    }

    /** Whether only a data rate is known, and no number of records. */
    boolean isWithoutSize() {
        return fields().isEmpty() && size().isEmpty();
    }

    /**
     * Returns the size of one record before compression: {@code Σ fields + number of fields × overhead per field +
     * overhead per row}.
     *
     * @return the size of one
     * @throws IllegalStateException if only a data rate is known
     */
    public Bytes recordSize() {
        return recordSize(OF_NONE);
    }

    Bytes recordSize(ModelName storage) {
        if (isWithoutSize()) {
            throw new IllegalStateException(
                    "size is not set: of a data rate it is needed for the number of " + name() + " records");
        }
        Bytes content = size().map(s -> named(storage, "size", s)).orElseGet(() -> fieldSize(storage));
        Bytes size = overheadPerRow()
                .map(o -> content.plus(named(storage, "overhead per row", o)))
                .orElse(content);
        return size.orNamed(label(storage, "size"));
    }

    /**
     * Returns how many new ones come in a day, at the start: {@code rate × share of writes × 1 d}.
     *
     * @return the new ones of a day
     * @throws IllegalStateException if only a data rate is known
     */
    public Count newPerDay() {
        return newPerDay(OF_NONE);
    }

    Count newPerDay(ModelName storage) {
        return isWithoutArrivals()
                ? count(0)
                : called(arrivals(storage).times(DAY)).named(storage.of("new " + name() + " records per day"));
    }

    /** Whether there are only those that exist from the start. */
    boolean isWithoutArrivals() {
        return rate().isEmpty() && dataRate().isEmpty();
    }

    /** The new data of a day. */
    Bytes newDataPerDay(ModelName storage) {
        return isWithoutSize()
                ? dataRateNamed(storage).times(DAY)
                : newPerDay(storage).times(recordSize(storage));
    }

    /** How much data there is, if what is written at the rate of the start fills such a time. */
    Bytes data(ModelName storage, Supplier<TimeSpan> filledTime) {
        return isWithoutSize()
                ? dataRateNamed(storage).times(filledTime.get())
                : records(storage, filledTime).times(recordSize(storage));
    }

    private Bandwidth dataRateNamed(ModelName storage) {
        return named(storage, "data rate", dataRate().orElseThrow());
    }

    /** How many there are, if those that are written at the rate of the start fill such a time. */
    Count records(ModelName storage, Supplier<TimeSpan> filledTime) {
        Optional<Count> written = isWithoutArrivals()
                ? Optional.empty()
                : Optional.of(arrivals(storage).times(filledTime.get()));
        return called(ModelInputs.sumOf(written, existing().map(e -> named(storage, "existing", e)))
                        .orElseThrow())
                .named(label(storage, "records"));
    }

    /** What comes at a rate of photos are photos; thumbnails that come at it are so many, and no photos. */
    private Count called(Count records) {
        String noun = Inside.kind(records).noun();
        boolean isOwn = noun == null || noun.regionMatches(true, 0, name(), 0, name().length() - 1);
        return isOwn ? records : Inside.ofNothingNamed(records);
    }

    @Override
    public List<Answers> answers() {
        return List.of(Answers.of(
                "Storage",
                isWithoutSize() ? List.of(() -> newDataPerDay(OF_NONE)) : List.of(this::recordSize, this::newPerDay)));
    }

    /** Returns its size and how many come, as in 'post of 288 B, 4.3M new per day', or its data rate. */
    @Override
    public String toString() {
        if (isWithoutSize()) {
            return name() + " of " + dataRateNamed(OF_NONE);
        }
        return name() + " of " + recordSize() + (isWithoutArrivals() ? "" : ", " + newPerDay() + " new per day");
    }

    /**
     * Begins a kind of record.
     *
     * @param name what one of them is called, such as 'post'
     * @return a new builder
     */
    public static Builder builder(String name) {
        return new Builder().name(name);
    }

    /** Collects what is known about a kind of record. */
    public static final class Builder extends ImmutableRecordKind.Builder {
        private final Set<String> fieldNames = new HashSet<>();

        Builder() {}

        /**
         * Adds a field.
         *
         * @param name what it is
         * @param size its size in bytes, as stored
         * @return this builder
         * @throws IllegalArgumentException if there is a field of that name already
         */
        public Builder field(String name, Bytes size) {
            if (!fieldNames.add(requireNonNull(name, "name"))) {
                throw new IllegalArgumentException("fields must have different names but two were '" + name + "'");
            }
            return putFields(name, requireNonNull(size, "size"));
        }

        /**
         * Adds a field that repeats, such as 100 columns of 8 bytes.
         *
         * @param name what one of them is
         * @param size the size of each in bytes, as stored
         * @param times how many there are
         * @return this builder
         * @throws IllegalArgumentException if there is a field of that name already
         */
        public Builder field(String name, Bytes size, Count times) {
            return field(name, size).putFieldCounts(name, requireNonNull(times, "times"));
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("kind of record");
        }
    }

    private Bytes fieldSize(ModelName storage) {
        Bytes content = fields().entrySet().stream()
                .map(field -> fieldSize(storage, field.getKey(), field.getValue()))
                .reduce(Bytes::plus)
                .orElseThrow();
        return overheadPerField()
                .map(o -> content.plus(named(storage, "overhead per field", o).times(numberOfFields(storage))))
                .orElse(content);
    }

    private Bytes fieldSize(ModelName storage, String field, Bytes size) {
        Bytes each = named(storage, field, size);
        return fieldCount(storage, field).map(each::times).orElse(each);
    }

    private Optional<Count> fieldCount(ModelName storage, String field) {
        return Optional.ofNullable(fieldCounts().get(field)).map(count -> named(storage, field + " fields", count));
    }

    private Count numberOfFields(ModelName storage) {
        Count single = count(fields().size() - fieldCounts().size());
        return fieldCounts().keySet().stream()
                .map(field -> fieldCount(storage, field).orElseThrow())
                .reduce(single, Count::plus);
    }

    private Qps arrivals(ModelName storage) {
        if (dataRate().isPresent()) {
            return dataRateNamed(storage).div(recordSize(storage));
        }
        Qps writes = named(storage, "rate", rate().orElseGet(() -> qps(0)));
        return shareOfWrites()
                .map(s -> writes.times(named(storage, "share of writes", s)))
                .orElse(writes);
    }

    /** What this kind alone leaves at its default has its name. */
    Ratio compressionNamed(ModelName storage, boolean isOfKind) {
        if (isOfKind && Defaults.isDefault(compressionRatio())) {
            return assumeDefault(label(storage, COMPRESSION), ratio(1), AS_IT_IS);
        }
        return Refusal.atLeast(
                named(storage, COMPRESSION, storage.ofDefault(compressionRatio())), "compressionRatio", 1);
    }

    Optional<TimeSpan> retentionNamed(ModelName storage) {
        return retention().map(r -> Refusal.aboveZero(named(storage, "retention", r), "retention"));
    }

    private <Q extends Quantity<Q>> Q named(ModelName storage, String what, Q input) {
        return input.orNamed(label(storage, what));
    }

    private String label(ModelName storage, String what) {
        return storage.of(name() + " " + what);
    }
}
