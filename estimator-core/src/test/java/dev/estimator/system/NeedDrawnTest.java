package dev.estimator.system;

import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.sometimes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.Probability;
import dev.estimator.internal.graph.Inside;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.Report;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** How many instances must be up is another number in each case, beside all cases of two log-normal ranges. */
class NeedDrawnTest {
    private static final Qps BROWSED = assume("browsed", between(qps(70), qps(180)), "last year");
    private static final Qps BOUGHT = assume("bought", between(qps(30), qps(90)), "a guess");

    /** One of its instances carries 100 req/s. */
    private static Component component(String name, int instances) {
        return Component.named(name).serviceTime(ms(10), count(1)).instances(count(instances));
    }

    private static Architecture system(Component component) {
        return Architecture.of(
                UseCase.read("browse", qps(9), BROWSED, component), UseCase.write("buy", qps(5), BOUGHT, component));
    }

    /** How often one to five instances are needed, on a grid of the scores of both. */
    private static double[] shares() {
        int steps = 1_500;
        NormalDistribution normal = new NormalDistribution();
        double[] scores = IntStream.range(0, steps)
                .mapToDouble(i -> normal.inverseCumulativeProbability((i + 0.5) / steps))
                .toArray();
        double[] shares = new double[10];
        for (double one : scores) {
            for (double other : scores) {
                double load = logNormal(70, 180, one) + logNormal(30, 90, other);
                shares[(int) Math.ceil(load / 100)] += 1.0 / steps / steps;
            }
        }
        return shares;
    }

    private static double logNormal(double low, double high, double score) {
        return Math.sqrt(low * high) * Math.exp(Math.log(high / low) / 2 / 1.6448536269514722 * score);
    }

    private static double tooFew(int needed, int of, double up) {
        return needed > of ? 1 : new BinomialDistribution(null, of, up).cumulativeProbability(needed - 1);
    }

    private static double zoned(int needed, double up, double zone) {
        double three = Math.pow(zone, 3);
        double two = 3 * zone * zone * (1 - zone);
        return 1 - three * (1 - tooFew(needed, 3, up)) - two * (1 - tooFew(needed, 2, up));
    }

    private static void assertDrawn(Availability up, int instances, IntToDoubleFunction down) {
        assertThat(Inside.value(up)).isCloseTo(down.applyAsDouble(2), within(1e-14));
        double[] shares = shares();
        double sure = 0;
        for (int needed = 1; needed <= instances; needed++) {
            sure = needed == instances ? 1 : sure + shares[needed];
            Availability least = Availability.ofUnavailability(Math.min(1, down.applyAsDouble(needed) * (1 + 1e-9)));
            Share found = probabilityThat(up).isAtLeast(least).share();
            assertThat(found.value()).as(needed + " needed").isCloseTo(sure, within(0.002));
        }
    }

    @Test
    void availability_ofInstances() {
        Architecture system = system(component("api", 4).upPerInstance(percentUp(93)));
        assertDrawn(system.availability("browse"), 4, needed -> tooFew(needed, 4, 0.93));
        assertThat(system.availability("browse")).hasToString("99.87% (97.3% … 99.87%)");
    }

    /** With two zones left two instances are, which are too few for three. */
    @Test
    void availability_inZones() {
        Component api = component("api", 3).upPerInstance(percentUp(93)).zones(3, 1);
        assertDrawn(system(api).zones(percentUp(98)).availability("buy"), 3, needed -> zoned(needed, 0.93, 0.98));
    }

    /** Where more than both are needed both must be up: that they are overloaded stands with their utilization. */
    @Test
    void availability_whereTooFew() {
        Availability up =
                system(component("api", 2).upPerInstance(percentUp(93))).availability("buy");
        assertThat(up.unavailability().value()).isCloseTo(1 - 0.93 * 0.93, within(1e-14));
        assertThat(probabilityThat(up).isAtLeast(percentUp(99)).share().value()).isCloseTo(shares()[1], within(0.002));
        assertThat(probabilityThat(up).isAtLeast(percentUp(86)).share().value()).isOne();
    }

    /** One case of ten thousand needs two: no draw of a thousand does, and 'exactly 100 %' would not be so. */
    @Test
    void need_rarelyAnother() {
        Qps read = assume("read", between(qps(40), qps(70)), "last year");
        Component api = component("api", 3).upPerInstance(percentUp(99));
        Availability up = Architecture.of(UseCase.read("read", read, read, api)).availability("read");
        double oneIsEnough = new NormalDistribution()
                .cumulativeProbability(
                        Math.log(100 / Math.sqrt(40 * 70)) / (Math.log(70.0 / 40) / 2 / 1.6448536269514722));
        Probability kept = probabilityThat(up).isAtLeast(percentUp(99.99));
        assertThat(kept.share().value()).isCloseTo(oneIsEnough, within(1e-12));
        assertThat(kept).hasToString("99.9909%, exact");
        assertThat(up).hasToString("99.9999% (6 nines)");
    }

    /** What hardly any case needs is not called exact. */
    @Test
    void need_hardlyEverAnother() {
        Architecture system =
                system(component("api", 9).serviceTime(ms(1), count(1)).upPerInstance(percentUp(93)));
        Availability up = system.availability("browse");
        assertThat(probabilityThat(up).isAtLeast(percentUp(99))).hasToString("at least 99.96%");
        assertThat(up).hasToString("99.999999996% (10.4 nines)");
    }

    @Test
    void overload_isSaidBesideUp() {
        Architecture two = system(component("api", 2).upPerInstance(percentUp(93)));
        double more = 1 - shares()[1] - shares()[2];
        assertThat(two.notesOfUp()).hasToString("up leaves out overload: api in 21.6% ± 0.2% of cases");
        assertThat(more).isCloseTo(0.216, within(0.002));
    }

    /** 324 req/s of 8.5 s fill 43 of 60, of which 49 nines are up at p95: nobody could show that. */
    @Test
    void up_beyondTwelveNines() {
        Qps rate = assume("rate", between(qps(250), qps(420)));
        TimeSpan hold = assume("hold", between(seconds(6), seconds(12)));
        Component slots = Component.named("slots")
                .serviceTime(hold, count(64))
                .instances(count(60))
                .upPerInstance(percentUp(99));
        Architecture system = Architecture.of(UseCase.write("answer", rate, rate, slots));
        assertThat(system.availability("answer").toString()).matches("2\\d\\.\\d+ nines \\(5\\d% … 49\\.\\d+ nines\\)");
        assertThat(system.toString()).containsPattern("  over 12 nines \\(5\\d% … over 12 nines\\)  ");
        assertThat(Report.titled("Chat").architecture(system).page().text())
                .contains("over 12 nines")
                .doesNotContainPattern("\\d\\.\\d+ nines");
    }

    private static Architecture reading(Qps rate, Step step) {
        return Architecture.of(UseCase.read("read", rate, rate, step)).zones(percentUp(90));
    }

    /**
     * What takes the place of another is told once with the same instances elsewhere, though each may need another
     * number in some case: it was 37% of a range and 50% of its middle.
     */
    @Test
    void sameInstancesElsewhere_asOfFixedRate() {
        Component disk = Component.named("disk").up(percentUp(60));
        Component a = component("a", 1).upPerInstance(percentUp(50));
        Component b = component("b", 1).upPerInstance(percentUp(70));
        Component c = component("c", 2).upPerInstance(percentUp(55)).dependsOn(disk);
        Component zoned =
                component("zoned", 3).upPerInstance(percentUp(85)).zones(3, 1).dependsOn(disk);
        Qps range = assume("rate", between(qps(10), qps(18)));
        for (Step step : new Step[] {
            inSequence(anyOf(a, c), c),
            cacheAside(a, percent(80), c),
            inSequence(anyOf(a, c), sometimes(percent(50), anyOf(b, c))),
            inSequence(cacheAside(a, percent(90), zoned), zoned)
        }) {
            Availability fixed = reading(qps(13), step).availability("read");
            assertThat(reading(range, step)
                            .availability("read")
                            .unavailability()
                            .value())
                    .isCloseTo(fixed.unavailability().value(), within(1e-12));
        }
        Availability one = reading(range, inSequence(anyOf(a, c), c)).availability("read");
        assertThat(one.unavailability().value()).isCloseTo(1 - 0.9 * 0.6 * (1 - 0.45 * 0.45), within(1e-12));
    }
}
