package dev.estimator.quantity;

import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A mean of values with shares, which are the operands by turns. It is one step, so that the shares add up to the whole
 * whatever is put in their place.
 *
 * @param kinds how many values
 */
record WeightedMean(int kinds) implements Function {
    static <Q extends Quantity<Q>> Q of(Map<Q, Share> shares) {
        return of(List.copyOf(Refusal.whole(shares, "shares").entrySet()));
    }

    static <Q extends Quantity<Q>> Q of(List<Map.Entry<Q, Share>> shares) {
        List<Map.Entry<Q, Share>> kinds = new ArrayList<>(Refusal.copy(shares, "shares"));
        OtherRanges.requireWhole(
                kinds.stream().mapToDouble(kind -> kind.getValue().value).sum(), "shares");
        kinds.sort(inOrder()); // a map may have another order each time
        Q first = kinds.get(0).getKey();
        kinds.forEach(kind -> first.requireSameUnit(kind.getKey()));
        Kind kind = kinds.stream().map(k -> k.getKey().shownKind()).reduce(first.shownKind(), Kind::sharedWith);
        List<Node> operands = kinds.stream()
                .flatMap(k -> List.of(k.getKey().node(), k.getValue().node()).stream())
                .toList();
        Node mean = Trace.apply(new WeightedMean(kinds.size()), kind, operands);
        boolean isPlain = operands.stream().allMatch(Constant.class::isInstance);
        @Nullable Node plain = kind.noun() != null ? new Constant(kind, mean.value()) : null;
        return first.make(mean.value(), isPlain ? plain : mean);
    }

    private static <Q extends Quantity<Q>> Comparator<Map.Entry<Q, Share>> inOrder() {
        return Comparator.<Map.Entry<Q, Share>>comparingDouble(kind -> ((Quantity<?>) kind.getKey()).value)
                .thenComparingDouble(kind -> kind.getValue().value)
                .thenComparing(kind -> String.valueOf(kind.getKey().name()));
    }

    @Override
    public double apply(double... operands) {
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < operands.length; i += 2) {
            sum += operands[i + 1];
            mean += operands[i] * operands[i + 1];
        }
        return OtherRanges.isWhole(sum) ? mean : Double.NaN;
    }

    @Override
    public String write(List<String> operands) {
        return IntStream.range(0, kinds)
                .mapToObj(i -> operands.get(2 * i) + " × " + operands.get(2 * i + 1))
                .collect(Collectors.joining(" + "));
    }

    @Override
    public int binding() {
        return SUM;
    }

    @Override
    public int bindingOf(int operand) {
        return PRODUCT;
    }

    @Override
    public Direction direction(int operand) {
        return operand % 2 == 0 ? Direction.RISING : Direction.UNKNOWN;
    }

    @Override
    public String condition() {
        return "the shares must add up to 100%";
    }
}
