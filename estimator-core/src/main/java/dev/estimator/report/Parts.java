package dev.estimator.report;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Probability;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.engine.Sensitivity;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.Nouns;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.UnitOfText;
import dev.estimator.internal.unit.Kind;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the parts that reports and design sheets consist of. */
final class Parts {
    private static final String ASSUMPTIONS = "Assumptions";
    private static final String DEFAULTS = "Not set, so left at the default";
    private static final String APPROXIMATE = "Approximate";

    /** Before the name of an answer. */
    static final String DRIVERS = "Drivers: ";

    private static final String OF_LOGARITHM = "shares of the spread of the logarithm, in which factors add up";

    /** Those that a page may have by itself. */
    static final List<String> HEADINGS = List.of(ASSUMPTIONS, DEFAULTS, APPROXIMATE);

    /** How likely an uncertain result has to keep to a limit, as in a check. */
    private static final Share CONFIDENCE = Share.ofPercent(95);

    /** Of limits that are broken more rarely than that draws do not tell which is the least likely. */
    private static final double SELDOM_BROKEN = 0.999;

    private Parts() {}

    static Part text(String heading, List<String> paragraphs) {
        return Part.of(heading, List.of(), findings -> new Block.Text(paragraphs));
    }

    static Part answers(String heading, List<? extends Quantity<?>> answers) {
        return Part.of(
                heading,
                answers,
                findings -> new Block.Answers(
                        answers.stream().map(q -> row(q, findings)).toList()));
    }

    /** The answers of a model. */
    static Part of(String heading, List<Model.Answers> topics) {
        List<Part> parts = new ArrayList<>();
        for (Model.Answers said : topics) {
            if (!said.quantities().isEmpty()) {
                said.quantities().forEach(ReportInputs::named);
                parts.add(answers("", said.quantities()));
            }
            if (!said.words().isEmpty()) {
                parts.add(text("", said.words()));
            }
        }
        return Part.joined(heading, parts);
    }

    /** The assumptions that the answers depend on, and the defaults. */
    static List<Part> assumptions(List<? extends Quantity<?>> answers) {
        Explanation all = Explanation.of(answers);
        Part approximate = new Part(APPROXIMATE, 2, List.of(), findings -> {
            List<String> words = Stream.concat(all.approximations().stream(), findings.stepsInDoubt())
                    .toList();
            return words.isEmpty() ? List.of() : List.of(new Block.Text(words));
        });
        return Stream.of(
                        assumptions(ASSUMPTIONS, assumed(all), false),
                        assumptions(DEFAULTS, all.defaults(), true),
                        Optional.of(approximate))
                .flatMap(Optional::stream)
                .toList();
    }

    /** With what a what-if calculates in the place of an assumption. */
    private static List<Explanation.Assumption> assumed(Explanation all) {
        return Stream.concat(
                        all.assumptions().stream(),
                        all.steps().stream()
                                .filter(step -> AnswerNames.isInPlace(Inside.node(step.result())))
                                .map(step -> new Explanation.Assumption(
                                        step.name(), step.result(), "what if, " + step.formula())))
                .toList();
    }

    private static Optional<Part> assumptions(
            String heading, List<Explanation.Assumption> assumptions, boolean isDefault) {
        if (assumptions.isEmpty()) {
            return Optional.empty();
        }
        List<? extends Quantity<?>> values =
                assumptions.stream().map(Explanation.Assumption::value).toList();
        return Optional.of(Part.of(
                heading,
                values,
                findings -> new Block.Assumptions(assumptions.stream()
                        .map(a -> new Assumption(a.name(), findings.assumed(a.value()), a.source(), isDefault, null))
                        .toList())));
    }

    static Part limits(String heading, List<Limit<?>> limits) {
        return Part.of(
                heading,
                limits.stream().map(Limit::quantity).toList(),
                findings -> new Block.Fits(
                        limits.stream().map(limit -> fit(limit, findings)).toList()));
    }

    private static Block.Fit fit(Limit<?> limit, Findings findings) {
        Value bound = findings.bound(limit.bound(), limit.quantity().name());
        String words = limit.inWords();
        String sign = limit.isUpper() ? " ≤ " : " ≥ ";
        String own = words.substring(0, words.lastIndexOf(sign));
        String name = (own.equals(limit.quantity().name()) ? findings.name(limit.quantity()) : own) + sign;
        String text = QuantityWriter.operand(Inside.node(limit.bound()).kind(), bound.text());
        return fit(name + text, limit, findings.value(limit.quantity(), limit.bound()), bound, findings);
    }

    static Block.Fit fit(String words, Limit<?> limit, Value found, Value bound, Findings findings) {
        boolean isCertain = !limit.quantity().isUncertain();
        Value beside = isCertain ? beside(found, limit) : found;
        Probability probability = findings.probability(limit);
        Verdict verdict = isCertain ? limit.holds() ? Verdict.HOLDS : Verdict.FAILS : verdict(limit, probability);
        return new Block.Fit(
                findings.name(limit.quantity()),
                words,
                beside,
                bound,
                limit.isUpper(),
                limit.holds(),
                probability.share().value(),
                isCertain ? word(verdict) : probability.inWords(verdict, CONFIDENCE));
    }

    /** As at the prompt and in a check: what is limited by its own percentile keeps to it. */
    private static Verdict verdict(Limit<?> limit, Probability found) {
        Verdict verdict = found.isAtLeast(CONFIDENCE);
        return verdict == Verdict.UNDECIDED ? limit.holdsWith(CONFIDENCE) : verdict;
    }

    /** What was found, with enough digits to see on which side of the bound it is. */
    private static Value beside(Value found, Limit<?> limit) {
        if (found.amount() == null || found.beyond() != null) {
            return found;
        }
        Kind kind = Inside.kind(limit.quantity());
        String text = BoundText.beside(kind, found.size(), Inside.value(limit.bound()), found.text());
        return new Value(found.type(), found.unit(), found.amount(), null, null, text);
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** How many limits hold, and which do not; if all do, which is the least likely, unless all nearly always are. */
    static String verdict(List<Block.Fit> fits) {
        List<Block.Fit> others =
                fits.stream().filter(fit -> fit.verdict() != Verdict.HOLDS).toList();
        int kept = fits.size() - others.size();
        boolean isOne = fits.size() == 1;
        String verb = isOne && kept == 0 ? " does not hold" : kept < 2 ? " holds" : " hold";
        String some = (isOne ? "the limit" : Standing.counted(kept, fits.size())) + verb;
        String which = others.isEmpty()
                ? fits.stream()
                        .filter(fit -> fit.found().spread() != null)
                        .min(Comparator.comparingDouble(Block.Fit::probability))
                        .filter(fit -> fit.probability() < SELDOM_BROKEN)
                        .map(fit -> "; least likely " + inWords(fit))
                        .orElse("")
                : (isOne ? ": " : "; not ")
                        + others.stream().map(Parts::inWords).collect(Collectors.joining(", "));
        boolean isUncertain = fits.stream().anyMatch(fit -> fit.found().spread() != null);
        return some + (isUncertain ? " with " + CONFIDENCE + " confidence" : "") + which;
    }

    private static String inWords(Block.Fit fit) {
        return fit.limit()
                + (fit.found().spread() == null
                        ? " (is " + fit.found().main() + ")"
                        : " (" + fit.text().replaceFirst(".*?: (kept .*?), .*", "$1") + ")");
    }

    static Part drivers(Quantity<?> result, Drivers<?> drivers) {
        return Part.of(DRIVERS + name(result), List.of(result), findings -> {
            Block.Answer answer = answer(result, findings);
            List<Block.Driver> shown = drivers.noteworthy().stream()
                    .map(driver -> driver(driver, name(result), answer.value(), findings))
                    .toList();
            return new Block.Ranking(answer, shown, note(drivers));
        });
    }

    /** Of which variance the shares are is said where there are several and it is not that of the result itself. */
    private static String note(Drivers<?> drivers) {
        String shares = drivers.isLogarithmic() && drivers.drivers().size() > 1 ? OF_LOGARITHM : "";
        return Stream.of(shares, drivers.note())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static Block.Driver driver(Drivers.Driver<?> driver, String result, Value value, Findings findings) {
        UnaryOperator<Value> inNines = at -> UnitOfText.isInNines(value.text()) ? at.inUnitOf(value) : at;
        Optional<Value> low =
                driver.atLow().map(at -> findings.calculated(at, result)).map(inNines);
        Optional<Value> high =
                driver.atHigh().map(at -> findings.calculated(at, result)).map(inNines);
        Optional<Value> beside = low.map(at -> high.map(at::inUnitOf).orElse(at));
        if (driver.share().value() < Sensitivity.LEAST_SHOWN) {
            return new Block.Driver(driver.name(), driver.share().value(), beside.orElse(null), high.orElse(null));
        }
        return new Block.Driver(
                driver.name(),
                driver.share().value(),
                beside.map(at -> high.map(at::apartFrom).orElse(at)).orElse(null),
                high.map(at -> beside.map(at::apartFrom).orElse(at)).orElse(null));
    }

    /** How results were reached, with histograms of those that are uncertain; nothing if all were given. */
    static Optional<Part> derivation(List<? extends Quantity<?>> answers) {
        List<? extends Quantity<?>> results = answers.stream()
                .filter(answer -> answer.isUncertain() || !Shown.isAssumed(Inside.node(answer)))
                .toList();
        return results.isEmpty() ? Optional.empty() : Optional.of(derivationOf(results));
    }

    private static Part derivationOf(List<? extends Quantity<?>> results) {
        Explanation explanation = Explanation.of(results);
        List<Quantity<?>> shown = new ArrayList<>(results);
        for (int i = 0; i < explanation.steps().size(); i++) {
            if (explanation.showsRange(i)) {
                shown.add(explanation.steps().get(i).result());
            }
        }
        List<String> names = results.stream().map(AnswerNames.of(results)::of).toList();
        return new Part("Derivation: " + String.join(", ", names), 2, shown, findings -> {
            List<Block> blocks = new ArrayList<>();
            results.forEach(result -> spread(result, findings).ifPresent(blocks::add));
            if (explanation.steps().isEmpty()) {
                return blocks;
            }
            blocks.add(new Block.Derivation(
                    names,
                    explanation.steps().stream()
                            .map(step -> new Block.Step(
                                    step.name(),
                                    step.formula(),
                                    step.numbers(),
                                    names.contains(step.name()) && findings.hasRange(step.result())
                                            ? findings.value(step.result())
                                            : findings.stated(step.result())))
                            .toList()));
            return blocks;
        });
    }

    /** How a quantity grows, from now until somewhat beyond its limit. */
    static <Q extends Amount<Q>> Part outlook(Growth growth, Q now, Q limit) {
        var outlook = new OutlookPart<>(growth, now, limit);
        return Part.of("Outlook: " + name(now), outlook.quantities(), outlook::block);
    }

    /** How much of each resource the servers use when all are up. */
    static Part utilization(String heading, Servers servers) {
        List<Servers.Limit> limits = servers.limitsByNeed().stream()
                .map(name -> servers.limits().stream()
                        .filter(limit -> limit.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        List<Share> used =
                limits.stream().map(limit -> servers.utilization(limit.name())).toList();
        return Part.of(
                heading,
                used,
                findings -> new Block.Utilization(IntStream.range(0, limits.size())
                        .mapToObj(i -> new Block.Usage(
                                limits.get(i).name(),
                                findings.value(used.get(i)),
                                target(servers, limits.get(i), findings)))
                        .toList()));
    }

    /** None where waits decide, unless such servers have one too. */
    private static @Nullable Value target(Servers servers, Servers.Limit limit, Findings findings) {
        boolean isForWaits =
                limit.needed().isPresent() && limit.targetUtilization().isEmpty();
        return isForWaits
                ? null
                : findings.plain(limit.targetUtilization().orElseGet(servers::targetUtilization), null);
    }

    /** An answer beside its name, which says what is counted: 'partitions 5 (3 … 9)'. */
    private static Block.Answer row(Quantity<?> quantity, Findings findings) {
        Block.Answer answer = answer(quantity, findings);
        Value value = answer.value();
        String text = Nouns.behind(name(quantity), Inside.kind(quantity), value.text());
        return new Block.Answer(answer.name(), value.withText(text));
    }

    private static Block.Answer answer(Quantity<?> quantity, Findings findings) {
        return new Block.Answer(findings.name(quantity), findings.value(quantity));
    }

    static String name(Quantity<?> quantity) {
        String name = quantity.name();
        return name == null ? quantity.toString() : name;
    }

    private static Optional<Block> spread(Quantity<?> result, Findings findings) {
        return ResultBins.of(result, findings)
                .map(bins -> new Block.Distribution(answer(result, findings), bins, List.of()));
    }
}
