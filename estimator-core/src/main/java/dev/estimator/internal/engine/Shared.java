package dev.estimator.internal.engine;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the rows of a {@link Varied} share: the draws of its ranges, and places to compute in, one for each thread. */
final class Shared {
    private static final int SAMPLES = 1 << 12;

    private final Program program;
    private final Program drawing;
    private final ConcurrentLinkedQueue<Place> free = new ConcurrentLinkedQueue<>();
    private @Nullable DrawnRanges ranges;

    Shared(Program program) {
        this.program = program;
        this.drawing = program.forDraws();
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
        return place == null ? new Place() : place;
    }

    void giveBack(Place place) {
        free.add(place);
    }

    /** Where one thread computes. */
    final class Place {
        final Program.Run run = program.run(Sample.BLOCK);
        final Program.Run ofDraws = drawing == program ? run : drawing.run(Sample.BLOCK);
        private double[][] drawn = {};

        /** Room for the draws of each output. */
        double[][] drawn(int rows) {
            if (drawn.length == 0) {
                drawn = new double[program.outputCount()][rows];
            }
            return drawn;
        }
    }
}
