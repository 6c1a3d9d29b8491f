package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.DAYS;
import static dev.estimator.quantity.Units.KB;
import static dev.estimator.quantity.Units.ONES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Ranges;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds that are kept for different times are taken at one date, when the longest retention is full. */
class StorageGrowthTest {
    private static final Storage THREE = Storage.builder()
            .kind(kind("log", 7000, 2, days(30)))
            .kind(kind("order", 500, 3, days(400)))
            .kind(RecordKind.builder("photo").rate(perDay(110)).size(kb(50)).build())
            .retention(years(7))
            .build();

    private static RecordKind kind(String name, double perDay, double kb, TimeSpan kept) {
        return RecordKind.builder(name)
                .rate(perDay(perDay))
                .size(kb(kb))
                .retention(kept)
                .build();
    }

    /** Beside the data of a day, which is today's, what is kept in seven years would be bought today. */
    @Test
    void answers_sayWhenSizesAreReached() {
        Storage grows = THREE.withYearlyGrowth(ratio(1.4));
        assertThat(grows.answers().get(0).words())
                .containsExactly(
                        "records and sizes are those in 7 y, when all that is kept has come; new data is today's");
        assertThat(grows.withName("archive").answers().get(0).words().get(0))
                .startsWith("archive: records and sizes are those in 7 y");
        assertThat(grows.toString()).endsWith(" on disk in 7 y");
        // without growth it is as much from then on
        assertThat(THREE.answers().get(0).words()).isEmpty();
        assertThat(THREE.toString()).endsWith(" on disk");
    }

    @Test
    void answers_ofOneKind_sayWhenItsSizeIsReached() {
        Storage logs = Storage.builder()
                .kind(kind("log", 7000, 2, days(30)))
                .yearlyGrowth(Ranges.between(ratio(1.1), ratio(1.3)))
                .build();
        assertThat(logs.answers().get(0).words())
                .containsExactly(
                        "records and sizes are those in 30 d, when all that is kept has come; new data is today's");
        // what only lies there does not grow
        Storage lies = Storage.builder()
                .kind(RecordKind.builder("user")
                        .existing(count(300))
                        .size(kb(2))
                        .build())
                .yearlyGrowth(ratio(2))
                .build();
        assertThat(lies.answers().get(0).words()).noneMatch(words -> words.contains("those in"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.4, 0.6, 1, 3})
    void records_areWhatCameInBeforeOneDate(double growth) {
        Storage storage = THREE.withYearlyGrowth(ratio(growth));
        double logs = 7000 * grownDays(growth, 30, 2555);
        double orders = 500 * grownDays(growth, 400, 2555);
        double photos = 110 * grownDays(growth, 2555, 2555);
        assertNear(logs, storage.records("log").to(ONES), 1e-9);
        assertNear(orders, storage.records("order").to(ONES), 1e-9);
        assertNear(photos, storage.records("photo").to(ONES), 1e-9);
        assertNear(2 * logs + 3 * orders + 50 * photos, storage.physical().to(KB), 1e-9);
    }

    /** It was counted as it is after 30 d, 212,931 logs, when the photos were counted as they are after 7 y. */
    @Test
    void records_ofAShortRetention_growUntilTheLongestIsFull() {
        double logs = THREE.withYearlyGrowth(ratio(1.4)).records("log").to(ONES);
        assertThat(logs).isBetween(210_000 * Math.pow(1.4, 7 - 30 / 365.0), 210_000 * Math.pow(1.4, 7));
    }

    /** Every case of the range of growth is the answer with that growth, so its ends go with the ends. */
    @Test
    void records_growthIsARange() {
        Ratio growth = assume("growth", Ranges.between(ratio(1.2), ratio(1.6)), "survey");
        var logs = THREE.withYearlyGrowth(growth).records("log");
        assertNear(7000 * grownDays(1.2, 30, 2555), logs.p5().to(ONES), 1e-6);
        assertNear(7000 * grownDays(1.6, 30, 2555), logs.p95().to(ONES), 1e-6);
    }

    /** The longest is that of each case; it is never below a retention, of which the formula has no answer. */
    @Test
    void records_retentionsAreRanges() {
        Storage storage = Storage.builder()
                .kind(kind("log", 7000, 2, Ranges.between(days(20), days(90))))
                .kind(kind("order", 500, 3, days(50)))
                .yearlyGrowth(ratio(1.4))
                .build();
        assertNear(7000 * grownDays(1.4, 90, 90), storage.records("log").p95().to(ONES), 1e-2);
        assertNear(500 * grownDays(1.4, 50, 90), storage.records("order").p95().to(ONES), 1e-2);
        assertNear(500 * grownDays(1.4, 50, 50), storage.records("order").p5().to(ONES), 1e-9);
    }

    @Test
    void records_oneRetentionOfItsOwn_asAlone() {
        RecordKind log = kind("log", 7000, 2, days(30));
        Storage alone = Storage.builder().kind(log).yearlyGrowth(ratio(1.4)).build();
        assertNear(7000 * grownDays(1.4, 30, 30), alone.records().to(ONES), 1e-9);
        Storage same = alone.withKinds(log, kind("order", 500, 3, days(30)));
        assertThat(same.records("log")).isEqualTo(alone.records("log"));
    }

    @Test
    void given_growthOrRetention_isTheModelWithIt() {
        Storage growing = THREE.withYearlyGrowth(ratio(1.4));
        assertThat(THREE.physical().given("yearly growth", ratio(1.4))).isEqualTo(growing.physical());
        assertThat(growing.records("log").given("retention", years(9)))
                .isEqualTo(growing.withRetention(years(9)).records("log"));
    }

    @Test
    void records_explanation() {
        assertThat(THREE.withYearlyGrowth(ratio(1.4)).records("log").explain().toString())
                .contains("time until all kinds are full = max(log retention, order retention, retention)")
                .contains(
                        "= average of yearly growth^(t ÷ 1 y) for t = time until all kinds are full − log retention … time"
                                + " until all kinds are full")
                .contains("= average of 1.4^(t ÷ 1 y) for t = 7 y − 30 d … 7 y");
        assertThat(THREE.records("log").explain().toString()).doesNotContain("full");
    }

    @Test
    void newPerDay_staysThatOfTheStart() {
        assertNear(7000 * 2, THREE.withYearlyGrowth(ratio(1.4)).newPerDay("log").to(KB));
        assertThat(THREE.retention().orElseThrow().to(DAYS)).isEqualTo(2555);
    }

    /** Days of the rate at the start: gᵗ over the last days, by the midpoint rule, wrong by (r ln g ÷ n)² ÷ 24. */
    private static double grownDays(double growth, double last, double until) {
        int n = 200_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.pow(growth, (until - last + (i + 0.5) * last / n) / 365);
        }
        return sum * last / n;
    }
}
