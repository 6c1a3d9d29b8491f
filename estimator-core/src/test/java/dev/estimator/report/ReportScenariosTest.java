package dev.estimator.report;

import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Qps;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Step;
import dev.estimator.system.SystemScenarios;
import dev.estimator.system.UseCase;
import org.junit.jupiter.api.Test;

class ReportScenariosTest {
    private static final Component STORE =
            Component.named("store").serviceTime(ms(4), count(2)).price(usd(0.4).per(HOUR));
    private static final Component REPLICA = Component.named("replica").serviceTime(ms(2), count(4));

    private static Report report(Qps load) {
        Architecture base = Architecture.of(
                UseCase.read("browse", load, load, STORE.instances(count(3))),
                UseCase.write("order", qps(200), qps(500), Step.async(Step.every(REPLICA))));
        return Report.titled("Shop")
                .scenarios(SystemScenarios.of(base)
                        .with("twice the traffic", system -> system.times(ratio(2)))
                        .with("3x traffic", system -> system.times(ratio(3))));
    }

    /**
     * 1,000 × 4 ms ÷ 6 are 67 %, and 133 % of twice as much; each replica must do 25 % of what it can for each 500
     * writes.
     */
    @Test
    void scenarios_text() {
        String text = report(qps(1000)).page().text();
        assertThat(text.substring(text.indexOf("Scenarios"), text.indexOf("\n\nAssumptions")))
                .isEqualTo("""
                Scenarios
                  base: store (workers) full first
                  store headroom, base  ×1.5
                  cost, base            $876/month
                  twice the traffic: store (workers) full first
                  store headroom, twice the traffic  ×0.75
                  browse served, twice the traffic   75%
                  cost, twice the traffic            $876/month
                  3x traffic: no number of instances of replica is enough: what each of them must do takes 75% of
                  its workers alone, and the target is 70%; shard it""");
    }

    @Test
    void scenarios_withRanges() {
        assertThat(report(assume("load", between(qps(500), qps(1200)))).page().markdown())
                .contains("twice the traffic: store (workers) full first", "browse served, twice the traffic");
    }

    @Test
    void scenarios_twice() {
        Report one = report(qps(1000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.scenarios(
                        SystemScenarios.of(Architecture.of(UseCase.read("browse", qps(1), qps(1), STORE)))))
                .withMessageContaining("Scenarios");
    }
}
