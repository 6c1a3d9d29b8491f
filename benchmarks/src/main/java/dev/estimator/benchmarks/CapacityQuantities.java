package dev.estimator.benchmarks;

import static dev.estimator.benchmarks.CapacityInputs.ESTIMATES;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.function.UnaryOperator;

/** The same inputs as quantities, as a model holds them. */
final class CapacityQuantities {
    final Count[] users = new Count[ESTIMATES];
    final Count[] requestsPerUser = new Count[ESTIMATES];
    final Ratio[] peakToAverage = new Ratio[ESTIMATES];
    final Share[] readShare = new Share[ESTIMATES];
    final Bytes[] writeSize = new Bytes[ESTIMATES];
    final TimeSpan[] retention = new TimeSpan[ESTIMATES];
    final Ratio[] copies = new Ratio[ESTIMATES];
    final Qps[] perServer = new Qps[ESTIMATES];
    final Share[] utilization = new Share[ESTIMATES];

    /**
     * Makes quantities of numbers.
     *
     * @param in the numbers
     * @param what what the number of users is: a plain count or an assumption
     */
    CapacityQuantities(CapacityInputs in, UnaryOperator<Count> what) {
        for (int i = 0; i < ESTIMATES; i++) {
            users[i] = what.apply(count(in.users[i]));
            requestsPerUser[i] = count(in.requestsPerUser[i]);
            peakToAverage[i] = ratio(in.peakToAverage[i]);
            readShare[i] = Share.of(in.readShare[i]);
            writeSize[i] = bytes(in.writeBytes[i]);
            retention[i] = days(in.retentionDays[i]);
            copies[i] = ratio(in.copies[i]);
            perServer[i] = qps(in.perServer[i]);
            utilization[i] = Share.of(in.utilization[i]);
        }
    }
}
