package dev.estimator.report;

import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.Calculation;
import dev.estimator.internal.text.TextBar;
import dev.estimator.internal.text.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a page as text for a terminal. */
final class TextPage implements Block.Form {
    private static final int LEAST_WIDTH = 40;
    /** The room for a source beside a value, with the gaps between columns. */
    private static final int LEAST_SOURCE = 36;
    /** A longer name than this does not move sources below values. */
    private static final int MOST_NAME = 40;

    private static final String INDENT = "  ";
    private static final int GAP = 2;
    /** What is longer, in the last column of a table, is words. */
    private static final int MOST_NUMBER = 24;

    /** Before a range in brackets, behind one, and before how often something is so. */
    private static final Pattern BELOW = Pattern.compile(" (?=\\([^)]* … )|(?<=\\),) | (?=in \\S+ of cases)");

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String END = "\u001b[0m";

    private static final List<String> COMPONENT =
            List.of("component", "at peak", "instances", "used at peak", "p99", "up", "a month");
    private static final List<String> FIT = List.of("limit", "found", "does it hold?");
    private static final List<String> USE_CASE =
            List.of("use case", "average", "at peak", "mean", "p99", "up", "fails alone with");

    private final int width;
    private final boolean isColored;
    private final StringBuilder text = new StringBuilder();
    private String heading = "";

    TextPage(int width, boolean isColored) {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException("width must be at least " + LEAST_WIDTH + " but was " + width);
        }
        this.width = width;
        this.isColored = isColored;
    }

    String write(Page page) {
        heading(page.title(), "═");
        for (Page.Section section : page.sections()) {
            heading = section.heading();
            text.append('\n');
            if (section.level() == 1) {
                heading(section.heading(), "─");
            } else {
                lines(section.heading()).forEach(line -> line(colored(BOLD, line)));
            }
            section.blocks().forEach(block -> block.writeTo(this));
            Stream.of(page.rangesBelow(section))
                    .filter(words -> !words.isEmpty())
                    .forEach(this::paragraph);
        }
        return text.toString().stripTrailing();
    }

    private void heading(String heading, String underline) {
        List<String> lines = lines(heading);
        lines.forEach(line -> line(colored(BOLD, line)));
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        line(underline.repeat(Math.min(width, longest)));
    }

    private List<String> lines(String heading) {
        return WrappedText.of(WrappedText.oneLine(heading), width, 0);
    }

    @Override
    public void write(Block.Text words) {
        words.paragraphs().forEach(this::paragraph);
    }

    @Override
    public void write(Block.Answers answers) {
        rows(answers.answers().stream()
                .map(a -> List.of(Block.below(heading, a.name()), a.value().text())));
    }

    @Override
    public void write(Block.Ranking ranking) {
        rows(ranking.drivers().stream().map(TextPage::driver));
        Stream.of(ranking.note()).filter(note -> !note.isEmpty()).forEach(this::paragraph);
    }

    @Override
    public void write(Block.Distribution distribution) {
        paragraph(distribution.result().name() + "  " + Sparkline.of(distribution.bins()) + "  "
                + distribution.result().value().text());
    }

    @Override
    public void write(Block.Derivation derivation) {
        calculation(derivation, width).lines().forEach(this::line);
    }

    @Override
    public void write(Block.Utilization utilization) {
        rows(utilization.usages().stream().map(TextPage::usage));
    }

    @Override
    public void write(Block.Table table) {
        Stream<String> header = Stream.concat(Stream.of(table.subject()), table.columns().stream());
        table(Stream.concat(Stream.of(header.toList()), table.rows().stream().map(TextPage::row)), TextPage::isKnown);
    }

    @Override
    public void write(SystemBlock.UseCases cases) {
        table(Stream.concat(Stream.of(USE_CASE), cases.useCases().stream().map(TextPage::useCase)));
    }

    /** Writes one assumption a line; defaults, which are many and seldom read, share one for each section. */
    @Override
    public void write(Block.Assumptions block) {
        List<Assumption> assumptions = block.assumptions();
        if (assumptions.stream().allMatch(Assumption::isDefault)) {
            block.bySection()
                    .forEach((section, some) -> paragraph((section.isEmpty() ? "" : section + ": ")
                            + some.stream()
                                    .map(a -> a.shortName() + " " + a.value().text())
                                    .collect(Collectors.joining(", "))));
        } else {
            sections(
                    block.bySection(),
                    Math.min(MOST_NAME, longest(assumptions, Assumption::shortName))
                                    + longest(assumptions, a -> a.value().text())
                            > width - LEAST_SOURCE);
        }
    }

    private static int longest(List<Assumption> assumptions, Function<Assumption, String> text) {
        return assumptions.stream()
                .mapToInt(assumption -> text.apply(assumption).length())
                .max()
                .orElse(0);
    }

    /** Those of a section are indented below its name; all are in the same columns. */
    private void sections(Map<String, List<Assumption>> sections, boolean isNarrow) {
        List<List<String>> rows = new ArrayList<>();
        sections.forEach((section, assumptions) -> {
            if (!section.isEmpty()) {
                rows.add(List.of(section));
            }
            String indent = section.isEmpty() ? "" : INDENT;
            assumptions.forEach(a -> rows(a, isNarrow).forEach(row -> rows.add(indented(row, indent))));
        });
        rows(rows.stream());
    }

    private static List<String> indented(List<String> row, String indent) {
        return Stream.concat(Stream.of(indent + row.get(0)), row.stream().skip(1))
                .toList();
    }

    /** Where a source would have too little room beside the value it stands below it. */
    private static Stream<List<String>> rows(Assumption assumption, boolean isNarrow) {
        List<String> row = List.of(assumption.shortName(), assumption.value().text());
        String source = assumption.source() == null ? "" : "(" + assumption.source() + ")";
        if (source.isEmpty()) {
            return Stream.of(row);
        }
        return isNarrow
                ? Stream.of(row, List.of("", source))
                : Stream.of(Stream.concat(row.stream(), Stream.of(source)).toList());
    }

    /** Colours the lines after aligning them, since escape sequences take no room on the screen. */
    @Override
    public void write(Block.Fits block) {
        List<Block.Fit> fits = block.fits();
        List<String> rows = aligned(Stream.concat(
                Stream.of(FIT),
                fits.stream().map(fit -> List.of(fit.limit(), fit.found().text(), fit.text()))));
        rows.stream().limit(Math.min(1, fits.size())).forEach(this::row);
        for (int i = 0; i < fits.size(); i++) {
            Block.Fit fit = fits.get(i);
            String row = rows.get(i + 1);
            int verdict = fit.found().spread() == null ? row.lastIndexOf(INDENT + fit.text()) : -1;
            int start = verdict + INDENT.length();
            int end = start + fit.text().length();
            row(
                    verdict < 0
                            ? row
                            : row.substring(0, start)
                                    + colored(fit.isKeptAtBestGuess() ? GREEN : RED, fit.text())
                                    + row.substring(end));
        }
    }

    private static List<String> driver(Block.Driver driver) {
        return List.of(driver.name(), TextBar.of(driver.share()), driver.swing());
    }

    private static List<String> usage(Block.Usage usage) {
        return List.of(
                usage.name(),
                usage.used().text(),
                TextBar.blocks(usage.used().size()),
                usage.target() == null ? "" : "target " + usage.target().text());
    }

    @Override
    public void write(Outlook outlook) {
        String when = outlook.when().split(", with", 2)[0];
        rows(Stream.of(
                List.of(when, outlook.now().value().text() + outlook.when().substring(when.length())),
                List.of("growth", outlook.growth()),
                List.of("room for", outlook.limit().text()),
                List.of("so it", outlook.words())));
        Stream.ofNullable(outlook.note()).forEach(this::paragraph);
    }

    private static List<String> row(Block.Row row) {
        return Stream.concat(Stream.of(row.name()), row.cells().stream().map(cell -> cell(cell.value())))
                .toList();
    }

    @Override
    public void write(SystemBlock.Architecture architecture) {
        List<SystemBlock.Component> components = architecture.components();
        table(Stream.concat(Stream.of(COMPONENT), components.stream().map(TextPage::component)));
        named("bottleneck: ", components.stream().filter(SystemBlock.Component::isBottleneck));
        named(
                "components that are single points of failure: ",
                components.stream().filter(SystemBlock.Component::isSinglePoint));
        line("");
        table(architecture.flows().stream().map(TextPage::flow));
    }

    private void named(String words, Stream<SystemBlock.Component> components) {
        String names = components.map(SystemBlock.Component::name).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            paragraph(words + names);
        }
    }

    private static List<String> component(SystemBlock.Component component) {
        return List.of(
                component.name(),
                cell(component.peak()),
                cell(component.instances()),
                component.utilization() == null ? Architectures.UNKNOWN : component.used(),
                cell(component.p99()),
                cell(component.availability()),
                cell(component.cost()));
    }

    private static List<String> flow(SystemBlock.Flow flow) {
        return List.of(
                flow.way(),
                cell(flow.peak()),
                flow.sent() == null ? "" : "sent " + cell(flow.sent()),
                flow.returned() == null ? "" : "returned " + cell(flow.returned()),
                flow.remark());
    }

    private static List<String> useCase(SystemBlock.UseCase useCase) {
        return List.of(
                useCase.name(),
                cell(useCase.average()),
                cell(useCase.peak()),
                cell(useCase.mean()),
                cell(useCase.p99()),
                cell(useCase.availability()),
                useCase.failsAlone());
    }

    private static String cell(@Nullable Value value) {
        return value == null ? Architectures.UNKNOWN : value.inTable();
    }

    static String calculation(Block.Derivation derivation, int width) {
        List<Calculation.Step> lines = new ArrayList<>();
        for (Block.Step step : derivation.steps()) {
            String result = step.result().text();
            lines.add(new Calculation.Step(step.name(), step.formula(), step.numbers(), result, bare(step.result())));
        }
        return Calculation.of(lines, width);
    }

    /** The best guess without its range. */
    private static String bare(Value result) {
        int range = result.spread() == null ? -1 : result.text().indexOf(" (");
        if (result.spread() != null && result.beyond() != null) {
            return result.axisTextOf(result.size());
        }
        return range < 0 ? result.text() : result.text().substring(0, range);
    }

    private void paragraph(String words) {
        WrappedText.of(INDENT + WrappedText.oneLine(words), width, INDENT.length())
                .forEach(this::line);
    }

    /**
     * Where lines would be too wide ranges stand below their values, and columns that still have no room below the
     * others; a last column of words goes on below itself.
     */
    private void table(Stream<List<String>> rows) {
        table(rows, cells -> true);
    }

    /** As {@link #table(Stream)}, with those rows alone in columns below the others that are told there. */
    private void table(Stream<List<String>> rows, Predicate<List<String>> isTold) {
        List<List<String>> all = rows.toList();
        int columns = all.isEmpty() ? 0 : all.get(0).size();
        UnaryOperator<Stream<List<String>>> form =
                widthOf(all, 0, columns) <= width ? UnaryOperator.identity() : some -> some.flatMap(TextPage::stacked);
        List<List<String>> shown = form.apply(all.stream()).toList();
        int next = 1;
        while (next < columns) {
            int from = next++;
            while (next < columns && widthOf(shown, 0, 1) + widthOf(shown, from, next + 1) <= width) {
                next++;
            }
            int to = next;
            List<List<String>> part = form.apply(
                            all.stream().filter(row -> from == 1 || isTold.test(row.subList(from, to))))
                    .map(row -> Stream.concat(Stream.of(row.get(0)), row.subList(from, to).stream())
                            .toList())
                    .toList();
            together(part, aligned(part.stream())).forEach(this::row);
        }
    }

    /** Whether any cell is known, as none is of a cost in columns that say what is busy. */
    private static boolean isKnown(List<String> cells) {
        return !cells.stream().allMatch(Architectures.UNKNOWN::equals);
    }

    /** With ranges beside the second line of the words in the last column, not below all of those. */
    private static List<String> together(List<List<String>> rows, List<String> aligned) {
        List<String> lines = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean isBelow = rows.get(i).get(0).isEmpty();
            String row = aligned.get(i);
            int free = isBelow ? free(lines, first, row.length()) : lines.size();
            first = isBelow ? free : lines.size();
            if (free < lines.size()) {
                lines.set(free, row + lines.get(free).substring(row.length()));
            } else {
                lines.addAll(row.lines().toList());
            }
        }
        return lines;
    }

    /** The first line below one that begins with so many spaces and two more, or the end. */
    private static int free(List<String> lines, int above, int length) {
        return IntStream.range(above + 1, lines.size())
                .filter(i -> lines.get(i).startsWith(" ".repeat(length + GAP)))
                .findFirst()
                .orElse(lines.size());
    }

    /** How much room columns take, with the gap before each. */
    private static int widthOf(List<List<String>> rows, int from, int to) {
        return IntStream.range(from, to)
                .map(column -> {
                    int longest = rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0);
                    boolean isOfWords = column > 0 && column == rows.get(0).size() - 1;
                    return GAP + (isOfWords ? Math.max(Math.min(MOST_NUMBER, longest), word(rows, column)) : longest);
                })
                .sum();
    }

    /** How long the longest word of a column is, which no line can break. */
    private static int word(List<List<String>> rows, int column) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.get(column).split(" ")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static Stream<List<String>> stacked(List<String> row) {
        List<String[]> cells = row.stream().map(BELOW::split).toList();
        int lines = cells.stream().mapToInt(cell -> cell.length).max().orElse(0);
        return IntStream.range(0, lines)
                .mapToObj(line -> cells.stream()
                        .map(cell -> line < cell.length ? cell[line] : "")
                        .toList());
    }

    private void rows(Stream<List<String>> rows) {
        aligned(rows).forEach(this::row);
    }

    private List<String> aligned(Stream<List<String>> rows) {
        return AlignedText.each(
                rows.map(row -> row.stream().map(WrappedText::oneLine).toList()).toList(), width - INDENT.length());
    }

    private void row(String row) {
        row.lines().forEach(line -> line(INDENT + line));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private String colored(String color, String words) {
        return isColored ? color + words + END : words;
    }
}
