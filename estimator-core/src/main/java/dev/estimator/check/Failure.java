package dev.estimator.check;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Drivers.Driver;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Probability;
import dev.estimator.analysis.Questions;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.text.AlignedText;
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
 * The text of a failed check: aligned facts, and then how the quantity was reached. What cannot be found out is said
 * so, for the check has failed whatever else does.
 */
final class Failure<Q extends Quantity<Q>> {
    private static final int TOP = 3;
    private static final String INDENT = "  ";

    private final Finding<Q> finding;
    private final Digits digits;
    private final Optional<String> runway;
    private final List<List<String>> facts = new ArrayList<>();

    Failure(Finding<Q> finding, Digits digits, Optional<String> runway) {
        this.finding = finding;
        this.digits = digits;
        this.runway = runway;
    }

    String text() {
        fact("expected " + finding.band().relation(), finding.expected(digits));
        found();
        likelihood();
        distance();
        runway.ifPresent(text -> fact("growing", text));
        if (finding.isUncertain()) {
            drivers();
        } else {
            fitsWith(List.of());
        }
        String aligned = AlignedText.of(facts).indent(INDENT.length()).stripTrailing();
        return Wording.name(finding.band().quantity()) + "\n" + aligned + explanation();
    }

    /** First what was compared with the limit. */
    private void found() {
        Q compared = finding.decisive();
        String found = finding.found(digits);
        if (!finding.isUncertain() || compared == null || finding.missedBound() == null || isUndecided()) {
            fact("but is", found);
        } else {
            String value = digits.text(Inside.kind(compared), Inside.value(compared));
            String isFound = compared.isBeyond() ? "; " + found : "; best guess " + found;
            fact("but p" + percent() + " is", found.startsWith(value + ":") ? found : value + isFound);
        }
    }

    private boolean isUndecided() {
        return finding.verdict() == Verdict.UNDECIDED;
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
        finding.problem().ifPresent(problem -> fact("probability", problem));
        finding.probability().ifPresent(probability -> {
            fact("probability", probability.toString());
            if (isUndecided()) {
                fact("undecided", undecided(probability));
            } else if (finding.band().isTwoSided()) {
                finding.summary().ifPresent(this::outside);
            }
        });
    }

    private String undecided(Probability probability) {
        String draws = String.format(Locale.ROOT, "%,d", Finding.MANY_DRAWS);
        return probability.share() + " is too near to " + finding.confidence() + " for " + draws
                + " draws to tell: leave more room, or ask for another confidence";
    }

    /** How likely it is beyond each of two bounds. */
    private void outside(Summary<Q> summary) {
        for (Limit<Q> limit : finding.band().limits()) {
            Q bound = limit.bound();
            Share beyond = limit.isUpper()
                    ? summary.probabilityAtMost(bound).value().complement()
                    : summary.probabilityBelow(bound).value();
            String text = digits.text(Inside.kind(finding.band().quantity()), Inside.value(bound));
            fact((limit.isUpper() ? "above " : "below ") + text, beyond.toString());
        }
    }

    private void distance() {
        Q decisive = finding.decisive();
        Q bound = finding.missedBound();
        if (decisive == null || bound == null || isUndecided()) {
            return;
        }
        Kind kind = Inside.kind(finding.band().quantity());
        String distance = Wording.distance(kind, Inside.value(bound), Inside.value(decisive));
        fact(decisive.compareTo(bound) > 0 ? "over by" : "short by", distance);
    }

    private String percent() {
        return new BigDecimal(finding.percent(), new MathContext(10))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void drivers() {
        if (finding.problem().isPresent()) {
            return;
        }
        try {
            Drivers<Q> all = Questions.drivers(finding.band().quantity());
            List<Driver<Q>> top = all.drivers().stream().limit(TOP).toList();
            if (!isUndecided()) {
                fitsWith(all.drivers());
            }
            var shown = new Drivers<>(all.quantity(), top, all.isLogarithmic(), all.isRanked(), all.isExact());
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
            Explanation explanation = finding.band().quantity().explain();
            found = new Remedies<>(finding).of(Remedies.candidates(explanation, drivers));
        } catch (RuntimeException e) {
            found = List.of(Wording.notFound(e));
        }
        facts("fits with", found);
    }

    private String explanation() {
        try {
            Explanation explanation = finding.band().quantity().explain();
            boolean isEmpty = explanation.assumptions().isEmpty()
                    && explanation.defaults().isEmpty()
                    && explanation.steps().isEmpty();
            return isEmpty ? "" : "\n" + explanation;
        } catch (RuntimeException e) {
            return "\nexplanation " + Wording.notFound(e);
        }
    }
}
