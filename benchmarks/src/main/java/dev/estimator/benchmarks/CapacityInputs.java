package dev.estimator.benchmarks;

import java.util.SplittableRandom;

/** Inputs of one capacity estimate, many times over: columns of numbers from a fixed seed. */
final class CapacityInputs {
    static final int ESTIMATES = 1024;

    final double[] users = new double[ESTIMATES];
    final double[] requestsPerUser = new double[ESTIMATES];
    final double[] peakToAverage = new double[ESTIMATES];
    final double[] readShare = new double[ESTIMATES];
    final double[] writeBytes = new double[ESTIMATES];
    final double[] retentionDays = new double[ESTIMATES];
    final double[] copies = new double[ESTIMATES];
    final double[] perServer = new double[ESTIMATES];
    final double[] utilization = new double[ESTIMATES];

    CapacityInputs() {
        var random = new SplittableRandom(20_260_101);
        for (int i = 0; i < ESTIMATES; i++) {
            users[i] = random.nextDouble(5e6, 20e6);
            requestsPerUser[i] = random.nextDouble(10, 40);
            peakToAverage[i] = random.nextDouble(2, 4);
            readShare[i] = random.nextDouble(0.85, 0.98);
            writeBytes[i] = random.nextDouble(500, 3000);
            retentionDays[i] = random.nextDouble(365, 1825);
            copies[i] = random.nextDouble(2, 3);
            perServer[i] = random.nextDouble(500, 2000);
            utilization[i] = random.nextDouble(0.5, 0.7);
        }
    }
}
