package dev.estimator.system;

import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Qps;
import dev.estimator.report.DesignSheet;
import dev.estimator.report.Report;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is too little, in some cases or in all, a system prints, and so do its sheet and its report. */
class PrintedSystemsTest {
    private static Component random(String name, Random random) {
        Component component = Component.named(name);
        double work = Math.pow(10, -1 + 1.7 * random.nextDouble());
        int kind = random.nextInt(4);
        if (kind == 0) {
            component = component.latency(latencyP50P99(ms(work), ms(4.3 * work)));
        } else if (kind == 1) {
            component = component.serviceTime(
                    assume(name + " time", between(ms(work), ms(1.9 * work))), count(1 + random.nextInt(8)));
        } else {
            component = component.serviceTime(ms(work), count(1 + random.nextInt(8)));
        }
        if (kind == 0 || random.nextInt(3) == 0) {
            component = component.threads(count(3 + random.nextInt(400)));
        }
        if (random.nextInt(3) == 0) {
            component = component.instances(count(1 + random.nextInt(30)));
        }
        return random.nextBoolean() ? component.upPerInstance(percentUp(99.3)) : component;
    }

    private static Step random(Random random) {
        Component first = random("first", random);
        Component second = random("second", random);
        return switch (random.nextInt(4)) {
            case 0 -> first.calling(second);
            case 1 -> first.calling(second.calling(random("third", random)));
            case 2 -> first.calling(Step.atOnce(second, random("third", random)));
            default -> first.calling(Step.async(Step.every(second)));
        };
    }

    @Property(tries = 12)
    void system_prints(@ForAll long seed) {
        Random random = new Random(seed);
        double low = Math.pow(10, 1 + 3 * random.nextDouble());
        Qps rate = assume("requests", between(qps(low), qps(low * (1.2 + 5 * random.nextDouble()))));
        Architecture system = Architecture.of(UseCase.read("ask", rate, rate, random(random)));
        assertThat(system.toString()).doesNotContain("divisor is zero");
        assertThat(Report.titled("Any").architecture(system).toString()).doesNotContain("divisor is zero");
        assertThat(DesignSheet.titled("Any").architecture(system).toString()).doesNotContain("divisor is zero");
    }
}
