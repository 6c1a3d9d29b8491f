package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Verdict;
import dev.estimator.internal.input.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block of a section of a {@link Page}. The kinds are in the order of the description of the JSON form, which is in
 * the Javadoc of the package.
 */
sealed interface Block
        permits Block.Text,
                Block.Assumptions,
                Block.Answers,
                Block.Fits,
                Block.Ranking,
                Block.Distribution,
                Block.Derivation,
                Outlook,
                Block.Utilization,
                Block.Table,
                SystemBlock.Architecture,
                SystemBlock.UseCases {
    /** Writes the block in a form, with the form's method for its kind. */
    void writeTo(Form form);

    /** A form of a page, such as text or CSV. One that forgets a kind of block does not compile. */
    interface Form {
        void write(Text text);

        void write(Assumptions assumptions);

        void write(Answers answers);

        void write(Fits fits);

        void write(Ranking ranking);

        void write(Distribution distribution);

        void write(Derivation derivation);

        void write(Outlook outlook);

        void write(Utilization utilization);

        void write(Table table);

        void write(SystemBlock.Architecture architecture);

        void write(SystemBlock.UseCases useCases);
    }

    private static void requireShare(double share, String name) {
        Refusal.unless(0 <= share && share <= 1, name, "between 0 and 1", share);
    }

    /**
     * Words.
     *
     * @param paragraphs the words, one text for each paragraph
     */
    record Text(List<String> paragraphs) implements Block {
        public Text {
            paragraphs = Refusal.copy(paragraphs, "paragraphs");
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * The assumptions.
     *
     * @param assumptions the inputs of the estimate
     */
    record Assumptions(List<Assumption> assumptions) implements Block {
        public Assumptions {
            assumptions = Refusal.copy(assumptions, "assumptions");
        }

        /** Whether it was said why one of them is believed. */
        boolean hasSources() {
            return assumptions.stream().anyMatch(a -> a.source() != null);
        }

        /** Those of each section, in order; those of none are of the section ''. */
        Map<String, List<Assumption>> bySection() {
            Map<String, List<Assumption>> sections = new LinkedHashMap<>();
            assumptions.forEach(
                    a -> sections.computeIfAbsent(Objects.requireNonNullElse(a.section(), ""), key -> new ArrayList<>())
                            .add(a));
            return sections;
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /** Tells a model from a component of the same name. */
    String OF_MODEL = " (model)";

    /**
     * A name without the heading that it stands below: 'servers' of 'api: servers' or 'api servers', not 'of a user'.
     */
    static String below(String heading, String name) {
        if (heading.endsWith(OF_MODEL)) {
            return below(heading.substring(0, heading.length() - OF_MODEL.length()), name);
        }
        boolean isPart = name.startsWith(heading + ":");
        int end = heading.length() + (isPart ? 1 : 0);
        if (!name.startsWith(heading) || !name.startsWith(" ", end)) {
            return name;
        }
        String rest = name.substring(end).strip();
        boolean needsIt = !isPart && rest.matches("(of|in|per|for|to|at|by|on|from|with|and|or) .*");
        return needsIt ? name : rest;
    }

    /**
     * Results.
     *
     * @param answers the results with their names
     */
    record Answers(List<Answer> answers) implements Block {
        public Answers {
            answers = Refusal.copy(answers, "answers");
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * One result.
     *
     * @param name what it is
     * @param value what was found
     */
    record Answer(String name, Value value) {
        public Answer {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
        }
    }

    /**
     * Limits, and how likely they are kept.
     *
     * @param fits the limits
     */
    record Fits(List<Fit> fits) implements Block {
        public Fits {
            fits = Refusal.copy(fits, "fits");
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * One limit.
     *
     * @param name what is limited
     * @param limit the limit in words, as in 'servers ≤ 40'
     * @param found what is limited
     * @param bound what it is limited to
     * @param isUpper whether it must be at most the bound, else at least
     * @param isKeptAtBestGuess whether it is kept at the best guess
     * @param probability how likely it is kept, 0 to 1
     * @param text whether it holds with 95 % confidence and the probability, as in 'holds: kept in 99.4% of cases, 95%
     *     needed'; of a result that is certain 'holds' or 'fails'
     */
    record Fit(
            String name,
            String limit,
            Value found,
            Value bound,
            boolean isUpper,
            boolean isKeptAtBestGuess,
            double probability,
            String text) {
        public Fit {
            requireNonNull(name, "name");
            requireNonNull(limit, "limit");
            requireNonNull(found, "found");
            requireNonNull(bound, "bound");
            requireNonNull(text, "text");
            requireShare(probability, "probability");
            verdict(text);
        }

        /** Whether it holds with 95 % confidence, which is the first word of the text. */
        Verdict verdict() {
            return verdict(text);
        }

        private static Verdict verdict(String text) {
            for (Verdict verdict : Verdict.values()) {
                if (text.startsWith(verdict.name().toLowerCase(Locale.ROOT))) {
                    return verdict;
                }
            }
            throw new IllegalArgumentException(
                    "text must begin with 'holds', 'fails' or 'undecided' but was '" + text + "'");
        }
    }

    /**
     * The assumptions that an uncertain result depends on most.
     *
     * @param result the result
     * @param drivers its assumptions, the most important first
     * @param note what else is to be said; may be blank
     */
    record Ranking(Answer result, List<Driver> drivers, String note) implements Block {
        public Ranking {
            requireNonNull(result, "result");
            drivers = Refusal.copy(drivers, "drivers");
            requireNonNull(note, "note");
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * One assumption that a result depends on.
     *
     * @param name its name
     * @param share the part of the variance that would vanish on average if it became known, 0 to 1
     * @param atLow the result with it at its 5th percentile and all else at the best guess; null if there is no such
     *     result
     * @param atHigh the result with it at its 95th percentile
     */
    record Driver(
            String name,
            double share,
            @Nullable Value atLow,
            @Nullable Value atHigh) {
        public Driver {
            requireNonNull(name, "name");
            requireShare(share, "share");
        }

        /** The result with it at its two ends. */
        String swing() {
            if (atLow == null || atHigh == null) {
                return "no answer at one of its ends";
            }
            String low = atLow.text();
            return low.equals(atHigh.text()) ? low + " at both ends" : low + " … " + atHigh.text();
        }
    }

    /**
     * The histogram of an uncertain result.
     *
     * @param result the result
     * @param bins how likely it lies between two amounts, in ascending order; what lies outside of all is in none
     * @param limits what it must keep to elsewhere on the page
     */
    record Distribution(Answer result, List<Bin> bins, List<Value> limits) implements Block {
        public Distribution {
            requireNonNull(result, "result");
            limits = Refusal.copy(limits, "limits");
            bins = Page.copyOfSome(bins, "bins");
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * A part of a histogram.
     *
     * @param from where it begins
     * @param to where it ends
     * @param share how likely a value in it is, 0 to 1
     */
    record Bin(double from, double to, double share) {
        public Bin {
            Refusal.unless(
                    0 <= from && from <= to && to <= Double.MAX_VALUE,
                    "from",
                    "from 0 up to 'to', which is " + to + ",",
                    from);
            requireShare(share, "share");
        }
    }

    /**
     * How results were reached.
     *
     * @param results their names
     * @param steps the calculation, operands before the steps that use them
     */
    record Derivation(List<String> results, List<Step> steps) implements Block {
        public Derivation {
            results = Refusal.copy(results, "results");
            steps = Refusal.copy(steps, "steps");
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * One step of a calculation.
     *
     * @param name what it yields
     * @param formula the formula in names
     * @param numbers the formula in numbers with units
     * @param result what it yields
     */
    record Step(String name, String formula, String numbers, Value result) {
        public Step {
            requireNonNull(name, "name");
            requireNonNull(formula, "formula");
            requireNonNull(numbers, "numbers");
            requireNonNull(result, "result");
        }
    }

    /**
     * How much of each resource is used, the scarcest first.
     *
     * @param usages the resources
     */
    record Utilization(List<Usage> usages) implements Block {
        public Utilization {
            usages = Page.copyOfSome(usages, "usages");
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * How much of one resource is used.
     *
     * @param name the resource
     * @param used the part that is used
     * @param target the part that may be used, if waits do not decide instead
     */
    record Usage(String name, Value used, @Nullable Value target) {
        public Usage {
            requireNonNull(name, "name");
            requireNonNull(used, "used");
        }
    }

    /**
     * Numbers of several things side by side.
     *
     * @param subject the heading of the first column, such as 'component'
     * @param columns what the others show
     * @param rows the things
     */
    record Table(String subject, List<String> columns, List<Row> rows) implements Block {
        public Table {
            requireNonNull(subject, "subject");
            columns = Refusal.copy(columns, "columns");
            rows = Page.copyOfSome(rows, "rows");
            int width = columns.size();
            rows.forEach(row -> Refusal.unless(
                    row.cells().size() == width,
                    "cells of " + row.name(),
                    "as many as columns, " + width + ",",
                    row.cells().size()));
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * The numbers of one thing.
     *
     * @param name what it is
     * @param cells one for each column
     */
    record Row(String name, List<Cell> cells) {
        public Row {
            requireNonNull(name, "name");
            cells = Refusal.copy(cells, "cells");
        }
    }

    /**
     * A number in a table.
     *
     * @param value what was found; nothing if there is nothing to say
     */
    record Cell(@Nullable Value value) {}
}
