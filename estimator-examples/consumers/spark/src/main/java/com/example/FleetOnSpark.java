package com.example;

import com.example.Fleet.Needs;
import com.example.Fleet.Service;
import com.sun.management.OperatingSystemMXBean;
import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepRow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads services from Parquet, writes what they need to Parquet, and compares that with the same without Spark. */
public final class FleetOnSpark {
    private static final StructType SERVICE = StructType.fromDDL("id BIGINT, users DOUBLE, kilobytes DOUBLE");
    private static final StructType NEEDS = StructType.fromDDL("id BIGINT, servers DOUBLE, servers5 DOUBLE,"
            + " servers95 DOUBLE, disk DOUBLE, disk5 DOUBLE, disk95 DOUBLE");

    private FleetOnSpark() {}

    /**
     * Runs it.
     *
     * @param args how many services, and the directory of both tables
     * @throws IOException if Spark cannot end
     */
    public static void main(String[] args) throws IOException {
        long rows = Long.parseLong(args[0]);
        String services = args[1] + "/services.parquet";
        String needs = args[1] + "/needs.parquet";
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.warehouse.dir", args[1] + "/warehouse")
                .config("spark.sql.shuffle.partitions", 4)
                .getOrCreate()) {
            spark.range(0, rows, 1, 8)
                    .map((MapFunction<Long, Row>) id -> asRow(Service.of(id)), Encoders.row(SERVICE))
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(services);

            time("Spark, local[2]", rows, () -> evaluate(spark.read().parquet(services))
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(needs));

            time("plain stream, 1 thread", rows, () -> plain(rows, 1).forEach(row -> {}));
            time("plain stream, 2 threads", rows, () -> plain(rows, 2).forEach(row -> {}));
            System.out.printf("%,d rows are the same to the last digit%n", same(spark.read().parquet(needs), rows));
        }
        OnKryo.check(Fleet.sweep());
    }

    /** All that it takes: the sweep goes to where the rows are. */
    private static Dataset<Row> evaluate(Dataset<Row> services) {
        Sweep sweep = Fleet.sweep();
        return services.mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> stream(rows)
                        .map(row -> new Service(row.getLong(0), row.getDouble(1), row.getDouble(2)))
                        .map(service -> asRow(Needs.of(service.id(), sweep.row(service.values()))))
                        .iterator(),
                Encoders.row(NEEDS));
    }

    /** The same without Spark. */
    private static Stream<Needs> plain(long rows, int threads) {
        Stream<SweepRow> found = Fleet.sweep()
                .withThreads(threads)
                .rows(LongStream.range(0, rows).mapToObj(Service::of).map(Service::values));
        long[] id = {0};
        return found.map(row -> Needs.of(id[0]++, row));
    }

    private static long same(Dataset<Row> found, long rows) {
        Iterator<Row> spark = found.orderBy("id").toLocalIterator();
        Iterator<Needs> plain = plain(rows, 2).iterator();
        long same = 0;
        while (spark.hasNext() && plain.hasNext()) {
            Row expected = asRow(plain.next());
            Row row = spark.next();
            if (!row.equals(expected)) {
                throw new IllegalStateException("Spark found " + row + " but the plain sweep " + expected);
            }
            same++;
        }
        if (same != rows || spark.hasNext() || plain.hasNext()) {
            throw new IllegalStateException("there must be " + rows + " rows but " + same + " were compared");
        }
        return same;
    }

    private static <T> Stream<T> stream(Iterator<T> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
    }

    private static Row asRow(Service service) {
        return RowFactory.create(service.id(), service.users(), service.kilobytes());
    }

    private static Row asRow(Needs needs) {
        return RowFactory.create(
                needs.id(),
                needs.servers(),
                needs.servers5(),
                needs.servers95(),
                needs.disk(),
                needs.disk5(),
                needs.disk95());
    }

    private static void time(String what, long rows, Runnable run) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long busy = system.getProcessCpuTime();
        run.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double micros = (system.getProcessCpuTime() - busy) / 1e3 / rows;
        System.err.printf(
                Locale.ROOT,
                "%-24s %,8.0f rows/s in %.1f s, with %.0f µs of processor time a row%n",
                what,
                rows / seconds,
                seconds,
                micros);
    }
}
