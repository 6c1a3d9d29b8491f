package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksListedTest {
    @Test
    void quantityBenchmark() {
        var out = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        assertThat(BenchmarkList.defaultList().getAll(out, List.of()))
                .extracting(BenchmarkListEntry::getUsername)
                .filteredOn(name -> name.contains(".QuantityBenchmark."))
                .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
                .containsExactlyInAnyOrder(
                        "raw",
                        "quantities",
                        "quantitiesAfterAssumption",
                        "made",
                        "madeAfterAssumption",
                        "method",
                        "methodAfterAssumption",
                        "indriya");
    }
}
