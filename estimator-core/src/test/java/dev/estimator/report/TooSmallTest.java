package dev.estimator.report;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Bytes;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import org.junit.jupiter.api.Test;

/** What is too small whatever the traffic: a reader found '×16' on pages of a disk that is full in a third of cases. */
class TooSmallTest {
    private static final Bytes DATA =
            assume("n", between(count(4_000), count(9_000))).times(gb(3));

    private static Architecture with(Bytes disk, Bytes each) {
        Component db = Component.named("db")
                .serviceTime(ms(5), count(4))
                .needs("disk", disk, each)
                .instances(count(4));
        return Architecture.of(UseCase.read("q", qps(100), qps(200), db));
    }

    /** ln(20 ÷ 18) ÷ (ln(9 ÷ 4) ÷ (2 × 1.6449)) = 0.4274, of which Φ is 66.5 %. */
    @Test
    void inSomeCases_isSaidEverywhere() {
        Architecture system = with(DATA, tb(5));
        String line = "db (disk) in 33.5% of cases whatever the traffic";
        assertThat(system.tooSmall()).containsExactly(line);
        assertThat(system.toString()).contains("\ntoo small: " + line + "\n");
        assertThat(Report.titled("R").architecture(system).toString()).contains("What is too small\n  " + line + "\n");
        assertThat(DesignSheet.titled("D").architecture(system).toString())
                .contains("Bottleneck\n  " + line + "\n  db (workers) at ×16\n")
                .contains("×1 the traffic fits what is there in 66.5% of cases\n")
                .contains("×10 the traffic fits what is there in 66.5% of cases\n");
    }

    /** 24 TB on 4 × 5 TB. */
    @Test
    void inAll() {
        Architecture system = with(tb(24), tb(5));
        String line = "db (disk) is 120% full whatever the traffic";
        assertThat(system.tooSmall()).containsExactly(line);
        assertThat(Report.titled("R").architecture(system).toString()).contains("What is too small\n  " + line + "\n");
    }

    /** Of 4 × 8 TB: Φ(ln(32 ÷ 18) ÷ 0.2465) is 99.0 %. */
    @Test
    void rarely_isNotSaid() {
        assertThat(with(DATA, tb(8)).tooSmall()).isEmpty();
        assertThat(with(tb(24), tb(7)).tooSmall()).isEmpty();
    }
}
