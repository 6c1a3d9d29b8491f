package dev.estimator.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a page as a program finds it, by its name.
 *
 * @param value the best guess in the unit; nothing if it is beyond every number
 * @param unit the canonical unit of its type
 * @param p5 the 5th percentile; nothing if it is certain, or that is beyond every number
 * @param p95 the 95th percentile
 * @param mean the mean; nothing if there is none, or it is not known
 * @param beyond the cases in which it is beyond every number; nothing if there are none
 * @param text as people read it
 */
record Named(
        @Nullable Double value,
        String unit,
        @Nullable Double p5,
        @Nullable Double p95,
        @Nullable Double mean,
        Value.@Nullable Beyond beyond,
        String text) {
    private static Named of(Value value) {
        Value.Spread spread = value.spread();
        return new Named(
                value.amount(),
                value.unit(),
                spread == null ? null : spread.p5(),
                spread == null ? null : spread.p95(),
                spread == null ? null : spread.mean(),
                value.beyond(),
                value.text());
    }

    /** All answers, in the order of the page. The second of one name has its heading before its name. */
    static Map<String, Named> answers(Page page) {
        Map<String, Named> found = new LinkedHashMap<>();
        for (Page.Section section : page.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Answers answers) {
                    answers.answers().forEach(answer -> add(found, section.heading(), answer.name(), answer.value()));
                } else if (block instanceof Block.Fits fits) {
                    fits.fits().forEach(fit -> add(found, section.heading(), fit.name(), fit.found()));
                } else if (block instanceof Outlook outlook) {
                    add(
                            found,
                            section.heading(),
                            outlook.now().name(),
                            outlook.now().value());
                }
            }
        }
        return found;
    }

    private static void add(Map<String, Named> found, String heading, String name, Value value) {
        Named named = of(value);
        Named known = found.putIfAbsent(name, named);
        if (known != null && !known.isSame(named)) {
            found.putIfAbsent(heading + ": " + name, named);
        }
    }

    /** Whether it is the same number, however written. */
    private boolean isSame(Named other) {
        return unit.equals(other.unit) && Objects.equals(value, other.value) && Objects.equals(p95, other.p95);
    }
}
