package dev.estimator.slo;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What budget, burn rate and alerts must have in common, at any objective from 50 % to nine nines over 3 to 90 d. */
class SloProperties {
    /** With even traffic, all requests in the allowed downtime are all that may fail. */
    @Property(tries = 200)
    void allowedFailures_areThoseOfTheAllowedDowntime(
            @ForAll("slos") Slo slo, @ForAll @DoubleRange(min = 0.1, max = 1e6) double perSecond) {
        Qps rate = qps(perSecond);
        assertNear(
                rate.times(slo.allowedDowntime()).value(),
                slo.allowedFailures(rate).value(),
                1e-12);
    }

    /** The three ways to state a burn rate agree. */
    @Property(tries = 200)
    void burnRate_roundTrip(@ForAll("slos") Slo slo, @ForAll @DoubleRange(min = 0.01, max = 1) double part) {
        Ratio most = ratio(1).div(Ratio.of(slo.errorBudget().value()));
        BurnRate burn = BurnRate.of(slo, most.times(part).max(ratio(1)));
        double rate = burn.rate().value();
        assertNear(rate, BurnRate.ofErrorRate(slo, burn.errorRate()).rate().value(), 1e-12);
        TimeSpan lasts = burn.timeToExhaustion();
        assertNear(rate, BurnRate.ofExhaustion(slo, lasts).rate().value(), 1e-12);
        assertNear(1, burn.budgetSpentIn(lasts).value(), 1e-12);
    }

    /** What is spent now and what is spent until exhaustion is the whole budget. */
    @Property(tries = 200)
    void timeToExhaustion_spendsTheRest(
            @ForAll("slos") Slo slo,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double spent,
            @ForAll @DoubleRange(min = 1.2, max = 100) double burn) {
        TimeSpan elapsed = slo.window().times(0.1);
        Share errors = Share.of(Math.min(1, slo.errorBudget().value() * spent));
        ErrorBudget budget = ErrorBudget.of(slo, errors, elapsed);
        TimeSpan lasts = budget.timeToExhaustion(ratio(burn));
        double now = budget.spent().value();
        double then = BurnRate.of(slo, ratio(burn)).budgetSpentIn(lasts).value();
        assertNear(1, now + then, 1e-12);
        assertThat(lasts.to(SECONDS) + elapsed.to(SECONDS))
                .isLessThan(slo.window().to(SECONDS));
    }

    /**
     * Whatever the error rate, the alert's part of the budget is gone when it fires, and a higher rate fires sooner.
     */
    @Property(tries = 200)
    void detectionTime_spendsTheAlertsPart(
            @ForAll("slos") Slo slo, @ForAll @DoubleRange(min = 0.01, max = 1) double errors) {
        for (Alert alert : AlertPolicy.of(slo).alerts()) {
            Share rate = Share.of(errors);
            if (alert.firesAt(rate)) {
                TimeSpan detection = alert.detectionTime(rate);
                assertNear(
                        alert.budgetSpent().value(),
                        BurnRate.ofErrorRate(slo, rate).budgetSpentIn(detection).value(),
                        1e-12);
                assertThat(detection).isLessThanOrEqualTo(alert.longWindow().times(1 + 1e-12));
                assertThat(alert.resetTime(rate)).isLessThan(alert.shortWindow());
            }
        }
    }

    /** An alert can fire just if it does when everything fails. */
    @Property(tries = 200)
    void canFire_ifEverythingFailingSetsItOff(@ForAll("slos") Slo slo) {
        AlertPolicy policy = AlertPolicy.of(slo);
        for (Alert alert : policy.alerts()) {
            assertThat(alert.canFire()).isEqualTo(alert.firesAt(Share.of(1)));
            assertThat(policy.alertsThatCannotFire().contains(alert)).isEqualTo(!alert.canFire());
        }
    }

    /** Requests of several services weigh as much as there are of them, in any order. */
    @Property(tries = 200)
    void sli_plus_isBetweenBoth(
            @ForAll @IntRange(max = 500) int failed,
            @ForAll @IntRange(min = 500, max = 1000) int total,
            @ForAll @IntRange(max = 300) int otherFailed,
            @ForAll @IntRange(min = 300, max = 100_000) int otherTotal) {
        Sli first = Sli.of(count(failed), count(total));
        Sli second = Sli.of(count(otherFailed), count(otherTotal));
        Sli both = first.plus(second);
        assertThat(both).isEqualTo(second.plus(first));
        assertThat(both.errorRate())
                .isBetween(
                        first.errorRate().min(second.errorRate()),
                        first.errorRate().max(second.errorRate()));
    }

    /** With slices that have failed as a whole and all others at their limit, just the guaranteed requests are good. */
    @Property(tries = 200)
    void timeslices_worstCase(@ForAll("slos") Slo slo, @ForAll @DoubleRange(min = 0, max = 0.9) double sliceErrors) {
        Timeslices slices = Timeslices.of(slo, hours(1), Availability.ofUnavailability(sliceErrors));
        double budget = slo.errorBudget().value();
        assertNear(
                budget + (1 - budget) * sliceErrors,
                slices.goodRequestsAtLeast().unavailability().value(),
                1e-12);
        assertThat(slices.spent(slices.allowedBadSlices())).isLessThanOrEqualTo(ratio(1 + 1e-12));
        assertThat(slices.spent(slices.allowedBadSlices().plus(count(1)))).isGreaterThan(ratio(1));
    }

    @Provide
    Arbitrary<Slo> slos() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.31, 9),
                        Arbitraries.integers().between(3, 90))
                .as((nines, days) -> Slo.of(Availability.ofUnavailability(Math.pow(10, -nines)), days(days)));
    }
}
