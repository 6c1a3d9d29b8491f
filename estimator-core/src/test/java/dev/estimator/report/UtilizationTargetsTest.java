package dev.estimator.report;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.model.Servers;
import dev.estimator.queueing.Staffing;
import org.junit.jupiter.api.Test;

/** No target stands beside what is bought for waits, unless one was said. */
class UtilizationTargetsTest {
    private static final Staffing.Staff STAFF = Staffing.of(qps(4000), ms(250)).forWait(99, ms(100));

    private static Servers servers(Staffing.Staff staff) {
        return Servers.builder()
                .limit("workers", staff, count(16))
                .limit("disk", tb(9), tb(2))
                .build();
    }

    private static Page page(Staffing.Staff staff) {
        return Report.titled("Dispatch").utilization(servers(staff)).page();
    }

    // 4,000/s × 250 ms = 1,000 busy workers; of 64 × 16 that is 97.7%, and 9 ÷ 2 ÷ 64 = 7.03%.
    @Test
    void ofWaits_none() {
        Page page = page(STAFF);
        assertThat(page.text()).contains("""
                  workers  97.7%  ████████████████████
                  disk     7.03%  █                     target 70%
                """);
        assertThat(page.markdown()).contains("| workers | 97.7% | `████████████████████` | – |");
        assertThat(page.csv()).contains("target,disk").doesNotContain("target,workers");
        assertThat(page.html())
                .contains(
                        "workers: 98%\n",
                        "disk: 7%, target 70%", "<th scope=\"row\">workers</th><td>97.7%</td><td>–</td>");
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
        assertThat(DesignSheet.titled("Dispatch").utilization(servers(STAFF)).toString())
                .contains("workers  97.7%  ████████████████████\n");
    }

    // 1,000 ÷ 80% = 1,250 workers, of which 79 servers have 16.
    @Test
    void ofWaits_maxUtilization() {
        assertThat(page(STAFF.withMaxUtilization(percent(80))).text())
                .contains("workers  79.1%  ████████████████  target 80%", "target 70%");
    }
}
