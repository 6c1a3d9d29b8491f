package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Calculation;
import dev.estimator.internal.engine.Program.Input;
import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.graph.Bound;
import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Link;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns nodes into steps, each distinct one once. */
final class Compiler implements Derived.Steps<Ref> {
    final ArrayList<Step> steps = new ArrayList<>();
    final ArrayList<Guard> guards = new ArrayList<>();
    final Map<Node, Integer> leaves = new LinkedHashMap<>();
    final Map<Node, String> names = new HashMap<>();
    GaussianCopula links = new GaussianCopula();
    private final Map<Object, Integer> known = new HashMap<>();
    private final List<Bounds> bounds = new ArrayList<>();
    private final Set<? extends Node> varied;
    private final Set<Integer> bounded = new HashSet<>();

    Compiler(Set<? extends Node> varied) {
        this.varied = varied;
    }

    Ref[] compile(Tape tape) {
        Ref[] refs = new Ref[tape.size()];
        for (int i = 0; i < refs.length; i++) {
            List<Integer> places = tape.operands(i);
            Ref[] operands = new Ref[places.size()];
            for (int k = 0; k < operands.length; k++) {
                operands[k] = refs[places.get(k)];
            }
            refs[i] = ref(tape.node(i), List.of(operands));
        }
        int[] roots = tape.roots();
        Ref[] outputs = new Ref[roots.length];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = refs[roots[k]];
        }
        return outputs;
    }

    private Ref ref(Node node, List<Ref> operands) {
        if (operands.isEmpty()) {
            return varied.contains(node) || node.shape() != null ? leaf(node) : Ref.of(node.value());
        }
        if (areConstant(operands)) {
            return Ref.of(node.value());
        }
        if (node instanceof Named) {
            Node leaf = Note.resolve(node.operands().get(0));
            names.putIfAbsent(leaf, Objects.requireNonNull(node.name()));
            return operands.get(0);
        }
        Function function = ((Operation) node).function();
        if (function instanceof Link link) {
            link(link, operands);
            return operands.get(0);
        }
        if (function instanceof Bound) {
            return operands.stream().anyMatch(this::isVaried) ? bounded(function, operands, node) : operands.get(0);
        }
        if (function instanceof Derived derived) {
            Ref ref = derived.in(this, operands);
            // an unchanged number can only be out of range if its type is now a share
            return ref.key().equals(operands.get(0).key()) && !node.kind().equals(Kind.SHARE)
                    ? ref
                    : guarded(ref, node);
        }
        if (function instanceof Note) {
            return operands.get(0);
        }
        return guarded(add(function, operands), node);
    }

    private static boolean areConstant(List<Ref> operands) {
        for (Ref operand : operands) {
            if (!operand.isConstant()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Ref number(double value) {
        return Ref.of(value);
    }

    @Override
    public Ref of(Op op, Ref a, Ref b) {
        return a.isConstant() && b.isConstant() ? Ref.of(op.of(a.constant(), b.constant())) : add(op, List.of(a, b));
    }

    /** Whether a step can be infinite, by itself or because it uses one that can. */
    private boolean mayBeBeyond(int step) {
        return (steps.get(step) instanceof Calculation c
                        && !c.function().beyond().isEmpty())
                || steps.get(step).operands().stream().anyMatch(o -> bounds(o).high() == Double.POSITIVE_INFINITY);
    }

    /** Records a correlation, unless a what-if replaced one of the two by a number. */
    private void link(Link link, List<Ref> operands) {
        if (operands.stream().allMatch(this::isLeaf)) {
            links.add(input(operands.get(0)), input(operands.get(1)), link.correlation(), leaves());
        }
    }

    List<InputLeaf> leaves() {
        List<InputLeaf> inputs = new ArrayList<>(leaves.size());
        for (Node node : leaves.keySet()) {
            inputs.add(new InputLeaf(node, node.name() == null ? names.get(node) : node.name()));
        }
        return List.copyOf(inputs);
    }

    private boolean isLeaf(Ref ref) {
        return !ref.isConstant() && steps.get(ref.step()) instanceof Input;
    }

    private int input(Ref ref) {
        return ((Input) steps.get(ref.step())).leaf();
    }

    /** Whether it is an input that is set row by row, so that its rule has to be checked for each row. */
    private boolean isVaried(Ref ref) {
        return bounded.contains(ref.step())
                || (isLeaf(ref) && varied.contains(List.copyOf(leaves.keySet()).get(input(ref))));
    }

    private Ref bounded(Function bound, List<Ref> operands, Node node) {
        Ref ref = guarded(add(bound, operands), node);
        bounded.add(ref.step());
        return ref;
    }

    private Ref leaf(Node node) {
        Integer index = leaves.size();
        Integer known = leaves.putIfAbsent(node, index);
        return add(new Input(known == null ? index : known), Bounds.of(node, varied.contains(node)));
    }

    private Ref add(Function function, List<Ref> operands) {
        if (!(function instanceof Op op)) {
            return add(new Calculation(function, operands), Bounds.UNKNOWN);
        }
        Ref a = operands.get(0);
        Ref b = operands.get(operands.size() - 1);
        boolean isTurned = op.isCommutative() && a.isConstant();
        return add(new Calculation(op, isTurned ? List.of(b, a) : operands), Bounds.of(op, bounds(a), bounds(b)));
    }

    private Bounds bounds(Ref ref) {
        return ref.isConstant() ? new Bounds(ref.constant(), ref.constant()) : bounds.get(ref.step());
    }

    private Ref add(Step step, Bounds range) {
        Integer index = known.putIfAbsent(step.key(), steps.size());
        if (index != null) {
            return new Ref(index, 0);
        }
        steps.add(step);
        bounds.add(range);
        return new Ref(steps.size() - 1, 0);
    }

    /** Rejects draws that are out of range for the step's type. */
    private Ref guarded(Ref ref, Node node) {
        if (ref.isConstant() || bounds.get(ref.step()).isWithin(node.kind().dimension())) {
            return ref;
        }
        int last = ref.step();
        Guard guard = Guard.of(last, (Operation) node);
        int place = guards.size();
        while (place > 0 && guards.get(place - 1).step() > last) {
            place--;
        }
        boolean isKnown = place > 0 && guards.get(place - 1).step() == last;
        if (!isKnown) {
            guards.add(place, guard);
        } else {
            guards.set(place - 1, guards.get(place - 1).stricter(guard));
        }
        Bounds inside = bounds.get(last).within(node.kind().dimension());
        bounds.set(last, mayBeBeyond(last) ? inside.andBeyond() : inside);
        return ref;
    }
}
