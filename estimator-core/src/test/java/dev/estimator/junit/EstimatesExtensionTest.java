package dev.estimator.junit;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.report.DesignSheet;
import dev.estimator.report.Page;
import dev.estimator.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.Events;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

class EstimatesExtensionTest {
    @TempDir
    private Path directory;

    /** P(machines ≤ 30) = Φ(ln(30 ÷ 20) ÷ (ln(12.5 ÷ 10) ÷ 1.645)) = Φ(2.989), and Φ(5.110) for 40. */
    @Test
    void summary_tellsEveryCheckOfEveryClass() throws IOException {
        Events events = run(Disks.class);
        events.assertStatistics(statistics -> statistics.succeeded(1).failed(1));
        run(Machines.class)
                .assertStatistics(statistics -> statistics.succeeded(2).failed(0));
        assertThat(read("summary.md")).isEqualTo("""
                # Estimates

                ## dev.estimator.junit.EstimatesExtensionTest.Disks

                | test | estimate | limit | found | holds | probability | room |
                | --- | --- | --- | --- | --- | --- | --- |
                | [fits](dev.estimator.junit.EstimatesExtensionTest.Disks/fits.md) | disk | at most 20 TB | 18 TB | ✓ |  | ×1.11 |
                | [isTooLarge](dev.estimator.junit.EstimatesExtensionTest.Disks/istoolarge.md) | disk | at most 16 TB | 18 TB | ✗ |  | ×0.889 |

                ## dev.estimator.junit.EstimatesExtensionTest.Machines

                | test | estimate | limit | found | holds | probability | room |
                | --- | --- | --- | --- | --- | --- | --- |
                | [fit \\[1\\] most=30.0](dev.estimator.junit.EstimatesExtensionTest.Machines/fit-1-most-30-0.md) | machines \\| all | at most 30 with 95% confidence | 20 (16 … 25) | ✓ | 99.86%, exact | ×1.2 |
                | [fit \\[2\\] most=40.0](dev.estimator.junit.EstimatesExtensionTest.Machines/fit-2-most-40-0.md) | machines \\| all | at most 40 with 95% confidence | 20 (16 … 25) | ✓ | over 99.9999% | ×1.6 |
                """);
    }

    @Test
    void failingCheck_failsItsTestAndIsPublished() throws IOException {
        run(Disks.class)
                .failed()
                .assertEventsMatchExactly(EventConditions.finishedWithFailure(
                        TestExecutionResultConditions.instanceOf(AssertionError.class)));
        assertThat(read("dev.estimator.junit.EstimatesExtensionTest.Disks/istoolarge.txt"))
                .isEqualTo("""
                isTooLarge
                ══════════

                Checked
                  disk  18 TB
                  disk is 18 TB, at most 16 TB: fails

                Does it fit?
                  limit         found  does it hold?
                  disk ≤ 16 TB  18 TB  fails

                Assumptions
                  records      6
                  record size  3 TB

                Derivation: disk
                  disk = records × record size
                       = 6 × 3 TB
                       = 18 TB
                """);
    }

    @Test
    void eachTest_hasItsPagesInEveryForm() throws IOException {
        run(Machines.class);
        assertThat(files("dev.estimator.junit.EstimatesExtensionTest.Machines"))
                .containsExactly(
                        "checks.md",
                        "checks.part",
                        "fit-1-most-30-0.csv",
                        "fit-1-most-30-0.html",
                        "fit-1-most-30-0.json",
                        "fit-1-most-30-0.md",
                        "fit-1-most-30-0.txt",
                        "fit-2-most-40-0.csv",
                        "fit-2-most-40-0.html",
                        "fit-2-most-40-0.json",
                        "fit-2-most-40-0.md",
                        "fit-2-most-40-0.txt");
        Page page = Page.fromJson(read("dev.estimator.junit.EstimatesExtensionTest.Machines/fit-1-most-30-0.json"));
        assertThat(page.title()).isEqualTo("fit [1] most=30.0");
        assertThat(page.markdown().lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## Checked",
                        "## Does it fit?",
                        "## Assumptions",
                        "## Drivers: machines \\| all",
                        "## Derivation: machines \\| all");
    }

    @Test
    void reports_arePublishedUnderTheirTitles() throws IOException {
        run(Reports.class)
                .assertStatistics(statistics -> statistics.succeeded(2).failed(1));
        assertThat(files("dev.estimator.junit.EstimatesExtensionTest.Reports"))
                .contains("both-my-system.md", "both-its-design.html");
        assertThat(read("summary.md")).isEqualTo("""
                # Estimates

                ## dev.estimator.junit.EstimatesExtensionTest.Reports

                - [Its design](dev.estimator.junit.EstimatesExtensionTest.Reports/both-its-design.md)
                - [My system](dev.estimator.junit.EstimatesExtensionTest.Reports/both-my-system.md)
                - [My system](dev.estimator.junit.EstimatesExtensionTest.Reports/sametitle-my-system.md)
                """);
        run(Reports.class)
                .failed()
                .assertEventsMatchExactly(EventConditions.finishedWithFailure(TestExecutionResultConditions.message(
                        "title must be new but 'My system' was published by this test already")));
    }

    @Test
    void index_hasEachVerdictWithALink() throws IOException {
        run(Disks.class);
        run(Reports.class);
        assertThat(read("index.html"))
                .contains("<p>2 checks: 1 holds, 1 fails, 0 undecided</p>")
                .contains(
                        "<td><a href=\"dev.estimator.junit.EstimatesExtensionTest.Disks/istoolarge.html\">isTooLarge</a></td>")
                .contains("<td class=\"fails\">fails</td>", "Reports/both-my-system.html\">My system</a>")
                .doesNotContain("optional");
    }

    @Test
    void estimatesOfOneName_areToldApart() throws IOException {
        run(Names.class).assertStatistics(statistics -> statistics.succeeded(1));
        assertThat(read("dev.estimator.junit.EstimatesExtensionTest.Names/several.txt"))
                .contains("""
                Checked
                  users           7
                  users (second)  9
                  unnamed         5
                """);
    }

    @Test
    void directory_thatIsAFile_failsTheTestByName() throws IOException {
        Files.writeString(directory.resolve("dev.estimator.junit.EstimatesExtensionTest.Names"), "in the way");
        run(Names.class)
                .failed()
                .assertEventsMatchExactly(EventConditions.finishedWithFailure(TestExecutionResultConditions.message(
                        message -> message.startsWith("cannot write ") && message.contains("several.txt"))));
    }

    /** RC-FILES: a passing test stays green whatever it is called. */
    @Test
    void oddNames_passAndArePublished() {
        run(OddNames.class)
                .assertStatistics(statistics -> statistics.succeeded(5).failed(0));
    }

    private Events run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("estimates.directory", directory.toString())
                .selectors(selectClass(testClass))
                .execute()
                .testEvents();
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Bytes disk() {
        return assume("records", count(6)).times(assume("record size", tb(3))).named("disk");
    }

    @ExtendWith(EstimatesExtension.class)
    static class Disks {
        @Test
        void fits(Estimates estimates) {
            estimates.check(disk()).atMost(tb(20));
        }

        @Test
        void isTooLarge(Estimates estimates) {
            estimates.check(disk()).atMost(tb(16));
        }
    }

    @ExtendWith(EstimatesExtension.class)
    static class Machines {
        @ParameterizedTest
        @ValueSource(doubles = {30, 40})
        void fit(double most, Estimates estimates) {
            Count machines = assume("machines each", between(count(8), count(12.5)))
                    .times(ratio(2))
                    .named("machines | all");
            estimates.check(machines).atMost(count(most));
        }
    }

    @ExtendWith(EstimatesExtension.class)
    static class Reports {
        @Test
        void both(Estimates estimates) {
            estimates.publish(Report.titled("My system").section("Disks", disk()));
            estimates.publish(DesignSheet.titled("Its design").useCases("store"));
        }

        @Test
        void sameTitle(Estimates estimates) {
            estimates.publish(Report.titled("My system").section("Disks", disk()));
            estimates.publish(Report.titled("My system").section("More disks", disk()));
        }

        @Test
        void nothing() {
            assertThat(disk()).isNotNull();
        }
    }

    @ExtendWith(EstimatesExtension.class)
    static class OddNames {
        @ParameterizedTest
        @MethodSource("names")
        void called(String name, Estimates estimates) {
            estimates.check(count(5)).atMost(count(6));
        }

        static Stream<String> names() {
            return Stream.of("größe", "a\nb", "a\u2028b", "容".repeat(99), "x".repeat(87) + "😀".repeat(5));
        }
    }

    @ExtendWith(EstimatesExtension.class)
    static class Names {
        @Test
        void several(Estimates estimates) {
            estimates.check(assume("users", count(7))).atLeast(count(2));
            estimates.check(assume("users", count(9))).atLeast(count(3));
            estimates.check(assume("users", count(7))).atMost(count(8));
            estimates.check(count(5)).atMost(count(6));
        }
    }
}
