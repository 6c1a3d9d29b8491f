package dev.estimator.internal.engine;

import java.util.SplittableRandom;

/** Seeds that have nothing to do with each other, also where what they are made of differs in one bit. */
final class SeedMix {
    private SeedMix() {}

    /** A hash of a text, the same in every JVM. */
    static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return mix(hash ^ text.length());
    }

    /**
     * A permutation of all numbers that changes half of the bits.
     *
     * @see "D. Stafford, Better Bit Mixing, 2011, variant 13"
     */
    static long mix(long x) {
        long z = x + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    static SplittableRandom random(long seed, long key) {
        return new SplittableRandom(mix(mix(seed) ^ key));
    }
}
