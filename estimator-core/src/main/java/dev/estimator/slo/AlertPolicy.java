package dev.estimator.slo;

import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.percent;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.Percent;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The alerts on an objective, with several windows and burn rates: fast for an outage, slow for errors that go on
 * quietly.
 *
 * @param alerts at least one, all on the same objective
 * @see "B. Beyer et al. (eds.), The Site Reliability Workbook, O'Reilly 2018, chapter 5, 'Multiwindow, Multi-Burn-Rate
 *     Alerts'"
 */
public record AlertPolicy(List<Alert> alerts) implements Serializable {
    private static final Share EVERYTHING = percent(100);

    /**
     * Obtains a policy of one's own.
     *
     * @param alerts at least one, all on the same objective
     * @throws IllegalArgumentException if there is none, or they are on different objectives
     */
    public AlertPolicy {
        alerts = Refusal.copy(alerts, "alerts");
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("alerts must not be empty");
        }
        Slo first = alerts.get(0).slo();
        for (Alert alert : alerts) {
            if (!alert.slo().equals(first)) {
                throw new IllegalArgumentException("alerts must be on one objective but were on " + first.label()
                        + " and on " + alert.slo().label());
            }
        }
    }

    /**
     * Obtains the alerts that the workbook recommends: a page when 2 % of the budget is spent in 1 h or 5 % in 6 h, a
     * ticket at 10 % in 3 d, each with a short window of a twelfth. Over 30 d these are burn rates of 14.4, 6 and 1.
     *
     * <p>For another window the parts and times stay the same, so the burn rates differ: over 7 d 3.36, 1.4 and 0.233.
     * One below 1 fires although the budget would last; the table says so.
     *
     * @param slo the objective, over 3 d at least
     * @return the alerts, the fastest first
     * @throws IllegalArgumentException if the window is shorter than 3 d
     */
    public static AlertPolicy of(Slo slo) {
        return of(
                alert(slo, "page", percent(2), hours(1)),
                alert(slo, "page", percent(5), hours(6)),
                alert(slo, "ticket", percent(10), days(3)));
    }

    /**
     * Obtains a policy of one's own.
     *
     * @param first an alert
     * @param others more alerts on the same objective
     * @return the alerts in this order
     * @throws IllegalArgumentException if they are on different objectives
     */
    public static AlertPolicy of(Alert first, Alert... others) {
        return new AlertPolicy(
                Stream.concat(Stream.of(requireNonNull(first, "first")), Refusal.copy("others", others).stream())
                        .toList());
    }

    private static Alert alert(Slo slo, String severity, Share budgetSpent, TimeSpan longWindow) {
        return Alert.builder()
                .slo(slo)
                .severity(severity)
                .budgetSpent(budgetSpent)
                .longWindow(longWindow)
                .build();
    }

    /**
     * Returns the objective that the alerts watch.
     *
     * @return the objective
     */
    public Slo slo() {
        return alerts().get(0).slo();
    }

    /**
     * Returns the alerts whose threshold is above an error rate of 100 %.
     *
     * @return those that can never fire; best empty
     */
    public List<Alert> alertsThatCannotFire() {
        return alerts().stream().filter(alert -> !alert.canFire()).toList();
    }

    /**
     * Returns the alert that an error rate sets off first.
     *
     * @param errorRate the share of requests that fail, for as long as it takes
     * @return the alert with the shortest detection time; none if the error rate is below every threshold
     */
    public Optional<Alert> firstToFire(Share errorRate) {
        return alerts().stream()
                .filter(alert -> alert.firesAt(errorRate))
                .min(Comparator.comparing(alert -> alert.detectionTime(errorRate)));
    }

    /** Returns the alerts as a table, with the time until each notices that everything fails. */
    @Override
    public String toString() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("alert", "over", "and", "budget spent", "burn rate", "error rate", "outage noticed after"));
        alerts().forEach(alert -> rows.add(row(alert)));
        return "alerts on " + slo().label() + "\n" + AlignedText.of(rows);
    }

    private static List<String> row(Alert alert) {
        return List.of(
                alert.severity(),
                alert.longWindow().toString(),
                alert.shortWindow().toString(),
                alert.budgetSpent().toString(),
                alert.burnRate().rate().toString(),
                Percent.of(alert.threshold().value()),
                alert.canFire() ? alert.detectionTime(EVERYTHING) + remark(alert) : "never: cannot fire");
    }

    private static String remark(Alert alert) {
        return alert.burnRate().rate().value() < 1 ? "; fires though the budget would last" : "";
    }
}
