package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Units.TB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.SweepRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTableTest {
    /**
     * 7M × 20 a day × 3 kB × 730 days × 3 copies; 7M × 20 ÷ 86,400 s × √10 ÷ √(300 × 700) ÷ the targeted load, and 2
     * spares.
     */
    @Test
    void row_byHand() {
        SweepRow row = FleetTable.sweep().row(Map.of("users", count(7e6), "size", kb(3)));
        assertThat(row.at(FleetTable.disk()).to(TB)).isCloseTo(919.8, within(1e-6));
        assertThat(row.at(FleetTable.servers())).isEqualTo(count(Math.ceil(1620.37 * 3.16228 / 458.258 / 0.7) + 2));
    }

    @Test
    void main_writesEachRow(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("fleet.csv");
        FleetTable.main(new String[] {file.toString(), "30"});
        assertThat(Files.readAllLines(file))
                .hasSize(31)
                .first()
                .asString()
                .startsWith("users,size in B,servers,servers p5,servers p95,");
    }
}
