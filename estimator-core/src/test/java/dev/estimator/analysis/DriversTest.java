package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.drivers;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.correlated;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.Drivers.Driver;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriversTest {
    /** How far a drawn share may be off, as is stated: 256 bins miss 0.001 of the variance of a normal. */
    private static final double DRAWN = 0.01;

    private static final Count USERS = assume("users", between(million(5), million(20)));
    private static final Ratio PEAK = assume("peak", between(ratio(2), ratio(5)));
    private static final Qps PER_SERVER = assume("per server", between(qps(400), qps(900)));
    private static final Qps PEAK_RATE =
            USERS.times(count(20)).per(DAY).times(PEAK).named("peak rate");
    private static final Count SERVERS = PEAK_RATE.div(PER_SERVER).ceil().named("servers");

    /**
     * The logarithm of a log-normal between a and b has {@code σ = ln(b ÷ a) ÷ (2 × 1.645)}, so only the ratios matter.
     */
    @Test
    void of_product() {
        Drivers<Qps> drivers = Drivers.of(PEAK_RATE);
        double users = square(Math.log(20.0 / 5));
        double peak = square(Math.log(5.0 / 2));
        assertShares(drivers, 1e-12, users / (users + peak), peak / (users + peak));
        assertThat(drivers.isExact()).isTrue();
        assertThat(drivers.isLogarithmic()).isTrue();
        assertThat(drivers.interactions().value()).isCloseTo(0, within(1e-12));
    }

    /** A square counts four times, a divisor as much as a factor. */
    @Test
    void of_powersAndQuotients() {
        Count x = assume("x", between(count(1), count(3)));
        Ratio y = assume("y", between(ratio(1), ratio(7)));
        Drivers<Count> drivers = Drivers.of(x.times(x).div(y));
        double a = square(2 * Math.log(3));
        double b = square(Math.log(7));
        assertShares(drivers, 1e-12, a / (a + b), b / (a + b));
        assertThat(names(drivers)).containsExactly("x", "y");
    }

    @Test
    void of_oneInput_hasItAll() {
        Count x = assume("x", between(count(1), count(3)));
        assertShares(Drivers.of(x.times(x).times(x)), 1e-12, 1);
        assertShares(Drivers.of(x), 1e-12, 1);
    }

    /** For a uniform from a to b: {@code E lnᵏ x = [x lnᵏ x − k ∫ lnᵏ⁻¹] ÷ (b − a)}. */
    @Test
    void of_uniformFactors() {
        Ratio x = assume("x", uniform(ratio(1), ratio(3)));
        Ratio y = assume("y", uniform(ratio(2), ratio(11)));
        Ratio z = assume("z", between(ratio(1), ratio(2)));
        double vx = varianceOfLog(1, 3);
        double vy = varianceOfLog(2, 11);
        double vz = square(Math.log(2) / (2 * 1.6448536269514722));
        double sum = vx + vy + vz;
        assertShares(Drivers.of(x.times(y).div(z)), 1e-6, vy / sum, vx / sum, vz / sum);
    }

    private static double varianceOfLog(double a, double b) {
        double mean = (b * Math.log(b) - b - (a * Math.log(a) - a)) / (b - a);
        double squares = (squaredLog(b) - squaredLog(a)) / (b - a);
        return squares - mean * mean;
    }

    /** The integral of ln². */
    private static double squaredLog(double x) {
        return x * Math.log(x) * Math.log(x) - 2 * x * Math.log(x) + 2 * x;
    }

    /** 1,000 ± 2 kB: there the logarithm is as good as linear, so the shares are those of the variances 4, 9 and 16. */
    @Test
    void of_sumOfNormals() {
        Bytes a = assume("a", normal(kb(1000), kb(2)));
        Bytes b = assume("b", normal(kb(1000), kb(4)));
        Bytes c = assume("c", normal(kb(1000), kb(3)));
        Drivers<Bytes> drivers = Drivers.of(a.plus(b).plus(c));
        assertThat(names(drivers)).containsExactly("b", "c", "a");
        assertShares(drivers, DRAWN, 16.0 / 29, 9.0 / 29, 4.0 / 29);
        assertThat(drivers.isExact()).isFalse();
        assertThat(drivers.isLogarithmic()).isTrue();
        assertThat(drivers.toString()).doesNotContain("acting together");
        assertThat(drivers.note()).isEqualTo("shares are drawn, within 1%");
    }

    /** Two uniforms from 0 to 1 and a switch: the result can be zero, so its own variance is shared out. */
    @Test
    void of_productThatCanBeZero() {
        Ratio u = assume("u", uniform(ratio(0), ratio(1)));
        Ratio v = assume("v", uniform(ratio(0), ratio(1)));
        Ratio zero = assume("switch", oneOf(ratio(0), ratio(1)));
        Drivers<Ratio> drivers = Drivers.of(u.times(v).times(zero));
        assertThat(drivers.isLogarithmic()).isFalse();
        // E(uvs)² = 1/9 × 1/2; E(uvs) = 1/8; variance 1/18 − 1/64; given s: 1/64; given u: u²/16 has 1/48 − 1/64
        double variance = 1.0 / 18 - 1.0 / 64;
        double byNumber = (1.0 / 48 - 1.0 / 64) / variance;
        double bySwitch = (1.0 / 32 - 1.0 / 64) / variance;
        assertFirst(drivers, DRAWN, bySwitch, byNumber, byNumber);
        // left if only one is unknown: E Var = E((vs)²) ÷ 12 = 1/6 ÷ 12; of the switch E((uv)²) ÷ 4 = 1/36
        assertTotal(drivers, DRAWN, 1.0 / 36 / variance, 1.0 / 72 / variance, 1.0 / 72 / variance);
        double together = 1 - bySwitch - 2 * byNumber;
        assertThat(drivers.interactions().value()).isCloseTo(together, within(DRAWN));
        assertThat(drivers.toString()).endsWith("% come from assumptions acting together; shares are drawn, within 1%");
    }

    /**
     * The logarithm of the larger of two uniforms from 0 to 1 has the variance 1/4; knowing one of them as x leaves the
     * mean x − 1 with the variance 1/12: a third each, a third together.
     */
    @Test
    void of_maximum() {
        Bytes u = assume("u", uniform(tb(0), tb(1)));
        Bytes v = assume("v", uniform(tb(0), tb(1)));
        Drivers<Bytes> drivers = Drivers.of(u.max(v));
        assertThat(drivers.isLogarithmic()).isTrue();
        assertFirst(drivers, DRAWN, 1.0 / 3, 1.0 / 3);
        assertTotal(drivers, DRAWN, 2.0 / 3, 2.0 / 3);
        assertThat(drivers.interactions().value()).isCloseTo(1.0 / 3, within(2 * DRAWN));
        assertThat(drivers.note()).contains("% of the spread of the logarithm come from assumptions acting together");
    }

    /**
     * A product of independent factors, one of them a sum, written out as a sum of products: draws of its first two
     * fall badly together by their names, which made 46 % of 48. The variance of the bracket's logarithm is small
     * against those of the two, of which it is {@code (ln(high ÷ low) ÷ 2z)²}.
     */
    @Test
    void of_productWrittenAsASum() {
        Count hosts = assume("hosts", between(count(4000), count(9000)));
        Count perHost = assume("series per host", between(count(500), count(1100)));
        Ratio size = assume("sample on disk", between(ratio(1.3), ratio(2)));
        Count all = hosts.times(perHost.toRatio());
        Drivers<Count> drivers = Drivers.of(
                all.times(size).times(ratio(3)).plus(all.times(ratio(7))).plus(all.times(ratio(2))));
        double ofHosts = square(Math.log(2.25));
        double ofSeries = square(Math.log(2.2));
        double ofSize = square(Math.log(2 / 1.3)) * square(3 * 1.6125 / (3 * 1.6125 + 9));
        double sum = ofHosts + ofSeries + ofSize;
        assertFirst(drivers, 0.006, ofHosts / sum, ofSeries / sum, ofSize / sum);
        assertThat(drivers.note()).isEqualTo("shares are drawn, within 1%");
    }

    /** All together make the whole: no more than 100 % by themselves, no less with the others. */
    @Test
    void of_total_isAtLeastFirst() {
        for (Driver<Count> driver : Drivers.of(SERVERS).drivers()) {
            assertThat(driver.totalShare().orElseThrow().value())
                    .isGreaterThanOrEqualTo(driver.share().value());
        }
    }

    /** ln of the product has {@code σ² = a² + b² + 2 ρ a b}; a known factor tells {@code (a + ρ b)²} of it. */
    @Test
    void of_correlated() {
        Ratio linked = correlated(PEAK, USERS, 0.6);
        Drivers<Count> drivers = Drivers.of(USERS.times(linked));
        double a = Math.log(4);
        double b = Math.log(2.5);
        double variance = a * a + b * b + 2 * 0.6 * a * b;
        assertFirst(drivers, DRAWN, square(a + 0.6 * b) / variance, square(b + 0.6 * a) / variance);
        assertThat(drivers.drivers())
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.totalShare()).isEmpty());
        assertThat(drivers.interactions()).isEqualTo(Share.of(0));
        assertThat(drivers.toString())
                .endsWith("\n  some of these move together, so their shares overlap; shares are drawn, within 1%");
    }

    @Test
    void of_correlated_othersHaveTotals() {
        Ratio alone = assume("alone", between(ratio(1), ratio(3)));
        Drivers<Count> drivers =
                Drivers.of(USERS.times(correlated(PEAK, USERS, 0.6)).times(alone));
        assertThat(drivers.drivers().stream()
                        .filter(d -> d.totalShare().isPresent())
                        .map(Driver::name))
                .containsExactly("alone");
    }

    /** One end at a time, the others at their best guess, the median. */
    @Test
    void of_swing() {
        Driver<Qps> users = Drivers.of(PEAK_RATE).drivers().get(0);
        double others = 20.0 / 86_400 * Math.sqrt(2 * 5);
        assertThat(perSecond(users.atLow().orElseThrow())).isCloseTo(5e6 * others, within(1e-9));
        assertThat(perSecond(users.atHigh().orElseThrow())).isCloseTo(20e6 * others, within(1e-9));
    }

    private static double perSecond(Qps rate) {
        return rate.to(PER_SECOND);
    }

    /** A divisor swings the other way. */
    @Test
    void of_swing_falls() {
        Driver<Count> perServer = Drivers.of(SERVERS).drivers().get(2);
        assertThat(perServer.name()).isEqualTo("per server");
        double rate = 10e6 * 20 / 86_400 * Math.sqrt(10);
        assertThat(perServer.atLow()).contains(count(Math.ceil(rate / 400)));
        assertThat(perServer.atHigh()).contains(count(Math.ceil(rate / 900)));
    }

    /** The 5th percentile of an availability is a bad one, though its complement is held. */
    @Test
    void of_availability() {
        Availability web = assume("web", between(percentUp(99), percentUp(99.9)));
        Availability db = assume("db", between(percentUp(99.9), percentUp(99.99)));
        Drivers<Availability> drivers = Drivers.of(web.times(db).named("service"));
        assertThat(names(drivers)).containsExactly("web", "db");
        Driver<Availability> first = drivers.drivers().get(0);
        assertThat(List.of(first.atLow().orElseThrow(), first.atHigh().orElseThrow()))
                .as("ends in the order of the type")
                .isSorted();
    }

    @Test
    void of_noAnswerAtAnEnd() {
        Bytes disk = assume("disk", between(tb(1.1), tb(2.2)));
        Bytes used = correlated(assume("used", between(tb(1), tb(2))), disk, 0.999999);
        Drivers<Bytes> drivers = Drivers.of(disk.minus(used).named("left"));
        assertThat(drivers).hasToString("""
                what drives left
                  disk  100% ████████████████████  no answer at one of its ends
                  used  100% ████████████████████  no answer at one of its ends
                  some of these move together, so their shares overlap; shares are drawn, within 1%""");
    }

    @Test
    void of_noAnswerForSomeDraws() {
        Bytes left = assume("disk", tb(2)).minus(assume("used", between(tb(1), tb(2))));
        assertThatThrownBy(() -> Drivers.of(left))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("disk − used would be below zero in ");
    }

    @Test
    void of_certain() {
        assertThatThrownBy(() -> drivers(assume("users", count(3)).times(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantity must be uncertain to have drivers but 6 depends on no range: state one with"
                        + " between(low, high)");
        assertThatThrownBy(() -> drivers(percent(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantity must be uncertain to have drivers but 3% depends on no range: state one with"
                        + " between(low, high)");
    }

    /**
     * '$5k … $5.01k' stood above '$5,005 … $5,009', as three digits leave nothing in between; medians are √(1 × 9) and
     * √(2 × 6) = 3.46.
     */
    @Test
    void toString_closeSwings() {
        Money cost = usd(5_000)
                .plus(assume("disks", between(usd(1), usd(9))))
                .plus(assume("traffic", between(usd(2), usd(6))))
                .named("cost");
        assertThat(Drivers.of(cost).toString())
                .containsPattern("disks .* \\$5,004 … \\$5,012\n")
                .containsPattern("traffic .* \\$5,005 … \\$5,009\n");
    }

    /** What does not matter any more has no share, and is still listed. */
    @Test
    void of_constantResult() {
        Bytes size = assume("size", between(kb(2), kb(3)));
        Drivers<Bytes> drivers = Drivers.of(
                size.plus(assume("index", between(kb(1), kb(2)))).max(tb(1)).named("disk"));
        assertThat(drivers.interactions()).isEqualTo(Share.of(0));
        assertThat(drivers).hasToString("""
                what drives disk
                  size    0%                       1 TB at both ends
                  index   0%                       1 TB at both ends
                  none of these makes a difference""");
    }

    /** Of the same name and content it is one assumption, used twice. */
    @Test
    void of_usedTwice_isOneDriver() {
        Bytes again = assume("size", between(kb(2), kb(3)));
        Bytes size = assume("size", between(kb(2), kb(3)));
        assertThat(names(Drivers.of(size.plus(again)))).containsExactly("size");
        assertThat(names(Drivers.of(between(kb(2), kb(3)).plus(between(kb(2), kb(5))))))
                .containsExactly("3.2 kB (2 … 5)", "2.4 kB (2 … 3)");
    }

    @Test
    void of_sameEveryTime() {
        assertThat(Drivers.of(SERVERS)).isEqualTo(Drivers.of(SERVERS));
    }

    @Test
    void toString_ofServers() {
        assertThat(drivers(SERVERS)).hasToString("""
                what drives servers
                  users       56% ███████████           7 … 25
                  peak        24% █████                 8 … 20
                  per server  19% ████                  19 … 9
                  shares are drawn, within 1%""");
    }

    /**
     * Servers in pairs and three zones, by quadrature of the step function; of some names the draws of two inputs fall
     * badly together, and the first was 44 or 48 %.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 14, 19, 23})
    void of_steps(int name) {
        Ratio hosts = assume("hosts" + name, between(ratio(8_000), ratio(16_000)));
        Ratio series = assume("series" + name, between(ratio(400), ratio(900)));
        Ratio peak = assume("peak" + name, between(ratio(1.3), ratio(2.2)));
        Ratio load = hosts.times(series).times(peak).times(ratio(3.0 / 15 / 250_000 / 0.7));
        Count servers =
                load.toCount("servers").ceil().plus(count(1)).div(2).ceil().times(3);
        assertFirst(Drivers.of(servers), 0.002, 0.45624, 0.33328, 0.19196);
    }

    /** A number that is added makes less of small values: by quadrature. It was 70 and 30 %, as of the product. */
    @Test
    void of_productAndFixedPart() {
        Count a = assume("a", between(count(150), count(600)));
        Ratio b = assume("b", between(ratio(8), ratio(20)));
        Drivers<Money> drivers =
                Drivers.of(usd(1000).plus(a.times(b).times(usd(0.0001).per(count(1)))));
        assertFirst(drivers, 0.005, 0.66795, 0.27745);
        assertThat(drivers.interactions().value()).isCloseTo(1 - 0.66795 - 0.27745, within(0.006));
    }

    /** Of some other draws of one input the product is zero, whose logarithm has no mean: a share was NaN. */
    @ParameterizedTest
    @ValueSource(doubles = {60.3, 60.5, 60.8})
    void of_zeroOfOtherDraws(double most) {
        Count y = assume("y", between(count(10), count(20)));
        Count z = assume("z", between(count(10), count(20)));
        Count x = assume("x", normal(count(100), count(9)));
        Drivers<Count> drivers = Drivers.of(y.times(z).times(x.minus(count(most).min(x))));
        assertThat(drivers.drivers())
                .allSatisfy(driver -> assertThat(driver.share().value()).isBetween(0.0, 1.0));
    }

    @Test
    void toString_ofAResultWithoutName() {
        assertThat(drivers(assume("size", uniform(kb(1), kb(3))).times(3))).hasToString("""
                what drives 6 kB (3.3 … 8.7)
                  size  100% ████████████████████  3.3 kB … 8.7 kB""");
    }

    /**
     * Small shares beside a large one, as 2 to 4 million plain draws find them: they were up to 0.2 points too small,
     * and one of five alike was 3 %.
     */
    @Test
    void of_smallShares() {
        Ratio sum = named("a", 10, 40);
        for (int i = 1; i <= 9; i++) {
            sum = sum.plus(named("x" + i, 1, 3));
        }
        assertSmall(Drivers.of(sum), 9, 0.00516);
        assertSmall(Drivers.of(times(named("a", 1, 1000), 4, 0.8, 1.25).plus(named("b", 0.8, 1.25))), 4, 0.00404);
        assertSmall(Drivers.of(times(named("a", 10, 40), 5, 0.93, 1.07).plus(named("g", 3, 12))), 5, 0.0087);
    }

    /** Beside factors that make most of the spread, by arithmetic: from means of bins one was a quarter too small. */
    @Test
    void of_smallShares_ofProductThatCanBeZero() {
        Ratio product = assume("s0", oneOf(ratio(0), ratio(1))).times(assume("u", uniform(ratio(0.1), ratio(1.9))));
        for (int i = 1; i <= 3; i++) {
            product = product.times(assume("x" + i, uniform(ratio(0.9), ratio(1.1))));
        }
        // squares of coefficients of variation: 1 of the switch, 0.81/3 of u, 0.01/3 of each other
        double square = 0.01 / 3;
        double all = 2 * (1 + 0.27) * Math.pow(1 + square, 3) - 1;
        assertSmall(Drivers.of(product), 3, square / all);
    }

    private static void assertSmall(Drivers<Ratio> drivers, int inputs, double share) {
        assertThat(drivers.drivers())
                .filteredOn(driver -> driver.name().startsWith("x"))
                .hasSize(inputs)
                .allSatisfy(driver -> assertThat(driver.share().value()).isCloseTo(share, within(0.05 * share)));
    }

    private static Ratio named(String name, double low, double high) {
        return assume(name, between(ratio(low), ratio(high)));
    }

    private static Ratio times(Ratio first, int others, double low, double high) {
        Ratio product = first;
        for (int i = 1; i <= others; i++) {
            product = product.times(named("x" + i, low, high));
        }
        return product;
    }

    private static List<String> names(Drivers<?> drivers) {
        return drivers.drivers().stream()
                .map(Driver::name)
                .map(String.class::cast)
                .toList();
    }

    private static <Q extends Quantity<Q>> void assertShares(Drivers<Q> drivers, double tolerance, double... shares) {
        assertFirst(drivers, tolerance, shares);
        assertTotal(drivers, tolerance, shares);
    }

    private static <Q extends Quantity<Q>> void assertFirst(Drivers<Q> drivers, double tolerance, double... shares) {
        assertThat(drivers.drivers()).hasSize(shares.length);
        for (int i = 0; i < shares.length; i++) {
            assertThat(drivers.drivers().get(i).share().value()).isCloseTo(shares[i], within(tolerance));
        }
    }

    private static <Q extends Quantity<Q>> void assertTotal(Drivers<Q> drivers, double tolerance, double... shares) {
        for (int i = 0; i < shares.length; i++) {
            Share total = drivers.drivers().get(i).totalShare().orElseThrow();
            assertThat(total.value()).isCloseTo(shares[i], within(tolerance));
        }
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * RC-ROBUST: total shares of thousands of inputs took without an end. One of 1,000 has as much variance as the 999
     * others.
     */
    @Test
    @Timeout(30)
    void of_thousandsOfInputs() {
        Count sum = assume("large", uniform(count(0), count(Math.sqrt(999))));
        for (int i = 1; i < 1000; i++) {
            sum = sum.plus(assume("small " + i, uniform(count(0), count(1))));
        }
        Drivers<Count> drivers = Drivers.of(sum);
        assertThat(drivers.drivers()).hasSize(1000);
        assertThat(drivers.drivers().get(0).name()).isEqualTo("large");
        assertThat(drivers.drivers().get(0).share().value()).isCloseTo(0.5, within(0.05));
        assertThat(drivers.drivers().get(0).totalShare()).isEmpty();
        int shown = drivers.noteworthy().size();
        double ofOthers = drivers.drivers().subList(shown, 1000).stream()
                .mapToDouble(d -> d.share().value())
                .sum();
        assertThat(drivers.note())
                .isEqualTo("shares are drawn, within 4%; " + (1000 - shown) + " others together about "
                        + Math.round(ofOthers * 100) + "%");
    }

    /** 1.1e-9 and 1.1e-10 of the time down; rows of nines could not be counted. */
    @Test
    void toString_ofManyNines() {
        Availability durability = assume("durability", between(nines(9), nines(11)));
        assertThat(drivers(durability.times(nines(10)).named("both"))).hasToString("""
                what drives both
                  durability  100% ████████████████████  8.96 nines … 9.96 nines""");
    }

    /** Shares of the variance of a product are those of the squares of ln(p95 ÷ p5): 1.386², 0.0198² and 0.0296². */
    @Test
    void toString_leavesOutWhatMakesNoDifference() {
        Count users = assume("users", between(count(50), count(200)));
        Ratio one = assume("first", between(ratio(0.99), ratio(1.01)));
        Ratio other = assume("second", between(ratio(0.985), ratio(1.0146)));
        assertThat(Drivers.of(users.times(one).times(other)).toString().lines().skip(1))
                .containsExactly("  users  100% ████████████████████  50 … 200", "  2 others together below 1%");
        assertThat(Drivers.of(users.times(one))).asString().endsWith("\n  first below 1%");
        assertThat(Drivers.of(users.times(one)).drivers()).hasSize(2);
    }

    /** Two ends are told apart by as many digits as that takes; where they are the same, that is said. */
    @Property(tries = 100)
    void ends_neverLookAlike(
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double size,
            @ForAll @DoubleRange(min = -7, max = 0.3) double width,
            @ForAll @DoubleRange(min = 0.5, max = 100) double other) {
        Count narrow = assume("narrow", between(count(size), count(size * (1 + Math.pow(10, width)))));
        Count wide = assume("wide", between(count(other), count(other * 1.7)));
        for (Quantity<?> result : List.of(
                narrow.times(wide),
                narrow.plus(wide),
                narrow.times(wide).ceil(),
                narrow.times(bytes(3)).times(wide.div(count(1))),
                narrow.per(DAY).times(wide.div(count(1))))) {
            drivers(result).lines().skip(1).filter(line -> line.contains(" … ")).forEach(line -> {
                int between = line.indexOf(" … ");
                String high = line.substring(between + " … ".length());
                assertThat(line.substring(0, between)).doesNotEndWith("  " + high);
            });
        }
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <Q extends Quantity<Q>> String drivers(Quantity<?> quantity) {
        return Drivers.of((Q) quantity).toString();
    }

    /** It was '430.295 ms … 430.296 ms', which is no swing. */
    @Test
    void toString_ofNoShare_hasOneNumber() {
        TimeSpan wait = assume("wait", between(ms(200), ms(700)));
        TimeSpan tiny = assume("tiny", between(ms(0.00004), ms(0.00009)));
        Drivers<TimeSpan> all = Drivers.of(wait.plus(tiny));
        List<Drivers.Driver<TimeSpan>> slight = all.drivers().stream()
                .filter(driver -> driver.name().equals("tiny"))
                .toList();
        assertThat(new Drivers<>(all.quantity(), slight, true, false, Share.of(0)).toString())
                .contains("tiny   0%                       374 ms at both ends");
    }
}
