package dev.estimator.check;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The vocabulary of checks, made for static import in a unit test; any test framework will do. */
public final class Checks {
    private Checks() {}

    /**
     * Begins a check: {@code check(servers).atMost(count(40))}.
     *
     * @param quantity what is checked, uncertain or not
     * @param <Q> its type
     * @return a check that still lacks its limit
     */
    public static <Q extends Quantity<Q>> Check<Q> check(Q quantity) {
        return check(quantity, checked -> {});
    }

    /**
     * Begins a check that is listened to, whether it holds or not.
     *
     * @param quantity what is checked, uncertain or not
     * @param listener is told the outcome, before the check fails if it does
     * @param <Q> its type
     * @return a check that still lacks its limit
     */
    public static <Q extends Quantity<Q>> Check<Q> check(Q quantity, Consumer<? super Checked<?>> listener) {
        return Check.of(quantity, listener);
    }

    /**
     * Runs several checks and reports all that fail, not only the first:
     *
     * <pre>{@code
     * checkAll(
     *     () -> check(disk).atMost(tb(20)),
     *     () -> check(servers).withConfidence(percent(90)).atMost(count(40)));
     * }</pre>
     *
     * @param checks the checks
     * @throws AssertionError if any fails or is misstated, with the texts of all that are
     * @throws IllegalArgumentException if there is no check
     */
    public static void checkAll(Runnable... checks) {
        if (Refusal.copy("checks", checks).isEmpty()) {
            throw new IllegalArgumentException("checks must not be empty: there is nothing to check");
        }
        List<Throwable> failures = new ArrayList<>();
        for (Runnable check : checks) {
            try {
                check.run();
            } catch (AssertionError | RuntimeException e) { // a check that is misstated must not hide the others
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw joined(failures, checks.length);
        }
    }

    private static AssertionError joined(List<Throwable> failures, int of) {
        String count = failures.size() + " of " + of + (of == 1 ? " check" : " checks")
                + (failures.size() == 1 ? " fails" : " fail");
        String texts = failures.stream().map(Checks::text).collect(Collectors.joining("\n\n"));
        var all = new AssertionError(count + "\n\n" + texts);
        failures.forEach(all::addSuppressed);
        return all;
    }

    private static String text(Throwable failure) {
        return failure instanceof AssertionError && failure.getMessage() != null
                ? failure.getMessage()
                : failure.toString();
    }
}
