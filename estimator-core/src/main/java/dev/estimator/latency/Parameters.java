package dev.estimator.latency;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.PartOf;
import dev.estimator.quantity.Quantity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** The parameters of a latency; an assumption that is used in several places appears once. */
final class Parameters {
    private final ArrayList<Parameter> all;

    /**
     * A quantity and what it is to the latency, under which it appears if it has no name.
     *
     * @param role such as 'p99'
     * @param value the quantity
     */
    record Parameter(String role, Quantity<?> value) implements Serializable {
        Quantity<?> input() {
            return value.orNamed(role);
        }

        /** Named after its role and its owner, if it has no name. */
        Parameter of(String owner) {
            String name = value.name() == null ? role + " of " + owner : role;
            return new Parameter(name, Note.mark(value.orNamed(name), new PartOf(owner)));
        }

        /** Whether it is the same assumption, or the same number in the same place. */
        boolean isSame(Parameter other) {
            Object leaf = Inside.leaf(value);
            return leaf == null
                    ? Inside.leaf(other.value) == null && role.equals(other.role) && value.equals(other.value)
                    : leaf.equals(Inside.leaf(other.value)) && Objects.equals(value.name(), other.value.name());
        }
    }

    private Parameters(List<Parameter> all) {
        this.all = new ArrayList<>(all);
    }

    static Parameters none() {
        return new Parameters(List.of());
    }

    static Parameters of(String role, Quantity<?> value) {
        return new Parameters(List.of(new Parameter(role, value)));
    }

    /** These with further ones added; {@link #placesIn} and {@link #placeOf} tell their places. */
    Parameters and(Parameters others) {
        List<Parameter> joined = new ArrayList<>(all);
        for (Parameter other : others.all) {
            if (indexOf(joined, other) < 0) {
                joined.add(other);
            }
        }
        return new Parameters(joined);
    }

    List<Parameter> all() {
        return all;
    }

    /** Obtains parameters that were read from a stream. */
    static Parameters read(List<Parameter> all) {
        all.forEach(parameter -> parameter.value.orNamed(parameter.role));
        return new Parameters(all);
    }

    Parameters and(String role, Quantity<?> value) {
        return and(of(role, value));
    }

    /** The place of each of these among the others. */
    IntUnaryOperator placesIn(Parameters others) {
        return i -> indexOf(others.all, all.get(i));
    }

    /** The place of one of these. */
    int placeOf(String role, Quantity<?> value) {
        return indexOf(all, new Parameter(role, value));
    }

    private static int indexOf(List<Parameter> all, Parameter wanted) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isSame(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Names unnamed parameters, as in 'p99 of auth' instead of 'p99', unless two would get the same name. Where several
     * latencies are combined they keep none, for they are of those.
     */
    Parameters of(String owner, boolean isOfSeveral) {
        Set<String> roles = new HashSet<>();
        for (Parameter parameter : all) {
            if (parameter.value.name() == null && !roles.add(parameter.role) && !isOfSeveral) {
                return this;
            }
        }
        return new Parameters(all.stream()
                .map(parameter -> isOfSeveral && parameter.value.name() == null ? parameter : parameter.of(owner))
                .toList());
    }

    /** Names each after its role, then applies a function to it. */
    Parameters changed(UnaryOperator<Object> change) {
        return new Parameters(all.stream()
                .map(parameter -> new Parameter(parameter.role, (Quantity<?>) change.apply(parameter.input())))
                .toList());
    }

    int size() {
        return all.size();
    }

    boolean isUncertain() {
        return all.stream().anyMatch(parameter -> parameter.value.isUncertain());
    }

    /** The operands of a formula. */
    Quantity<?>[] inputs(Quantity<?>... further) {
        List<Quantity<?>> inputs = new ArrayList<>();
        all.forEach(parameter -> inputs.add(parameter.input()));
        Collections.addAll(inputs, further);
        return inputs.toArray(new Quantity<?>[0]);
    }

    /** The operands of a formula, of which those without a name are of whoever names its answer. */
    Quantity<?>[] inputsOfOther() {
        return all.stream()
                .map(parameter -> parameter.value.name() == null
                        ? Note.attach(parameter.input(), new PartOf(PartOf.OTHER))
                        : parameter.input())
                .toArray(Quantity<?>[]::new);
    }

    double[] bestGuesses() {
        return all.stream()
                .mapToDouble(parameter -> Inside.node(parameter.value).value())
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }
}
