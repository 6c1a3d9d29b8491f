package dev.estimator.report;

import dev.estimator.internal.html.Template;
import dev.estimator.internal.optional.OptionalLibrary;
import dev.estimator.internal.text.Calculation;
import dev.estimator.internal.text.WrappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Writes a page as HTML, by the template that lies beside this class. */
final class HtmlPage implements Block.Form {
    private static final String TEMPLATE = "page.html";

    private final boolean hasChapters;
    private final List<Block.Fit> fits;
    private final List<Map<String, Object>> blocks = new ArrayList<>();
    private String heading = "";
    private int plots;

    private HtmlPage(Page page) {
        hasChapters = page.sections().stream().anyMatch(section -> section.level() == 1);
        fits = page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block instanceof Block.Fits some ? some.fits().stream() : Stream.of())
                .toList();
    }

    static String write(Page page) {
        List<Map<String, Object>> sections = new ArrayList<>();
        var html = new HtmlPage(page);
        page.sections().forEach(section -> sections.add(html.view(section, page.rangesBelow(section))));
        return WrappedText.visible(Template.beside(HtmlPage.class, TEMPLATE)
                .filled(
                        Map.of(
                                "page",
                                page,
                                "sections",
                                sections,
                                "standing",
                                Standing.worst(html.fits).stream().toList()),
                        Findings::percent));
    }

    private Map<String, Object> view(Page.Section section, String ranges) {
        blocks.clear();
        heading = section.heading();
        section.blocks().forEach(block -> block.writeTo(this));
        return Map.of(
                "heading",
                section.heading(),
                "isChapter",
                section.level() == 1,
                "hasChapters",
                hasChapters,
                "blocks",
                List.copyOf(blocks),
                "ranges",
                ranges);
    }

    /** The data of a block for the template, under the name of its kind, with its picture if it has one. */
    private Map<String, Object> show(String kind, Block block, UnaryOperator<String> picture) {
        Map<String, Object> view = new HashMap<>();
        view.put(kind, block);
        view.put("svg", picture.apply("plot" + ++plots));
        blocks.add(view);
        return view;
    }

    private Map<String, Object> show(String kind, Block block) {
        return show(kind, block, id -> "");
    }

    @Override
    public void write(Block.Text text) {
        show("text", text);
    }

    @Override
    public void write(Block.Assumptions assumptions) {
        boolean areDefaults = assumptions.assumptions().stream().allMatch(Assumption::isDefault);
        Map<String, Object> view = show(areDefaults ? "defaults" : "given", assumptions);
        view.put("count", assumptions.assumptions().size());
        view.put("hasSources", assumptions.hasSources());
        view.put("columns", assumptions.hasSources() ? 3 : 2);
        List<Map<String, Object>> belonging = new ArrayList<>();
        assumptions.bySection().forEach((section, some) -> belonging.add(Map.of("section", section, "rows", some)));
        view.put("belonging", belonging);
        view.put("areMany", belonging.size() > 1);
    }

    @Override
    public void write(Block.Answers answers) {
        show("answers", answers)
                .put("cards", answers.answers().stream().map(this::card).toList());
    }

    /** An answer with the worst of its limits, which stand elsewhere on the page. */
    private Map<String, Object> card(Block.Answer answer) {
        return Map.of(
                "name",
                Block.below(heading, answer.name()),
                "answer",
                answer,
                "standing",
                Standing.worst(fits.stream()
                                .filter(fit -> fit.name().equals(answer.name())
                                        && fit.found().equals(answer.value()))
                                .toList())
                        .stream()
                        .toList());
    }

    @Override
    public void write(Block.Fits fits) {
        show("fits", fits)
                .put(
                        "rows",
                        fits.fits().stream()
                                .map(fit -> Map.of("fit", fit, "standing", Standing.badge(fit)))
                                .toList());
    }

    @Override
    public void write(Block.Ranking ranking) {
        show("ranking", ranking, id -> Pictures.tornado(ranking, id).orElse(""));
    }

    @Override
    public void write(Block.Distribution distribution) {
        show("distribution", distribution, id -> Pictures.histogram(distribution, id));
    }

    @Override
    public void write(Block.Derivation derivation) {
        show("derivation", derivation)
                .put(
                        "lines",
                        TextPage.calculation(derivation, Integer.MAX_VALUE)
                                .lines()
                                .map(line -> Map.of("line", line, "indent", Calculation.indent(line)))
                                .toList());
    }

    @Override
    public void write(Outlook outlook) {
        show("outlook", outlook, id -> Pictures.growth(outlook, id).orElse(""))
                .putAll(Map.of("start", outlook.when(), "twice", Objects.requireNonNullElse(outlook.note(), "")));
    }

    @Override
    public void write(Block.Utilization utilization) {
        show("utilization", utilization, id -> Pictures.utilization(utilization, id));
    }

    @Override
    public void write(Block.Table table) {
        show("table", table)
                .put(
                        "lines",
                        table.rows().stream()
                                .map(row -> Map.of("name", row.name(), "cells", cells(table.columns(), row)))
                                .toList());
    }

    /** The cells of a row, each with its column, which stands beside it on a narrow screen. */
    private static List<Map<String, Object>> cells(List<String> columns, Block.Row row) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Map<String, Object> cell = new HashMap<>();
            cell.put("column", columns.get(i));
            cell.put("value", row.cells().get(i).value());
            cells.add(cell);
        }
        return cells;
    }

    /** Shows the system as a table only, if the library for its picture is missing. */
    @Override
    public void write(SystemBlock.Architecture architecture) {
        boolean canBeDrawn = OptionalLibrary.ELK.isPresent();
        show("architecture", architecture, id -> canBeDrawn ? Pictures.network(architecture, id) : "")
                .putAll(Map.of(
                        "lack",
                        canBeDrawn ? "" : OptionalLibrary.ELK.lack("A picture of a system"),
                        "caption",
                        caption(architecture)));
    }

    /** Explains what the picture has, and nothing else. */
    private static String caption(SystemBlock.Architecture system) {
        List<String> words = new ArrayList<>(List.of("Numbers beside arrows are rates at peak."));
        long bottlenecks = system.components().stream()
                .filter(SystemBlock.Component::isBottleneck)
                .count();
        if (bottlenecks > 0) {
            words.add(bottlenecks == 1 ? "A thick frame is the bottleneck." : "A thick frame is a bottleneck.");
        }
        if (system.components().stream().anyMatch(part -> part.isSinglePoint() && !part.isBottleneck())) {
            words.add("A doubled frame is a single point of failure.");
        }
        if (!system.flows().stream().allMatch(SystemBlock.Flow::isAwaited)) {
            words.add("Nobody waits for what a dashed arrow calls.");
        }
        if (system.flows().stream().anyMatch(SystemBlock.Flow::isFallback)) {
            words.add("A fallback is called only while another component is down.");
        }
        return String.join(" ", words);
    }

    @Override
    public void write(SystemBlock.UseCases useCases) {
        show("usecases", useCases);
    }
}
