package dev.estimator.internal.engine;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the rows of a {@link Varied} share: the draws of its ranges, and places to compute in, one for each thread. */
final class Shared {
    private static final int SAMPLES = 1 << 12;

    private final Program program;
    private final ConcurrentLinkedQueue<Place> free = new ConcurrentLinkedQueue<>();
    private @Nullable DrawnRanges ranges;

    Shared(Program program) {
        this.program = program;
    }

    /** The draws, fewer if a formula is slow; made when first needed. */
    synchronized DrawnRanges ranges() {
        if (ranges == null) {
            int samples = program.isSlow() ? Settings.LEAST_SAMPLES : SAMPLES;
            ranges = DrawnRanges.of(program, new Draws(program, 0, samples / Draws.REPLICATES));
        }
        return ranges;
    }

    /** A place of one's own, until it is given back. */
    Place take() {
        Place place = free.poll();
        return place == null ? new Place(program) : place;
    }

    void giveBack(Place place) {
        free.add(place);
    }

    /** Where one thread computes. */
    static final class Place {
        final Program.Run run;
        private final int outputs;
        private double[][] drawn = {};

        private Place(Program program) {
            run = program.run(Sample.BLOCK);
            outputs = program.outputCount();
        }

        /** Room for the draws of each output. */
        double[][] drawn(int rows) {
            if (drawn.length == 0) {
                drawn = new double[outputs][rows];
            }
            return drawn;
        }
    }
}
