package dev.estimator.reference;

import dev.estimator.internal.text.AlignedText;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Reference figures that are read as a table. */
final class ReferenceTable extends AbstractList<ReferenceFigure> {
    private final List<ReferenceFigure> rates;

    ReferenceTable(List<ReferenceFigure> rates) {
        this.rates = List.copyOf(rates);
    }

    @Override
    public ReferenceFigure get(int index) {
        return rates.get(index);
    }

    @Override
    public int size() {
        return rates.size();
    }

    /**
     * Returns a line for each, under a line that says how many there are; the numbers first, as JShell cuts long
     * echoes.
     */
    @Override
    public String toString() {
        if (rates.isEmpty()) {
            return "no reference figures: see ReferenceFigures.groups()";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("id", "value", "range", "unit", "year", "what"));
        rates.forEach(rate -> lines.add(line(rate)));
        return rates.size()
                + (rates.size() == 1 ? " reference figure\n" : " reference figures\n")
                + AlignedText.of(lines);
    }

    private static List<String> line(ReferenceFigure rate) {
        return List.of(
                rate.id(),
                FigureText.of(rate.value()),
                rate.range(),
                rate.unit(),
                Integer.toString(rate.year()),
                rate.name() + (rate.isFromCheatSheets() ? " (cheat sheets)" : ""));
    }
}
