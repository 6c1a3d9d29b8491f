package dev.estimator.system;

import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NumberCellsTest {
    private static final Pattern RANGE =
            Pattern.compile("([0-9.]+)(k?)[^()0-9\\n]{0,8} \\(([0-9.]+)(k?) … ([0-9.]+)(k?)\\)");

    /** Of 40 random systems, whose instances are rounded up, every number stands within the range beside it. */
    @Test
    void numbers_standWithinTheirRanges() {
        Random random = new Random(7);
        List<String> wrong = new ArrayList<>();
        int medians = 0;
        for (int i = 0; i < 40; i++) {
            String screen = system(random).toString();
            medians += screen.contains("best guess") ? 1 : 0;
            RANGE.matcher(screen)
                    .results()
                    .filter(found -> !isWithin(found))
                    .forEach(found -> wrong.add(found.group()));
        }
        assertThat(wrong).isEmpty();
        assertThat(medians).isPositive();
    }

    private static Architecture system(Random random) {
        double ms = 2 + 9 * random.nextDouble();
        double rate = 300 + 4000 * random.nextDouble();
        double wide = 1.05 + 0.3 * random.nextDouble();
        int zones = 1 + random.nextInt(3);
        Component api = Component.named("api")
                .serviceTime(between(ms(ms), ms(ms * wide)), count(1 + random.nextInt(4)))
                .zones(zones, zones - 1);
        Component store = Component.named("store").requestsPerInstance(between(qps(200), qps(200 * wide)));
        return Architecture.of(
                UseCase.read("read", qps(rate / 2), between(qps(rate), qps(rate * wide)), api.calling(store)));
    }

    private static boolean isWithin(MatchResult found) {
        double best = number(found.group(1), found.group(2));
        return best >= number(found.group(3), found.group(4)) && best <= number(found.group(5), found.group(6));
    }

    private static double number(String digits, String thousand) {
        return Double.parseDouble(digits) * (thousand.isEmpty() ? 1 : 1000);
    }

    /** It was '0 ÷ 0 has no answer' here, and a limit that holds where another limit stood beside it. */
    @Test
    void network_withoutSizes_isUnknown() {
        Component cdn = Component.named("cdn").bandwidth(mbPerSecond(100));
        Architecture system = Architecture.of(UseCase.read("get", qps(30), qps(50), cdn));
        assertThat(system).hasToString("""
                component  at peak   instances  used at peak  p99  up  a month
                cdn        50 req/s  –          –             –    –   –

                use case  average   at peak   mean  p99  up  fails alone with
                get       30 req/s  50 req/s  –     –    –   –

                not stated: sizes, so it is unknown how busy the network of cdn is: say sending(...) or receiving(...)""");
        assertThat(system.load(cdn).resources()).isEmpty();
        assertThat(system.fits().all()).isEmpty();
        assertThat(system.provisioned(90)).hasToString(system.toString());
        assertThatIllegalArgumentException().isThrownBy(system::headroom);
        Component both = cdn.requestsPerInstance(qps(20));
        Architecture other = Architecture.of(UseCase.read("get", qps(30), qps(50), both));
        assertThat(other.load(both).resources()).containsExactly("requests");
        Architecture sized = Architecture.of(UseCase.read("get", qps(30), qps(50), both.receiving(kb(4))));
        assertThat(sized.load(both).resources()).containsExactly("requests", "network");
        assertThat(sized.toString()).doesNotContain("unknown");
        assertThat(sized.times(ratio(2)).toString()).doesNotContain("unknown");
    }
}
