package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.FasterForDraws;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Grown;
import dev.estimator.internal.graph.KnowsBeyond;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.unit.Kind;
import java.util.List;

/**
 * A step with a formula of one's own.
 *
 * @param notation a name, or a text with places for the operands
 * @param formula what it computes
 */
record CustomStep(String notation, Formula formula) implements Function {
    static Node node(String notation, Formula formula, Kind kind, Quantity<?>... inputs) {
        Quantity.requireText(notation, "notation");
        requireNonNull(formula, "formula");
        List<Quantity<?>> operands = Refusal.copy("inputs", inputs);
        if (operands.isEmpty()) {
            throw new IllegalArgumentException("inputs must not be empty: a formula of nothing is a constant");
        }
        List<Node> nodes = operands.stream().<Node>map(Quantity::node).toList();
        return Trace.apply(new CustomStep(notation, formula), kind, nodes);
    }

    /** An input that is beyond every number goes only to a formula that has answers for it; others have none. */
    @Override
    public double apply(double... operands) {
        return !isAnyBeyond(operands) || knowsBeyond() ? formula.apply(operands) : Double.NaN;
    }

    private boolean knowsBeyond() {
        return formula instanceof KnowsBeyond || !formula.beyond().isEmpty();
    }

    private static boolean isAnyBeyond(double... operands) {
        for (double operand : operands) {
            if (operand == Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String write(List<String> operands) {
        if (!hasPlaces()) {
            return notation + "(" + String.join(", ", operands) + ")";
        }
        String written = notation;
        for (int i = 0; i < operands.size(); i++) {
            String operand = operands.get(i);
            String place = "{" + i + "}";
            String role = operand.split(" ", 2)[0] + " "; // 'mean {0}' of what is called 'mean' is no 'mean mean'
            written = written.replace("(" + role + place, "(" + place)
                    .replace(", " + role + place, ", " + place)
                    .replace(place, operand);
        }
        return written;
    }

    @Override
    public int binding() {
        return hasPlaces() ? SUM : ATOM;
    }

    @Override
    public int bindingOf(int operand) {
        return hasPlaces() ? PRODUCT : SUM;
    }

    @Override
    public Direction direction(int operand) {
        return Direction.valueOf(formula.direction(operand).name());
    }

    @Override
    public String condition() {
        return formula.condition();
    }

    @Override
    public String beyond() {
        return formula.beyond();
    }

    @Override
    public String approximation() {
        return formula.approximation();
    }

    @Override
    public boolean isSlow() {
        return formula.isSlow();
    }

    @Override
    public boolean isGrown() {
        return formula instanceof Grown;
    }

    @Override
    public Function forDraws() {
        return formula instanceof FasterForDraws<?> faster
                ? new CustomStep(notation, (Formula) faster.forDraws())
                : this;
    }

    private boolean hasPlaces() {
        return notation.contains("{0}");
    }
}
