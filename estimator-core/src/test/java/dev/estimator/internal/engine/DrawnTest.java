package dev.estimator.internal.engine;

import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.internal.range.Gauss;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Distributions that are drawn, against closed forms; seeds are fixed, so no test fails by chance. */
class DrawnTest {
    private static final double Z95 = 1.6448536269514722;
    private static final int SEEDS = 400;

    private final Bytes text = assume("text", normal(kb(40), kb(3)));
    private final Bytes picture = assume("picture", normal(kb(90), kb(4)));

    /** A sum of normals is normal: 130 kB ± 5 kB. */
    @Test
    void sumOfNormals() {
        Distribution sum = Models.drawn(text.plus(picture), 1 << 16, 1);
        for (double z : new double[] {-1.9, -0.6, 0.7, 2.1}) {
            assertThat(sum.quantile(Gauss.cumulative(z)).value()).isCloseTo(130_000 + 5_000 * z, within(15.0));
        }
        assertThat(sum.mean().value()).isCloseTo(130_000, within(0.5));
        assertThat(sum.standardDeviation().value()).isCloseTo(5_000, within(2.0));
    }

    /** The largest of five is at most x with probability F(x)⁵. */
    @Test
    void orderStatistics() {
        TimeSpan slowest = assume("part 0", uniform(ms(10), ms(30)));
        for (int i = 1; i < 5; i++) {
            slowest = slowest.max(assume("part " + i, uniform(ms(10), ms(30))));
        }
        Distribution largest = Models.drawn(slowest, 1 << 16, 3);
        assertThat(largest.quantile(0.5).value()).isCloseTo(0.01 + 0.02 * Math.pow(0.5, 0.2), within(2e-5));
        assertThat(largest.cumulative(0.025).value()).isCloseTo(Math.pow(0.75, 5), within(1e-3));
        assertThat(largest.mean().value()).isCloseTo(0.01 + 0.02 * 5 / 6, within(1e-6));
    }

    @Test
    void ceilingOfARatio() {
        Count servers =
                average().div(assume("per server", between(qps(200), qps(800)))).ceil();
        Distribution drawn = Models.drawn(servers, 1 << 16, 5);
        double sigma = Math.log(2) / Z95 * Math.sqrt(3);
        for (int n : new int[] {3, 6, 20}) {
            double expected = Gauss.cumulative((Math.log(n) - Math.log(2e8 / 86_400 / 400)) / sigma);
            assertThat(drawn.cumulative(n).value()).isCloseTo(expected, within(2e-3));
        }
    }

    private static Qps average() {
        return assume("users", between(million(5), million(20)))
                .times(assume("requests", between(count(10), count(40))))
                .per(DAY);
    }

    /** ln of the product has variance {@code σ₁² + σ₂² + 2 ρ σ₁ σ₂}. */
    @Test
    void correlatedPair() {
        Count users = assume("users", between(million(5), million(20)));
        Count requests = assume("requests", between(count(10), count(90)));
        double a = Math.log(2) / Z95;
        double b = Math.log(3) / Z95;
        for (double rho : new double[] {-0.7, 0.4, 0.95}) {
            Distribution product = Models.found(correlated(users, requests, rho).times(requests));
            double sigma = Math.sqrt(a * a + b * b + 2 * rho * a * b);
            for (double z : new double[] {-1.3, 0.5, 1.7}) {
                assertThat(product.quantile(Gauss.cumulative(z)).value())
                        .isCloseTo(3e8 * Math.exp(z * sigma), Percentage.withPercentage(1.5));
            }
        }
    }

    @Test
    void correlated_keepsTheMarginals() {
        Count users = assume("users", between(million(5), million(20)));
        Count linked = correlated(users, assume("requests", between(count(10), count(90))), 0.8);
        Distribution marginal = Models.drawn(linked, 1 << 14, 0);
        assertThat(marginal.quantile(0.95).value()).isCloseTo(2e7, Percentage.withPercentage(0.5));
        assertThat(marginal.quantile(0.05).value()).isCloseTo(5e6, Percentage.withPercentage(0.5));
    }

    /**
     * The stated 95 % interval covers the truth in 93 % to 97 % of 400 seeds; one standard error of that share is 1.1
     * %.
     */
    @Test
    void statedError_isHonest() {
        Bytes sum = text.plus(picture);
        int[] covered = new int[4];
        for (int seed = 0; seed < SEEDS; seed++) {
            Distribution found = Models.drawn(sum, 1 << 10, seed);
            Estimate[] quantiles = found.quantiles(0.05, 0.5, 0.95, 0.99);
            double[] truth = {
                130_000 - 5_000 * Z95, 130_000, 130_000 + 5_000 * Z95, 130_000 + 5_000 * 2.3263478740408408
            };
            for (int i = 0; i < truth.length; i++) {
                covered[i] += Models.isWithin(quantiles[i], truth[i]) ? 1 : 0;
            }
            assertThat(found.mean().value()).isCloseTo(130_000, Percentage.withPercentage(1e-9)); // adds up, not drawn
        }
        assertThat(Arrays.stream(covered)
                        .mapToDouble(c -> c / (double) SEEDS)
                        .boxed()
                        .toList())
                .allSatisfy(share -> assertThat(share).isBetween(0.93, 0.97));
    }

    /** Volumes that merely multiply are not drawn: p95 within 0.1 % with 16,384 draws, where drawing all has 1 %. */
    @Test
    void splitting_isFarMoreAccurate() {
        Bytes upload = text.plus(picture).plus(assume("video", between(kb(20), kb(700))));
        Bytes stored = average().times(years(3)).times(upload).times(assume("copies", uniform(ratio(2), ratio(3))));
        Estimate split = Models.found(stored).quantile(0.95);
        Estimate drawn = Models.drawn(stored, 1 << 14, 0).quantile(0.95);
        assertThat(split.relativeHalfWidth())
                .isLessThan(drawn.relativeHalfWidth() / 5)
                .isLessThan(0.0015);
        assertThat(split.value()).isBetween(drawn.low() * 0.99, drawn.high() * 1.01);
    }

    /** The interval of a split estimate is honest as well; the truth is that of 4 million draws of the rest. */
    @Test
    void splitting_isHonest() {
        Bytes upload = text.plus(picture).plus(assume("video", between(kb(20), kb(700))));
        Bytes stored = average().times(upload).times(SECOND).times(1);
        Settings most = Settings.USUAL.withSamples(1 << 20).withSeed(99);
        double truth = Engine.run(Models.nodes(stored), most)
                .distributions()
                .get(0)
                .quantile(0.95)
                .value();
        int covered = 0;
        for (int seed = 0; seed < 100; seed++) {
            Settings few = Settings.USUAL.withSamples(1 << 10).withSeed(seed);
            Estimate found =
                    Engine.run(Models.nodes(stored), few).distributions().get(0).quantile(0.95);
            covered += Models.isWithin(found, truth) ? 1 : 0;
        }
        assertThat(covered).isBetween(89, 100);
    }

    @Test
    void sameSeed_sameBits_onAnyNumberOfThreads() {
        Quantity<?> model = Models.sumOf(7);
        List<Found> found = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3, 7}) {
            Settings settings = Settings.USUAL.withSeed(11).withThreads(threads);
            Distribution d =
                    Engine.run(Models.nodes(model), settings).distributions().get(0);
            found.add(new Found(d.quantile(0.95), d.mean(), d.standardDeviation()));
        }
        assertThat(new HashSet<>(found)).hasSize(1);
    }

    /** So many that blocks are longer and tables not always kept: of 250 ranges 77 differ. */
    @Test
    void manyAssumptions_sameBits_onAnyNumberOfThreads() {
        List<Double> found = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3, 5}) {
            Settings settings = Settings.USUAL.withSeed(12).withSamples(1 << 13).withThreads(threads);
            found.add(Engine.run(Models.nodes(Models.sumOf(250)), settings)
                    .distributions()
                    .get(0)
                    .quantile(0.95)
                    .value());
        }
        assertThat(new HashSet<>(found)).hasSize(1);
    }

    /** What is drawn for all rows at once, with tables that are made and left, is what is drawn block by block. */
    @Test
    void draws_areTheSame_inBlocksOfAnyLength() {
        Program program = Program.of(Models.nodes(Models.sumOf(120), text, picture));
        var draws = new Draws(program, 13, 256);
        int rows = draws.rows();
        double[] whole = new double[rows];
        double[] block = new double[rows];
        for (int leaf = 0; leaf < program.leaves().size(); leaf++) {
            draws.reader(rows).from(0).fill(leaf, whole, rows);
            Draws.Reader reader = draws.reader(128);
            for (int from = 0; from < rows; from += 128) {
                reader.from(from).fill(leaf, block, 128);
                assertThat(Arrays.copyOf(block, 128)).isEqualTo(Arrays.copyOfRange(whole, from, from + 128));
            }
        }
    }

    private record Found(Estimate p95, Estimate mean, Estimate sd) {}

    @Test
    void otherSeed_otherBits() {
        Set<Double> values = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            values.add(
                    Models.drawn(Models.sumOf(3), 1 << 10, seed).quantile(0.95).value());
        }
        assertThat(values).hasSize(20);
    }

    /** What one assumption draws does not depend on which others there are. */
    @Test
    void anotherAssumption_leavesDrawsAsTheyAre() {
        Bytes alone = text.plus(picture);
        Bytes beside = assume("video", between(kb(1), kb(2)));
        Settings settings = Settings.USUAL.drawingAll();
        double before = Engine.run(Models.nodes(alone), settings)
                .distributions()
                .get(0)
                .mean()
                .value();
        double after = Engine.run(Models.nodes(beside.plus(text), alone), settings)
                .distributions()
                .get(1)
                .mean()
                .value();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void manyAssumptions() {
        Distribution sum = Models.found(Models.sumOf(200));
        assertThat(sum.mean().value()).isCloseTo(meanOfSum(200), Percentage.withPercentage(1e-9));
        assertThat(sum.mean().isExact()).isTrue();
    }

    /** Beyond the 1,000 dimensions of the sequence inputs are drawn independently; the mean is still right. */
    @Test
    void moreAssumptionsThanDimensions() {
        Distribution sum = Models.found(Models.sumOf(1_100));
        assertThat(sum.mean().value()).isCloseTo(meanOfSum(1_100), Percentage.withPercentage(0.1));
        assertThat(sum.quantile(0.95).value()).isGreaterThan(sum.mean().value());
    }

    /** {@code Σ √(low × high) × e^(σ²/2)}. */
    private static double meanOfSum(int n) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            double low = 1000.0 * (1 + i % 7);
            double high = 1000.0 * (10 + i % 11);
            double sigma = Math.log(high / low) / (2 * Z95);
            mean += Math.sqrt(low * high) * Math.exp(sigma * sigma / 2);
        }
        return mean;
    }

    @Test
    void longChain() {
        Count sum = assume("x", between(count(1), count(4)));
        for (int i = 0; i < 10_000; i++) {
            sum = sum.plus(count(1)).times(0.5);
        }
        // Halving towards 1 leaves nothing of x.
        assertThat(Models.found(sum).quantile(0.95).value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void interrupted_stopsAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        Settings settings = Settings.USUAL.withSamples(1 << 20);
        assertThatThrownBy(() -> Engine.run(Models.nodes(Models.sumOf(5)), settings))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 1 of 2048 blocks");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void threads_endWithTheCall() {
        Engine.run(Models.nodes(Models.sumOf(5)), Settings.USUAL.withThreads(4));
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().startsWith("estimator-"));
    }

    @Test
    void progress_risesToTheNumberOfDraws() {
        List<Integer> done = new ArrayList<>();
        Engine.run(Models.nodes(Models.sumOf(3)), Settings.USUAL.withProgress(done::add));
        assertThat(done).isSorted().hasSize(32).endsWith(1 << 14);
    }

    @Test
    void tolerance_isMetWithAsManyDrawsAsNeeded() {
        Quantity<?> model = Models.sumOf(4);
        Engine.Result rough = Engine.run(Models.nodes(model), Settings.USUAL.withTolerance(0.02));
        Engine.Result fine = Engine.run(Models.nodes(model), Settings.USUAL.withTolerance(0.004));
        assertThat(rough.tolerance()).isLessThanOrEqualTo(0.02);
        assertThat(fine.tolerance()).isLessThanOrEqualTo(0.004);
        assertThat(fine.samples()).isGreaterThan(rough.samples());
    }

    @Test
    void belowZero_isRefusedWithTheStepAndHowOften() {
        Bytes left = assume("disk", tb(2)).minus(assume("used", between(tb(1), tb(2))));
        assertThatThrownBy(() -> Models.found(left).quantile(0.5))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageMatching(
                        "disk − used would be below zero in 819 of 16,384 draws, which no Bytes can be: to stop at"
                                + " zero take away no more than there is, a.minus\\(b.min\\(a\\)\\)");
    }
}
