package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.pb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.MB;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PB;
import static dev.estimator.quantity.Units.YEARS;

import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepColumn;
import dev.estimator.analysis.SweepTable;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which of a million scenarios of photo sharing fit on 20 PB of disk and 200 servers? */
public final class MillionScenarios {
    // What the market decides, and what we do; the values here are those of an ordinary scenario.
    static final Count USERS = assume("daily active users", million(10));
    static final Ratio PEAK = assume("peak to average", ratio(3));
    static final Bytes PHOTO = assume("size of a photo", mb(1));
    static final TimeSpan RETENTION = assume("retention", years(5));

    static final Bytes DISKS = pb(20);
    static final Count MACHINES = count(200);

    private MillionScenarios() {}

    static Bytes disk() {
        Count uploads = USERS.times(assume("users who upload one photo a day", percent(10), "as in photo-sharing.jsh"));
        return Storage.builder()
                .kind(RecordKind.builder("photo")
                        .rate(uploads.per(DAY))
                        .size(PHOTO)
                        .build())
                .retention(RETENTION)
                .replicationFactor(assume("replication factor", ratio(3), "survives the loss of two disks"))
                .build()
                .physical();
    }

    static Count servers() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(USERS)
                .actionsPerUser(assume("photos seen per user and day", count(50), "a guess"))
                .peakToAverage(PEAK)
                .build();
        return Servers.builder()
                .limit("requests", traffic.peakQps(), assume("requests per server", qps(500), "to be measured"))
                .spares(assume("spares", count(2), "one broken, one in an update"))
                .build()
                .servers();
    }

    /** Every combination of the values on four axes; those of the last vary fastest. */
    record Grid(List<Double> users, List<Double> peaks, List<Double> megabytes, List<Double> years) {
        /** A million: 100 numbers of users × 25 peaks × 20 sizes × 20 retentions. */
        static Grid large() {
            return new Grid(axis(100, 1, 1), axis(25, 2, 0.25), axis(20, 0.2, 0.2), axis(20, 0.5, 0.5));
        }

        static List<Double> axis(int points, double from, double step) {
            return IntStream.range(0, points).mapToObj(i -> from + step * i).toList();
        }

        int rows() {
            return users.size() * peaks.size() * megabytes.size() * years.size();
        }

        /** The value on one axis, 0 to 3, in each row. */
        double[] column(int axis) {
            List<List<Double>> axes = List.of(users, peaks, megabytes, years);
            List<Double> values = axes.get(axis);
            int repeats = axes.stream().skip(axis + 1L).mapToInt(List::size).reduce(1, Math::multiplyExact);
            return IntStream.range(0, rows())
                    .mapToDouble(row -> values.get(row / repeats % values.size()))
                    .toArray();
        }
    }

    static Sweep sweep() {
        return Sweep.of(disk(), servers()).over(USERS, PEAK, PHOTO, RETENTION);
    }

    static SweepTable evaluate(Sweep sweep, Grid grid, IntConsumer progress) {
        return sweep.evaluate(
                progress,
                SweepColumn.of(USERS, MILLIONS, grid.column(0)),
                SweepColumn.of(
                        PEAK,
                        Arrays.stream(grid.column(1))
                                .mapToObj(Quantities::ratio)
                                .toList()),
                SweepColumn.of(PHOTO, MB, grid.column(2)),
                SweepColumn.of(RETENTION, YEARS, grid.column(3)));
    }

    /** Which rows keep to both budgets. */
    static IntPredicate fits(SweepTable table) {
        double[] disks = table.values(disk(), PB);
        double[] machines = table.values(servers(), ONES);
        return row -> disks[row] <= DISKS.to(PB) && machines[row] <= MACHINES.to(ONES);
    }

    static String summary(Grid grid, SweepTable table) {
        IntPredicate fits = fits(table);
        double[] users = grid.column(0);
        long fitting = IntStream.range(0, table.rows()).filter(fits).count();
        double refused = IntStream.range(0, table.rows())
                .filter(fits.negate())
                .mapToDouble(row -> users[row])
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        int largest = IntStream.range(0, table.rows())
                .filter(fits)
                .reduce((a, b) -> users[b] > users[a] ? b : a)
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                """
                %,d scenarios, of which %,d (%.1f%%) fit on %s and %s servers
                below %.0fM daily users all of them fit
                at most %.0fM daily users fit: with peak ×%.2f and photos of %.1f MB kept %.1f years, on %s and %s servers""",
                table.rows(),
                fitting,
                100.0 * fitting / table.rows(),
                DISKS,
                MACHINES,
                refused,
                users[largest],
                grid.column(1)[largest],
                grid.column(2)[largest],
                grid.column(3)[largest],
                table.at(disk(), largest),
                table.at(servers(), largest));
    }

    /**
     * Prints what fits, and meanwhile how far it is.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Grid grid = Grid.large();
        SweepTable table = evaluate(sweep(), grid, done -> System.err.printf("\r%,d of %,d", done, grid.rows()));
        System.err.println();
        System.out.println(summary(grid, table));
    }
}
