package dev.estimator.report;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Limit;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An estimate on one page, to be pasted into a design document: the assumptions with their sources, what was left at its
 * default, the answers, how likely they fit, what drives them, and how the most important one was reached.
 *
 * <p>The assumptions are found by themselves: they are those that the answers depend on. A report is immutable; each
 * method returns a new one with a part added.
 */
public final class Report {
    private static final String INDENT = "  ";

    private final String title;
    private final List<Section> sections;
    private final List<Limit<?>> limits;
    private final List<Drivers<?>> drivers;
    private final List<Quantity<?>> headlines;
    private final List<String> notes;

    private Report(
            String title,
            List<Section> sections,
            List<Limit<?>> limits,
            List<Drivers<?>> drivers,
            List<Quantity<?>> headlines,
            List<String> notes) {
        this.title = title;
        this.sections = sections;
        this.limits = limits;
        this.drivers = drivers;
        this.headlines = headlines;
        this.notes = notes;
    }

    /**
     * Begins a report.
     *
     * @param title what is estimated
     * @return a report without answers
     * @throws IllegalArgumentException if the title is blank
     */
    public static Report titled(String title) {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        return new Report(title, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Adds answers under a heading.
     *
     * @param heading what the answers are about, such as 'Traffic'
     * @param answers the answers, each with a name
     * @return the report with the answers
     * @throws IllegalArgumentException if an answer has no name
     */
    public Report section(String heading, Quantity<?>... answers) {
        for (Quantity<?> answer : answers) {
            requireNamed(answer);
        }
        List<Section> longer = plus(sections, new Section(heading, List.of(answers)));
        return new Report(title, longer, limits, drivers, headlines, notes);
    }

    /**
     * Says how likely limits are kept, as in 'servers ≤ 40  93.4%, exact'.
     *
     * @param newLimits the limits, each on an answer with a name
     * @return the report with the limits
     * @throws IllegalArgumentException if an answer has no name
     */
    public Report fits(Limit<?>... newLimits) {
        List<Limit<?>> longer = limits;
        for (Limit<?> limit : newLimits) {
            requireNamed(limit.quantity());
            longer = plus(longer, limit);
        }
        return new Report(title, sections, longer, drivers, headlines, notes);
    }

    /**
     * Shows which assumptions an answer depends on most, as bars.
     *
     * @param answer an uncertain answer with a name
     * @param <Q> its type
     * @return the report with the drivers
     * @throws IllegalArgumentException if the answer has no name or is not uncertain
     */
    public <Q extends Quantity<Q>> Report drivers(Q answer) {
        requireNamed(answer);
        return new Report(title, sections, limits, plus(drivers, Drivers.of(answer)), headlines, notes);
    }

    /**
     * Shows how an answer was reached.
     *
     * @param answer an answer with a name
     * @return the report with the derivation
     * @throws IllegalArgumentException if the answer has no name
     */
    public Report headline(Quantity<?> answer) {
        requireNamed(answer);
        return new Report(title, sections, limits, drivers, plus(headlines, answer), notes);
    }

    /**
     * Adds a remark for the reader.
     *
     * @param note one line
     * @return the report with the remark
     */
    public Report note(String note) {
        return new Report(title, sections, limits, drivers, headlines, plus(notes, note));
    }

    /** Returns the page as text. */
    @Override
    public String toString() {
        var text = new StringBuilder(title + "\n" + "═".repeat(title.length()) + "\n");
        Explanation all = Explanation.of(answers());
        append(text, "Assumptions", all.assumptions().stream().map(Report::row).toList());
        append(
                text,
                "Not set, so left at the default",
                all.defaults().stream().map(Report::row).toList());
        for (Section section : sections) {
            append(
                    text,
                    section.heading,
                    section.answers.stream().map(Report::row).toList());
        }
        append(text, "Does it fit?", limits.stream().map(Report::row).toList());
        for (Drivers<?> found : drivers) {
            String bars = found.toString();
            text.append("\nWhat drives the ").append(found.quantity().name());
            text.append(bars.substring(bars.indexOf('\n'))).append('\n');
        }
        if (!headlines.isEmpty()) {
            String names = headlines.stream().map(Quantity::name).collect(Collectors.joining(" and the "));
            text.append("\nDerivation of the ").append(names).append('\n');
            text.append(Explanation.of(headlines).calculation()).append('\n');
        }
        append(text, "Notes", notes.stream().map(note -> new Row(note, "", "")).toList());
        return text.toString().stripTrailing();
    }

    private record Section(String heading, List<Quantity<?>> answers) {}

    private record Row(String name, String value, String remark) {}

    private List<Quantity<?>> answers() {
        return Stream.of(
                        sections.stream().flatMap(section -> section.answers.stream()),
                        limits.stream().map(Limit::quantity),
                        drivers.stream().map(Drivers::quantity),
                        headlines.stream())
                .<Quantity<?>>flatMap(answers -> answers)
                .toList();
    }

    private static Row row(Explanation.Assumption assumption) {
        String source = assumption.source();
        return new Row(assumption.name(), assumption.stated(), source == null ? "" : "(" + source + ")");
    }

    private static Row row(Quantity<?> answer) {
        return new Row(String.valueOf(answer.name()), answer.toString(), "");
    }

    private static Row row(Limit<?> limit) {
        return new Row(limit.toString(), limit.probability().toString(), "");
    }

    private static void append(StringBuilder text, String heading, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append('\n').append(heading).append('\n');
        int name = rows.stream().mapToInt(row -> row.name.length()).max().orElse(0);
        int value = rows.stream().mapToInt(row -> row.value.length()).max().orElse(0);
        for (Row row : rows) {
            String line = INDENT + pad(row.name, name) + INDENT + pad(row.value, value) + INDENT + row.remark;
            text.append(line.stripTrailing()).append('\n');
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static void requireNamed(Quantity<?> answer) {
        if (answer.name() == null) {
            throw new IllegalArgumentException(
                    "answers must have names but " + answer + " has none: give it one with named(...)");
        }
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
