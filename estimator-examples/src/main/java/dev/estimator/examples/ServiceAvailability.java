package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.WEEK;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.percentUp;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import dev.estimator.report.Report;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long are services of 99.9 % and 99.99 % down, and two of them in sequence or in parallel? */
public final class ServiceAvailability {
    private static final String PRIMER = "D. Martin, system-design-primer";

    static final Availability THREE_NINES = assume("three nines", percentUp(99.9), PRIMER);
    static final Availability FOUR_NINES = assume("four nines", percentUp(99.99), PRIMER);

    // The length of the year is part of the answer: with 365 d it is 8 h 45 min 36 s.
    static final TimeSpan A_YEAR = assume("a year", days(365.2425), "Gregorian calendar, mean");
    static final TimeSpan A_MONTH = A_YEAR.div(12).named("a month");

    private ServiceAvailability() {}

    static CallChain inSequence() {
        return CallChain.builder()
                .call("shop", THREE_NINES)
                .call("payment", THREE_NINES)
                .build();
    }

    static CallChain inParallel() {
        return CallChain.builder()
                .call(Call.anyOf(Call.of("payment", THREE_NINES), Call.of("other payment", THREE_NINES)))
                .build();
    }

    private static TimeSpan[] downtimes(Availability promise) {
        return new TimeSpan[] {
            promise.downtime(A_YEAR).named("in a year"),
            promise.downtime(A_MONTH).named("in a month"),
            promise.downtime(WEEK).named("in a week"),
            promise.downtime(DAY).named("in a day")
        };
    }

    /** To the second, as a contract states it. */
    private static String byTheClock(Availability promise) {
        return Stream.of(downtimes(promise)).map(TimeSpan::toClockString).collect(Collectors.joining(", "));
    }

    static Report report() {
        return Report.titled("Service availability")
                .section(
                        "Two services of three nines",
                        inSequence().availability().named("both needed"),
                        inParallel().availability().named("one of them needed"),
                        inSequence().downtime(A_YEAR).named("down in a year if both are needed"))
                .section("Down at three nines", downtimes(THREE_NINES))
                .section("Down at four nines", downtimes(FOUR_NINES))
                .headline(inSequence().downtime(A_YEAR))
                .note("Three nines by the clock: " + byTheClock(THREE_NINES) + ".")
                .note("Four nines by the clock: " + byTheClock(FOUR_NINES) + ".");
    }

    /**
     * Prints the estimate.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(report());
    }
}
