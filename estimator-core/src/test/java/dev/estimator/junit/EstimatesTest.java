package dev.estimator.junit;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.analysis.Limits;
import dev.estimator.check.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    /** Each is published, whether it holds or not. */
    @Test
    void checkAll_isPublished() {
        var limits = new Limits(List.of(
                limit(gb(3).named("disk")).atMost(gb(4)),
                limit(count(2).named("copies")).atLeast(count(3))));
        var estimates = new Estimates("CapacityTest");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> estimates.checkAll(limits.withConfidence(percent(80))))
                .withMessageContaining("1 of 2 checks fails");
        assertThat(estimates.checks()).extracting(Checked::isHeld).containsExactly(true, false);
        assertThat(limits).hasToString("""
                disk ≤ 4 GB  3 GB  holds
                copies ≥ 3   2     fails""");
        assertThat(new Limits(List.of())).hasToString("no limits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimates.checkAll(new Limits(List.of())))
                .withMessage("checks must not be empty: there is nothing to check");
    }
}
