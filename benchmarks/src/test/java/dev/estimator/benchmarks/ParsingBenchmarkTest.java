package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParsingBenchmarkTest {
    private final ParsingBenchmark benchmark = new ParsingBenchmark();

    @Test
    void parse_isTheNumber() {
        var usual = new ParsingBenchmark.Usual();
        assertThat(benchmark.parse(usual).value()).isEqualTo(benchmark.decimal(usual));
    }

    @Test
    void longNumber_isRefused() {
        var many = new ParsingBenchmark.Many();
        many.write();
        assertThat(benchmark.refuse(many)).contains("there are 100001 characters, more than 1000");
    }
}
