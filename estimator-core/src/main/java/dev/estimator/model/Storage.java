package dev.estimator.model;

import static dev.estimator.model.ModelInputs.input;
import static dev.estimator.model.ModelInputs.required;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.PartOf;
import dev.estimator.internal.graph.Says;
import dev.estimator.internal.input.Defaults;
import dev.estimator.internal.input.ModelName;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Turns records and their rates into disk space when the longest retention is full.
 *
 * <p>The logical size is what the records hold; the physical size is what disks must hold: compressed, with indexes and
 * other overhead, in all copies, and with space left free. Each answer is for all kinds of records together, or for one
 * kind by its name.
 *
 * <p>All kinds are taken at one date: when the longest retention that is set, T, has passed since the start, so that
 * all are full for the first time. A kind that is kept for r holds what came in during the last r before that date,
 * {@code rate at the start × ∫ gᵗ dt} over {@code T − r ≤ t ≤ T}, with g as the yearly growth and t in years:
 * {@code rate × r × mean growth}. Without growth the date makes no difference. What is there from the start does not
 * grow.
 */
@Value.Immutable
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class Storage implements WithStorage, Model, Serializable {
    private static final long serialVersionUID = 1L;

    Storage() {}

    /**
     * Returns what goes before the names of the parts of this model, as in 'archive: logical storage'; nothing unless
     * set.
     *
     * @return the name of the model
     */
    public abstract Optional<String> name();

    /**
     * Returns the kinds of things that are stored.
     *
     * @return the kinds, at least one, with different names
     */
    public abstract List<RecordKind> kinds();

    /**
     * Returns how long things are kept, unless their kind says otherwise.
     *
     * @return the retention; needed by kinds that have a rate and no retention of their own
     */
    public abstract Optional<TimeSpan> retention();

    /**
     * Returns how many times everything is stored, the original counted; need not be whole, as with erasure codes.
     *
     * @return the copies in all, at least 1, if stated so
     */
    public abstract Optional<Ratio> replicationFactor();

    /**
     * Returns how many copies there are beside the original: one less than the replication factor.
     *
     * @return the copies beside the original, if stated so
     */
    public abstract Optional<Count> replicas();

    /**
     * Returns data with indexes ÷ data, at least 1; 1 unless set.
     *
     * @return the index factor
     */
    @Value.Default
    public Ratio indexFactor() {
        return assumeDefault("index factor", ratio(1), "indexes not counted");
    }

    /**
     * Returns other overhead as a factor, at least 1; 1 unless set. An overhead of 15 % is {@code ratio(1.15)}.
     *
     * @return the overhead factor
     */
    @Value.Default
    public Ratio overheadFactor() {
        return assumeDefault("overhead factor", ratio(1), "no other overhead");
    }

    /**
     * Returns the share of the disks that must stay free, below 100 %; none unless set. Space is divided by what is
     * left: to keep 20 % free, 8 TB need 10 TB of disk. Several that come one after another are {@link #reserves()}.
     *
     * @return the reserve
     */
    @Value.Default
    public Share freeSpace() {
        return assumeDefault("free space", percent(0), "disks filled to the brim");
    }

    /**
     * Returns further shares that must stay free, each of what the one before leaves: 20 % for compaction and 30 % for
     * growth leave {@code 0.8 × 0.7}, 56 %.
     *
     * @return the reserves, each below 100 %, by what they are for
     */
    public abstract Map<String, Share> reserves();

    /**
     * Returns the rates a year from now ÷ the rates now, above zero; 1 unless set. Growth is compound and continuous,
     * from the start until the longest retention is full.
     *
     * @return the growth in a year of 365 d
     */
    @Value.Default
    public Ratio yearlyGrowth() {
        return assumeDefault("yearly growth", ratio(1), "rates stay as they are");
    }

    /** Refuses what makes no sense; defaults go by the name of this model. */
    @Value.Check
    Storage check() {
        if (kinds().isEmpty()) {
            throw new IllegalStateException("no kind is set: add at least one with kind(...)");
        }
        if (kinds().stream().map(RecordKind::name).distinct().count() < kinds().size()) {
            throw new IllegalArgumentException(
                    "kinds must have different names but were " + Refusal.names(kinds(), RecordKind::name));
        }
        ModelInputs.atMostOne(input("replicationFactor", replicationFactor()), input("replicas", replicas()));
        replicationNamed();
        indexNamed();
        overheadNamed();
        growthNamed();
        if (!(freeSpace().value() < 1)) {
            throw new IllegalArgumentException("freeSpace must be below 100% but was " + freeSpace());
        }
        reserves().forEach((reason, share) -> {
            ModelInputs.notBlank(reason, "reserve");
            Refusal.unless(share.value() < 1, reason + " reserve", "below 100%", share);
        });
        retentionNamed();
        return withIndexFactor(own().ofDefault(indexFactor()))
                .withOverheadFactor(own().ofDefault(overheadFactor()))
                .withFreeSpace(own().ofDefault(freeSpace()))
                .withYearlyGrowth(own().ofDefault(yearlyGrowth()));
    }

    /**
     * Returns the data that is new in a day, at the start, before compression and copies: {@code rate × share of writes
     * × 1 d × size}.
     *
     * @return the new data of a day, of all kinds
     */
    public Bytes newPerDay() {
        return total("new data per day", this::newPerDay);
    }

    /**
     * Returns the data of one kind that is new in a day.
     *
     * @param kind the name of the kind
     * @return the new data of a day
     * @throws IllegalArgumentException if there is no such kind
     */
    public Bytes newPerDay(String kind) {
        return newPerDay(find(kind));
    }

    /**
     * Returns how many records there are when the longest retention is full: {@code rate × share of writes × retention
     * × mean growth + existing}. Those of several kinds have no noun, whatever their rates are of.
     *
     * @return the records of all kinds
     */
    public Count records() {
        Count all = total("records", this::records);
        return kinds().size() == 1 ? all : Inside.ofNothingNamed(all);
    }

    /**
     * Returns how many records of one kind there are when the longest retention of all kinds is full.
     *
     * @param kind the name of the kind
     * @return the records
     * @throws IllegalArgumentException if there is no such kind
     */
    public Count records(String kind) {
        return records(find(kind));
    }

    /**
     * Returns what the records hold when the longest retention is full: {@code records × size}.
     *
     * @return the logical size of all kinds
     */
    public Bytes logical() {
        return total("logical storage", this::logical);
    }

    /**
     * Returns what the records of one kind hold when the longest retention of all kinds is full.
     *
     * @param kind the name of the kind
     * @return the logical size
     * @throws IllegalArgumentException if there is no such kind
     */
    public Bytes logical(String kind) {
        return logical(find(kind));
    }

    /**
     * Returns the disk space when the longest retention is full: {@code logical ÷ compression × index × overhead ×
     * copies ÷ (1 − free space)}, divided by what each reserve leaves as well.
     *
     * @return the physical size of all kinds
     */
    public Bytes physical() {
        return withRoom(total("physical storage", this::physicalOf));
    }

    /**
     * Returns the disk space of one kind when the longest retention of all kinds is full.
     *
     * @param kind the name of the kind
     * @return the physical size
     * @throws IllegalArgumentException if there is no such kind
     */
    public Bytes physical(String kind) {
        return withRoom(physicalOf(find(kind)));
    }

    @Override
    public List<Answers> answers() {
        boolean isNumberKnown = kinds().stream().noneMatch(RecordKind::isWithoutSize);
        Answers all = Answers.of(
                "Storage",
                isNumberKnown
                        ? List.of(this::newPerDay, this::records, this::logical, this::physical)
                        : List.of(this::newPerDay, this::logical, this::physical));
        return List.of(all.quantities().size() == 1 ? all : dated(all, isNumberKnown ? "records and sizes" : "sizes"));
    }

    /** With the date of what is kept, if it is not that of what is new. */
    private Answers dated(Answers all, String kept) {
        Stream<String> date = grown().stream()
                .map(time ->
                        part(kept) + " are those in " + time + ", when all that is kept has come; new data is today's");
        return new Answers(
                all.topic(),
                all.quantities(),
                Stream.concat(date, all.words().stream()).toList());
    }

    /** Returns the sizes, as in 'storage of 6 TB, 18 TB on disk', and when, if rates grow: 'in 7 y'. */
    @Override
    public String toString() {
        return ModelInputs.orWhatIsMissing(
                part("storage"),
                () -> logical() + ", " + physical() + " on disk"
                        + grown().map(time -> " in " + time).orElse(""));
    }

    /**
     * Begins a model of storage.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the assumptions about storage. */
    public static final class Builder extends ImmutableStorage.Builder {
        private final Set<String> reasons = new HashSet<>();

        Builder() {}

        /**
         * Adds a kind of thing that is stored.
         *
         * @param kind the kind
         * @return this builder
         */
        public Builder kind(RecordKind kind) {
            return addKinds(requireNonNull(kind, "kind"));
        }

        /**
         * Adds data of which only the rate is known: {@code dataRate("logs", mib(200).per(HOUR))}. With a retention or
         * a compression of its own it is a {@linkplain RecordKind#dataRate() kind}.
         *
         * @param name what it is
         * @param rate how much of it comes in a time, over whole days, at the start
         * @return this builder
         */
        public Builder dataRate(String name, Bandwidth rate) {
            return kind(RecordKind.builder(name)
                    .dataRate(requireNonNull(rate, "rate"))
                    .build());
        }

        /**
         * Adds a share of the disks that must stay free, of what the reserves before leave.
         *
         * @param reason what it is for, such as 'compaction'
         * @param share the share, below 100 %
         * @return this builder
         */
        public Builder reserve(String reason, Share share) {
            if (!reasons.add(requireNonNull(reason, "reason"))) {
                throw new IllegalArgumentException(
                        "reserves must have different reasons but two were '" + reason + "'");
            }
            return putReserves(reason, requireNonNull(share, "share"));
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("storage");
        }
    }

    private ModelName own() {
        return new ModelName(name());
    }

    private String part(String part) {
        return own().of(part);
    }

    private Bytes newPerDay(RecordKind kind) {
        return kind.newDataPerDay(own()).named(part(kind.name() + " data per day"));
    }

    private Count records(RecordKind kind) {
        return kind.records(own(), () -> filledTime(kind));
    }

    private TimeSpan filledTime(RecordKind kind) {
        TimeSpan kept = retentionOf(kind);
        return kept.times(untilAllAreFull()
                .map(all -> MeanGrowth.overLast(kept, all, growthNamed()))
                .orElseGet(() -> MeanGrowth.over(kept, growthNamed())));
    }

    /** The longest retention, if there are several. */
    private Optional<TimeSpan> untilAllAreFull() {
        List<Kept> times = retentions();
        return times.size() > 1
                ? longest(times).map(longest -> longest.named(part("time until all kinds are full")))
                : Optional.empty();
    }

    /** How long it is until all are full, if rates change until then. */
    private Optional<TimeSpan> grown() {
        return yearlyGrowth().isUncertain() || yearlyGrowth().value() != 1 ? longest(retentions()) : Optional.empty();
    }

    private static Optional<TimeSpan> longest(List<Kept> times) {
        return times.stream().map(Kept::time).reduce(TimeSpan::max);
    }

    private List<Kept> retentions() {
        return kinds().stream()
                .filter(kind -> !kind.isWithoutArrivals())
                .flatMap(kind -> kind.retentionNamed(own()).or(this::retentionNamed).stream())
                .map(time -> new Kept(time.name(), time))
                .distinct()
                .toList();
    }

    /** Retentions of one length and different names are different: a what-if may change one of them. */
    private record Kept(@Nullable String name, TimeSpan time) {}

    private Bytes logical(RecordKind kind) {
        return kind.data(own(), () -> filledTime(kind)).named(part("logical " + kind.name() + " storage"));
    }

    /** Says that free space is counted, so that nobody counts it again. */
    private Bytes withRoom(Bytes physical) {
        boolean isLeft = freeSpace().isUncertain()
                || freeSpace().value() > 0
                || !reserves().isEmpty();
        return isLeft ? Note.attach(physical, Says.LEAVES_ROOM) : physical;
    }

    private Bytes physicalOf(RecordKind kind) {
        Bytes stored = logical(kind)
                .div(kind.compressionNamed(own(), isCompressed()))
                .times(indexNamed())
                .times(overheadNamed());
        Bytes occupied =
                copies(stored).div(freeSpace().orNamed(part("free space")).complement());
        return withReserves(occupied).named(part("physical " + kind.name() + " storage"));
    }

    private boolean isCompressed() {
        return kinds().stream().anyMatch(kind -> !Defaults.isDefault(kind.compressionRatio()));
    }

    private Bytes withReserves(Bytes occupied) {
        Bytes all = occupied;
        for (Map.Entry<String, Share> reserve : reserves().entrySet()) {
            Share share = reserve.getValue().orNamed(part(reserve.getKey() + " reserve"));
            all = all.div(share.complement());
        }
        return all;
    }

    private Bytes copies(Bytes stored) {
        if (replicas().isPresent()) {
            return stored.times(
                    replicas().get().orNamed(part("replicas")).plus(count(1)).named(part("replication factor")));
        }
        return stored.times(replicationNamed()
                .orElseGet(() -> assumeDefault(part("replication factor"), ratio(1), "a single copy")));
    }

    private Optional<Ratio> replicationNamed() {
        return replicationFactor()
                .map(r -> Refusal.atLeast(r.orNamed(part("replication factor")), "replicationFactor", 1));
    }

    private Ratio indexNamed() {
        return Refusal.atLeast(indexFactor().orNamed(part("index factor")), "indexFactor", 1);
    }

    private Ratio overheadNamed() {
        return Refusal.atLeast(overheadFactor().orNamed(part("overhead factor")), "overheadFactor", 1);
    }

    private Ratio growthNamed() {
        Ratio growth = Refusal.aboveZero(yearlyGrowth().orNamed(part("yearly growth")), "yearlyGrowth");
        return Note.attach(growth, new PartOf("storage")); // beside the growth of something else
    }

    private TimeSpan retentionOf(RecordKind kind) {
        return kind.retentionNamed(own())
                .orElseGet(() -> required(retentionNamed(), "retention", "number of " + kind.name() + " records"));
    }

    private Optional<TimeSpan> retentionNamed() {
        return retention().map(r -> Refusal.aboveZero(r.orNamed(part("retention")), "retention"));
    }

    private <Q extends Amount<Q>> Q total(String name, Function<RecordKind, Q> answer) {
        Q sum = kinds().stream().map(answer).reduce(Amount::plus).orElseThrow();
        return kinds().size() == 1 ? sum : sum.named(part(name));
    }

    private RecordKind find(String name) {
        return Refusal.find(kinds(), RecordKind::name, "kind", name);
    }
}
