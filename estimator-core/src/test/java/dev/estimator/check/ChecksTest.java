package dev.estimator.check;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.check.Checks.check;
import static dev.estimator.check.Checks.checkAll;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void checkAll_holds() {
        assertThat(checkAll(
                        () -> check(count(3)).atMost(count(4)),
                        () -> check(gb(3)).atLeast(gb(2))))
                .hasToString("2 checks hold");
        assertThat(checkAll(new Limits(List.of(limit(gb(7)).atMost(gb(11)))))).hasToString("1 check holds");
    }

    @Test
    void checkAll_reportsAllThatFail() {
        assertThatThrownBy(() -> checkAll(
                        () -> check(count(5).named("servers")).atMost(count(4)),
                        () -> check(gb(3)).atLeast(gb(2)),
                        () -> check(gb(3).named("disk")).atMost(gb(2))))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessage("""
                        2 of 3 checks fail

                        servers
                          expected at most  4
                          but is            5
                          over by           1 (25%)
                          fits with         servers  at most 4  now 5
                        assumed
                          servers = 5

                        disk
                          expected at most  2 GB
                          but is            3 GB
                          over by           1 GB (50%)
                          fits with         disk  at most 2 GB  now 3 GB
                        assumed
                          disk = 3 GB""")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .hasSize(2)
                        .allSatisfy(s -> assertThat(e).hasMessageContaining(s.getMessage())));
    }

    @Test
    void checkAll_oneFails() {
        assertThatThrownBy(() -> checkAll(() -> check(count(3)).atMost(count(4)), () -> {
                    throw new AssertionError();
                }))
                .hasMessage("1 of 2 checks fails\n\njava.lang.AssertionError");
    }

    /** A check that is misstated does not hide what the others found. */
    @Test
    void checkAll_withOtherExceptions() {
        assertThatThrownBy(() -> checkAll(
                        () -> {
                            throw new ArithmeticException("no answer");
                        },
                        () -> check(count(5)).atMost(count(4))))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessage("""
                        2 of 2 checks fail

                        java.lang.ArithmeticException: no answer

                        count
                          expected at most  4
                          but is            5
                          over by           1 (25%)""");
    }

    @Test
    void checkAll_nothing() {
        assertThatThrownBy(() -> checkAll())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("checks must not be empty: there is nothing to check");
    }

    @Test
    @SuppressWarnings("NullAway") // as someone without NullAway would
    void checkAll_null() {
        assertThatThrownBy(() -> checkAll(() -> check(count(3)).atMost(count(4)), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("each of checks: one is null, for which say what is checked, as in"
                        + " () -> check(disk).atMost(tb(20))");
        assertThatThrownBy(() -> checkAll((Limits) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("limits: null, for which say which, as in checkAll(shop.fits())");
    }
}
