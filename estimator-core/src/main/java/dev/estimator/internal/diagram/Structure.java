package dev.estimator.internal.diagram;

import com.google.common.collect.Comparators;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A reliability block diagram, whose components may stand in several places.
 *
 * <p>What takes long, to find out which combinations of failures matter, is done once; then an evaluation takes a step
 * for each node of a decision diagram. It is small if components that stand together can be brought close together.
 */
public final class Structure implements Serializable {
    private static final long serialVersionUID = 1L;

    /** An evaluation takes about 5 ns for each node. */
    private static final int SLOW_NODES = 10_000;

    private final ReliabilityBlock block;
    private final transient ComponentOrder order;
    private final transient ReliabilityBlock arranged;
    private final transient Diagram diagram;
    private final transient ConcurrentMap<Integer, Diagram> critical = new ConcurrentHashMap<>();
    private transient volatile @Nullable Cuts cuts;

    /**
     * Prepares a block diagram.
     *
     * @throws IllegalArgumentException if it is too large
     */
    public Structure(ReliabilityBlock block) {
        this.block = block;
        this.order = new ComponentOrder(block);
        this.arranged = order.arranged(block);
        this.diagram = DiagramBuilder.diagram(arranged);
    }

    /** Whether an evaluation takes 50 µs or more. */
    public boolean isSlow() {
        return diagram.size() >= SLOW_NODES;
    }

    /** The exact unavailability, given those of the components. */
    public double unavailability(double... components) {
        return diagram.unavailability(order.arranged(components));
    }

    /** The unavailability if that of one component were another. */
    public double unavailabilityWith(int component, double value, double... components) {
        double[] changed = components.clone();
        changed[component] = value;
        return unavailability(changed);
    }

    /**
     * The probability that the whole is up or down just as a component is, {@code U(down) − U(up)}, without the
     * difference: it keeps its relative precision.
     *
     * @see "Z. W. Birnbaum, On the importance of different components in a multicomponent system, Multivariate Analysis
     *     II, 1969"
     */
    public double importance(int component, double... components) {
        return critical.computeIfAbsent(component, c -> DiagramBuilder.critical(arranged, order.placeOf(c)))
                .unavailability(order.arranged(components));
    }

    /**
     * The minimal cuts of few failures, in the order of the components.
     *
     * @param weights how many failures it takes until each component is down
     * @throws ArithmeticException if there are more than the limit
     */
    public List<List<Integer>> minimalCuts(int failures, int most, int... weights) {
        Cuts known = cuts;
        if (known == null) {
            known = new Cuts(diagram);
            cuts = known;
        }
        return known.ofAtMost(failures, most, place -> weights[order.at(place)]).stream()
                .map(cut -> cut.stream().map(order::at).sorted().toList())
                .sorted(Comparators.lexicographical(Comparator.<Integer>naturalOrder()))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Structure structure && block.equals(structure.block);
    }

    @Override
    public int hashCode() {
        return block.hashCode();
    }

    @Override
    public String toString() {
        return block.toString();
    }

    /** The diagrams are made anew. */
    private Object readResolve() {
        return new Structure(block);
    }
}
