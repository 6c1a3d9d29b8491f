package dev.estimator.internal.text;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list that reads as one line for each element, as a prompt shows it; it cannot be changed.
 *
 * @param <E> the type of the elements
 */
public final class LineList<E> extends AbstractList<E> {
    private final List<E> elements;

    /**
     * Copies the elements.
     *
     * @param elements the elements, none of them null
     */
    public LineList(List<E> elements) {
        this.elements = List.copyOf(elements);
    }

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    /** Returns a line for each element; of an empty list '[]'. */
    @Override
    public String toString() {
        return elements.isEmpty()
                ? "[]"
                : elements.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
