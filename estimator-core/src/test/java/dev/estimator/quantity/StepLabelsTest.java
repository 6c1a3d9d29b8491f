package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Assumptions of one name are shown under names of their own, and each of those replaces that one alone. */
class StepLabelsTest {
    private static final Count SURVEY = assume("load", count(10), "survey");
    private static final Count LOG = assume("load", count(20), "log");
    private static final Count UNKNOWN = assume("load", count(30));

    @Test
    void oneWithoutSource() {
        Count all = SURVEY.plus(LOG).plus(UNKNOWN);
        assertThat(shown(all)).containsExactly("load (30)", "load (log)", "load (survey)");
        assertEquals(count(51), all.given("load (survey)", count(1)));
        assertEquals(count(41), all.given("load (log)", count(1)));
        assertEquals(count(31), all.given("load (30)", count(1)));
        assertEquals(count(3), all.given("load", count(1)));
    }

    @Test
    void oneOfAPart() {
        Count doubled = UNKNOWN.times(2).named("doubled");
        assertEachReplacesOne(doubled.plus(assume("load", count(7))).plus(doubled));
        assertEachReplacesOne(doubled.plus(assume("load", count(7)).times(3).named("tripled")));
        assertEachReplacesOne(doubled.plus(LOG.plus(assume("x", count(7))).named("both")));
        assertEachReplacesOne(SURVEY.plus(assume("load (20)", count(5))).plus(UNKNOWN));
        assertEachReplacesOne(SURVEY.plus(assume("load (30)", count(5))).plus(UNKNOWN));
        assertEachReplacesOne(SURVEY.plus(assume("load (survey)", count(5))).plus(UNKNOWN));
    }

    /** By a number that is an answer of its own for each of them. */
    private static void assertEachReplacesOne(Count all) {
        Set<String> names = shown(all);
        List<Explanation.Assumption> assumptions = all.explain().assumptions();
        assertEquals(assumptions.size(), names.size(), names.toString());
        for (Explanation.Assumption one : assumptions) {
            Count changed = all.given(one.name(), count(1000));
            assertEquals(names.size(), changed.explain().assumptions().size(), one.name() + " in " + all.explain());
            long replaced = changed.explain().assumptions().stream()
                    .filter(each -> each.value().equals(count(1000)))
                    .count();
            assertEquals(1, replaced, one.name() + " in " + all.explain());
        }
    }

    private static Set<String> shown(Count all) {
        Set<String> names = new TreeSet<>();
        all.explain().assumptions().forEach(each -> names.add(each.name()));
        return names;
    }

    /** It was 'free servers: servers'. */
    @Test
    void ownerThatRepeatsTheName_isPassedOver() {
        Count servers = assume("servers", count(9));
        Count idle = servers.minus(count(4)).named("free servers").times(7).named("idle time");
        assertThat(shown(idle.plus(assume("servers", count(5)).times(3).named("fleet"))))
                .containsExactly("fleet: servers", "idle time: servers");
    }
}
