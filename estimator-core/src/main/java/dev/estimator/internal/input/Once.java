package dev.estimator.internal.input;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;

/** What is found when it is first asked for, and then kept. */
public final class Once {
    private Once() {}

    public static <T> Supplier<T> of(Supplier<T> found) {
        return Suppliers.memoize(found::get);
    }
}
