package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.PER_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Growth;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;

class WhatIfAnswersTest {
    private static final Count USERS = assume("users", million(5));
    private static final Count VISITS = USERS.times(ratio(2)).named("visits");
    private static final Count TRIPLE = VISITS.given(USERS, USERS.times(3));
    private static final Count SIX = VISITS.given(USERS, million(6));

    @Test
    void text_whatIfsBesideTheirBase() {
        assertThat(Report.titled("Visits")
                        .section("Now", VISITS)
                        .section("What if", TRIPLE, SIX)
                        .fits(limit(TRIPLE).atMost(million(20))))
                .hasToString("""
                        Visits
                        ══════

                        Does it fit?
                          limit                             found  does it hold?
                          visits (what if, users ×3) ≤ 20M  30M    fails

                        Now
                          visits  10M

                        What if
                          visits (what if, users ×3)  30M
                          visits (what if, users 6M)  12M

                        Assumptions
                          users                5M
                          users (what if, 6M)  6M   (what if, instead of 5M)
                          users (what if, ×3)  15M  (what if, users × 3)""");
    }

    /** What neither was typed nor is a multiple says what it is too. */
    @Test
    void text_calculatedInPlaceOfAnAssumption() {
        Count grown = Growth.compound(percent(30), YEAR).at(USERS, years(1));
        assertThat(Report.titled("Grown")
                        .section("All", VISITS, VISITS.given(USERS, grown))
                        .page()
                        .text())
                .contains("visits (what if, users 6.5M)  13M");
    }

    @Test
    void html_sameNames() {
        assertThat(Report.titled("Visits").section("All", VISITS, TRIPLE).page().html())
                .contains("visits (what if, users ×3)", "users (what if, ×3)");
    }

    @Test
    void json_answersByTheirNames() {
        assertThat(Report.titled("Visits").section("All", VISITS, TRIPLE).page().json())
                .contains("\"visits (what if, users ×3)\": {\n      \"value\": 30000000");
    }

    /** The same what-if asked twice is one answer; what has no other of its name beside it keeps its name. */
    @Test
    void text_askedTwiceOrAlone() {
        Count again = VISITS.given(USERS, USERS.times(3));
        assertThat(Report.titled("Twice")
                        .section("A", VISITS, TRIPLE)
                        .section("B", again)
                        .page()
                        .text())
                .contains("B\n  visits (what if, users ×3)  30M");
        assertThat(Report.titled("Alone").section("A", TRIPLE).page().text()).contains("A\n  visits  30M");
    }

    @Test
    void text_withRanges() {
        Count users = assume("users", between(million(3), million(8)));
        Count visits = users.times(7).named("visits");
        assertThat(Report.titled("Ranges")
                        .section("All", visits, visits.given(users, users.times(2)))
                        .page()
                        .text())
                .contains("visits (what if, users ×2)", "users (what if, ×2)");
    }

    /** They are in the unit of their row, although that is called otherwise than the number itself. */
    @Test
    void drivers_ofAWhatIf_areInTheUnitOfItsRow() {
        Count users = assume("users", between(million(3), million(8)));
        Qps rate = users.times(7).per(DAY).named("rate");
        Qps twice = rate.given(users, users.times(2));
        assertThat(Report.titled("Ranges")
                        .section("All", rate, twice)
                        .drivers(twice)
                        .unit(rate, PER_DAY)
                        .page()
                        .text())
                .contains("rate (what if, users ×2)  68.6M/d (42M … 112M)", "42M/d … 112M/d");
    }

    @Test
    void section_differentAnswersThatNoWhatIfTellsApart() {
        assertThatThrownBy(() -> Report.titled("Two").section("All", VISITS, count(3).named("visits")))
                .hasMessageContaining("two are called 'visits'");
    }

    @Test
    void drivers_ofAWhatIf_sayWhichInTheirHeading() {
        Count users = assume("users", between(million(4), million(9)));
        Count visits = users.times(assume("visits a user", between(ratio(2), ratio(5))))
                .named("visits");
        Count more = visits.given(users, million(20));
        assertThat(Report.titled("Visits")
                        .section("Visits", visits, more)
                        .drivers(more)
                        .page()
                        .text())
                .contains("Drivers: visits (what if, users 20M)");
    }
}
