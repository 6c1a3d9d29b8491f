package dev.estimator.check;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Limits;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The vocabulary of checks, made for static import in a unit test; any test framework will do. */
public final class Checks {
    private static final String NO_CHECK = ", for which say what is checked, as in () -> check(disk).atMost(tb(20))";
    private static final String NO_LIMITS = ", for which say which, as in checkAll(shop.fits())";

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
     * Begins a check whose outcome is handed to a listener, whether it holds or not.
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
     * @return how many hold
     * @throws AssertionError if any fails or is misstated, with the texts of all that are
     * @throws IllegalArgumentException if there is no check
     */
    public static AllChecked checkAll(Runnable... checks) {
        if (requireNonNull(checks, "checks: null" + NO_CHECK).length == 0) {
            throw new IllegalArgumentException("checks must not be empty: there is nothing to check");
        }
        for (Runnable check : checks) {
            requireNonNull(check, "each of checks: one is null" + NO_CHECK);
        }
        List<Throwable> failures = new ArrayList<>();
        for (Runnable check : checks) {
            try {
                check.run();
            } catch (AssertionError | RuntimeException e) { // a check with a mistake in it must not hide the others
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw joined(failures, checks.length);
        }
        return new AllChecked(checks.length);
    }

    /**
     * Checks several limits and reports all that fail, not only the first: {@code checkAll(shop.fits())}. Uncertain
     * quantities must keep to them with 95 % confidence, or with that of the limits.
     *
     * @param limits such as those that no component of a system is overloaded
     * @return how many hold
     * @throws AssertionError if any fails, with the texts of all that do
     * @throws IllegalArgumentException if there is no limit
     */
    public static AllChecked checkAll(Limits limits) {
        return checkAll(limits, checked -> {});
    }

    /**
     * Checks several limits and hands each outcome to a listener, whether the limit holds or not.
     *
     * @param limits such as those that no component of a system is overloaded
     * @param listener is told the outcome of each
     * @return how many hold
     * @throws AssertionError if any fails, with the texts of all that do
     * @throws IllegalArgumentException if there is no limit
     */
    public static AllChecked checkAll(Limits limits, Consumer<? super Checked<?>> listener) {
        requireNonNull(listener, "listener");
        return checkAll(requireNonNull(limits, "limits: null" + NO_LIMITS).all().stream()
                .map(limit -> check(limit, limits.confidence(), listener))
                .toArray(Runnable[]::new));
    }

    private static <Q extends Quantity<Q>> Runnable check(
            Limit<Q> limit, Optional<Share> confidence, Consumer<? super Checked<?>> listener) {
        return () -> {
            Check<Q> usual = check(limit.quantity(), listener);
            Check<Q> check = confidence.map(usual::withConfidence).orElse(usual);
            if (limit.isUpper()) {
                check.atMost(limit.bound());
            } else {
                check.atLeast(limit.bound());
            }
        };
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
