package dev.estimator.check;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Drivers.Driver;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Probability;
import dev.estimator.analysis.Questions;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.UnitOfText;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Summary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of a failed check: aligned facts, and then how the quantity was reached. A fact that cannot be computed is
 * reported as such; it must not hide the failure.
 */
final class Failure<Q extends Quantity<Q>> {
    private static final int TOP = 3;
    private static final String INDENT = "  ";

    /** What the distance may be off that a reader gets who subtracts; else it is the true one, with three digits. */
    private static final double NEAR = 5e-4;

    /** Of a longer derivation the beginning is left out. */
    private static final int MOST_LINES = 40;

    /** Its names, its numbers and its result. */
    private static final int LINES_OF_STEP = 3;

    private final Evaluation<Q> evaluation;
    private final Digits digits;
    private final Optional<String> runway;
    private final List<List<String>> facts = new ArrayList<>();

    Failure(Evaluation<Q> evaluation, Digits digits, Optional<String> runway) {
        this.evaluation = evaluation;
        this.digits = digits;
        this.runway = runway;
    }

    String text() {
        fact("expected " + evaluation.band().relation(), evaluation.expected(digits));
        found();
        likelihood();
        distance();
        runway.ifPresent(text -> fact("growing", text));
        if (evaluation.isUncertain()) {
            drivers();
        } else {
            fitsWith(List.of());
        }
        String aligned = AlignedText.of(facts).indent(INDENT.length()).stripTrailing();
        return Wording.name(evaluation.band().quantity()) + "\n" + aligned + explanation();
    }

    /** Writes the value that was compared with the limit, and then the others. */
    private void found() {
        Q compared = evaluation.decisive();
        if (!evaluation.isUncertain() || compared == null || evaluation.missedBound() == null || isUndecided()) {
            fact("but is", evaluation.found(digits));
        } else {
            String found = evaluation.foundBeside(digits);
            String value = digits.text(kind(), Inside.value(compared));
            String percentile = "p" + percent();
            String isFound = compared.isBeyond()
                    ? "; " + found.replace(", " + percentile + " " + value, "")
                    : "; best guess " + found;
            fact("but " + percentile + " is", found.startsWith(value + ":") ? found : value + isFound);
        }
    }

    private boolean isUndecided() {
        return evaluation.verdict() == Verdict.UNDECIDED;
    }

    private void fact(String name, String value) {
        facts.add(List.of(name, value));
    }

    private void facts(String name, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            fact(i == 0 ? name : "", lines.get(i));
        }
    }

    private void likelihood() {
        evaluation.problem().ifPresent(problem -> fact("probability", problem));
        evaluation.probability().ifPresent(probability -> {
            fact("probability", probability.toString());
            if (isUndecided()) {
                fact("undecided", undecided(probability));
            } else if (evaluation.band().isTwoSided()) {
                evaluation.summary().ifPresent(this::outside);
            }
        });
    }

    private String undecided(Probability probability) {
        String draws = String.format(Locale.ROOT, "%,d", Evaluation.MANY_DRAWS);
        return probability.share() + " is too near to " + evaluation.confidence() + " for " + draws
                + " draws to tell: leave more room, or ask for another confidence";
    }

    /** Writes how likely the quantity is outside each of the two bounds. */
    private void outside(Summary<Q> summary) {
        for (Limit<Q> limit : evaluation.band().limits()) {
            Q bound = limit.bound();
            Share beyond = limit.isUpper()
                    ? summary.probabilityAtMost(bound).value().complement()
                    : summary.probabilityBelow(bound).value();
            String text = evaluation.band().boundText(digits, bound);
            fact((limit.isUpper() ? "above " : "below ") + text, VerdictText.share(beyond.value()));
        }
    }

    private void distance() {
        Q decisive = evaluation.decisive();
        Q bound = evaluation.missedBound();
        if (decisive == null || bound == null || isUndecided()) {
            return;
        }
        Band<Q> band = evaluation.band();
        double from = Inside.value(bound);
        double to = Inside.value(decisive);
        double readFrom = band.printedBound(digits, bound);
        double readTo = band.printed(digits, to);
        boolean areRead = !Double.isNaN(readFrom + readTo) && kind().dimension() != Dimension.AVAILABILITY;
        boolean areTrue = areRead && Math.abs(readTo - readFrom - (to - from)) <= NEAR * Math.abs(to - from);
        Kind kind = !areRead
                ? kind()
                : kind().isBinary()
                        ? UnitOfText.kindOf(kind(), digits.text(kind(), to))
                        : band.kindOfClock(Math.abs(to - from));
        String distance = Wording.distance(kind, areTrue ? readFrom : from, areTrue ? readTo : to, areTrue);
        boolean isFactor = kind().dimension() == Dimension.AVAILABILITY && from > 0;
        boolean isOver = decisive.compareTo(bound) > 0;
        if (isFactor && !isOver && Wording.isDurability(band.quantity())) {
            fact("loses", distance + " as much as allowed");
        } else {
            fact(isOver ? "over by" : "short by", isFactor ? distance + " the downtime" : distance);
        }
    }

    /** How all numbers of the check are written. */
    private Kind kind() {
        return evaluation.band().shownKind();
    }

    private String percent() {
        return new BigDecimal(evaluation.percent(), new MathContext(10))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void drivers() {
        if (evaluation.problem().isPresent()) {
            return;
        }
        try {
            Drivers<Q> all = Questions.drivers(evaluation.band().quantity());
            List<Driver<Q>> top = all.noteworthy().stream().limit(TOP).toList();
            if (!isUndecided()) {
                fitsWith(all.drivers());
            }
            Q quantity = Shown.in(kind(), all.quantity());
            var shown = new Drivers<>(quantity, top, all.isLogarithmic(), all.isRanked(), all.within());
            facts(
                    "driven by",
                    shown.toString()
                            .lines()
                            .skip(1)
                            .limit(top.size())
                            .map(String::strip)
                            .toList());
        } catch (RuntimeException e) {
            fact("driven by", Wording.notFound(e));
        }
    }

    private void fitsWith(List<Driver<Q>> drivers) {
        List<String> found;
        try {
            Explanation explanation = evaluation.band().quantity().explain();
            found = new Remedies<>(evaluation).of(Remedies.candidates(explanation, drivers));
        } catch (RuntimeException e) {
            found = List.of(Wording.notFound(e));
        }
        facts("fits with", found);
    }

    private String explanation() {
        try {
            Explanation all = evaluation.band().quantity().explain();
            Explanation shown = shortened(all);
            return size(all) == 0 ? "" : "\n" + inUnit(shown) + leftOut(all, shown);
        } catch (RuntimeException e) {
            return "\nexplanation " + Wording.notFound(e);
        }
    }

    /** The last formulas, as many levels as a build log has room for. */
    private Explanation shortened(Explanation all) {
        Explanation shown = all;
        for (int levels = 1; size(all) > MOST_LINES; levels++) {
            Explanation deeper = evaluation.band().quantity().explain(levels);
            if (levels > 1 && size(deeper) > MOST_LINES) {
                break;
            }
            shown = deeper;
        }
        return shown;
    }

    /** About how many lines it has. */
    private static int size(Explanation explanation) {
        return inputs(explanation) + LINES_OF_STEP * explanation.steps().size();
    }

    private static int inputs(Explanation explanation) {
        return explanation.assumptions().size() + explanation.defaults().size();
    }

    private static String leftOut(Explanation all, Explanation shown) {
        int steps = all.steps().size() - shown.steps().size();
        int inputs = inputs(all) - inputs(shown);
        return steps == 0
                ? ""
                : "\nleft out: " + steps + " of " + all.steps().size() + " steps and " + inputs + " of " + inputs(all)
                        + " inputs, which explain() shows";
    }

    /** With its answer written as the other numbers of the check. */
    private Explanation inUnit(Explanation explanation) {
        int last = explanation.steps().size() - 1;
        if (last < 0
                || kind().equals(Shown.kind(
                        Inside.node(explanation.steps().get(last).result())))) {
            return explanation;
        }
        List<Explanation.Step> steps = new ArrayList<>(explanation.steps());
        Explanation.Step step = steps.get(last);
        Quantity<?> result = Shown.in(kind(), step.result());
        steps.set(last, new Explanation.Step(step.name(), step.formula(), step.numbers(), result));
        return new Explanation(explanation.assumptions(), explanation.defaults(), steps, explanation.approximations());
    }
}
