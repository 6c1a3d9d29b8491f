package dev.estimator.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Assigns a dimension of the sequence to each input. It follows from the name of the input, so that adding an input
 * does not change the draws of the others; only on a collision does an input move to the next free dimension.
 *
 * <p>There are 1,000 dimensions; inputs beyond those are drawn independently, and converge more slowly.
 */
final class Dimensions {
    /** The first dimensions fill space best, so a few inputs are kept to a few dimensions. */
    private static final int[] PLACES = {32, 128, Sobol.DIMENSIONS};

    private Dimensions() {}

    /** The cells of each input. */
    static DrawCells[] assign(List<InputLeaf> leaves, long seed, int replicates) {
        long[] keys = keys(leaves);
        List<Integer> byKey = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            byKey.add(i);
        }
        byKey.sort(Comparator.comparingLong(i -> keys[i]));
        int places = places(keys.length);
        boolean[] taken = new boolean[places];
        List<Integer> inSequence = byKey.subList(0, Math.min(places, keys.length));
        int[] dimensions = new int[inSequence.size()];
        SplittableRandom[] random = new SplittableRandom[dimensions.length];
        for (int i = 0; i < dimensions.length; i++) {
            long key = keys[inSequence.get(i)];
            int place = (int) Long.remainderUnsigned(key, places);
            while (taken[place]) {
                place = (place + 1) % places;
            }
            taken[place] = true;
            dimensions[i] = place;
            random[i] = SeedMix.random(seed, key);
        }
        DrawCells[] cells = new DrawCells[keys.length];
        Sobol[] sobol = Sobol.of(dimensions, random, replicates);
        for (int i = 0; i < keys.length; i++) {
            int leaf = byKey.get(i);
            cells[leaf] = i < sobol.length ? sobol[i] : new RandomCells(SeedMix.mix(SeedMix.mix(seed) ^ keys[leaf]));
        }
        return cells;
    }

    /** A hash of the name; a second input of the same name gets a different one. */
    private static long[] keys(List<InputLeaf> leaves) {
        Map<String, Integer> seen = new HashMap<>();
        long[] keys = new long[leaves.size()];
        for (int i = 0; i < keys.length; i++) {
            String key = leaves.get(i).key();
            int ordinal = seen.merge(key, 1, Integer::sum);
            keys[i] = SeedMix.hash(ordinal == 1 ? key : key + "#" + ordinal);
        }
        return keys;
    }

    private static int places(int inputs) {
        for (int places : PLACES) {
            if (2 * inputs <= places) {
                return places;
            }
        }
        return Sobol.DIMENSIONS;
    }
}
