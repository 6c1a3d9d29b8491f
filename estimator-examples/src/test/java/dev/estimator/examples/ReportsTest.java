package dev.estimator.examples;

import dev.estimator.report.Report;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares each printed report, whole, with the file of the example's name among the test resources. */
class ReportsTest {
    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of(Pastebin.class, Pastebin.report()),
                Arguments.of(PersonalFinance.class, PersonalFinance.report()),
                Arguments.of(UrlShortener.class, UrlShortener.report()),
                Arguments.of(YouTube.class, YouTube.report()),
                Arguments.of(GameLeaderboard.class, GameLeaderboard.report()),
                Arguments.of(HotelReservation.class, HotelReservation.report()),
                Arguments.of(LogSearch.class, LogSearch.report()),
                Arguments.of(ServiceAvailability.class, ServiceAvailability.report()),
                Arguments.of(NextQuestions.class, NextQuestions.report()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void report(Class<?> example, Report report) throws IOException {
        Golden.verify(example.getSimpleName() + ".txt", report + "\n");
    }

    static Stream<Arguments> uncertain() {
        return Stream.of(
                Arguments.of(UrlShortener.class, UrlShortener.uncertain()),
                Arguments.of(YouTube.class, YouTube.uncertain()),
                Arguments.of(LogSearch.class, LogSearch.uncertain()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uncertain")
    void uncertain(Class<?> example, Report report) throws IOException {
        Golden.verify(example.getSimpleName() + "Ranges.txt", report + "\n");
    }
}
