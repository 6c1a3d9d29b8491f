package dev.estimator.report;

import static dev.estimator.internal.text.Markdown.escaped;

import dev.estimator.internal.text.Markdown;
import dev.estimator.internal.text.TextBar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a page as Markdown, as GitHub shows it. */
final class MarkdownPage implements Block.Form {
    private final StringBuilder text = new StringBuilder();
    private String heading = "";

    private MarkdownPage() {}

    static String write(Page page) {
        var markdown = new MarkdownPage();
        boolean hasChapters = page.sections().stream().anyMatch(section -> section.level() == 1);
        markdown.text.append("# ").append(escaped(page.title())).append('\n');
        for (Page.Section section : page.sections()) {
            String sign = hasChapters && section.level() > 1 ? "###" : "##";
            markdown.text
                    .append('\n')
                    .append(sign)
                    .append(' ')
                    .append(escaped(section.heading()))
                    .append('\n');
            markdown.heading = section.heading();
            for (Block block : section.blocks()) {
                markdown.text.append('\n');
                block.writeTo(markdown);
            }
            String ranges = page.rangesBelow(section);
            if (!ranges.isEmpty()) {
                markdown.line("\n" + Markdown.paragraph(ranges));
            }
        }
        return markdown.text.toString();
    }

    @Override
    public void write(Block.Text prose) {
        prose.paragraphs().forEach(words -> line("- " + Markdown.paragraph(words)));
    }

    @Override
    public void write(Block.Answers answers) {
        table(
                List.of("result", "value"),
                answers.answers(),
                a -> List.of(escaped(Block.below(heading, a.name())), text(a.value())));
    }

    @Override
    public void write(Block.Fits fits) {
        table(List.of("limit", "found", "does it hold?"), fits.fits(), MarkdownPage::fit);
    }

    @Override
    public void write(Block.Distribution distribution) {
        text.append(Mermaid.histogram(distribution));
    }

    @Override
    public void write(Block.Derivation derivation) {
        String names = Markdown.html(String.join(", ", derivation.results()));
        folded(
                "How it was reached: " + names,
                "```text\n" + TextPage.calculation(derivation, Integer.MAX_VALUE) + "\n```\n");
    }

    @Override
    public void write(Block.Utilization utilization) {
        table(List.of("resource", "used", "", "target"), utilization.usages(), MarkdownPage::usage);
    }

    @Override
    public void write(Block.Table table) {
        List<String> header = new ArrayList<>(List.of(escaped(table.subject())));
        table.columns().forEach(column -> header.add(escaped(column)));
        table(header, table.rows(), MarkdownPage::row);
    }

    @Override
    public void write(SystemBlock.UseCases cases) {
        table(
                List.of("use case", "average", "at peak", "mean", "p99", "up", "fails alone with"),
                cases.useCases(),
                MarkdownPage::useCase);
    }

    @Override
    public void write(Block.Assumptions block) {
        List<Assumption> assumptions = block.assumptions();
        boolean hasSources = block.hasSources();
        List<List<String>> rows = new ArrayList<>();
        block.bySection().forEach((section, some) -> {
            if (!section.isEmpty()) {
                rows.add(cells("**" + escaped(section) + "**", "", "", hasSources));
            }
            some.forEach(a -> rows.add(cells(
                    escaped(a.shortName()),
                    text(a.value()),
                    a.source() == null ? "" : escaped(a.source()),
                    hasSources)));
        });
        String table = Markdown.table(cells("assumption", "value", "source", hasSources), rows, row -> row);
        if (assumptions.stream().allMatch(Assumption::isDefault)) {
            folded(assumptions.size() + " defaults", table);
        } else {
            text.append(table);
        }
    }

    private static List<String> cells(String name, String value, String source, boolean hasSources) {
        return hasSources ? List.of(name, value, source) : List.of(name, value);
    }

    private static List<String> fit(Block.Fit fit) {
        String sign = fit.found().spread() != null ? "" : fit.isKeptAtBestGuess() ? "✓ " : "✗ ";
        return List.of(escaped(fit.limit()), text(fit.found()), sign + escaped(fit.text()));
    }

    @Override
    public void write(Block.Ranking ranking) {
        table(
                List.of("assumption", "share of the variance", "at its low … high end"),
                ranking.drivers(),
                d -> List.of(escaped(d.name()), "`" + TextBar.of(d.share()).strip() + "`", escaped(d.swing())));
        if (!ranking.note().isEmpty()) {
            line("\n" + Markdown.paragraph(ranking.note()));
        }
    }

    @Override
    public void write(Outlook outlook) {
        line("- " + escaped(outlook.when()) + " " + text(outlook.now().value()) + ", " + escaped(outlook.growth()));
        line("- room for " + text(outlook.limit()) + ": **" + escaped(outlook.words()) + "**\n");
        if (outlook.note() != null) {
            line(Markdown.paragraph(outlook.note()) + "\n");
        }
        text.append(Mermaid.growth(outlook));
    }

    private static List<String> usage(Block.Usage usage) {
        String bar = TextBar.blocks(usage.used().size());
        return List.of(escaped(usage.name()), text(usage.used()), "`" + bar + "`", orUnknown(usage.target()));
    }

    private static List<String> row(Block.Row row) {
        List<String> cells = new ArrayList<>(List.of(escaped(row.name())));
        row.cells().forEach(cell -> cells.add(orUnknown(cell.value())));
        return cells;
    }

    @Override
    public void write(SystemBlock.Architecture architecture) {
        text.append(Mermaid.architecture(architecture)).append('\n');
        table(
                List.of("component", "at peak", "instances", "used at peak", "p99", "up", "a month", ""),
                architecture.components(),
                MarkdownPage::component);
        text.append('\n');
        folded(
                architecture.flows().size() + " flows",
                Markdown.table(
                        List.of("flow", "at peak", "sent", "returned", ""), architecture.flows(), MarkdownPage::flow));
    }

    private static List<String> component(SystemBlock.Component component) {
        return List.of(
                escaped(component.name()),
                text(component.peak()),
                orUnknown(component.instances()),
                component.utilization() == null ? Architectures.UNKNOWN : escaped(component.used()),
                orUnknown(component.p99()),
                orUnknown(component.availability()),
                orUnknown(component.cost()),
                component.marks());
    }

    private static List<String> flow(SystemBlock.Flow flow) {
        return List.of(
                escaped(flow.way()),
                text(flow.peak()),
                orUnknown(flow.sent()),
                orUnknown(flow.returned()),
                flow.remark());
    }

    private static List<String> useCase(SystemBlock.UseCase useCase) {
        return List.of(
                escaped(useCase.name()),
                text(useCase.average()),
                text(useCase.peak()),
                orUnknown(useCase.mean()),
                orUnknown(useCase.p99()),
                orUnknown(useCase.availability()),
                escaped(useCase.failsAlone()));
    }

    private static String orUnknown(@Nullable Value value) {
        return value == null ? Architectures.UNKNOWN : escaped(value.told());
    }

    private void folded(String summary, String content) {
        text.append("<details>\n<summary>").append(summary).append("</summary>\n\n");
        text.append(content).append("\n</details>\n");
    }

    private <T> void table(List<String> header, List<T> rows, Function<T, List<String>> cells) {
        text.append(Markdown.table(header, rows, cells));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String text(Value value) {
        return escaped(value.text());
    }
}
