package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Limit;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.NumberFormat;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Unit;
import dev.estimator.system.Architecture;
import java.util.Arrays;
import java.util.List;

/**
 * A report in the order in which engineers discuss a design: feature expectations, estimations, design goals,
 * high-level design, deep dive, justification.
 *
 * <p>It opens with the headline figures and whether the limits are kept. Numbers come from the models; what only people
 * can answer is given in words. One line names the topics that were left out. A sheet is immutable; each method returns
 * a new one with something added.
 */
public final class DesignSheet {
    private final String title;
    private final NumberStyle style;
    private final Topics topics;

    private DesignSheet(String title, NumberStyle style, Topics topics) {
        this.title = title;
        this.style = style;
        this.topics = topics;
    }

    /**
     * Begins a sheet.
     *
     * @param title what is designed
     * @return a sheet in which everything is left out
     * @throws IllegalArgumentException if the title is blank
     */
    public static DesignSheet titled(String title) {
        return new DesignSheet(ReportInputs.line(title, "title"), NumberStyle.NONE, Topics.none());
    }

    /**
     * Says what the system is for.
     *
     * @param words one use case each, at least one
     * @return the sheet with the use cases
     * @throws IllegalArgumentException if there are none, or one is blank
     */
    public DesignSheet useCases(String... words) {
        return words(Topic.USE_CASES, "useCases", words);
    }

    /**
     * Says what the design does not cover.
     *
     * @param words one matter each, at least one
     * @return the sheet with what is not covered
     * @throws IllegalArgumentException if there are none, or one is blank
     */
    public DesignSheet notCovered(String... words) {
        return words(Topic.NOT_COVERED, "notCovered", words);
    }

    /**
     * Says who uses it, in numbers.
     *
     * @param users numbers with names, at least one
     * @return the sheet with the users
     * @throws IllegalArgumentException if there are none, one has no name, or two different ones have the same
     */
    public DesignSheet users(Quantity<?>... users) {
        return answers(Topic.USERS, "users", users);
    }

    /**
     * Says how it is used.
     *
     * @param words one pattern each, at least one
     * @return the sheet with the usage patterns
     * @throws IllegalArgumentException if there are none, or one is blank
     */
    public DesignSheet usagePatterns(String... words) {
        return words(Topic.USAGE_PATTERNS, "usagePatterns", words);
    }

    /**
     * Adds the answers of models, each under its topic: throughput and volume of {@code Traffic}, the number of
     * {@code Servers} and the resource that binds, the availabilities of a {@code Quorum}. Answers for which an input
     * is not set are left out.
     *
     * @param models the models, at least one
     * @return the sheet with their answers
     * @throws IllegalArgumentException if there are none, the sheet has no such topic, an answer has no name, or two
     *     different answers on a topic have the same
     */
    public DesignSheet models(Model... models) {
        List<Model> all = Refusal.copy("models", models);
        ReportInputs.notEmpty(all.size(), "models", "give at least one, or leave the call out");
        DesignSheet sheet = this;
        for (Model.Answers answers : all.stream()
                .flatMap(model -> ReportInputs.answers(model).stream())
                .toList()) {
            sheet = sheet.with(Topic.named(answers.topic()), Parts.of("", List.of(answers)));
        }
        return sheet;
    }

    /**
     * Shows how much of each resource the servers use when all of them are up, the scarcest resource first.
     *
     * @param servers the servers
     * @return the sheet with their utilization
     */
    public DesignSheet utilization(Servers servers) {
        String of = requireNonNull(servers, "servers").name().orElse("the servers");
        List<Part> captioned = List.of(Parts.text("", List.of("Utilization of " + of)), Parts.utilization("", servers));
        return with(Topic.SERVERS, Part.joined("", captioned));
    }

    /**
     * Adds estimates of latency.
     *
     * @param latencies times with names, at least one
     * @return the sheet with the latencies
     * @throws IllegalArgumentException if there are none, one has no name, or two different ones have the same
     */
    public DesignSheet latency(TimeSpan... latencies) {
        return answers(Topic.LATENCY, "latencies", latencies);
    }

    /**
     * Adds estimates that have no model.
     *
     * @param answers numbers with names, at least one
     * @return the sheet with these under 'Other estimates'
     * @throws IllegalArgumentException if there are none, one has no name, or two different ones have the same
     */
    public DesignSheet estimates(Quantity<?>... answers) {
        return answers(Topic.OTHER, "answers", answers);
    }

    /**
     * States the limits that the design must keep to.
     *
     * @param limits the limits, at least one, each on an answer with a name
     * @return the sheet with how likely they are kept
     * @throws IllegalArgumentException if there are none, or an answer has no name
     */
    public DesignSheet limits(Limit<?>... limits) {
        ReportInputs.notEmpty(
                Refusal.copy("limits", limits).size(), "limits", "state one with limit(answer).atMost(value)");
        Arrays.stream(limits).forEach(limit -> ReportInputs.named(limit.quantity()));
        return with(Topic.LIMITS, Parts.limits("", List.of(limits)));
    }

    /**
     * Says what is chosen, consistency or availability, in words.
     *
     * @param words one reason each, at least one
     * @return the sheet with the choice
     * @throws IllegalArgumentException if there are none, or one is blank
     */
    public DesignSheet consistency(String... words) {
        return words(Topic.CONSISTENCY, "consistency", words);
    }

    /**
     * Describes the design in words.
     *
     * @param words one part each, at least one
     * @return the sheet with the description
     * @throws IllegalArgumentException if there are none, or one is blank
     */
    public DesignSheet design(String... words) {
        return words(Topic.DESIGN, "design", words);
    }

    /**
     * Describes the system, once, by everything that can be computed from it: throughput, traffic both ways, instances,
     * latency, cost, whether it carries its load, how soon changes are seen, its picture, what is full first and next,
     * single points of failure, redundancy, the needs of three and ten times the traffic, the load of each component
     * and its part of the latency, and how much of the time all of it is up.
     *
     * <p>Throughput and volume of {@link #models} come before those of the system, which are shown only if models have
     * none.
     *
     * @param architecture the system
     * @return the sheet with the system
     * @throws IllegalArgumentException if the sheet has a system already
     */
    public DesignSheet architecture(Architecture architecture) {
        return new DesignSheet(title, style, topics.plusSystem(SystemTopics.of(architecture)));
    }

    /**
     * Says which resource binds and what can be done about it, in words.
     *
     * @param words one matter each, at least one
     * @return the sheet with the words
     * @throws IllegalArgumentException if there are none, or one is blank
     */
    public DesignSheet bottleneck(String... words) {
        return words(Topic.BOTTLENECK, "bottleneck", words);
    }

    /**
     * Shows how an answer grows, and how long it fits.
     *
     * @param growth how it grows
     * @param now the answer today, with a name
     * @param limit what there is room for
     * @param <Q> their type
     * @return the sheet with the outlook
     * @throws IllegalArgumentException if the answer has no name
     * @throws ArithmeticException if it grows beyond all numbers within a year
     */
    public <Q extends Amount<Q>> DesignSheet outlook(Growth growth, Q now, Q limit) {
        ReportInputs.named(requireNonNull(now, "now"));
        return new DesignSheet(title, style, topics.plusLast(Parts.outlook(growth, now, limit)));
    }

    /**
     * Opens the sheet with an answer, and shows at the end how it was reached and, if it is uncertain, what drives it.
     *
     * @param answer an answer with a name
     * @param <Q> its type
     * @return the sheet with the answer and its derivation
     * @throws IllegalArgumentException if the answer has no name
     * @throws ArithmeticException if the calculation has no answer for some values of its ranges
     */
    public <Q extends Quantity<Q>> DesignSheet headline(Q answer) {
        ReportInputs.named(answer);
        Topics first = topics.plusHeadline(answer);
        Topics longer = answer.isUncertain() ? first.plusLast(Parts.drivers(answer, Drivers.of(answer))) : first;
        return new DesignSheet(
                title,
                style,
                Parts.derivation(List.of(answer)).map(longer::plusLast).orElse(longer));
    }

    /**
     * Says with how many significant digits the page writes its numbers, as in {@code digits(4)}; whole numbers of
     * things stay whole. JSON has all digits anyway.
     *
     * @param digits how many, 1 to 15
     * @return the sheet with these digits
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public DesignSheet digits(int digits) {
        return styled(style.withDigits(NumberFormat.requireDigits(digits)));
    }

    /**
     * Says with how many significant digits the page writes an answer, whatever is said of all.
     *
     * @param answer the answer, with the name that it has on the page
     * @param digits how many, 1 to 15
     * @return the sheet with these digits
     * @throws IllegalArgumentException if the number of digits is out of range, or the answer has no name
     */
    public DesignSheet digits(Quantity<?> answer, int digits) {
        return styled(style.withDigits(answer, NumberFormat.requireDigits(digits)));
    }

    /**
     * Says in which units the page writes its numbers, one for each type, as in {@code units(TIB, PER_DAY)}: sizes in
     * TiB and rates per day. What is less than a hundredth of one, as a few bytes are of a TiB, keeps its own. Steps of
     * derivations keep their own between the equals signs. JSON has canonical units anyway.
     *
     * @param units the units, at least one, of different types
     * @return the sheet with these units
     * @throws IllegalArgumentException if there is none, or two are of one type
     */
    public DesignSheet units(Unit<?>... units) {
        return styled(style.withUnits(units));
    }

    /**
     * Says in which unit the page writes an answer, whatever is said of all, as in {@code unit(disk, PB)}.
     *
     * @param answer the answer, with the name that it has on the page
     * @param unit the unit
     * @param <Q> their type
     * @return the sheet with this unit
     * @throws IllegalArgumentException if the answer has no name
     */
    public <Q extends Amount<Q>> DesignSheet unit(Q answer, Unit<Q> unit) {
        return styled(style.withUnit(answer, requireNonNull(unit, "unit")));
    }

    /**
     * Computes the page. Each number is what {@code println} shows of it alone, to the last digit.
     *
     * @return the page, ready to be written
     * @throws IllegalStateException if everything is left out
     * @throws ArithmeticException if a limit has no answer for some draw
     */
    public Page page() {
        if (topics.isEmpty()) {
            throw new IllegalStateException("the design sheet '" + title
                    + "' is empty: add at least one part, such as models(traffic) or useCases(words)");
        }
        return Part.page(title, topics.parts(), style);
    }

    /** Returns the page as text; for an empty sheet, its title and what to add. */
    @Override
    public String toString() {
        return topics.isEmpty()
                ? title + ": everything is left out, add something such as models(traffic)"
                : page().text();
    }

    private DesignSheet styled(NumberStyle newStyle) {
        return new DesignSheet(title, newStyle, topics);
    }

    private DesignSheet words(Topic topic, String argument, String... words) {
        List<String> all = Refusal.copy("words", words);
        ReportInputs.notEmpty(all.size(), argument, "say at least one, or leave the call out");
        all.forEach(word -> ReportInputs.text(word, argument));
        return with(topic, Parts.text("", all));
    }

    private DesignSheet answers(Topic topic, String argument, Quantity<?>... answers) {
        return with(
                topic,
                Parts.answers("", ReportInputs.named(argument, "give at least one, or leave the call out", answers)));
    }

    private DesignSheet with(Topic topic, Part part) {
        return new DesignSheet(title, style, topics.plus(Topics.Entry.of(topic, part)));
    }
}
