package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Units;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShopTest {
    @Test
    void scenarios() throws IOException {
        Golden.verify("Shop.txt", Shop.system() + "\n\n" + Shop.scenarios() + "\n");
    }

    /** 6.32M users × 40 ÷ 86,400 s × 3.16 at peak; of 95 % that read 40 % pass the CDN, and all that write come. */
    @Test
    void api_getsWhatTheCdnLeaves() {
        double peak = Math.sqrt(4e6 * 10e6) * 40 / 86_400 * Math.sqrt(2 * 5);
        assertThat(Shop.system().load(Shop.API).peak().to(Units.PER_SECOND))
                .isCloseTo(peak * (0.95 * 0.4 + 0.05), within(1e-6));
    }
}
