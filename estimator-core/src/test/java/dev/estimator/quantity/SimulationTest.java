package dev.estimator.quantity;

import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.queueing.Staffing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
    private static final Count USERS = assume("users", between(million(5), million(20)));
    private static final Bytes TEXT = assume("text", between(kb(2), kb(9)));
    private static final Bytes PICTURE = assume("picture", between(kb(20), kb(300)));
    private static final Bytes PAGE = TEXT.plus(PICTURE).named("page");

    /** A product, so no draws are needed. */
    private static final Bytes TEXTS = USERS.times(TEXT).named("texts");

    @Test
    void of_refused() {
        assertRefused("quantities must not be empty: there is nothing to simulate", () -> Simulation.of());
        assertRefused("quantities must not be empty: there is nothing to simulate", () -> Simulation.of(List.of()));
    }

    @Test
    void withSeed() {
        Simulation simulation = Simulation.of(PAGE);
        Bytes p95 = simulation.summary(PAGE).p95();
        assertThat(simulation.withSeed(0).summary(PAGE).p95()).isEqualTo(p95);
        assertThat(simulation.withSeed(1).summary(PAGE).p95()).isNotEqualTo(p95);
        assertThat(simulation.withSeed(1).withSeed(0).summary(PAGE).p95()).isEqualTo(p95);
        assertThat(simulation.summary(PAGE).p95()).isEqualTo(p95);
        assertThat(PAGE.p95()).isEqualTo(p95);
    }

    @Test
    void withSeed_exact() {
        assertThat(Simulation.of(TEXTS).withSeed(1).summary(TEXTS).p95())
                .isEqualTo(Simulation.of(TEXTS).withSeed(2).summary(TEXTS).p95());
    }

    @Test
    void withSamples() {
        assertThat(Simulation.of(PAGE).samples()).isEqualTo(16_384);
        assertThat(Simulation.of(PAGE).withSamples(1024).samples()).isEqualTo(1024);
        assertThat(Simulation.of(PAGE).withSamples(1 << 17).samples()).isEqualTo(1 << 17);
        assertThat(Simulation.of(TEXTS).withSamples(1024).samples()).isZero();
        assertThat(Simulation.of(PAGE)
                        .withTolerance(percent(0.01))
                        .withSamples(2048)
                        .samples())
                .as("the last word counts")
                .isEqualTo(2048);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1024",
        "1023, 1024",
        "0, 1024",
        "-1, 1024",
        "-2147483648, 1024",
        "16383, 8192",
        "3000000, 2097152",
        "8388608, 4194304",
        "2147483647, 4194304"
    })
    void withSamples_refused(int samples, int near) {
        assertRefused(
                "samples must be a power of two from 1024 to 4194304 but was " + samples + ": take for example " + near,
                () -> Simulation.of(PAGE).withSamples(samples));
    }

    @Test
    void withTolerance() {
        Simulation rough = Simulation.of(PAGE).withTolerance(percent(5));
        Simulation fine = Simulation.of(PAGE).withTolerance(percent(0.3));
        assertThat(rough.tolerance()).isLessThanOrEqualTo(ratio(0.05));
        assertThat(fine.tolerance()).isLessThanOrEqualTo(ratio(0.003));
        assertThat(fine.samples()).isGreaterThan(rough.samples());
        assertThat(Integer.bitCount(fine.samples())).isEqualTo(1);
        Figure<Bytes> p95 = fine.summary(PAGE).percentileFigure(95);
        assertThat(p95.high().div(p95.value()).value()).isLessThanOrEqualTo(1.003);
        assertThat(p95.low().div(p95.value()).value()).isGreaterThanOrEqualTo(0.997);
    }

    @Test
    void tolerance_ofExact() {
        assertThat(Simulation.of(TEXTS).withTolerance(percent(1)).tolerance()).isEqualTo(ratio(0));
    }

    /** Percentiles of servers follow from those of the rate, but the mean of what goes up in steps is drawn. */
    @Test
    void withTolerance_percentilesExact_meanDrawn() {
        Count servers = Staffing.of(assume("rate", uniform(qps(100), qps(300))), ms(50))
                .forMeanWait(ms(2))
                .servers();
        Simulation simulation = Simulation.of(servers).withTolerance(percent(0.05));
        assertThat(simulation.isExact()).isFalse();
        assertThat(simulation.tolerance().value()).isPositive().isLessThanOrEqualTo(5e-4);
        assertThat(simulation.toString())
                .startsWith("servers = 15 (9 … 20), mean 14.6 ± 0.0")
                .contains(", percentiles exact\n", " draws from seed 0, within ");
        assertThat(simulation.summary(servers).probabilityAtMost(count(15)).isExact())
                .isTrue();
        Figure<Count> mean = simulation.summary(servers).mean();
        assertThat(mean.isExact()).isFalse();
        // 9 and the chances of each further one, from the rates at which it is needed, found in Python
        assertThat(mean.low().value()).isLessThan(14.5725321);
        assertThat(mean.high().value()).isGreaterThan(14.5725321);
    }

    @Test
    void tolerance_refused() {
        assertRefused(
                "tolerance must be above 0% but was 0%: no number of draws is enough for that",
                () -> Simulation.of(PAGE).withTolerance(percent(0)));
        assertThatThrownBy(() -> Simulation.of(PAGE).tolerance())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no tolerance was asked for: ask with withTolerance(percent(1))");
        assertThatThrownBy(() -> Simulation.of(PAGE)
                        .withTolerance(percent(1))
                        .withSamples(1024)
                        .tolerance())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withThreads() {
        String expected = Simulation.of(PAGE, TEXTS).toString();
        for (int threads : new int[] {1, 2, 3, 8}) {
            Simulation simulation = Simulation.of(PAGE, TEXTS).withThreads(threads);
            assertThat(simulation).hasToString(expected);
            assertThat(simulation.summary(PAGE).p95()).isEqualTo(PAGE.p95());
        }
        assertRefused(
                "threads must be at least 1 but was 0",
                () -> Simulation.of(PAGE).withThreads(0));
        assertRefused(
                "threads must be at least 1 but was -3",
                () -> Simulation.of(PAGE).withThreads(-3));
    }

    @Test
    void withProgress() {
        List<Integer> done = new ArrayList<>();
        Simulation simulation = Simulation.of(PAGE).withSamples(1 << 13).withProgress(done::add);
        assertThat(done).isEmpty();
        simulation.summary(PAGE);
        assertThat(done).isSorted().hasSize(16).endsWith(1 << 13);
        simulation.summary(PAGE);
        assertThat(done).as("runs once").hasSize(16);
    }

    @Test
    void withProgress_exact_isToldNothing() {
        List<Integer> done = new ArrayList<>();
        Simulation.of(TEXTS).withProgress(done::add).summary(TEXTS);
        assertThat(done).isEmpty();
    }

    /** What is asked for alone is the same as what is asked for together. */
    @Test
    void summary_ofSeveral_areOfOneSetOfDraws() {
        Bytes twice = PAGE.plus(PAGE).named("twice");
        Bytes part = PICTURE.max(TEXT);
        Simulation simulation = Simulation.of(PAGE, twice, part, TEXTS);
        for (double percent : new double[] {1, 5, 37, 50, 95, 99.9}) {
            Bytes page = simulation.summary(PAGE).percentile(percent);
            assertThat(simulation.summary(twice).percentile(percent)).isEqualTo(page.times(2));
            assertThat(simulation.summary(part).percentile(percent)).isLessThanOrEqualTo(page);
        }
        assertThat(simulation.summary(TEXTS).isExact()).isTrue();
        assertThat(simulation.summary(PAGE).isExact()).isFalse();
        assertThat(simulation.isExact()).isFalse();
        assertThat(Simulation.of(TEXTS, TEXT).isExact()).isTrue();
    }

    @Test
    void summary_ofAnother() {
        assertRefused(
                "quantity must be one that this simulation was made for but was page: add it to Simulation.of(...)",
                () -> Simulation.of(TEXTS).summary(PAGE));
        assertRefused(
                "quantity must be one that this simulation was made for but was 3 kB: add it to Simulation.of(...)",
                () -> Simulation.of(TEXTS).summary(kb(3)));
    }

    /** The same calculation, made again, is the same quantity. */
    @Test
    void summary_ofAnEqualQuantity() {
        Bytes again = TEXT.plus(PICTURE);
        assertThat(Simulation.of(PAGE).summary(again).p95()).isEqualTo(PAGE.p95());
    }

    @Test
    void summary_interrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Simulation.of(PAGE).summary(PAGE))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 1 of 32 blocks");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void summary_noAnswer() {
        Bytes left = tb(2).minus(between(tb(1), tb(2)));
        assertThatThrownBy(() -> Simulation.of(left).summary(left))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("would be below zero in ");
    }

    @Test
    void toString_exact() {
        Availability web = assume("web", between(percentUp(99), percentUp(99.9)));
        assertThat(Simulation.of(TEXTS, web, count(3))).hasToString("""
                texts = 42 GB (15 … 118), mean 51 GB, exact
                web = 99.68% (99% … 99.9%), mean 99.6% (2.4 nines), exact
                3, mean 3, exact
                no draws needed""");
    }

    @Test
    void toString_drawn() {
        assertThat(Simulation.of(PAGE, TEXT)).hasToString("""
                page = 82 kB (25 … 305), mean 113 kB, p95 ± 0.3%
                text = 4.2 kB (2 … 9), mean 4.7 kB, exact
                16384 draws from seed 0""");
        assertThat(Simulation.of(PAGE).withSeed(7).withTolerance(percent(2))).hasToString("""
                page = 82 kB (25 … 304), mean 113 kB, p95 ± 0.4%
                16384 draws from seed 7, within 2%""");
        assertThat(Simulation.of(TEXT).withSeed(7).withTolerance(percent(2))).hasToString("""
                text = 4.2 kB (2 … 9), mean 4.7 kB, exact
                no draws needed""");
    }
}
