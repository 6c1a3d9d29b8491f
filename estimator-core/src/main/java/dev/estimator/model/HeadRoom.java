package dev.estimator.model;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Says;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What part of a resource stays unused, and why. */
final class HeadRoom {
    /** 1 ÷ (1 − 70 %) = 3.3. */
    private static final String OF_QUEUES = "an M/M/1 queue then answers in 3.3 × its service time";

    private static final String OF_SPACE = "room for data to grow, and for those of a server that fails";
    private static final String OF_OTHERS = "room for the part of a server that fails";

    private HeadRoom() {}

    /** Whether all of a demand counts the space that stays free: sizes that say so, their multiples and sums. */
    static boolean isCountedIn(Object demand) {
        return isCounted(Inside.node(demand));
    }

    private static boolean isCounted(Node demand) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>(List.of(demand));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (seen.add(node) && !isNoted(node)) {
                List<Node> parts = parts(node);
                if (parts.isEmpty()) {
                    return false;
                }
                open.addAll(parts);
            }
        }
        return true;
    }

    /**
     * The servers for a demand of which only a part counts its free space, {@code counted + rest ÷ target}; nothing if
     * all of it does, or nothing.
     */
    static Optional<Ratio> ofParts(Ratio load, Share target, String name) {
        if (!(Note.resolve(Inside.node(load)) instanceof Operation quotient) || quotient.function() != Op.DIV) {
            return Optional.empty();
        }
        Node perServer = quotient.operands().get(1);
        Map<Boolean, List<Node>> parts =
                addends(quotient.operands().get(0)).stream().collect(Collectors.partitioningBy(HeadRoom::isCounted));
        Optional<Ratio> counted = load(parts, true, perServer);
        Optional<Ratio> rest = load(parts, false, perServer);
        return counted.flatMap(filled -> rest.map(others -> filled.named(name + " that counts free space")
                .plus(others.named(name + " that does not").div(target))));
    }

    private static Optional<Ratio> load(Map<Boolean, List<Node>> parts, boolean isCounted, Node perServer) {
        return parts.getOrDefault(isCounted, List.of()).stream()
                .<Ratio>map(part -> Inside.quantity(Trace.apply(Op.DIV, Kind.RATIO, List.of(part, perServer))))
                .reduce(Ratio::plus);
    }

    /** The parts of a sum, in their order. */
    private static List<Node> addends(Node sum) {
        List<Node> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(sum));
        while (!open.isEmpty()) {
            Node part = open.pop();
            Node inner = part;
            while (!isNoted(inner) && (inner instanceof Named || Note.resolve(inner) != inner)) {
                inner = parts(inner).get(0);
            }
            if (inner instanceof Operation plus && plus.function() == Op.PLUS) {
                open.push(plus.operands().get(1));
                open.push(plus.operands().get(0));
            } else {
                found.add(part);
            }
        }
        return found;
    }

    private static boolean isNoted(Node node) {
        return node instanceof Operation operation && operation.function() == Says.LEAVES_ROOM;
    }

    /** The sizes that a size consists of; nothing where it begins. */
    private static List<Node> parts(Node node) {
        if (node instanceof Named) {
            return node.operands();
        }
        if (!(node instanceof Operation operation)) {
            return List.of();
        }
        if (operation.function() instanceof Note) {
            return operation.operands().subList(0, 1);
        }
        return operation.function() == Op.PLUS || operation.function() == Op.TIMES || operation.function() == Op.DIV
                ? operation.operands().stream()
                        .filter(part ->
                                part.kind().dimension() == operation.kind().dimension())
                        .toList()
                : List.of();
    }

    /** Why the usual target utilization of some resources is what it is. */
    static String reason(Collection<Ratio> loads) {
        String reasons = loads.stream().map(HeadRoom::reason).distinct().collect(Collectors.joining("; "));
        return reasons.isEmpty() ? OF_QUEUES : reasons;
    }

    private static String reason(Ratio load) {
        List<Node> parts = Note.resolve(Inside.node(load)).operands();
        Dimension demand =
                (parts.isEmpty() ? Inside.node(load) : parts.get(0)).kind().dimension();
        boolean isStored = demand == Dimension.DATA || demand == Dimension.STORED;
        boolean isWaitedFor = demand == Dimension.RATE || demand == Dimension.BANDWIDTH || demand == Dimension.TIME;
        return isStored ? OF_SPACE : isWaitedFor ? OF_QUEUES : OF_OTHERS;
    }
}
