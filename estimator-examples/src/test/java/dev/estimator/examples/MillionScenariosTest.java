package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepTable;
import dev.estimator.examples.MillionScenarios.Grid;
import dev.estimator.quantity.Units;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MillionScenariosTest {
    private static final Grid SMALL =
            new Grid(List.of(3.0, 11.0), List.of(2.0, 5.0), List.of(0.7), List.of(1.0, 4.0, 9.0));

    @Test
    void evaluate_smallGrid() {
        assertComputed(MillionScenarios.evaluate(MillionScenarios.sweep(), SMALL, done -> {}));
    }

    /** A sweep travels to where the rows are. */
    @Test
    void evaluate_afterSerialization() throws IOException, ClassNotFoundException {
        Sweep travelled = roundTrip(MillionScenarios.sweep());
        assertThat(travelled).hasToString(MillionScenarios.sweep().toString());
        assertComputed(MillionScenarios.evaluate(travelled, SMALL, done -> {}));
    }

    @Test
    void evaluate_tellsHowFarItIs() {
        List<Integer> progress = new ArrayList<>();
        MillionScenarios.evaluate(MillionScenarios.sweep(), Grid.large(), progress::add);
        assertThat(progress).isSorted().hasSizeGreaterThan(10).last().isEqualTo(1_000_000);
    }

    /**
     * With u million users, a peak of p, photos of 0.2 k MB kept j half years, the disks are 0.01095 u k j PB and the
     * servers ⌈5 u p ÷ 3.024⌉ + 2; so 20 PB and 200 servers hold u k j ≤ 1826 and u × 4 p ≤ 479.
     */
    @Test
    void fits_million() {
        Grid grid = Grid.large();
        SweepTable table = MillionScenarios.evaluate(MillionScenarios.sweep().withThreads(2), grid, done -> {});
        long expected = 0;
        for (int u = 1; u <= 100; u++) {
            for (int quarters = 8; quarters <= 32; quarters++) {
                for (int k = 1; k <= 20; k++) {
                    for (int j = 1; j <= 20; j++) {
                        expected += u * k * j <= 1826 && u * quarters <= 479 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(table.rows()).isEqualTo(1_000_000);
        assertThat(IntStream.range(0, table.rows())
                        .filter(MillionScenarios.fits(table))
                        .count())
                .isEqualTo(expected)
                .isEqualTo(183_538);
    }

    @Test
    void summary_million() throws IOException {
        Grid grid = Grid.large();
        SweepTable table = MillionScenarios.evaluate(MillionScenarios.sweep(), grid, done -> {});
        Golden.verify("MillionScenarios.txt", MillionScenarios.summary(grid, table) + "\n");
    }

    /** The same numbers by hand, row by row. */
    private static void assertComputed(SweepTable table) {
        double day = DAY.to(Units.SECONDS);
        int row = 0;
        for (double users : SMALL.users()) {
            for (double peak : SMALL.peaks()) {
                for (double megabytes : SMALL.megabytes()) {
                    for (double years : SMALL.years()) {
                        double disk = users * 1e6 * 0.1 * megabytes * 1e6 * years * 365 * 3;
                        double servers = Math.ceil(users * 1e6 * 50 * peak / day / 500 / 0.7) + 2;
                        assertThat(table.values(MillionScenarios.disk(), PB)[row])
                                .isCloseTo(disk / 1e15, Exactness.EXACT);
                        assertThat(table.values(MillionScenarios.servers(), ONES)[row])
                                .isEqualTo(servers);
                        row++;
                    }
                }
            }
        }
        assertThat(table.rows()).isEqualTo(row);
    }

    private static Sweep roundTrip(Sweep sweep) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(sweep);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Sweep) in.readObject();
        }
    }
}
