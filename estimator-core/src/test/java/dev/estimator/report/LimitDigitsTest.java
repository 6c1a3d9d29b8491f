package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitDigitsTest {
    /** A row shows at least as many digits as the limit, unless these are all. */
    @ParameterizedTest
    @CsvSource({"99.8012, 99.795, 99.801%", "99.8, 99.795, 99.8%", "99.7912, 99.795, 99.791%", "99.953, 99.9, 99.953%"})
    void found_hasTheDigitsOfItsLimit(double found, double bound, String text) {
        String page = Report.titled("Page")
                .fits(limit(percentUp(found).named("checkout")).atLeast(percentUp(bound)))
                .page()
                .text();
        assertThat(page.lines().filter(line -> line.contains("≥")).findFirst().orElseThrow())
                .contains("% ", " " + text + " ");
    }
}
