package dev.estimator.internal.diagram;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntBinaryOperator;

/**
 * Turns blocks into decision diagrams. They ask for components in the order of their numbers, each at most once on any
 * way.
 *
 * @see "R. E. Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Transactions on Computers C-35
 *     (8), 1986"
 */
final class DiagramBuilder {
    private final Nodes nodes = new Nodes();

    /** Which component is given, if any, and in which state. */
    private int given = -1;

    private int state;

    static Diagram diagram(ReliabilityBlock block) {
        var builder = new DiagramBuilder();
        return new Diagram(builder.nodes, builder.start(block));
    }

    /** The diagram that ends at 'down' where the block is up or down just as this component is. */
    static Diagram critical(ReliabilityBlock block, int component) {
        var builder = new DiagramBuilder();
        int ifDown = builder.given(block, component, Nodes.DOWN);
        int ifUp = builder.given(block, component, Nodes.UP);
        return new Diagram(builder.nodes, builder.combined(ifDown, ifUp, DiagramBuilder::isCritical));
    }

    private static int isCritical(int ifDown, int ifUp) {
        if (ifDown == ifUp) {
            return Nodes.UP;
        }
        return ifDown == Nodes.DOWN && ifUp == Nodes.UP ? Nodes.DOWN : LongToInt.NONE;
    }

    private int given(ReliabilityBlock block, int component, int itsState) {
        given = component;
        state = itsState;
        return start(block);
    }

    private int start(ReliabilityBlock block) {
        return start(block, Nodes.DOWN, Nodes.UP);
    }

    /** Where to begin in order to get to 'down' if the block is down and to 'up' if it is up. */
    private int start(ReliabilityBlock block, int down, int up) {
        if (block instanceof ReliabilityBlock.Group group) {
            return start(group, down, up);
        }
        int component = ((ReliabilityBlock.Component) block).index();
        if (component == given) {
            return state == Nodes.DOWN ? down : up;
        }
        return choice(component, down, up);
    }

    /**
     * From the last member to the first, for each number of members that are still needed: if the next is up, one less.
     *
     * @see "W. Kuo and M. J. Zuo, Optimal Reliability Modeling, Wiley 2003, chapter 7"
     */
    private int start(ReliabilityBlock.Group group, int down, int up) {
        int needed = group.needed();
        int size = group.blocks().size();
        int[] start = new int[needed + 1];
        start[0] = up;
        Arrays.fill(start, 1, needed + 1, down);
        for (int i = size - 1; i >= 0; i--) {
            // Of those in front, at most i are up; of those behind, no more than there are.
            for (int missing = Math.min(needed, size - i); missing >= Math.max(1, needed - i); missing--) {
                start[missing] = start(group.blocks().get(i), start[missing], start[missing - 1]);
            }
        }
        return start[needed];
    }

    /** Goes one of two ways, which may ask for components that come before this one, and for this one. */
    private int choice(int component, int down, int up) {
        return combined(down, up, (ifDown, ifUp) -> {
            if (ifDown == ifUp) {
                return ifUp;
            }
            int next = Math.min(nodes.component(ifDown), nodes.component(ifUp));
            return component <= next
                    ? node(component, nodes.whenDown(ifDown, component), nodes.whenUp(ifUp, component))
                    : LongToInt.NONE;
        });
    }

    private int node(int component, int down, int up) {
        return down == up ? up : nodes.node(component, down, up);
    }

    /** Goes two ways at once as long as it is not known what comes of both. */
    private int combined(int first, int second, IntBinaryOperator known) {
        nodes.step();
        int atOnce = known.applyAsInt(first, second);
        return atOnce == LongToInt.NONE ? new PairWalk(known).of(first, second) : atOnce;
    }

    /** The walk over pairs of nodes, without recursion: there may be thousands of components. */
    private final class PairWalk {
        private final LongToInt results = new LongToInt();
        private final Deque<int[]> open = new ArrayDeque<>();
        private final IntBinaryOperator known;

        PairWalk(IntBinaryOperator known) {
            this.known = known;
        }

        int of(int first, int second) {
            open.push(new int[] {first, second});
            while (!open.isEmpty()) {
                int[] pair = open.element();
                if (isDone(pair[0], pair[1])) {
                    open.pop();
                }
            }
            return results.get(Nodes.pair(first, second));
        }

        private boolean isDone(int first, int second) {
            int next = Math.min(nodes.component(first), nodes.component(second));
            int down = result(nodes.whenDown(first, next), nodes.whenDown(second, next));
            int up = result(nodes.whenUp(first, next), nodes.whenUp(second, next));
            boolean isDone = down != LongToInt.NONE && up != LongToInt.NONE;
            if (isDone) {
                results.put(Nodes.pair(first, second), node(next, down, up));
            }
            return isDone;
        }

        /** What comes of a pair; if that is not known yet it is left to be done. */
        private int result(int first, int second) {
            nodes.step();
            int atOnce = known.applyAsInt(first, second);
            int result = atOnce == LongToInt.NONE ? results.get(Nodes.pair(first, second)) : atOnce;
            if (result == LongToInt.NONE) {
                open.push(new int[] {first, second});
            }
            return result;
        }
    }
}
