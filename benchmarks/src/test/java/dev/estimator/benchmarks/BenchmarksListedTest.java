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
        assertThat(listed("QuantityBenchmark"))
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

    @Test
    void simulationBenchmark() {
        assertThat(listed("SimulationBenchmark"))
                .containsOnly(
                        "plainMonteCarlo",
                        "sampled",
                        "sampledOnTwoThreads",
                        "sampledOneByOne",
                        "drawsAndModel",
                        "exact",
                        "fusedLoop",
                        "recordedModel",
                        "inputsCopied",
                        "draw",
                        "drawByHand",
                        "prepareDraws",
                        "table",
                        "quantilesOfTable");
    }

    @Test
    void coldStartBenchmark() {
        assertThat(listed("ColdStartBenchmark"))
                .containsExactlyInAnyOrder("doubles", "plain", "exact", "split", "sampled");
    }

    @Test
    void blockDiagramBenchmark() {
        assertThat(listed("BlockDiagramBenchmark"))
                .containsExactlyInAnyOrder("byHand", "fromScratch", "given", "minimalCuts");
    }

    @Test
    void architectureBenchmark() {
        assertThat(listed("ArchitectureBenchmark"))
                .containsExactlyInAnyOrder(
                        "byHand",
                        "described",
                        "answersOfBaseline",
                        "answersTogether",
                        "allAnswers",
                        "table",
                        "p99AtBestGuess",
                        "p99WithRange",
                        "meanWithRange",
                        "tableWithRangesOfP99");
    }

    @Test
    void latencyBenchmark() {
        assertThat(listed("LatencyBenchmark"))
                .containsExactlyInAnyOrder(
                        "composition", "monteCarlo", "p99WithRange", "p99OneByOne", "meanWithRange", "drivers");
    }

    @Test
    void rowsBenchmark() {
        assertThat(listed("RowsBenchmark"))
                .containsExactlyInAnyOrder("byHand", "columns", "rows", "row", "whatIfs", "rowsWithPercentiles");
    }

    @Test
    void erlangBenchmark() {
        assertThat(listed("ErlangBenchmark"))
                .containsExactlyInAnyOrder("recurrence", "waitProbability", "recurrenceUntilEnough", "staffing");
    }

    @Test
    void binomialBenchmark() {
        assertThat(listed("BinomialBenchmark")).containsOnly("incompleteBeta", "moreThan");
    }

    @Test
    void assumptionsBenchmark() {
        assertThat(listed("AssumptionsBenchmark")).containsOnly("sumByHand", "sum", "drivers");
    }

    @Test
    void rangedFormulaBenchmark() {
        assertThat(listed("RangedFormulaBenchmark"))
                .containsExactlyInAnyOrder(
                        "byHand",
                        "ofOneRange",
                        "ofTwoRanges",
                        "hitRatioByHand",
                        "hitRatio",
                        "throughputByHand",
                        "throughput",
                        "peakThroughput");
    }

    @Test
    void parsingBenchmark() {
        assertThat(listed("ParsingBenchmark")).containsOnly("decimal", "parse", "decimalOfAllDigits", "refuse");
    }

    private static List<String> listed(String benchmark) {
        var out = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(out, List.of()).stream()
                .map(BenchmarkListEntry::getUsername)
                .filter(name -> name.contains("." + benchmark + "."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
    }
}
