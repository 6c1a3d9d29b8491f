package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;

class BottleneckTest {
    private static final Bottleneck BASE = Bottleneck.builder()
            .stage("web", qps(2000))
            .stage("database", qps(800))
            .stage("disk", qps(5000), ratio(4))
            .build();

    /**
     * D. A. Menascé, V. A. F. Almeida and L. W. Dowdy, Performance by Design, 2004, example 3.9: a request takes 92 ms
     * of the processor and 79, 108 and 142 ms of the disks, so that no more than 7.04 a second are possible; at 3.8 a
     * second they are used 35, 30, 41 and 54 % of the time.
     */
    @Test
    void capacity_menasce() {
        Bottleneck server = Bottleneck.builder()
                .stage("cpu", perSecondOf(0.092))
                .stage("disk 1", perSecondOf(0.079))
                .stage("disk 2", perSecondOf(0.108))
                .stage("disk 3", perSecondOf(0.142))
                .build();
        assertThat(server.capacity().to(PER_SECOND)).isCloseTo(7.04, within(0.005));
        assertThat(server.bindingStage()).isEqualTo("disk 3");
        assertThat(server.utilization("cpu", qps(3.8)).value()).isCloseTo(0.35, within(0.005));
        assertThat(server.utilization("disk 1", qps(3.8)).value()).isCloseTo(0.30, within(0.005));
        assertThat(server.utilization("disk 2", qps(3.8)).value()).isCloseTo(0.41, within(0.005));
        assertThat(server.utilization("disk 3", qps(3.8)).value()).isCloseTo(0.54, within(0.005));
    }

    /**
     * Lazowska et al., page 113, by the tests of Octave's qnos.m: 121 visits of 5 ms for each of 0.3 jobs a second use
     * 18.2 %.
     */
    @Test
    void utilization_lazowska() {
        Bottleneck server = Bottleneck.builder()
                .stage("cpu", perSecondOf(0.005), ratio(121))
                .stage("disk 1", perSecondOf(0.03), ratio(70))
                .stage("disk 2", perSecondOf(0.027), ratio(50))
                .build();
        assertThat(server.utilization("cpu", qps(0.3)).value()).isCloseTo(0.182, within(0.001));
    }

    private static Qps perSecondOf(double seconds) {
        return qps(1 / seconds);
    }

    /** The forced flow law (Lazowska et al., chapter 3): a stage visited 4 times serves a quarter of its visits. */
    @Test
    void capacityAndStages() {
        assertThat(BASE.capacity()).isEqualTo(qps(800));
        assertThat(BASE.bindingStage()).isEqualTo("database");
        assertThat(BASE.stagesByCapacity()).containsExactly("database", "disk", "web");
    }

    @Test
    void utilization() {
        assertNear(0.32, BASE.utilization("disk", qps(400)).value());
        assertNear(0.5, BASE.utilization("database", qps(400)).value());
        assertNear(0.2, BASE.utilization("web", qps(400)).value());
        assertThat(BASE.utilization("database", qps(800)).value()).isEqualTo(1);
        assertNear(3.2, BASE.utilization("disk", qps(4000)).value()); // more than it can serve
    }

    /** Behind a cache that answers 90 % the database is visited by a tenth. */
    @Test
    void capacity_fewVisits() {
        Bottleneck cached = Bottleneck.builder()
                .stage("web", qps(2000))
                .stage("database", qps(800), ratio(0.1))
                .build();
        assertThat(cached.capacity()).isEqualTo(qps(2000));
        assertThat(cached).hasToString("2k req/s, bound by web; next database");
    }

    @Test
    void capacity_explain() {
        assertThat(BASE.capacity().explain()).hasToString("""
                assumed
                  web capacity      = 2,000 req/s
                  database capacity = 800 req/s
                  disk capacity     = 5,000 req/s
                  disk visits       = ×4
                calculated
                  capacity = min(web capacity, database capacity, disk capacity ÷ disk visits)
                           = min(2,000 req/s, 800 req/s, 5,000 req/s ÷ 4), the least is database capacity
                           = 800 req/s""");
    }

    /** With a range from 600 to 3,000 the database binds at the low end, and the disk with 1,250 at the high end. */
    @Test
    void capacity_ofARange() {
        Qps capacity = Bottleneck.builder()
                .stage("database", assume("database", between(qps(600), qps(3000))))
                .stage("disk", qps(5000), ratio(4))
                .build()
                .capacity();
        assertNear(600, capacity.p5().to(PER_SECOND), 1e-9);
        assertThat(capacity.p95()).isEqualTo(qps(1250));
    }

    @Test
    void toString_saysWhatBinds() {
        assertThat(BASE).hasToString("800 req/s, bound by database; next disk");
        assertThat(Bottleneck.builder().stage("web", qps(70)).build()).hasToString("70 req/s, bound by web");
        assertThat(Bottleneck.builder())
                .hasToString("row of stages, not built yet: go on with what is known, end with build()");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.utilization("disc", qps(4)))
                .withMessage("stage must be one of 'web', 'database', 'disk' but was 'disc'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bottleneck.builder().stage("web", qps(0)))
                .withMessage("capacity must be above zero but was 0 req/s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bottleneck.builder().stage("web", qps(1), ratio(0)))
                .withMessage("visits must be above zero but was ×0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bottleneck.builder()
                        .stage("web", qps(1))
                        .stage("web", qps(2))
                        .build())
                .withMessage("stages must be of different names but was 'web', 'web'");
        assertThatThrownBy(() -> Bottleneck.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no stage is set: add at least one with stage(name, capacity)");
    }

    @Test
    void toString_ofWhatBindsAtTheBestGuess() {
        Bottleneck wide = Bottleneck.builder()
                .stage("web", between(qps(300), qps(700)))
                .stage("database", between(qps(500), qps(900)))
                .build();
        assertThat(wide).asString().endsWith(", bound by web at the best guess; next database");
        Bottleneck sure = Bottleneck.builder()
                .stage("web", between(qps(300), qps(700)))
                .stage("database", between(qps(2500), qps(3900)))
                .build();
        assertThat(sure).asString().endsWith(", bound by web; next database");
    }
}
