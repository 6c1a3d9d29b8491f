package dev.estimator.report;

import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /** Computes the page of all parts, after one simulation of the quantities that they need. */
    static Page page(String title, List<Part> parts, NumberStyle style) {
        Findings findings = Findings.of(
                parts.stream().flatMap(part -> part.quantities.stream()).toList(), style);
        return new Page(
                title,
                parts.stream()
                        .map(part -> new Page.Section(part.heading, part.level, part.blocks.apply(findings)))
                        .toList());
    }
}
