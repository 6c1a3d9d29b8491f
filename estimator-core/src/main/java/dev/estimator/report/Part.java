package dev.estimator.report;

import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A section of a report before anything is simulated.
 *
 * @param heading what it is about
 * @param level 1 for a chapter, 2 for what stands in it
 * @param quantities what has to be known for it
 * @param blocks what it then shows; nothing if there is nothing to show
 */
record Part(String heading, int level, List<? extends Quantity<?>> quantities, Function<Findings, List<Block>> blocks) {
    static Part of(String heading, List<? extends Quantity<?>> quantities, Function<Findings, ? extends Block> block) {
        return new Part(heading, 2, quantities, findings -> List.of(block.apply(findings)));
    }

    static Part chapter(String heading) {
        return new Part(heading, 1, List.of(), findings -> List.of());
    }

    /** Several parts under one heading. */
    static Part joined(String heading, List<Part> parts) {
        List<Quantity<?>> quantities = parts.stream()
                .<Quantity<?>>flatMap(part -> part.quantities.stream())
                .toList();
        return new Part(
                heading,
                2,
                quantities,
                findings -> together(parts.stream()
                        .flatMap(part -> part.blocks.apply(findings).stream())
                        .toList()));
    }

    /** Figures, and below them in one sentence what became of limits. */
    static Part verdict(String heading, List<Quantity<?>> figures, List<Part> limits) {
        Part stated = joined("", limits);
        List<Quantity<?>> quantities = new ArrayList<>(figures);
        quantities.addAll(stated.quantities);
        return new Part(heading, 1, quantities, findings -> {
            List<Block> blocks = new ArrayList<>();
            if (!figures.isEmpty()) {
                blocks.addAll(Parts.answers("", figures).blocks.apply(findings));
            }
            List<Block.Fit> fits = fits(stated.blocks.apply(findings)).toList();
            if (!fits.isEmpty()) {
                blocks.add(new Block.Text(List.of(Parts.verdict(fits))));
            }
            return blocks;
        });
    }

    private static Stream<Block.Fit> fits(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block instanceof Block.Fits some ? some.fits().stream() : Stream.of());
    }

    /** Merges neighbouring blocks of results, or of limits, into one. */
    private static List<Block> together(List<Block> blocks) {
        List<Block> together = new ArrayList<>();
        for (Block block : blocks) {
            Block last = together.isEmpty() ? null : together.get(together.size() - 1);
            if (last instanceof Block.Fits first && block instanceof Block.Fits next) {
                together.set(together.size() - 1, new Block.Fits(joined(first.fits(), next.fits())));
            } else if (last instanceof Block.Answers first && block instanceof Block.Answers next) {
                together.set(together.size() - 1, new Block.Answers(joined(first.answers(), next.answers())));
            } else {
                together.add(block);
            }
        }
        return together;
    }

    private static <T> List<T> joined(List<T> first, List<T> next) {
        return Stream.concat(first.stream(), next.stream()).toList();
    }

    /** The page of all parts, after simulating what they need. Pictures show the limits that are stated on it. */
    static Page page(String title, List<Part> parts, NumberStyle style) {
        List<Quantity<?>> all = parts.stream()
                .<Quantity<?>>flatMap(part -> part.quantities.stream())
                .toList();
        style.requireOnPage(all);
        Findings findings = Findings.of(all, style);
        List<Page.Section> sections =
                parts.stream().map(part -> part.section(findings)).toList();
        List<Block.Fit> fits = sections.stream()
                .flatMap(section -> fits(section.blocks()))
                .distinct()
                .toList();
        var belongings = Belongings.of(parts, sections);
        return new Page(
                title,
                IntStream.range(0, parts.size())
                        .mapToObj(i -> parts.get(i).ordered(withLimits(sections.get(i), fits), belongings))
                        .filter(section ->
                                section.level() == 1 || !section.blocks().isEmpty())
                        .toList());
    }

    /** Drivers are those of an answer as the page calls it: beside its base a what-if is named so. */
    private Page.Section section(Findings findings) {
        List<Block> all = blocks.apply(findings);
        String shown = !all.isEmpty() && all.get(0) instanceof Block.Ranking ranking
                ? Parts.DRIVERS + ranking.result().name()
                : heading;
        return new Page.Section(shown, level, all);
    }

    private Page.Section ordered(Page.Section section, Belongings belongings) {
        return withBlocks(
                section,
                block -> block instanceof Block.Assumptions some
                        ? new Block.Assumptions(belongings.ordered(some.assumptions(), quantities))
                        : block);
    }

    private static Page.Section withLimits(Page.Section section, List<Block.Fit> fits) {
        return withBlocks(
                section, block -> block instanceof Block.Distribution spread ? withLimits(spread, fits) : block);
    }

    private static Page.Section withBlocks(Page.Section section, UnaryOperator<Block> change) {
        return new Page.Section(
                section.heading(),
                section.level(),
                section.blocks().stream().map(change).toList());
    }

    private static Block.Distribution withLimits(Block.Distribution spread, List<Block.Fit> fits) {
        Block.Answer result = spread.result();
        List<Block.Fit> stated = fits.stream()
                .filter(fit -> fit.name().equals(result.name()) && fit.found().isSameAs(result.value()))
                .toList();
        Value beside = stated.stream().map(Block.Fit::found).findFirst().orElse(result.value());
        return new Block.Distribution(
                new Block.Answer(result.name(), beside),
                spread.bins(),
                stated.stream().map(Block.Fit::bound).toList());
    }
}
