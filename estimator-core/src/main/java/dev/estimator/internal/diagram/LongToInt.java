package dev.estimator.internal.diagram;

import java.util.Arrays;

/**
 * What was computed for each key: a hash table of numbers that are not negative, a tenth of the size of one of objects.
 */
final class LongToInt {
    /** What is found where there is nothing. */
    static final int NONE = -1;

    private long[] keys = new long[16];
    private int[] values = new int[16];
    private int size;

    LongToInt() {
        Arrays.fill(values, NONE);
    }

    int get(long key) {
        return values[place(key)];
    }

    void put(long key, int value) {
        int place = place(key);
        size += values[place] == NONE ? 1 : 0;
        keys[place] = key;
        values[place] = value;
        if (size > keys.length / 2) {
            grow();
        }
    }

    /** Where the key is, or is to be. */
    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed ^ (mixed >>> 32)) & (keys.length - 1);
        while (values[place] != NONE && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        Arrays.fill(values, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
