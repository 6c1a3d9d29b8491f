package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Of limits that are all kept the least likely is named where more than one case of a thousand breaks it. */
class LeastLikelyTest {
    private static final Value FOUND =
            new Value("Ratio", "", 0.31, new Value.Spread(0.19, 0.31, 0.5, 0.32, false), "31% (19 … 50)");

    /** Drawn with an error of 0.05 %: 99.9939 %, and 99.9957 %, which may be less than the 99.9971 % that are exact. */
    @Test
    void drawsThatHardlyEverBreakIt_nameNone() {
        assertThat(verdict(
                        fit("gateway", 0.999939, "over 99.95% of cases"),
                        fit("writer", 0.999971, "99.9971% of cases"),
                        fit("tsdb", 0.999957, "over 99.96% of cases")))
                .isEqualTo("all 3 limits hold with 95% confidence");
        assertThat(verdict(
                        fit("writer", 0.999971, "99.9971% of cases"),
                        fit("query", 1, "every case drawn"),
                        fit("api", 1, "every case drawn")))
                .isEqualTo("all 3 limits hold with 95% confidence");
    }

    @Test
    void estimates_areCompared() {
        assertThat(verdict(
                        fit("a", 0.961, "96.1% ± 0.2% of cases"),
                        fit("b", 0.999971, "99.9971% of cases"),
                        fit("c", 0.959, "95.9% ± 0.2% of cases")))
                .isEqualTo("all 3 limits hold with 95% confidence; least likely c ≤ 1 (kept in 95.9% ± 0.2% of cases)");
    }

    @Test
    void oneThatIsLess_isNamed() {
        String least = "; least likely b ≤ 1 (kept in 97.3% of cases)";
        assertThat(verdict(
                        fit("a", 0.98, "98.0% ± 0.3% of cases"),
                        fit("b", 0.973, "97.3% of cases"),
                        fit("c", 0.99997, "over 99.95% of cases"),
                        fit("d", 1, "every case drawn")))
                .endsWith(least);
        assertThat(verdict(fit("c", 1, "every case"), fit("b", 0.973, "97.3% of cases")))
                .isEqualTo("both limits hold with 95% confidence" + least);
        assertThat(verdict(fit("c", 0.9999999, "over 99.9999% of cases"), fit("b", 0.973, "97.3% of cases")))
                .endsWith(least);
    }

    private static String verdict(Block.Fit... fits) {
        return Parts.verdict(List.of(fits));
    }

    private static Block.Fit fit(String name, double probability, String kept) {
        String text = String.format(Locale.ROOT, "holds: kept in %s, 95%% needed", kept);
        return new Block.Fit(name, name + " ≤ 1", FOUND, Pages.number(1, "1"), true, true, probability, text);
    }
}
