package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.estimator.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares each printed report, whole, with the file of the example's name among the test resources.
 *
 * <p>After a change that is meant, {@code mvn test -pl estimator-examples -am -Dgolden.update=true} writes the files anew. That
 * run fails, so that the switch cannot be left on; read the difference, then run without it.
 */
class ReportsTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("basedir", "."), "src/test/resources/dev/estimator/examples");

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of(Pastebin.class, Pastebin.report()),
                Arguments.of(PersonalFinance.class, PersonalFinance.report()),
                Arguments.of(UrlShortener.class, UrlShortener.report()),
                Arguments.of(YouTube.class, YouTube.report()),
                Arguments.of(GameLeaderboard.class, GameLeaderboard.report()),
                Arguments.of(HotelReservation.class, HotelReservation.report()),
                Arguments.of(LogSearch.class, LogSearch.report()),
                Arguments.of(ServiceAvailability.class, ServiceAvailability.report()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void report(Class<?> example, Report report) throws IOException {
        String file = example.getSimpleName() + ".txt";
        String text = report + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(SOURCES);
            Files.writeString(SOURCES.resolve(file), text);
            fail("wrote %s: read the difference, then run without -Dgolden.update", SOURCES.resolve(file));
        }
        // A checkout on Windows may have changed the line ends of the file.
        assertThat(text).isEqualToNormalizingNewlines(golden(file));
    }

    private static String golden(String file) throws IOException {
        try (InputStream stream = ReportsTest.class.getResourceAsStream(file)) {
            assertThat(stream)
                    .as("%s among the test resources; -Dgolden.update=true writes it", file)
                    .isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
