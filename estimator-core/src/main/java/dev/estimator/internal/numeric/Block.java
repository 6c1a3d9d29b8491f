package dev.estimator.internal.numeric;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A reliability block diagram: which components must be up for the whole to be up.
 *
 * <p>Computed on unavailabilities and by sums and products of numbers that are not negative only, so that the result keeps its
 * relative precision however small it is.
 */
public sealed interface Block extends Serializable {
    /** Conditioning on a shared component doubles the work; a million evaluations take about a second. */
    int MOST_SHARED = 20;

    /** The components in every place where they stand. */
    IntStream components();

    /** The unavailability if no component stands in two places. */
    double independent(double[] unavailability);

    /** A single component. */
    record Component(int index) implements Block {
        @Override
        public IntStream components() {
            return IntStream.of(index);
        }

        @Override
        public double independent(double[] unavailability) {
            return unavailability[index];
        }
    }

    /** Blocks of which some must be up. */
    record Group(int needed, List<Block> blocks) implements Block {
        @Override
        public IntStream components() {
            return blocks.stream().flatMapToInt(Block::components);
        }

        /** The upper tail of how many are down: the recursion over members of W. Kuo and M. J. Zuo, 2003, chapter 7. */
        @Override
        public double independent(double[] unavailability) {
            int tolerated = blocks.size() - needed;
            double[] down = new double[tolerated + 1];
            down[0] = 1;
            double tooMany = 0;
            for (Block block : blocks) {
                double u = block.independent(unavailability);
                tooMany += down[tolerated] * u;
                for (int j = tolerated; j >= 0; j--) {
                    down[j] = down[j] * (1 - u) + (j == 0 ? 0 : down[j - 1] * u);
                }
            }
            return tooMany;
        }
    }

    /** The unavailability if that of one component were another. */
    default double unavailabilityWith(int component, double value, double... components) {
        double[] changed = components.clone();
        changed[component] = value;
        return unavailability(changed);
    }

    /** The components that stand in more than one place. */
    default List<Integer> shared() {
        List<Integer> seen = new ArrayList<>();
        List<Integer> shared = new ArrayList<>();
        components().forEach(component -> {
            if (!seen.contains(component)) {
                seen.add(component);
            } else if (!shared.contains(component)) {
                shared.add(component);
            }
        });
        return shared;
    }

    /**
     * The exact unavailability: by factoring, {@code U = u × U(down) + (1 − u) × U(up)} for each component that stands in
     * several places.
     *
     * @see "R. E. Barlow and F. Proschan, Statistical Theory of Reliability and Life Testing, 1975, chapter 1"
     */
    default double unavailability(double... components) {
        List<Integer> shared = shared();
        double[] conditioned = components.clone();
        double sum = 0;
        for (long up = 0; up < 1L << shared.size(); up++) {
            double weight = 1;
            for (int i = 0; i < shared.size(); i++) {
                boolean isUp = (up >> i & 1) == 1;
                double u = components[shared.get(i)];
                weight *= isUp ? 1 - u : u;
                conditioned[shared.get(i)] = isUp ? 0 : 1;
            }
            sum += weight == 0 ? 0 : weight * independent(conditioned);
        }
        return Math.min(sum, 1);
    }
}
