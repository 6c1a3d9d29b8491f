package dev.estimator.junit;

import dev.estimator.check.Checked;
import dev.estimator.quantity.Quantity;
import dev.estimator.report.Page;
import dev.estimator.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report on what a test checked: the outcomes, the assumptions, what drives the estimates, and how they were
 * reached.
 */
final class CheckedPage {
    private final Map<String, Quantity<?>> estimates = new LinkedHashMap<>();
    private Report report;

    private CheckedPage(String test) {
        report = Report.titled(test);
    }

    static Page of(String test, List<Checked<?>> checks) {
        var page = new CheckedPage(test);
        checks.forEach(page::add);
        Quantity<?>[] estimates = page.estimates.values().toArray(new Quantity<?>[0]);
        return page.report.section("Checked", estimates).page();
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
        report = report.note(
                checked.isHeld()
                        ? checked.text()
                        : name + " is " + estimate + ", " + checked.limit() + ": does not hold");
    }

    /** Two estimates of one name are told apart by a number. */
    private String freeName(Quantity<?> estimate) {
        String name = estimate.name() == null ? "unnamed" : estimate.name();
        String free = name;
        for (int i = 2; estimates.containsKey(free) && !estimate.equals(estimates.get(free)); i++) {
            free = name + " #" + i;
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
