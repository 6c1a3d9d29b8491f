package dev.estimator.analysis;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.KB;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.TB;
import static dev.estimator.quantity.Units.TRILLIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final Count USERS = assume("users", million(10));
    private static final Bytes SIZE = assume("size", kb(4));
    private static final Ratio PEAK = assume("peak", between(ratio(2), ratio(5)));

    private static final Qps RATE = USERS.times(count(20)).per(DAY).times(PEAK).named("rate");
    private static final Count SERVERS = RATE.div(qps(700)).ceil().named("servers");
    private static final Bytes STORED =
            USERS.times(SIZE).plus(tb(1)).times(years(3).div(DAY)).named("stored");

    private static final Sweep SWEEP = Sweep.of(SERVERS, STORED).over(USERS, SIZE);

    @Test
    void evaluate_equalsGiven() {
        int rows = 1000;
        var random = new Random(7);
        double[] users = random.doubles(rows, 0, 100).toArray();
        double[] sizes = random.doubles(rows, 0.1, 50).toArray();
        SweepTable table = SWEEP.evaluate(SweepColumn.of(USERS, MILLIONS, users), SweepColumn.of(SIZE, KB, sizes));
        assertThat(table.rows()).isEqualTo(rows);
        double[] stored = table.values(STORED, B);
        for (int row = 0; row < rows; row++) {
            Count givenUsers = million(users[row]);
            double expected =
                    STORED.given(USERS, givenUsers).given(SIZE, kb(sizes[row])).to(B);
            assertThat(stored[row]).isCloseTo(expected, within(1e-12 * expected));
            assertThat(table.at(STORED, row).to(B)).isEqualTo(stored[row]);
            assertThat(table.at(SERVERS, row).value())
                    .isEqualTo(SERVERS.given(USERS, givenUsers).value());
        }
    }

    /** Ranges that do not vary are at their best guess. */
    @Test
    void evaluate_ofRanges() {
        SweepTable table = Sweep.of(RATE).over(USERS).evaluate(SweepColumn.of(USERS, List.of(million(1), million(3))));
        assertThat(table.at(RATE, 1).to(PER_SECOND)).isCloseTo(3e6 * 20 / 86_400 * Math.sqrt(10), within(1e-9));
        assertThat(table.at(RATE, 1).isUncertain()).isFalse();
        SweepTable over = Sweep.of(RATE).over(PEAK).evaluate(SweepColumn.of(PEAK, List.of(ratio(2), ratio(7))));
        assertThat(over.at(RATE, 1).to(PER_SECOND)).isCloseTo(1e7 * 20 / 86_400 * 7, within(1e-9));
    }

    @Test
    void evaluate_orderOfColumns_doesNotMatter() {
        SweepColumn<Count> users = SweepColumn.of(USERS, MILLIONS, 1, 2, 5);
        SweepColumn<Bytes> sizes = SweepColumn.of(SIZE, KB, 4, 8, 16);
        assertThat(SWEEP.evaluate(sizes, users).values(STORED, TB))
                .isEqualTo(SWEEP.evaluate(users, sizes).values(STORED, TB));
    }

    /** Certain quantities of one value are equal, but not one output. */
    @Test
    void evaluate_outputsOfTheSameBestGuess() {
        Count twice = USERS.times(2);
        Count more = USERS.plus(million(10));
        SweepTable table = Sweep.of(twice, more).over(USERS).evaluate(SweepColumn.of(USERS, MILLIONS, 1));
        assertThat(twice).isEqualTo(more);
        assertThat(table.at(twice, 0)).isEqualTo(million(2));
        assertThat(table.at(more, 0)).isEqualTo(million(11));
        assertThat(table.at(USERS.plus(million(10)), 0)).isEqualTo(million(11));
    }

    @Test
    void evaluate_availability() {
        Availability web = assume("web", percentUp(99.9));
        Availability both = web.times(percentUp(99.5)).named("both");
        SweepTable table =
                Sweep.of(both).over(web).evaluate(SweepColumn.of(web, List.of(percentUp(99), percentUp(99.99))));
        assertThat(table.at(both, 0).value()).isCloseTo(0.99 * 0.995, within(1e-15));
        assertThat(table.at(both, 1).value()).isCloseTo(0.9999 * 0.995, within(1e-15));
    }

    /** 4,096 draws, and a percentile of the log-normal that is exact otherwise. */
    @Test
    void percentiles_nearToThoseOfGiven() {
        double[] users = {1, 3, 8, 20};
        SweepTable table = Sweep.of(RATE, SERVERS)
                .over(USERS)
                .withPercentiles(5.0, 50.0, 95.0)
                .evaluate(SweepColumn.of(USERS, MILLIONS, users));
        for (int row = 0; row < users.length; row++) {
            Qps rate = RATE.given(USERS, million(users[row]));
            for (double percent : new double[] {5, 50, 95}) {
                double ratio = table.percentile(RATE, percent, row)
                        .div(rate.percentile(percent))
                        .value();
                assertThat(ratio).isCloseTo(1, within(2e-3));
            }
            assertThat(table.percentiles(SERVERS, 95, ONES)[row])
                    .isEqualTo(SERVERS.given(USERS, million(users[row])).p95().value());
        }
    }

    /** The 5th percentile of an availability is a low one. */
    @Test
    void percentiles_availability() {
        Availability web = assume("web", percentUp(99.9));
        Availability both =
                web.times(assume("db", between(percentUp(99), percentUp(99.9)))).named("both");
        SweepTable table = Sweep.of(both)
                .over(web)
                .withPercentiles(5.0, 95.0)
                .evaluate(SweepColumn.of(web, List.of(percentUp(99), percentUp(99.99))));
        assertThat(table.percentile(both, 5, 0).value()).isCloseTo(0.99 * 0.99, within(1e-4));
        assertThat(table.percentile(both, 95, 0).value()).isCloseTo(0.99 * 0.999, within(1e-4));
        assertThat(table.percentile(both, 5, 1).value()).isCloseTo(0.9999 * 0.99, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void withThreads_sameBits(int threads) {
        double[] users = new Random(3).doubles(5000, 1, 100).toArray();
        double[] sizes = new Random(4).doubles(5000, 1, 100).toArray();
        SweepColumn<Count> first = SweepColumn.of(USERS, MILLIONS, users);
        SweepColumn<Bytes> second = SweepColumn.of(SIZE, KB, sizes);
        assertThat(SWEEP.withThreads(threads).evaluate(first, second).values(STORED, TB))
                .isEqualTo(SWEEP.evaluate(first, second).values(STORED, TB));
        SweepColumn<Count> few = SweepColumn.of(USERS, MILLIONS, 1, 2, 3, 5, 7);
        Sweep rates = Sweep.of(RATE).over(USERS);
        assertThat(rates.withThreads(threads).withPercentiles(95).evaluate(few).percentiles(RATE, 95, PER_SECOND))
                .isEqualTo(rates.withPercentiles(95).evaluate(few).percentiles(RATE, 95, PER_SECOND));
    }

    /** Stateless: what was computed before, with other columns, leaves no trace. */
    @Test
    void evaluate_again() {
        SweepColumn<Count> users = SweepColumn.of(USERS, MILLIONS, 1, 2, 5);
        SweepColumn<Bytes> sizes = SweepColumn.of(SIZE, KB, 4, 8, 16);
        double[] before = SWEEP.evaluate(users, sizes).values(STORED, TB);
        SWEEP.evaluate(SweepColumn.of(USERS, MILLIONS, 9), SweepColumn.of(SIZE, KB, 2));
        assertThat(SWEEP.evaluate(users, sizes).values(STORED, TB)).isEqualTo(before);
        before[0] = -1;
        assertThat(SWEEP.evaluate(users, sizes).values(STORED, TB)[0]).isPositive();
    }

    @Test
    void serialized_computesTheSame() throws IOException, ClassNotFoundException {
        SweepColumn<Count> users = SweepColumn.of(USERS, MILLIONS, 1, 2, 5);
        SweepColumn<Bytes> sizes = SweepColumn.of(SIZE, KB, 4, 8, 16);
        Sweep copy = copy(SWEEP);
        assertThat(copy.evaluate(users, sizes).values(STORED, TB))
                .isEqualTo(SWEEP.evaluate(users, sizes).values(STORED, TB));
        assertThat(copy.withPercentiles(5, 99).evaluate(users, sizes).percentiles(SERVERS, 99, ONES))
                .isEqualTo(SWEEP.withPercentiles(5, 99).evaluate(users, sizes).percentiles(SERVERS, 99, ONES));
        assertThat(copy).hasToString(SWEEP.toString());
    }

    @SuppressWarnings("BanSerializableRead") // what it reads, the test wrote
    private static Sweep copy(Sweep sweep) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(sweep);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Sweep) in.readObject();
        }
    }

    @Test
    void evaluate_progress() {
        List<Integer> done = new ArrayList<>();
        double[] users = new double[2000];
        Sweep.of(RATE).over(USERS).evaluate(done::add, SweepColumn.of(USERS, ONES, users));
        assertThat(done).isSorted().endsWith(2000);
    }

    @Test
    void evaluate_interrupted() {
        SweepColumn<Count> users = SweepColumn.of(USERS, ONES, new double[100_000]);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Sweep.of(RATE).over(USERS).evaluate(users))
                .isInstanceOf(CancellationException.class)
                .hasMessageMatching("interrupted after 1 of \\d+ blocks");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void evaluate_noAnswer() {
        Bytes left = tb(5).minus(SIZE);
        assertThatThrownBy(() -> Sweep.of(left).over(SIZE).evaluate(SweepColumn.of(SIZE, TB, 4, 6)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("would be below zero");
    }

    @Test
    void columns_refused() {
        SweepColumn<Count> users = SweepColumn.of(USERS, MILLIONS, 1, 2, 5);
        assertRefused(
                "columns must be one for each assumption but there is none for size", () -> SWEEP.evaluate(users));
        assertRefused("columns must be one for each assumption but there is none for users", () -> SWEEP.evaluate());
        assertRefused(
                "columns must be one for each assumption of the sweep but one was for the same twice: users",
                () -> SWEEP.evaluate(users, users));
        assertRefused(
                "columns must be one for each assumption of the sweep but one was for another: peak",
                () -> SWEEP.evaluate(users, SweepColumn.of(PEAK, List.of(ratio(1)))));
        assertRefused(
                "columns must be equally long and not empty but users has 3 rows and size has 2",
                () -> SWEEP.evaluate(users, SweepColumn.of(SIZE, KB, 1, 2)));
        assertRefused(
                "columns must be equally long and not empty but users has 0 rows and users has 0",
                () -> SWEEP.evaluate(SweepColumn.of(USERS, ONES), SweepColumn.of(SIZE, KB)));
    }

    @Test
    void column_refused() {
        assertRefused(
                "amounts must be finite and not negative but row 1 of size was -2.0",
                () -> SweepColumn.of(SIZE, KB, 1, -2, 3));
        assertRefused(
                "amounts must be finite and not negative but row 0 of size was NaN",
                () -> SweepColumn.of(SIZE, KB, Double.NaN));
        assertRefused(
                "amounts must be finite and not negative but row 2 of size was Infinity",
                () -> SweepColumn.of(SIZE, KB, 1, 2, Double.POSITIVE_INFINITY));
        assertRefused(
                "amounts must not be beyond any quantity but row 1 of users was 1.0E300",
                () -> SweepColumn.of(USERS, TRILLIONS, 1, 1e300));
        assertRefused(
                "values must be numbers but row 1 of peak was ×3.16 (×2 … ×5)",
                () -> SweepColumn.of(PEAK, List.of(ratio(1), PEAK)));
        Money cost = assume("cost", usd(3));
        assertRefused(
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice",
                () -> SweepColumn.of(cost, List.of(usd(2), eur(2))));
        assertRefused(
                "assumption must be an assumption or a range but 4 kB is a plain number: make one with assume(name,"
                        + " value)",
                () -> SweepColumn.of(kb(4), KB, 1));
    }

    @Test
    void over_refused() {
        assertRefused("outputs must not be empty: there is nothing to compute", () -> Sweep.of());
        assertRefused(
                "assumptions must not be empty: there is nothing to vary",
                () -> Sweep.of(RATE).over());
        assertRefused(
                "assumptions must be different but users was given twice",
                () -> Sweep.of(RATE).over(USERS, USERS));
        assertRefused(
                "no output depends on size: take it out", () -> Sweep.of(RATE).over(USERS, SIZE));
        assertRefused(
                "assumptions must be an assumption or a range but 3% is a plain number: make one with assume(name,"
                        + " value)",
                () -> Sweep.of(RATE).over(percent(3)));
        assertRefused("threads must be at least 1 but was 0", () -> SWEEP.withThreads(0));
    }

    @Test
    void percentiles_refused() {
        Sweep rates = Sweep.of(RATE).over(USERS);
        assertRefused("percents must be at least one but was none", () -> rates.withPercentiles());
        assertRefused("percents must be different but was [5.0, 7.0, 5.0]", () -> rates.withPercentiles(5, 7, 5));
        for (double bad : new double[] {0, 100, -1, Double.NaN}) {
            assertRefused(
                    "each of percents must be above 0 and below 100 but was " + bad,
                    () -> rates.withPercentiles(5, bad));
        }
    }

    @Test
    void table_refused() {
        Sweep rates = Sweep.of(RATE).over(USERS);
        SweepColumn<Count> users = SweepColumn.of(USERS, MILLIONS, 1, 2, 5);
        SweepTable percentiles = rates.withPercentiles(5.0, 95.0).evaluate(users);
        SweepTable values = rates.evaluate(users);
        assertRefused("output must be one of the sweep but was stored", () -> values.at(STORED, 0));
        assertThat(percentiles.at(RATE, 0)).isEqualTo(values.at(RATE, 0));
        assertRefused(
                "percent must be one that was asked for, [5.0, 95.0], but was 50.0: say withPercentiles(50.0)",
                () -> percentiles.percentile(RATE, 50, 0));
        assertRefused(
                "percent must be one that was asked for, and none was, but was 50.0: say withPercentiles(50.0)",
                () -> values.percentile(RATE, 50, 0));
    }

    @Test
    void toString_inWords() {
        assertThat(SWEEP).hasToString("sweep of servers, stored over users, size");
        SweepColumn<Count> users = SweepColumn.of(USERS, MILLIONS, 1, 2, 5);
        Sweep rates = Sweep.of(RATE).over(USERS);
        assertThat(rates.evaluate(users)).hasToString("3 rows of rate");
        assertThat(rates.withPercentiles(5.0, 95.0).evaluate(users))
                .hasToString("3 rows of rate, percentiles [5.0, 95.0]");
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
