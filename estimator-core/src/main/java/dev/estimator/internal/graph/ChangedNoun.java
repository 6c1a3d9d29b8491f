package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.unit.Kind;
import java.util.List;

/** What results count when a what-if puts other things in the place of an input: twice as many bots are bots. */
final class ChangedNoun {
    private ChangedNoun() {}

    /** The kind of a result of other operands. */
    static Kind of(Operation old, List<Node> operands) {
        Kind kind = old.kind();
        for (int i = 0; i < operands.size(); i++) {
            Kind was = old.operands().get(i).kind();
            Kind is = operands.get(i).kind();
            String thing = was.thing();
            if (is.equals(was)) {
                continue;
            }
            if (thing != null && !thing.isEmpty() && thing.equals(kind.thing())) {
                return isOnlyOne(old, operands, i, thing) ? kind.ofThings(is.thing()) : kind.ofThings(null);
            }
            if (kind.equals(was)
                    && old.operands().stream()
                                    .filter(o -> o.kind().dimension() == kind.dimension())
                                    .count()
                            == 1) {
                return is;
            }
        }
        return kind;
    }

    /** Whether no other operand is of the things that are there no more: 3 posts + 2 bots are nothing in particular. */
    private static boolean isOnlyOne(Operation old, List<Node> operands, int changed, String thing) {
        for (int i = 0; i < operands.size(); i++) {
            Kind is = operands.get(i).kind();
            boolean isOther = is.dimension() == old.kind().dimension() && thing.equals(is.thing());
            if (i != changed && isOther) {
                return false;
            }
        }
        return true;
    }
}
