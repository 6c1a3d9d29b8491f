package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.analysis.Questions.drivers;
import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.system.Step.sometimes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepColumn;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Spending;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a system answers is a quantity, so that all that can be asked of quantities can be asked of it. */
class AnswersTest {
    private static final Count USERS = assume("users", between(million(2), million(8)));
    private static final Ratio PEAK = assume("peak to average", between(ratio(2), ratio(3)));
    private static final Component API =
            Component.named("api").serviceTime(ms(5), count(8)).price(usd(0.4).per(HOUR));
    private static final Component STORE =
            Component.named("store").serviceTime(ms(2), count(4)).instances(count(2));
    private static final Qps RATE = USERS.times(count(30)).per(DAY).named("requests");
    private static final Architecture SYSTEM =
            Architecture.of(UseCase.read("read", RATE, RATE.times(PEAK), API.calling(sometimes(percent(40), STORE))));

    /** Requests a second of so many million users, at the best guess of the peak. */
    private static double peak(double millions) {
        return millions * 1e6 * 30 / 86_400 * Math.sqrt(6);
    }

    private static double apis(double millions) {
        return Math.ceil(peak(millions) * 0.005 / 8 / 0.7);
    }

    @Test
    void given_andExplain() {
        Count instances = SYSTEM.load(API).instances();
        assertThat(instances.to(ONES)).isEqualTo(apis(4));
        assertThat(instances.given(USERS, million(7)).to(ONES)).isEqualTo(apis(7));
        assertThat(instances.explain().toString()).contains("users", "peak to average", "api service time");
    }

    /** The users say three times as much as the peak does: (ln 4 ÷ ln 1.5)² ÷ (1 + that). */
    @Test
    void drivers_ofTheCost() {
        Spending cost = SYSTEM.cost();
        Drivers<Spending> drivers = drivers(cost);
        double ratio = Math.pow(Math.log(4) / Math.log(1.5), 2);
        assertThat(drivers.drivers().get(0).name()).isEqualTo("users");
        assertThat(drivers.drivers().get(0).share().value()).isCloseTo(ratio / (1 + ratio), within(0.06));
    }

    @Test
    void limit_andLargest() {
        double fit = 4 * 2 / 0.002 / 0.4 / peak(1);
        Count most = largest(USERS)
                .suchThat(limit(SYSTEM.load(STORE).utilization()).atMost(ratio(1)))
                .value()
                .orElseThrow();
        assertThat(most.to(MILLIONS)).isCloseTo(fit, within(1e-6 * fit));
    }

    @Test
    void check_failsTheBuild() {
        Ratio used = SYSTEM.load(STORE).utilization();
        check(used).atMost(ratio(0.9));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> check(used).atMost(ratio(0.2)))
                .withMessageContaining("store utilization");
    }

    @Test
    void sweep_rows() {
        Count instances = SYSTEM.load(API).instances();
        var table = Sweep.of(instances)
                .over(USERS)
                .evaluate(SweepColumn.of(USERS, List.of(million(3), million(11), million(500))));
        for (int row = 0; row < 3; row++) {
            assertThat(table.at(instances, row).to(ONES)).isEqualTo(apis(new double[] {3, 11, 500}[row]));
        }
    }

    /**
     * While all that the store answers fails it gets three times as much: 1.02 times what it carries, and stays down.
     */
    @Test
    void retried_storm() {
        Architecture storm = SYSTEM.retried(STORE, 3, percent(100));
        double used = peak(4) * 0.4 * 0.002 / 4 / 2;
        assertNear(3 * used, storm.load(STORE).utilization().value());
        assertThat(SYSTEM.load(STORE).headroom().compareTo(ratio(3))).isNegative();
        assertNear(1 / (3 * used), storm.headroom().value());
        assertNear(
                SYSTEM.load(API).cost().times(MONTH).div(usd(1)).value(),
                usd(0.4).per(HOUR)
                        .times(count(apis(4)))
                        .times(MONTH)
                        .div(usd(1))
                        .value());
    }
}
