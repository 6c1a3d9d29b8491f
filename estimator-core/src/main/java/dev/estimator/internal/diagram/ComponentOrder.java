package dev.estimator.internal.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * In which order a decision diagram asks for the components: as they are numbered, or from neighbour to neighbour if
 * fewer groups are begun and not yet ended then. The diagram can double in size with each group that is.
 *
 * @see "E. Cuthill and J. McKee, Reducing the bandwidth of sparse symmetric matrices, Proceedings of the 24th ACM
 *     National Conference, 1969"
 */
final class ComponentOrder {
    /** If no more groups are open at once another order cannot gain much. */
    private static final int FEW = 6;

    /** The components of each group, a group before those that it is a part of; without those of everything. */
    private final List<BitSet> groups = new ArrayList<>();

    /** For each component which of the groups it is in. */
    private final List<List<Integer>> groupsOf = new ArrayList<>();

    /** The number of each place, and the place of each number. */
    private final int[] components;

    private final int[] places;

    /** Whether nothing need be arranged. */
    private final boolean isGood;

    ComponentOrder(ReliabilityBlock block) {
        BitSet all = new BitSet();
        collect(block, all);
        groups.removeIf(all::equals);
        int[] asNumbered = IntStream.range(0, all.length()).toArray();
        int most = mostOpen(asNumbered);
        this.isGood = most <= FEW;
        int[] other = isGood ? asNumbered : byNeighbours(all.length());
        this.components = mostOpen(inverse(other)) < most ? other : asNumbered;
        this.places = inverse(components);
    }

    private void collect(ReliabilityBlock block, BitSet all) {
        if (block instanceof ReliabilityBlock.Component component) {
            all.set(component.index());
            return;
        }
        for (ReliabilityBlock member : ((ReliabilityBlock.Group) block).blocks()) {
            if (member instanceof ReliabilityBlock.Group) {
                BitSet its = new BitSet();
                collect(member, its);
                groups.add(its);
                all.or(its);
            } else {
                collect(member, all);
            }
        }
    }

    /** From one end of what is connected to the other. */
    private int[] byNeighbours(int count) {
        IntStream.range(0, count).forEach(component -> groupsOf.add(new ArrayList<>()));
        for (int i = 0; i < groups.size(); i++) {
            int group = i;
            groups.get(i).stream().forEach(component -> groupsOf.get(component).add(group));
        }
        Set<Integer> order = new LinkedHashSet<>();
        for (int component = 0; component < count; component++) {
            if (!order.contains(component)) {
                List<Integer> connected = from(component);
                order.addAll(from(connected.get(connected.size() - 1)));
            }
        }
        return order.stream().mapToInt(component -> component).toArray();
    }

    /** All that is connected with a component, the nearest first. */
    private List<Integer> from(int start) {
        List<Integer> order = new ArrayList<>(List.of(start));
        Set<Integer> found = new HashSet<>(order);
        Set<Integer> done = new HashSet<>();
        for (int i = 0; i < order.size(); i++) {
            for (int group : groupsOf.get(order.get(i))) {
                if (done.add(group)) {
                    groups.get(group).stream().filter(found::add).forEach(order::add);
                }
            }
        }
        return order;
    }

    /** How many groups are begun and not yet ended, where there are most. */
    private int mostOpen(int... placeOf) {
        int[] change = new int[placeOf.length + 1];
        for (BitSet group : groups) {
            int begin = placeOf.length;
            int end = 0;
            for (int component = group.nextSetBit(0); component >= 0; component = group.nextSetBit(component + 1)) {
                begin = Math.min(begin, placeOf[component]);
                end = Math.max(end, placeOf[component]);
            }
            change[Math.min(begin, end)]++;
            change[end]--;
        }
        Arrays.parallelPrefix(change, Integer::sum);
        return Arrays.stream(change).max().orElse(0);
    }

    private static int[] inverse(int... order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    int size() {
        return components.length;
    }

    int placeOf(int component) {
        return places[component];
    }

    int at(int place) {
        return components[place];
    }

    /**
     * The block with places for components; members that come first in front, so that each is joined where it is asked
     * for.
     */
    ReliabilityBlock arranged(ReliabilityBlock block) {
        if (isGood) {
            return block;
        }
        if (block instanceof ReliabilityBlock.Component component) {
            return new ReliabilityBlock.Component(placeOf(component.index()));
        }
        var group = (ReliabilityBlock.Group) block;
        List<ReliabilityBlock> members = group.blocks().stream()
                .map(this::arranged)
                .sorted(Comparator.comparingInt(ComponentOrder::first))
                .toList();
        return new ReliabilityBlock.Group(group.needed(), members);
    }

    /** The first component of a block whose members are in order. */
    private static int first(ReliabilityBlock block) {
        ReliabilityBlock first = block;
        while (first instanceof ReliabilityBlock.Group group) {
            first = group.blocks().get(0);
        }
        return ((ReliabilityBlock.Component) first).index();
    }

    /** Values of the components, by their places. */
    double[] arranged(double... values) {
        if (isGood) {
            return values;
        }
        double[] inOrder = new double[components.length];
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = values[components[i]];
        }
        return inOrder;
    }
}
