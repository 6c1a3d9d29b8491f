package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Limits;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.NumberFormat;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Unit;
import dev.estimator.system.Architecture;
import dev.estimator.system.SystemScenarios;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An estimate on one page, to be pasted into a design document: answers, how likely limits are kept and for how long,
 * assumptions with their sources, defaults, what drives the answers, and how the most important ones were reached.
 *
 * <p>Assumptions need not be listed: a report shows those that its answers depend on; twelve or more stand under the
 * component, model or section that they belong to, behind those that several use. Every range is the one that the
 * answer has by itself, since those that depend on the same assumptions are drawn alike. A report is immutable; each
 * method returns a new one with a part added. {@code toString()} is its text; its {@link #page} can also be written as
 * Markdown, HTML with plots, CSV or JSON.
 */
public final class Report {
    private static final String SECTION = "a section";

    private final String title;
    private final NumberStyle style;
    private final Collected content;

    private Report(String title, NumberStyle style, Collected content) {
        this.title = title;
        this.style = style;
        this.content = content;
    }

    /**
     * Begins a report.
     *
     * @param title what is estimated
     * @return a report without answers
     * @throws IllegalArgumentException if the title is blank
     */
    public static Report titled(String title) {
        return new Report(ReportInputs.line(title, "title"), NumberStyle.NONE, new Collected());
    }

    /**
     * Adds answers under a heading.
     *
     * @param heading the subject of the answers, such as 'Traffic', unlike that of other sections
     * @param answers the answers, at least one, each with a name
     * @return the report with the answers
     * @throws IllegalArgumentException if there is no answer, one has no name, two different ones have the same, or the
     *     heading is blank or taken
     */
    public Report section(String heading, Quantity<?>... answers) {
        ReportInputs.line(heading, "heading");
        List<Quantity<?>> named = ReportInputs.named("answers", "a section shows at least one", answers);
        ReportInputs.distinct(named);
        return withSections(SECTION, List.of(Parts.answers(heading, named)));
    }

    /**
     * Adds the answers of a model under a heading, as in {@code section("Cache", cache)}; for one that it cannot give,
     * the reason.
     *
     * @param heading the subject of the model, such as 'Traffic', unlike that of other sections
     * @param model the model
     * @return the report with its answers
     * @throws IllegalArgumentException if the model has no answer, one has no name, two different ones have the same,
     *     or the heading is blank or taken
     */
    public Report section(String heading, Model model) {
        ReportInputs.line(heading, "heading");
        Part part = Parts.of(heading, ReportInputs.answers(requireNonNull(model, "model")));
        ReportInputs.notEmpty(part.quantities().size(), "answers of the model", model.toString());
        ReportInputs.distinct(part.quantities());
        return withSections(SECTION, List.of(part));
    }

    /**
     * Adds a system: its picture, components, use cases, the component that is full first, and its cost.
     *
     * @param architecture the system
     * @return the report with sections for it
     * @throws IllegalArgumentException if a heading of these sections is taken
     */
    public Report architecture(Architecture architecture) {
        return withSections("architecture(...)", Architectures.of(architecture).parts());
    }

    /**
     * Adds what-ifs of a system: for each the component that is full first, the headroom, the share of use cases that
     * is served if it is not all, and the cost.
     *
     * @param scenarios the what ifs
     * @return the report with a section for them
     * @throws IllegalArgumentException if there is a section 'Scenarios' already
     */
    public Report scenarios(SystemScenarios scenarios) {
        return withSections("scenarios(...)", List.of(ScenarioParts.of(requireNonNull(scenarios, "scenarios"))));
    }

    /**
     * Adds how likely limits are kept, as in 'servers ≤ 40 93.4%, exact'.
     *
     * @param limits the limits, at least one, each on an answer with a name
     * @return the report with the limits
     * @throws IllegalArgumentException if there is no limit, or an answer has no name
     */
    public Report fits(Limit<?>... limits) {
        ReportInputs.notEmpty(
                Refusal.copy("limits", limits).size(), "limits", "state one with limit(answer).atMost(value)");
        return with(added -> {
            for (Limit<?> limit : limits) {
                added.answers.add(ReportInputs.named(limit.quantity()));
                added.limits.add(limit);
            }
        });
    }

    /**
     * Adds how likely limits are kept that are stated together, as in {@code fits(shop.fits())}.
     *
     * @param limits the limits, at least one, each on an answer with a name
     * @return the report with the limits
     * @throws IllegalArgumentException if there is no limit, an answer has no name, or a confidence other than the 95 %
     *     of a report was asked for
     */
    public Report fits(Limits limits) {
        requireNonNull(limits, "limits")
                .confidence()
                .ifPresent(asked ->
                        Refusal.unless(asked.equals(Share.ofPercent(95)), "confidence", "95% in a report", asked));
        return fits(limits.all().toArray(Limit<?>[]::new));
    }

    /**
     * Shows how an answer grows, and how long it fits.
     *
     * @param growth how it grows; with a start the page tells dates
     * @param now the answer today, with a name
     * @param limit what there is room for
     * @param <Q> their type
     * @return the report with the outlook
     * @throws IllegalArgumentException if the answer has no name
     * @throws ArithmeticException if it grows beyond all numbers within a year
     */
    public <Q extends Amount<Q>> Report outlook(Growth growth, Q now, Q limit) {
        ReportInputs.named(requireNonNull(now, "now"));
        Part outlook = Parts.outlook(growth, now, limit);
        return with(added -> {
            added.answers.addAll(outlook.quantities()); // the growth depends on assumptions too
            added.outlooks.add(outlook);
        });
    }

    /**
     * Shows how much of each resource the servers use when all of them are up, the scarcest resource first.
     *
     * @param servers the servers
     * @return the report with the utilization
     */
    public Report utilization(Servers servers) {
        return with(added -> {
            added.answers.add(requireNonNull(servers, "servers").servers());
            added.usages.add(
                    Parts.utilization("Utilization of " + servers.name().orElse("the servers"), servers));
        });
    }

    /**
     * Shows which assumptions an answer depends on most, as bars.
     *
     * @param answer an uncertain answer with a name
     * @param <Q> its type
     * @return the report with the drivers
     * @throws IllegalArgumentException if the answer has no name or is not uncertain
     * @throws ArithmeticException if the calculation has no answer for some values of its ranges
     */
    public <Q extends Quantity<Q>> Report drivers(Q answer) {
        ReportInputs.named(answer);
        Part drivers = Parts.drivers(answer, Drivers.of(answer));
        return with(added -> {
            added.answers.add(answer);
            added.drivers.add(drivers);
        });
    }

    /**
     * Shows how an answer was reached, and how it is spread if it is uncertain.
     *
     * @param answer an answer with a name
     * @return the report with the derivation
     * @throws IllegalArgumentException if the answer has no name
     */
    public Report headline(Quantity<?> answer) {
        ReportInputs.named(answer);
        return with(added -> {
            added.answers.add(answer);
            added.headlines.add(answer);
        });
    }

    /**
     * Adds a remark for the reader.
     *
     * @param note one paragraph
     * @return the report with the remark
     * @throws IllegalArgumentException if it is blank
     */
    public Report note(String note) {
        ReportInputs.text(note, "note");
        return with(added -> added.notes.add(note));
    }

    /**
     * Says with how many significant digits the page writes its numbers, as in {@code digits(4)}, at most: no zeros are
     * added, as {@link Quantity#format(int)} does of one number. Whole numbers of things stay whole. JSON has all
     * digits anyway.
     *
     * @param digits how many, 1 to 15
     * @return the report with these digits
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public Report digits(int digits) {
        return styled(style.withDigits(NumberFormat.requireDigits(digits)));
    }

    /**
     * Says with how many significant digits the page writes an answer, whatever is said of all.
     *
     * @param answer the answer, with the name that it has on the page
     * @param digits how many, 1 to 15
     * @return the report with these digits
     * @throws IllegalArgumentException if the number of digits is out of range, or the answer has no name
     */
    public Report digits(Quantity<?> answer, int digits) {
        return styled(style.withDigits(answer, NumberFormat.requireDigits(digits)));
    }

    /**
     * Says in which units the page writes its numbers, one for each type, as in {@code units(TIB, PER_DAY)}: sizes in
     * TiB and rates per day. What is less than a hundredth of one, as a few bytes are of a TiB, keeps its own. Steps of
     * derivations keep their own between the equals signs. JSON has canonical units anyway.
     *
     * @param units the units, at least one, of different types
     * @return the report with these units
     * @throws IllegalArgumentException if there is none, or two are of one type
     */
    public Report units(Unit<?>... units) {
        return styled(style.withUnits(units));
    }

    /**
     * Says in which unit the page writes an answer, whatever is said of all, as in {@code unit(disk, PB)}.
     *
     * @param answer the answer, with the name that it has on the page
     * @param unit the unit
     * @param <Q> their type
     * @return the report with this unit
     * @throws IllegalArgumentException if the answer has no name
     */
    public <Q extends Amount<Q>> Report unit(Q answer, Unit<Q> unit) {
        return styled(style.withUnit(answer, requireNonNull(unit, "unit")));
    }

    /**
     * Computes the page. Each number is what {@code println} shows of it alone, to the last digit.
     *
     * @return the page, ready to be written
     * @throws IllegalStateException if the report has no answers yet
     * @throws ArithmeticException if a limit has no answer for some draw
     */
    public Page page() {
        if (content.answers.isEmpty()) {
            throw new IllegalStateException(
                    "the report '" + title + "' is empty: add answers with section(heading, answers)");
        }
        List<Part> parts = answers();
        parts.addAll(content.outlooks);
        parts.addAll(content.usages);
        parts.addAll(Parts.assumptions(content.answers));
        parts.addAll(content.drivers);
        if (!content.headlines.isEmpty()) {
            Parts.derivation(content.headlines).ifPresent(parts::add);
        }
        if (!content.notes.isEmpty()) {
            parts.add(Parts.text("Notes", content.notes));
        }
        return Part.page(title, parts, style);
    }

    /**
     * The headline figures, unless they open the first section; whether they keep to their limits; and the sections.
     */
    private List<Part> answers() {
        List<Part> sections = content.sections;
        List<Part> parts = new ArrayList<>(sections);
        List<Quantity<?>> headlines = content.headlines.stream().distinct().toList();
        boolean areFirst = !sections.isEmpty() && sections.get(0).quantities().containsAll(headlines);
        if (!areFirst && !headlines.isEmpty()) {
            parts.add(0, Parts.answers(Belongings.IN_SHORT, headlines));
        }
        if (!content.limits.isEmpty()) {
            parts.add(Math.min(1, headlines.size()), Parts.limits("Does it fit?", content.limits));
        }
        return parts;
    }

    /** Returns the page as text; for an empty report, its title and what to add. */
    @Override
    public String toString() {
        return content.answers.isEmpty()
                ? title + ": no answers yet, add some with section(heading, answers)"
                : page().text();
    }

    private Report styled(NumberStyle newStyle) {
        return new Report(title, newStyle, content);
    }

    /**
     * Adds sections.
     *
     * @param parts the sections
     * @param by which method adds them, as users write it
     */
    private Report withSections(String by, List<Part> parts) {
        for (Part part : parts) {
            String taken = content.headings.get(part.heading());
            if (taken != null) {
                throw new IllegalArgumentException("heading must be new but '" + part.heading() + "' is taken by "
                        + taken + ": " + remedy(taken, by));
            }
        }
        return with(added -> parts.forEach(part -> {
            added.headings.put(part.heading(), by);
            added.sections.add(part);
            added.answers.addAll(part.quantities());
        }));
    }

    private static String remedy(String taken, String by) {
        if (by.equals(SECTION)) {
            return taken.equals(SECTION) ? "say all its answers at once" : "give this section another";
        }
        return taken.equals(by) ? "a report has one of it" : by + " adds it too, so give that section another";
    }

    private Report with(Consumer<Collected> change) {
        var changed = new Collected(content);
        change.accept(changed);
        return new Report(title, style, changed);
    }

    /** Everything that was added, each kind in its order. It is changed only before it belongs to a report. */
    private static final class Collected {
        private final List<Quantity<?>> answers = new ArrayList<>();
        private final Map<String, String> headings = new HashMap<>();
        private final List<Part> sections = new ArrayList<>();
        private final List<Limit<?>> limits = new ArrayList<>();
        private final List<Part> outlooks = new ArrayList<>();
        private final List<Part> usages = new ArrayList<>();
        private final List<Part> drivers = new ArrayList<>();
        private final List<Quantity<?>> headlines = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Collected() {
            Parts.HEADINGS.forEach(heading -> headings.put(heading, "the page itself"));
        }

        private Collected(Collected other) {
            answers.addAll(other.answers);
            headings.putAll(other.headings);
            sections.addAll(other.sections);
            limits.addAll(other.limits);
            outlooks.addAll(other.outlooks);
            usages.addAll(other.usages);
            drivers.addAll(other.drivers);
            headlines.addAll(other.headlines);
            notes.addAll(other.notes);
        }
    }
}
