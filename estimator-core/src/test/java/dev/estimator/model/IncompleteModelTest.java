package dev.estimator.model;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A model that cannot answer yet still echoes at the prompt, and says what it lacks. */
class IncompleteModelTest {
    @Test
    void traffic_withoutVolume() {
        assertThat(Traffic.builder().build())
                .hasToString("traffic, incomplete: no volume is set: set requestRate, or readRate and writeRate, or"
                        + " dailyActiveUsers or monthlyActiveUsers with actionsPerUser");
    }

    @Test
    void storage_withoutRetention() {
        RecordKind post = RecordKind.builder("post").rate(qps(3)).size(bytes(7)).build();
        Storage storage = Storage.builder().kind(post).build();
        assertThat(storage)
                .hasToString("storage, incomplete: retention is not set: it is needed for the number of post records");
        assertThat(storage.newPerDay()).isEqualTo(bytes(1_814_400));
    }

    /** Half of what was meant, through the share of the monthly users that come on a day. */
    @Test
    void traffic_monthlyUsersWithActionsPerMonth() {
        assertThatThrownBy(() -> Traffic.builder()
                        .monthlyActiveUsers(million(10))
                        .actionsPerUser(count(500))
                        .actionsPeriod(MONTH)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "set actionsPeriod with dailyActiveUsers only: monthly users are counted on the days when they"
                                + " come; state what they do in a month as a requestRate");
    }
}
