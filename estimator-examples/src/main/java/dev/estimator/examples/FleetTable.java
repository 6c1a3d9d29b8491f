package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;

import dev.estimator.analysis.Sweep;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.report.RowTable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How many servers and how much disk does each service of a fleet need, of which there is a table? */
public final class FleetTable {
    // What the table says of each service; the values here are only examples.
    static final Count USERS = assume("users", million(1));
    static final Bytes SIZE = assume("size", kb(50));

    private static final Count ACTIONS = assume("actions per user", between(count(10), count(40)), "a guess");

    private FleetTable() {}

    static Count servers() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(USERS)
                .actionsPerUser(ACTIONS)
                .peakToAverage(assume("peak to average", between(ratio(2), ratio(5)), "earlier launches"))
                .build();
        return Servers.builder()
                .limit("requests", traffic.peakQps(), assume("per server", between(qps(300), qps(700)), "a load test"))
                .spares(count(2))
                .build()
                .servers();
    }

    static Bytes disk() {
        return Storage.builder()
                .kind(RecordKind.builder("record")
                        .rate(USERS.times(ACTIONS).per(DAY))
                        .size(SIZE)
                        .build())
                .retention(years(2))
                .replicationFactor(ratio(3))
                .build()
                .physical();
    }

    static Sweep sweep() {
        return Sweep.of(servers(), disk()).over(USERS, SIZE);
    }

    /** A table of services that was made up, row by row; a file would be read by {@code Files.lines}. */
    static Stream<Map<String, Quantity<?>>> services(long rows) {
        return LongStream.range(0, rows)
                .mapToObj(i -> Map.of("users", count(1_000 + 37.0 * i), "size", kb(1 + i % 997 / 7.0)));
    }

    /**
     * Writes the table, which is never in memory as a whole, and says how long that took.
     *
     * @param args the file, a .csv or .jsonl; the number of services; with a third argument of any kind only best
     *     guesses
     */
    public static void main(String[] args) {
        Path file = Path.of(args.length > 0 ? args[0] : "target/fleet.csv");
        long rows = args.length > 1 ? Long.parseLong(args[1]) : 10_000;
        Sweep sweep = sweep().withThreads(2);
        long start = System.nanoTime();
        RowTable.write((args.length > 2 ? sweep : sweep.withPercentiles(5, 95)).rows(services(rows)), file);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d rows, %,.0f a second, in a heap of at most %d MB%n",
                file,
                rows,
                rows / seconds,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
