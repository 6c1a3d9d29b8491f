package dev.estimator.check;

import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.estimator.quantity.Availability;
import dev.estimator.reliability.Durability;
import dev.estimator.reliability.ErasureCode;
import org.junit.jupiter.api.Test;

/** Lost data is not downtime. */
class DurabilityFailureTest {
    private static String failure(Availability kept) {
        return String.valueOf(
                catchThrowable(() -> check(kept).atLeast(nines(4))).getMessage());
    }

    /** A loss of 1 in 1,000 where 1 in 10,000 is allowed. */
    @Test
    void atLeast_saysHowMuchIsLost() {
        Availability durability = assume("durability of the archive", nines(3));
        assertThat(failure(durability)).contains("loses              ×10 as much as allowed");
        assertThat(failure(durability.named("archive"))).contains("loses              ×10 as much as allowed");
        assertThat(failure(assume("archive", nines(3)))).contains("short by           ×10 the downtime");
    }

    /** What was calculated as a durability is one by any name. */
    @Test
    void atLeast_calculatedUnderAnotherName() {
        Availability kept =
                Durability.of(ErasureCode.of(10, 1), percent(4), days(3)).durability();
        assertThat(failure(kept.named("archive"))).contains("loses ").doesNotContain("downtime");
    }
}
