package dev.estimator.internal.text;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A map that reads as one line for each entry, as a prompt shows it; it cannot be changed.
 *
 * @param <V> the type of the values
 */
@SuppressWarnings("serial") // a map of the JDK is serializable, as its values are
public final class LineMap<V> extends AbstractMap<String, V> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, V> entries;

    /**
     * Copies the entries.
     *
     * @param entries the entries, in their order
     */
    public LineMap(Map<String, V> entries) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(key);
    }

    /** Returns a line for each entry, as in 'api: 12 ms'; of an empty map '{}'. */
    @Override
    public String toString() {
        return entries.isEmpty()
                ? "{}"
                : entries.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
