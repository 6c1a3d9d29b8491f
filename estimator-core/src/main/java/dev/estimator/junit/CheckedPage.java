package dev.estimator.junit;

import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Verdict;
import dev.estimator.check.Checked;
import dev.estimator.internal.text.Ordinal;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Quantity;
import dev.estimator.report.Page;
import dev.estimator.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report on what a test checked: the estimates and whether each check holds, the limits, the assumptions, what
 * drives the estimates, and how they were reached.
 */
final class CheckedPage {
    private final Map<String, Quantity<?>> estimates = new LinkedHashMap<>();
    private final List<String> outcomes = new ArrayList<>();
    private final List<Limit<?>> limits = new ArrayList<>();
    private Report report;

    private CheckedPage(String test) {
        report = Report.titled(test);
    }

    static Page of(String test, List<Checked<?>> checks) {
        var page = new CheckedPage(test);
        checks.forEach(page::add);
        List<Quantity<?>> estimates = List.copyOf(page.estimates.values());
        Report outcomes =
                page.report.section("Checked", () -> List.of(new Model.Answers("Checked", estimates, page.outcomes)));
        Limit<?>[] limits = page.limits.toArray(Limit<?>[]::new);
        return (limits.length == 0 ? outcomes : outcomes.fits(limits)).page();
    }

    private <Q extends Quantity<Q>> void add(Checked<Q> checked) {
        Q estimate = checked.quantity();
        String name = freeName(estimate);
        if (!estimates.containsKey(name)) {
            Q named = name.equals(estimate.name()) ? estimate : estimate.named(name);
            estimates.put(name, named);
            report = report.headline(named);
            addDrivers(named);
        }
        outcomes.add(
                checked.isHeld()
                        ? checked.text()
                        : name + " is " + estimate + ", " + checked.limit() + ": "
                                + (checked.verdict() == Verdict.UNDECIDED ? "undecided" : "fails"));
        if (!estimate.isUncertain() || checked.probability().isPresent()) {
            checked.limits()
                    .forEach(limit -> limits.add(new Limit<>(known(name, estimate), limit.bound(), limit.isUpper())));
        }
    }

    @SuppressWarnings("unchecked") // kept under the name of an equal quantity
    private <Q extends Quantity<Q>> Q known(String name, Q estimate) {
        return (Q) estimates.getOrDefault(name, estimate);
    }

    /** Two estimates of one name are told apart by their places. */
    private String freeName(Quantity<?> estimate) {
        String name = estimate.name() == null ? "unnamed" : estimate.name();
        String free = name;
        for (int i = 2; estimates.containsKey(free) && !estimate.equals(estimates.get(free)); i++) {
            free = Ordinal.behind(name, i);
        }
        return free;
    }

    /** An estimate without an answer for some draws has no drivers, but still a page. */
    private <Q extends Quantity<Q>> void addDrivers(Q estimate) {
        if (estimate.isUncertain()) {
            try {
                report = report.drivers(estimate);
            } catch (ArithmeticException e) {
                report = report.note("what drives " + estimate.name() + " was not found: " + e.getMessage());
            }
        }
    }
}
