package dev.estimator.system;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.fanOut;
import static dev.estimator.system.Step.retried;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.report.Report;
import org.junit.jupiter.api.Test;

/** What one use case does often others may do once: the names of numbers of steps say whose they are. */
class NumbersInUseCasesTest {
    private static final Component API = Component.named("api").serviceTime(ms(2), count(4));
    private static final Component GEO =
            Component.named("geo").serviceTime(ms(1), count(8)).up(percentUp(99.9));
    private static final Component DB =
            Component.named("db").serviceTime(ms(7), count(9)).up(percentUp(99.5));
    private static final UseCase PING = UseCase.write("ping", qps(50), qps(90), API.calling(GEO, DB));

    private static UseCase does(String name, Step step) {
        return UseCase.read(name, qps(10), qps(20), API.calling(step));
    }

    private static String page(UseCase... useCases) {
        return Report.titled("Rides")
                .architecture(Architecture.of(useCases))
                .page()
                .text();
    }

    @Test
    void names_whereOthersVisitTheSame() {
        assertThat(page(PING, does("trip", times(4, GEO)))).containsPattern("visits to geo in trip +×4");
        assertThat(page(PING, does("near", cacheAside(GEO, percent(92), DB))))
                .containsPattern("\n    hits in near +92%");
        assertThat(page(PING, does("trip", sometimes(percent(30), DB)))).containsPattern("share to db in trip +30%");
        assertThat(page(PING, does("trip", fanOut(3, DB)))).containsPattern("fan-out to db in trip +×3");
        assertThat(page(PING, does("trip", retried(3, percent(2), percent(10), DB))))
                .containsPattern("failing at db in trip +2%")
                .containsPattern("retry budget of db in trip +10%");
    }

    /** One number of all of them is one assumption. */
    @Test
    void names_whereAllHaveTheSame() {
        UseCase trip = does("trip", times(4, GEO));
        assertThat(page(trip)).containsPattern("visits to geo +×4");
        assertThat(page(trip, does("walk", times(4, GEO))))
                .containsPattern("visits to geo +×4")
                .doesNotContain("to geo in");
        assertThat(page(trip, does("walk", times(5, GEO))))
                .containsPattern("visits to geo in trip +×4")
                .containsPattern("visits to geo in walk +×5");
        assertThat(page(PING, trip, does("walk", times(4, GEO)))).containsPattern("visits to geo in trip and walk +×4");
    }

    @Test
    void names_thatUsersGive() {
        assertThat(page(PING, does("trip", times(assume("stops", ratio(4)), GEO))))
                .contains("stops")
                .doesNotContain("visits to geo in");
    }

    /** It is one assumption in rates, times and availabilities, also of what-ifs. */
    @Test
    void names_ofWhatIfs() {
        Architecture system =
                Architecture.of(PING, does("trip", times(4, GEO)), does("see", sometimes(percent(5), DB)));
        String visits = "visits to geo in trip";
        for (Architecture each : new Architecture[] {system, system.times(ratio(2)), system.without(DB)}) {
            assertThat(each.load(GEO).rate().given(visits, ratio(1)))
                    .isLessThan(each.load(GEO).rate());
            assertThat(each.mean("trip").given(visits, ratio(1))).isLessThan(each.mean("trip"));
        }
        assertThat(system.availability("see").explain().toString()).contains("share to db in see");
    }
}
