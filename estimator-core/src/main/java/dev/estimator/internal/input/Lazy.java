package dev.estimator.internal.input;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;

/** A value that is computed when it is first needed, and then kept. */
public final class Lazy {
    private Lazy() {}

    public static <T> Supplier<T> of(Supplier<T> found) {
        return Suppliers.memoize(found::get);
    }
}
