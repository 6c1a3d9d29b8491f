package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlockDiagramBenchmarkTest {
    private final BlockDiagramBenchmark benchmark = new BlockDiagramBenchmark();

    @Test
    void fromScratch_isWhatIsComputedByHand() {
        double byHand = benchmark.byHand();
        assertThat(benchmark.fromScratch().unavailability().value()).isCloseTo(byHand, within(1e-13 * byHand));
    }

    @Test
    void given_changesTheLast() {
        assertThat(benchmark.given()).isLessThan(benchmark.fromScratch());
    }

    /** Three neighbours each. */
    @Test
    void minimalCuts_areTheNeighbours() {
        assertThat(benchmark.minimalCuts()).isEqualTo(BlockDiagramBenchmark.SERVICES);
    }
}
