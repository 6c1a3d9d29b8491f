package dev.estimator.report;

import dev.estimator.quantity.Quantity;
import java.util.List;
import java.util.function.Function;

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
                findings -> parts.stream()
                        .flatMap(part -> part.blocks.apply(findings).stream())
                        .toList());
    }

    /** The page of all parts, after one simulation of what they need. */
    static Page page(String title, List<Part> parts) {
        Findings findings = Findings.of(
                parts.stream().flatMap(part -> part.quantities.stream()).toList());
        return new Page(
                title,
                parts.stream()
                        .map(part -> new Page.Section(part.heading, part.level, part.blocks.apply(findings)))
                        .toList());
    }
}
