package dev.estimator.analysis;

import dev.estimator.quantity.TimeSpan;

final class FitText {
    private FitText() {}

    static String of(TimeSpan span) {
        return span.toString();
    }
}
