package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.junit.Estimates;
import dev.estimator.junit.EstimatesExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks that leave pages behind: one for each test, and {@code target/estimates/summary.md} for the page of a build.
 */
@ExtendWith(EstimatesExtension.class)
class PublishedEstimatesTest {
    private static final Path DIRECTORY = Path.of("target/estimates");

    @Test
    void disks_stayInTheBudget(Estimates estimates) {
        estimates.publish(UrlShortener.uncertain());
        estimates.check(UrlShortener.likelyDisk()).withConfidence(percent(80)).atMost(tb(20));
    }

    @Test
    void servers_areAtMostFifteen(Estimates estimates) {
        estimates.check(UrlShortener.servers().servers()).atMost(count(15));
    }

    @AfterAll
    static void pages_areThere() throws IOException {
        assertThat(Files.readString(DIRECTORY.resolve("summary.md"))).contains("""
                ## dev.estimator.examples.PublishedEstimatesTest

                | test | estimate | limit | found | holds | probability | room |
                | --- | --- | --- | --- | --- | --- | --- |
                | [disks\\_stayInTheBudget](dev.estimator.examples.PublishedEstimatesTest/disks-stayinthebudget.md) | physical link storage \
                | at most 20 TB with 80% confidence | 8 TB (1.6 … 40) | ✓ | 82.5%, exact | ×1.09 |
                | [servers\\_areAtMostFifteen](dev.estimator.examples.PublishedEstimatesTest/servers-areatmostfifteen.md) | servers \
                | at most 15 | 13 | ✓ |  | ×1.15 |
                """);
        assertThat(
                        DIRECTORY.resolve(
                                "dev.estimator.examples.PublishedEstimatesTest/disks-stayinthebudget-url-shortener-with-ranges.html"))
                .isNotEmptyFile();
    }
}
