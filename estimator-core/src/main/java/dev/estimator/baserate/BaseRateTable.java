package dev.estimator.baserate;

import dev.estimator.internal.text.AlignedText;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Base rates that are read as a table. */
final class BaseRateTable extends AbstractList<BaseRate> {
    private final List<BaseRate> rates;

    BaseRateTable(List<BaseRate> rates) {
        this.rates = List.copyOf(rates);
    }

    @Override
    public BaseRate get(int index) {
        return rates.get(index);
    }

    @Override
    public int size() {
        return rates.size();
    }

    /** Returns a line for each, under a line that says how many there are; the numbers first, as JShell cuts long echoes. */
    @Override
    public String toString() {
        if (rates.isEmpty()) {
            return "no base rates: see BaseRates.groups()";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("id", "value", "range", "unit", "year", "what"));
        rates.forEach(rate -> lines.add(line(rate)));
        return rates.size() + (rates.size() == 1 ? " base rate\n" : " base rates\n") + AlignedText.of(lines);
    }

    private static List<String> line(BaseRate rate) {
        return List.of(
                rate.id(),
                Figures.of(rate.value()),
                rate.range(),
                rate.unit(),
                Integer.toString(rate.year()),
                rate.name() + (rate.isFromCheatSheets() ? " (cheat sheets)" : ""));
    }
}
