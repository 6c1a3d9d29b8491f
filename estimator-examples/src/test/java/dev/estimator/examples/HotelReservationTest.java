package dev.estimator.examples;

import static dev.estimator.examples.Exactness.EXACT;
import static dev.estimator.examples.HotelReservation.A_DAY;
import static dev.estimator.examples.HotelReservation.GOES_ON;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.THOUSANDS;
import static java.math.RoundingMode.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;

/**
 * The figures of System Design Interview 2, A. Xu, hotel reservation, as noted by P. Mihaylov in chapter 23, row by
 * row.
 */
class HotelReservationTest {
    /** The source rounds up, to two digits and then to a whole number, and goes on with that. */
    private static final Count CARRIED_PER_DAY =
            HotelReservation.reservations().times(A_DAY).rounded(2, ONES, UP);

    private static final Qps CARRIED = CARRIED_PER_DAY.per(A_DAY).rounded(1, PER_SECOND, UP);

    @Test
    void row1_reservationsPerDay() {
        Count reservations = HotelReservation.reservations().times(A_DAY);
        assertThat(reservations.to(ONES)).isCloseTo(233_333.333_333_3, EXACT);
        assertThat(CARRIED_PER_DAY.format(THOUSANDS)).isEqualTo("240k");
    }

    @Test
    void row2_reservationsPerSecond() {
        Qps reservations = HotelReservation.reservations();
        assertThat(reservations.to(PER_SECOND)).isCloseTo(2.333_333_333_333, EXACT);
        assertThat(reservations.given(A_DAY, DAY).to(PER_SECOND)).isCloseTo(2.700_617_283_951, EXACT);
        assertThat(CARRIED.format(PER_SECOND)).isEqualTo("3/s");
    }

    @Test
    void row3_bookingPageViews() {
        assertThat(HotelReservation.bookingPageViews().to(PER_SECOND)).isCloseTo(23.333_333_333_33, EXACT);
        assertThat(CARRIED.div(GOES_ON).format(PER_SECOND)).isEqualTo("30/s");
    }

    @Test
    void row4_roomPageViews() {
        Qps exact = HotelReservation.roomPageViews();
        assertThat(exact.to(PER_SECOND)).isCloseTo(233.333_333_333_3, EXACT);
        Qps carried = CARRIED.div(GOES_ON).div(GOES_ON);
        assertThat(carried.format(PER_SECOND)).isEqualTo("300/s");
        assertThat(carried.div(exact).value())
                .as("what rounding between steps does")
                .isCloseTo(1.285_714_285_714, EXACT);
    }

    @Test
    void row5_queriesPerShard() {
        Qps queries = HotelReservation.queriesPerShard();
        assertThat(queries.to(PER_SECOND)).isCloseTo(1875, EXACT);
        assertThat(queries.rounded(4, PER_SECOND, UP)).isEqualTo(queries);
    }

    @Test
    void rounding_isAStepThatTheExplanationShows() {
        assertThat(CARRIED.explain().toString()).contains("round(", "1 digit up");
    }
}
