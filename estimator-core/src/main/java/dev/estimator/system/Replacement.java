package dev.estimator.system;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A step that takes the place of another while that is down.
 *
 * @param first what may be down
 * @param other what all of its requests visit then
 * @param isFallback whether the other is there for that, and not also for what a cache does not have
 * @param causes the names of the components that may be down so that the other is visited: each alone, or all
 * @param visited the names of those that are visited then
 * @param added those of them that the first does not need
 */
record Replacement(
        Step first, Step other, boolean isFallback, List<Set<String>> causes, Set<String> visited, Set<String> added) {
    /**
     * Of what two steps visit, and depend on.
     *
     * @param before the names of what is down already, as what takes the place of something may itself be replaced
     */
    static Replacement of(
            Step first, Set<String> ofFirst, Step other, Set<String> ofOther, Set<String> before, boolean isFallback) {
        Set<String> own = Sets.difference(ofFirst, ofOther);
        List<Set<String>> causes = Stream.concat(Stream.of(own), own.stream().<Set<String>>map(ImmutableSet::of))
                .<Set<String>>map(down -> ImmutableSet.copyOf(Sets.union(before, down)))
                .distinct()
                .toList();
        return new Replacement(
                first,
                other,
                isFallback,
                causes,
                ImmutableSet.copyOf(ofOther),
                ImmutableSet.copyOf(Sets.difference(ofOther, ofFirst)));
    }

    /** The names of all that is visited no more. */
    Set<String> down() {
        return causes.get(0);
    }

    /** In the place of what the other is visited: of the first, or of what only that needs where both share some. */
    private String place() {
        return added.containsAll(visited) ? first.label() : String.join(", ", down());
    }

    /** What one of those visited is called there, as in 'store in place of cache'. */
    String nameOf(String component) {
        return component + " in place of " + place();
    }
}
