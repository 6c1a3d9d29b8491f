package dev.estimator.system;

import com.google.common.collect.Sets;
import java.util.Set;

/**
 * A step that takes the place of another while that is down.
 *
 * @param first what may be down
 * @param other what all of its requests visit then
 * @param down the names of the components that are visited no more then, also of those that were down before
 * @param visited the names of those that are visited in their place
 */
record Replacement(Step first, Step other, Set<String> down, Set<String> visited) {
    /** A replacement for what takes the place of something itself, while that is down. */
    static Replacement of(Step first, Set<String> ofFirst, Step other, Set<String> ofOther, Set<String> downBefore) {
        return new Replacement(
                first,
                other,
                Set.copyOf(Sets.union(downBefore, Sets.difference(ofFirst, ofOther))),
                Set.copyOf(ofOther));
    }
}
