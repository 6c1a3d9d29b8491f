package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;

import dev.estimator.internal.engine.Program;
import dev.estimator.internal.graph.Node;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Derivations;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The model 'capacity-10': ten uncertain inputs and six outputs, as quantities and as loops over doubles. All steps are
 * products, so the library answers it without draws unless it is told to draw.
 */
final class Capacity10 {
    static final int OUTPUTS = 6;
    static final int STORAGE = 3;
    static final int SERVERS = 5;

    /** The columns of the loops over doubles, in this order, with the names of the inputs. */
    static final List<String> INPUTS = List.of(
            "users",
            "requests per user",
            "peak ratio",
            "read share",
            "write size",
            "retention",
            "copies",
            "cache share",
            "rate of a server",
            "utilization");

    static final double[] PERCENTS = {5, 50, 95, 99};

    private static final double SECONDS_A_DAY = 86_400;

    private static final LogNormal USERS = LogNormal.between(5e6, 20e6);
    private static final LogNormal REQUESTS_PER_USER = LogNormal.between(10, 40);
    private static final LogNormal PEAK_RATIO = LogNormal.between(2, 4);
    private static final LogNormal WRITE_SIZE = LogNormal.between(500, 3000);
    private static final LogNormal RATE_OF_SERVER = LogNormal.between(500, 2000);

    private final Count users = assume("users", between(count(5e6), count(20e6)));
    private final Count requestsPerUser = assume("requests per user", between(count(10), count(40)));
    private final Ratio peakRatio = assume("peak ratio", between(ratio(2), ratio(4)));
    private final Share readShare = assume("read share", uniform(Share.of(0.85), Share.of(0.98)));
    private final Bytes writeSize = assume("write size", between(bytes(500), bytes(3000)));
    private final TimeSpan retention = assume("retention", uniform(days(365), days(1825)));
    private final Ratio copies = assume("copies", uniform(ratio(2), ratio(3)));
    private final Share cacheShare = assume("cache share", uniform(Share.of(0.1), Share.of(0.3)));
    private final Qps rateOfServer = assume("rate of a server", between(qps(500), qps(2000)));
    private final Share utilization = assume("utilization", uniform(Share.of(0.5), Share.of(0.7)));

    final Qps average = users.times(requestsPerUser).per(DAY);
    final Qps peak = average.times(peakRatio);
    final Qps writes = average.times(readShare.complement());
    final Bytes storage =
            writes.times(DAY).times(writeSize).times(retention.div(DAY)).times(copies);
    final Bytes cache = storage.div(retention.div(DAY)).times(cacheShare);
    final Count servers = peak.div(rateOfServer.times(utilization)).ceil();

    List<Quantity<?>> outputs() {
        return List.of(average, peak, writes, storage, cache, servers);
    }

    List<Node> derivations() {
        return Derivations.of(outputs());
    }

    Simulation simulation() {
        return Simulation.of(outputs());
    }

    /** Mean and four percentiles of each output, each with its interval. */
    List<Figure<?>> figures(Simulation simulation) {
        List<Figure<?>> figures = new ArrayList<>();
        addFigures(simulation.summary(average), figures);
        addFigures(simulation.summary(peak), figures);
        addFigures(simulation.summary(writes), figures);
        addFigures(simulation.summary(storage), figures);
        addFigures(simulation.summary(cache), figures);
        addFigures(simulation.summary(servers), figures);
        return figures;
    }

    private static <Q extends Quantity<Q>> void addFigures(Summary<Q> summary, List<Figure<?>> figures) {
        figures.add(summary.mean());
        for (double percent : PERCENTS) {
            figures.add(summary.percentileFigure(percent));
        }
    }

    /** The model over columns of inputs, in the order of {@link #INPUTS}: one loop for all outputs. */
    static void compute(double[][] in, double[][] out, int rows) {
        double[] users = in[0];
        double[] requestsPerUser = in[1];
        double[] peakRatio = in[2];
        double[] readShare = in[3];
        double[] writeSize = in[4];
        double[] retention = in[5];
        double[] copies = in[6];
        double[] cacheShare = in[7];
        double[] rateOfServer = in[8];
        double[] utilization = in[9];
        for (int i = 0; i < rows; i++) {
            double average = users[i] * requestsPerUser[i] / SECONDS_A_DAY;
            double peak = average * peakRatio[i];
            double writes = average * (1 - readShare[i]);
            double storage = writes * writeSize[i] * retention[i] * copies[i];
            out[0][i] = average;
            out[1][i] = peak;
            out[2][i] = writes;
            out[3][i] = storage;
            out[4][i] = storage / (retention[i] / SECONDS_A_DAY) * cacheShare[i];
            out[5][i] = Math.ceil(peak / (rateOfServer[i] * utilization[i]));
        }
    }

    /** What is written by hand without a library: draws and the model in one loop. */
    static double[][] sample(RandomGenerator random, int samples) {
        double[][] out = new double[OUTPUTS][samples];
        for (int i = 0; i < samples; i++) {
            double average = USERS.draw(random) * REQUESTS_PER_USER.draw(random) / SECONDS_A_DAY;
            double peak = average * PEAK_RATIO.draw(random);
            double writes = average * (1 - random.nextDouble(0.85, 0.98));
            double keptADay = writes * SECONDS_A_DAY * WRITE_SIZE.draw(random) * random.nextDouble(2, 3);
            double storage = keptADay * random.nextDouble(365, 1825);
            double perServer = RATE_OF_SERVER.draw(random) * random.nextDouble(0.5, 0.7);
            out[0][i] = average;
            out[1][i] = peak;
            out[2][i] = writes;
            out[3][i] = storage;
            out[4][i] = keptADay * random.nextDouble(0.1, 0.3);
            out[5][i] = Math.ceil(peak / perServer);
        }
        return out;
    }

    /** The storage alone, for those who want to know nothing else. */
    static double[] sampleStorage(RandomGenerator random, int samples) {
        double[] out = new double[samples];
        for (int i = 0; i < samples; i++) {
            double requests = USERS.draw(random) * REQUESTS_PER_USER.draw(random);
            double written = requests * (1 - random.nextDouble(0.85, 0.98)) * WRITE_SIZE.draw(random);
            out[i] = written * random.nextDouble(365, 1825) * random.nextDouble(2, 3);
        }
        return out;
    }

    /** Where the loops over doubles keep each input of a program. */
    static int[] columnsOf(Program program) {
        return program.leaves().stream()
                .mapToInt(leaf -> INPUTS.indexOf(leaf.node().name()))
                .toArray();
    }
}
