package dev.estimator.junit;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Limits;
import dev.estimator.check.AllChecked;
import dev.estimator.check.Check;
import dev.estimator.check.Checked;
import dev.estimator.check.Checks;
import dev.estimator.quantity.Quantity;
import dev.estimator.report.DesignSheet;
import dev.estimator.report.Page;
import dev.estimator.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a test estimates: a parameter of a test method of a class with {@link EstimatesExtension}. Whatever is checked
 * with it, and each report given to it, is published when the test ends, whether it passes or not.
 *
 * <pre>{@code
 * @ExtendWith(EstimatesExtension.class)
 * class CapacityTest {
 *     @Test
 *     void disk_staysInTheBudget(Estimates estimates) {
 *         estimates.check(disk()).atMost(tb(20));
 *     }
 * }
 * }</pre>
 */
public final class Estimates {
    private final String test;
    private final List<Checked<?>> checks = new ArrayList<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();

    Estimates(String test) {
        this.test = test;
    }

    /**
     * Begins a check, as {@link Checks#check(Quantity)} does, whose outcome is published.
     *
     * @param quantity what is checked, uncertain or not
     * @param <Q> its type
     * @return a check that still lacks its limit
     */
    public <Q extends Quantity<Q>> Check<Q> check(Q quantity) {
        return Checks.check(quantity, this::add);
    }

    /**
     * Checks several limits, as {@link Checks#checkAll(Limits)} does, whose outcomes are published.
     *
     * @param limits such as those that no component of a system is overloaded
     * @return how many hold
     * @throws AssertionError if any fails, with the texts of all that do
     */
    public AllChecked checkAll(Limits limits) {
        return Checks.checkAll(limits, this::add);
    }

    /**
     * Publishes a report.
     *
     * @param report a report with a title that no other of this test has
     * @throws IllegalArgumentException if the title is taken
     * @throws IllegalStateException if the report has no answers
     */
    public void publish(Report report) {
        publish(requireNonNull(report, "report").page());
    }

    /**
     * Publishes a design sheet.
     *
     * @param sheet a design sheet with a title that no other page of this test has
     * @throws IllegalArgumentException if the title is taken
     * @throws IllegalStateException if everything is left out of the sheet
     */
    public void publish(DesignSheet sheet) {
        publish(requireNonNull(sheet, "sheet").page());
    }

    private synchronized void publish(Page page) {
        String name = FileName.of(test + " " + page.title());
        if (pages.containsKey(name)) {
            throw new IllegalArgumentException(
                    "title must be new but '" + page.title() + "' was published by this test already");
        }
        pages.put(name, page);
    }

    private synchronized void add(Checked<?> checked) {
        checks.add(checked);
    }

    String test() {
        return test;
    }

    synchronized List<Checked<?>> checks() {
        return List.copyOf(checks);
    }

    /** The titles of the reports by the names of their files. */
    synchronized Map<String, String> reports() {
        Map<String, String> titles = new LinkedHashMap<>();
        pages.forEach((name, page) -> titles.put(name, page.title()));
        return titles;
    }

    /** The pages by the names of their files, that of the checks first. */
    synchronized Map<String, Page> pages() {
        Map<String, Page> all = new LinkedHashMap<>();
        if (!checks.isEmpty()) {
            all.put(FileName.of(test), CheckedPage.of(test, checks));
        }
        all.putAll(pages);
        return all;
    }
}
