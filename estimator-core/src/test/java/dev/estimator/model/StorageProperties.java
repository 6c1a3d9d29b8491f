package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.DAYS;
import static dev.estimator.quantity.Units.ONES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Share;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class StorageProperties {
    @Property
    void total_isTheSumOfTheKinds(@ForAll("storage") Storage storage) {
        assertTotal(storage, Storage::newPerDay, Storage::newPerDay);
        assertTotal(storage, Storage::records, Storage::records);
        assertTotal(storage, Storage::logical, Storage::logical);
        assertTotal(storage, Storage::physical, Storage::physical);
    }

    private static <Q extends Amount<Q>> void assertTotal(
            Storage storage, Function<Storage, Q> total, BiFunction<Storage, String, Q> ofKind) {
        Q sum = ofKind.apply(storage, "one").plus(ofKind.apply(storage, "other"));
        assertThat(total.apply(storage)).isEqualTo(sum);
    }

    @Property
    void everything_doublesWithTraffic(@ForAll("storage") Storage storage) {
        Storage doubled = storage.withKinds(kind -> kind.withRate(rate -> rate.times(2)));
        assertNear(2 * storage.newPerDay().to(B), doubled.newPerDay().to(B));
        assertNear(2 * storage.records().to(ONES), doubled.records().to(ONES));
        assertNear(2 * storage.logical().to(B), doubled.logical().to(B));
        assertNear(2 * storage.physical().to(B), doubled.physical().to(B));
    }

    @Property
    void physical_doublesWithEachFactor(@ForAll("storage") Storage storage) {
        double twice = 2 * storage.physical().to(B);
        assertNear(
                twice,
                storage.withReplicationFactor(factor -> factor.times(2))
                        .physical()
                        .to(B));
        assertNear(
                twice,
                storage.withIndexFactor(factor -> factor.times(2)).physical().to(B));
        assertNear(
                twice,
                storage.withOverheadFactor(factor -> factor.times(2)).physical().to(B));
        assertNear(
                twice / 4,
                storage.withKinds(kind -> kind.withCompressionRatio(factor -> factor.times(2)))
                        .physical()
                        .to(B));
    }

    /** What is stored fills what is not free. */
    @Property
    void physical_leavesTheFreeSpace(
            @ForAll("storage") Storage storage, @ForAll @DoubleRange(min = 0, max = 0.99) @Scale(9) double free) {
        double filled = storage.withFreeSpace(Share.of(0)).physical().to(B);
        double disk = storage.withFreeSpace(Share.of(free)).physical().to(B);
        assertNear(disk, filled + free * disk);
    }

    @Property
    void objects_increaseWithGrowthAndRetention(
            @ForAll("storage") Storage storage, @ForAll @DoubleRange(min = 1.001, max = 5) @Scale(9) double more) {
        double now = storage.records().to(ONES);
        assertThat(storage.withYearlyGrowth(growth -> growth.times(more))
                        .records()
                        .to(ONES))
                .isGreaterThan(now);
        assertThat(storage.withRetention(time -> time.times(more)).records().to(ONES))
                .isGreaterThan(now);
    }

    /** A store that is filled month by month, each with the rate of its middle, is filled as much. */
    @Property(tries = 100)
    void objects_areWrittenMonthByMonth(@ForAll("storage") Storage storage) {
        double growth = storage.yearlyGrowth().value();
        double perDay = storage.kinds().get(0).newPerDay().to(ONES);
        int steps = 100_000;
        double days = storage.retention().orElseThrow().to(DAYS);
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += perDay * days / steps * Math.pow(growth, (i + 0.5) * days / steps / 365);
        }
        // The midpoint rule is wrong by (T ln g ÷ steps)² ÷ 24.
        assertNear(sum, storage.records("one").to(ONES), 1e-8);
    }

    @Provide
    Arbitrary<Storage> storage() {
        Arbitrary<Double> amounts = Arbitraries.doubles().between(1, 1e6).ofScale(9);
        Arbitrary<Double> factors = Arbitraries.doubles().between(1, 10).ofScale(9);
        Arbitrary<Double> growths = Arbitraries.doubles().between(0.2, 5).ofScale(9);
        return Combinators.combine(amounts, amounts, amounts, amounts, factors, factors, factors, growths)
                .as((rate, size, otherRate, otherSize, copies, index, compression, growth) -> Storage.builder()
                        .kind(RecordKind.builder("one")
                                .rate(qps(rate))
                                .size(bytes(size))
                                .compressionRatio(ratio(compression))
                                .build())
                        .kind(RecordKind.builder("other")
                                .rate(qps(otherRate))
                                .size(bytes(otherSize))
                                .shareOfWrites(Share.of(1 / index))
                                .build())
                        .retention(days(copies * 100))
                        .replicationFactor(ratio(copies))
                        .indexFactor(ratio(index))
                        .overheadFactor(ratio(compression))
                        .yearlyGrowth(ratio(growth))
                        .build())
                .withoutEdgeCases();
    }
}
