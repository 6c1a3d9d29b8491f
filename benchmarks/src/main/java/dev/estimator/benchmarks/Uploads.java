package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;

import dev.estimator.internal.graph.Node;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Derivations;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A model with a sum inside: {@code users × uploads × retention × (text + picture) × copies}. The sum has to be drawn,
 * all else merely multiplies it, and the library splits the two.
 */
final class Uploads {
    private static final LogNormal USERS = LogNormal.between(5e6, 20e6);
    private static final LogNormal UPLOADS_PER_USER = LogNormal.between(10, 40);
    private static final LogNormal TEXT = LogNormal.between(500, 3000);

    private final Count users = assume("users", between(count(5e6), count(20e6)));
    private final Count uploadsPerUser = assume("uploads per user", between(count(10), count(40)));
    private final Bytes text = assume("text", between(bytes(500), bytes(3000)));
    private final Bytes picture;
    private final TimeSpan retention = assume("retention", uniform(days(365), days(1825)));
    private final Ratio copies = assume("copies", uniform(ratio(2), ratio(3)));

    private final LogNormal pictureByHand;
    final Bytes storage;

    /** With 90 % of the pictures between two sizes in bytes. */
    Uploads(double least, double most) {
        picture = assume("picture", between(bytes(least), bytes(most)));
        pictureByHand = LogNormal.between(least, most);
        storage = users.times(uploadsPerUser)
                .per(DAY)
                .times(text.plus(picture))
                .times(retention)
                .times(copies);
    }

    /** Both sizes are about as uncertain. */
    static Uploads even() {
        return new Uploads(200, 2000);
    }

    /** The size that is drawn is more uncertain than all that multiplies it. */
    static Uploads wide() {
        return new Uploads(200, 8000);
    }

    Simulation simulation() {
        return Simulation.of(storage);
    }

    List<Node> derivations() {
        return Derivations.of(List.of(storage));
    }

    /** What is written by hand without a library. */
    double[] sample(RandomGenerator random, int samples) {
        double[] out = new double[samples];
        for (int i = 0; i < samples; i++) {
            double uploads = USERS.draw(random) * UPLOADS_PER_USER.draw(random);
            double size = TEXT.draw(random) + pictureByHand.draw(random);
            out[i] = uploads * size * random.nextDouble(365, 1825) * random.nextDouble(2, 3);
        }
        return out;
    }
}
