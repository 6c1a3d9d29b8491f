package dev.estimator.examples;

import static dev.estimator.analysis.Questions.drivers;
import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.TB;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sqrt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Probability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * A product of log-normal ranges is log-normal: its median is the product of the geometric means, and the variance of
 * its logarithm the sum of theirs. Probabilities are from Python's {@code statistics.NormalDist}.
 */
class ExampleRangesTest {
    private static final Percentage EXACT = Percentage.withPercentage(1e-5);

    /** The 95th percentile of the standard normal distribution. */
    private static final double Z95 = 1.6448536269514722;

    private static final double LINKS = log(400.0 / 25) / 2 / Z95;
    private static final double SIZE = log(500.0 / 100) / 2 / Z95;

    @Test
    void urlShortener_disk() {
        Bytes disk = UrlShortener.likelyDisk();
        double median = sqrt(25e6 * 400e6) * 120 * sqrt(100 * 500) * 3 / 1e12;
        double sd = sqrt(LINKS * LINKS + SIZE * SIZE);
        assertThat(disk.to(TB)).isCloseTo(median, EXACT);
        assertThat(disk.p5().to(TB)).isCloseTo(median * exp(-Z95 * sd), EXACT);
        assertThat(disk.p95().to(TB)).isCloseTo(median * exp(Z95 * sd), EXACT);
        assertExactly(0.824_817_621_726, limit(disk).atMost(tb(20)).probability());
    }

    @Test
    void urlShortener_diskDrivers() {
        Drivers<Bytes> drivers = drivers(UrlShortener.likelyDisk());
        double links = LINKS * LINKS / (LINKS * LINKS + SIZE * SIZE);
        assertThat(shares(drivers)).usingComparatorWithPrecision(1e-6).containsExactly(links, 1 - links);
        assertThat(drivers.drivers().get(0).assumption()).isEqualTo(UrlShortener.LIKELY_LINKS);
    }

    /** With more links a month, the 95th percentile of the disks would be above the budget. */
    @Test
    void urlShortener_largestNumberOfLinks() {
        double most = 20e12 / (120 * sqrt(100 * 500) * 3 * exp(Z95 * SIZE));
        assertThat(largest(UrlShortener.LIKELY_LINKS)
                        .withConfidence(percent(95))
                        .suchThat(limit(UrlShortener.likelyDisk()).atMost(tb(20)))
                        .orThrow()
                        .to(ONES))
                .isCloseTo(most, EXACT);
    }

    @Test
    void youTube_cost() {
        Money cost = YouTube.likelyCost();
        double median = 5e6 * sqrt(2.5 * 10) * sqrt(0.1 * 0.3) * sqrt(0.02 * 0.05);
        double sd =
                sqrt(DoubleStream.of(log(4), log(3), log(2.5)).map(s -> s * s).sum()) / 2 / Z95;
        assertThat(cost.amount()).isCloseTo(median, EXACT);
        assertThat(cost.p5().amount()).isCloseTo(median * exp(-Z95 * sd), EXACT);
        assertThat(cost.p95().amount()).isCloseTo(median * exp(Z95 * sd), EXACT);
        assertExactly(0.559_831_850_592, limit(cost).atMost(usd(150_000)).probability());
    }

    /** The ceiling keeps percentiles: 3.837, 7.748 and 15.646 TB on disks of 2 TB that are filled to 85 %. */
    @Test
    void logSearch_nodes() {
        Count nodes = LogSearch.likelyNodes();
        assertThat(nodes).isEqualByComparingTo(count(5));
        assertThat(nodes.p5()).isEqualTo(count(3));
        assertThat(nodes.p95()).isEqualTo(count(10));
        assertExactly(0.585_831_834_055, limit(nodes).atMost(count(5)).probability());
        assertExactly(0.906_062_676_080, limit(nodes).atMost(count(8)).probability());
    }

    /** What was published has no range, and stays as it was. */
    @Test
    void published_isNotUncertain() {
        assertThat(UrlShortener.storage().physical().isUncertain()).isFalse();
        assertThat(YouTube.cdnCost().isUncertain()).isFalse();
        assertThat(LogSearch.nodes().servers().isUncertain()).isFalse();
    }

    private static void assertExactly(double expected, Probability actual) {
        assertThat(actual.figure().isExact()).isTrue();
        assertThat(actual.share().value()).isCloseTo(expected, EXACT);
    }

    private static double[] shares(Drivers<?> drivers) {
        return drivers.drivers().stream().mapToDouble(d -> d.share().value()).toArray();
    }
}
