package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import org.junit.jupiter.api.Test;

/** A percentile of a number of servers that draws cannot tell from the next is marked wherever it is read. */
class StepsInDoubtTest {
    private static final double A = 6;

    /** {@code P(a + b ≤ 8)} is 95.004 %: a standard error of 16,384 draws is 0.17 %. */
    private static final double NEAR = 3.435;

    private static final String MARK = "p95 may be 8 or 9, as 94.995% of 16,384 draws are at most 8";

    /** There it is 96.7 %. */
    private static final double FAR = 3.1;

    /** {@code ⌈a + b⌉} of two uniform numbers from 0 to A and B. */
    private static Count servers(double b) {
        return load(b).ceil().named("servers");
    }

    private static Count load(double b) {
        return assume("api", uniform(count(0), count(A))).plus(assume("jobs", uniform(count(0), count(b))));
    }

    /** The corner of the rectangle in which the sum is above 8. */
    private static double atMostEight(double b) {
        return 1 - Math.pow(A + b - 8, 2) / (2 * A * b);
    }

    private static Summary<Count> summary(Count servers) {
        return Simulation.of(servers).summary(servers);
    }

    @Test
    void cases() {
        assertThat(atMostEight(NEAR))
                .isCloseTo(0.95, within(Math.sqrt(0.95 * 0.05 / 16_384)))
                .isGreaterThan(0.95);
        assertThat(atMostEight(FAR)).isGreaterThan(0.96);
    }

    @Test
    void stepsInDoubt_near() {
        assertThat(summary(servers(NEAR)).stepsInDoubt()).containsExactly(MARK);
        assertThat(summary(servers(NEAR))).hasToString("5 (2 … 9), mean 5.22, " + MARK);
    }

    /** What is far from the next step is said as ever. */
    @Test
    void stepsInDoubt_far() {
        assertThat(summary(servers(FAR)).stepsInDoubt()).isEmpty();
        assertThat(summary(servers(FAR))).hasToString("5 (2 … 8), mean 5.05, p95 ± 0%");
        assertThat(servers(FAR).explain().toString()).doesNotContain("draws");
        assertThat(Report.titled("r").section("s", servers(FAR)).toString()).doesNotContain("Approximate");
    }

    /** A sum without a ceiling has no steps, and one of hundreds none that matters. */
    @Test
    void stepsInDoubt_withoutSteps() {
        Count smooth = load(NEAR).named("load");
        assertThat(summary(smooth).stepsInDoubt()).isEmpty();
        Count many = smooth.times(1_000).ceil().named("servers");
        assertThat(summary(many).stepsInDoubt()).isEmpty();
    }

    /**
     * In threes, as of three zones, 0.25 % of cases are on a step: 4.95 % are at most 120, and 95.004 % at most 672.
     */
    @Test
    void stepsInDoubt_ofHundredsInThrees() {
        Count threes = load(NEAR).times(28).ceil().times(3).named("servers");
        assertThat(Math.pow(40 / 28.0, 2) / (2 * A * NEAR)).isCloseTo(0.0495, within(0.0001));
        assertThat(summary(threes).stepsInDoubt())
                .containsExactly(
                        "p5 may be 120 or 123, as 4.90% of 16,384 draws are at most 120",
                        "p95 may be 672 or 675, as 94.995% of 16,384 draws are at most 672");
    }

    /** What costs so much for each server has the steps of servers; with more draws it is 8. */
    @Test
    void stepsInDoubt_ofCost() {
        Money cost = usd(70).times(servers(NEAR)).named("cost");
        Summary<Money> few = Simulation.of(cost).summary(cost);
        assertThat(few.stepsInDoubt())
                .containsExactly("p95 may be $560 or $630, as 94.995% of 16,384 draws are at most $560");
    }

    /** With a part that is no step it jumps from one to the other: 5 % of cases are above $560 … $562. */
    @Test
    void stepsInDoubt_ofCostThatJumps() {
        Money disks = usd(1).times(assume("disks", uniform(count(0), count(2))));
        Money cost = usd(70).times(servers(NEAR)).plus(disks).named("cost");
        assertThat(Simulation.of(cost).summary(cost).stepsInDoubt())
                .singleElement()
                .asString()
                .matches("p95 may be \\$56\\d to \\$63\\d, as 9[45]\\.\\d+% of 16,384 draws are at most .*");
    }

    /** 5.05 % of cases are above 8, and 5 % may be by 16,384 draws: 12 is drawn, and 8 may be true. */
    @Test
    void stepsInDoubt_withinTheErrorOfTheShare() {
        double b = 3.445;
        assertThat(atMostEight(b)).isCloseTo(0.9495, within(0.0001));
        Count fours = load(b).div(4).ceil().times(4);
        Count forDisks = assume("disks", uniform(count(0), count(8))).ceil(); // what is last rounded is drawn smooth
        Count servers = fours.max(forDisks).named("servers");
        assertThat(summary(servers).p95()).isEqualTo(count(12));
        assertThat(summary(servers).stepsInDoubt()).singleElement().asString().startsWith("p95 may be 8 or 12, as 94.");
    }

    @Test
    void page_saysItOnce() {
        Report report = Report.titled("r")
                .section("s", servers(NEAR))
                .fits(limit(servers(NEAR)).atMost(count(8)))
                .headline(servers(NEAR));
        assertThat(report.toString())
                .containsOnlyOnce("Approximate\n  servers: " + MARK)
                .contains("undecided: kept in 95.0% ± 0.2% of cases");
        assertThat(report.page().json()).containsOnlyOnce("\"servers: " + MARK + "\"");
    }

    /** One doubt under two names is said of the first; one of another number is said too. */
    @Test
    void page_saysItOfTheFirstName() {
        Money cost = usd(70).times(servers(NEAR)).named("cost");
        assertThat(Report.titled("r")
                        .section("s", servers(NEAR))
                        .section("t", servers(NEAR).named("machines"), cost)
                        .toString())
                .containsOnlyOnce(MARK)
                .contains("Approximate\n  servers: " + MARK + "\n  cost: p95 may be $560 or $630, as ");
    }

    /** Instances of a system are servers as others are; they are called as in a design sheet. */
    @Test
    void architecture_saysIt() {
        Component api = Component.named("api")
                .requestsPerInstance(qps(1))
                .targetUtilization(percent(100))
                .spares(count(0));
        Qps load = load(NEAR).per(SECOND);
        Architecture architecture = Architecture.of(UseCase.read("show", load, load, api));
        assertThat(Report.titled("r").architecture(architecture).toString())
                .containsOnlyOnce("Approximate\n  api instances: " + MARK);
    }

    @Test
    void explain_saysIt() {
        assertThat(servers(NEAR).explain().toString()).endsWith("          = 5 (2 … 9)\napproximate\n  " + MARK);
    }

    /** A million draws do not tell either: 95.004 % is too near. */
    @Test
    void check_isUndecided() {
        assertThatThrownBy(() -> check(servers(NEAR)).atMost(count(8)))
                .hasMessageContaining("  probability       95.005% ± 0.003%\n  undecided ");
    }

    /** 20 × 3.5 min = 70 min and 73.5 min are 1.2 h alone, and '(39 … 74)' beside 56 min: it was in no doubt. */
    @Test
    void stepsInDoubt_thatReadTheSameAlone() {
        Count parts = assume("a", between(count(4), count(9))).plus(assume("b", uniform(count(3), count(8))));
        TimeSpan time = parts.times(ratio(1.311)).ceil().times(minutes(3.5)).named("time");
        assertThat(Simulation.of(time).summary(time).stepsInDoubt())
                .containsExactly("p95 may be 70 or 73.5 min, as 94.96% of 16,384 draws are at most 70");
    }
}
