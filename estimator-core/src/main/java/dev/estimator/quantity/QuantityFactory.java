package dev.estimator.quantity;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.unit.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the quantity that belongs to a kind. */
final class QuantityFactory {
    private QuantityFactory() {}

    static Quantity<?> of(Node node) {
        boolean isPlain = node instanceof Node.Constant constant && !constant.isTyped() && isPlain(node.kind());
        return of(node.kind(), node.value(), isPlain ? null : node);
    }

    /** Whether the type knows the kind by itself. */
    private static boolean isPlain(Kind kind) {
        return (kind.label() == null && kind.writtenIn() == null) || kind.equals(Kind.EVENT_RATE);
    }

    static Quantity<?> of(Kind kind, double value, @Nullable Node origin) {
        return switch (kind.dimension()) {
            case RATE -> new Qps(value, origin, kind.isSame(Kind.EVENT_RATE));
            case DATA -> new Bytes(value, origin);
            case BANDWIDTH -> new Bandwidth(value, origin);
            case TIME -> new TimeSpan(value, origin);
            case STORED -> new StoredBytes(value, origin);
            case COUNT -> new Count(value, origin);
            case RATIO -> new Ratio(value, origin);
            case SHARE -> new Share(value, origin);
            case AVAILABILITY -> new Availability(value, origin);
            case MONEY -> new Money(value, Objects.requireNonNull(kind.label()), origin);
            case DATA_PRICE, COUNT_PRICE -> new Price<>(value, kind.withoutPaidFor(), origin);
            case SPENDING -> new Spending(value, Objects.requireNonNull(kind.label()), origin);
            case DATA_RENT, COUNT_RENT -> new Rent<>(value, kind.withoutPaidFor(), origin);
        };
    }
}
