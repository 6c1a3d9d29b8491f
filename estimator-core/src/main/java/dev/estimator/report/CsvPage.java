package dev.estimator.report;

import dev.estimator.internal.numeric.ShortestDecimal;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.internal.text.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes every number of a page as one line of comma-separated values (RFC 4180). */
final class CsvPage implements Block.Form {
    private static final List<String> HEADER = List.of(
            "section", "kind", "name", "type", "unit", "amount", "p5", "p50", "p95", "mean", "text", "remark", "beyond",
            "cause");
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠]");
    private static final String NUMBER = "-?[0-9.]+(E-?[0-9]+)?";
    static final String LINE_END = "\r\n";

    private final List<List<String>> rows = new ArrayList<>(List.of(HEADER));

    private String section = "";

    private CsvPage() {}

    static String write(Page page) {
        var csv = new CsvPage();
        for (Page.Section section : page.sections()) {
            csv.section = section.heading();
            section.blocks().forEach(block -> block.writeTo(csv));
        }
        return csv.rows.stream()
                .map(row -> row.stream().map(CsvPage::cell).collect(Collectors.joining(",")) + LINE_END)
                .collect(Collectors.joining());
    }

    /** Writes nothing, as words are not numbers. */
    @Override
    public void write(Block.Text text) {}

    @Override
    public void write(Block.Assumptions assumptions) {
        assumptions
                .assumptions()
                .forEach(a -> add(a.isDefault() ? "default" : "assumption", a.name(), a.value(), a.source()));
    }

    @Override
    public void write(Block.Answers answers) {
        answers.answers().forEach(a -> add("answer", a.name(), a.value(), null));
    }

    @Override
    public void write(Block.Fits fits) {
        fits.fits().forEach(this::add);
    }

    @Override
    public void write(Block.Ranking ranking) {
        ranking.drivers().forEach(driver -> add(ranking.result().name(), driver));
    }

    @Override
    public void write(Block.Distribution distribution) {
        distribution.bins().forEach(bin -> add(distribution.result().name(), bin));
    }

    @Override
    public void write(Block.Derivation derivation) {
        derivation.steps().forEach(step -> add("step", step.name(), step.result(), step.formula()));
    }

    @Override
    public void write(Block.Utilization utilization) {
        utilization.usages().forEach(usage -> {
            add("utilization", usage.name(), usage.used(), null);
            addIfKnown("target", usage.name(), usage.target(), null);
        });
    }

    @Override
    public void write(Block.Table table) {
        table.rows().forEach(row -> add(table.columns(), row));
    }

    @Override
    public void write(SystemBlock.Architecture architecture) {
        architecture.components().forEach(this::add);
        architecture.flows().forEach(this::add);
    }

    @Override
    public void write(SystemBlock.UseCases cases) {
        cases.useCases().forEach(this::add);
    }

    private void add(Block.Fit fit) {
        add("limited", fit.limit(), fit.found(), null);
        add("limit", fit.limit(), fit.bound(), fit.isUpper() ? "at most" : "at least");
        Value probability = new Value("Share", "", fit.probability(), null, VerdictText.share(fit.probability()));
        add("probability", fit.limit(), probability, fit.text());
    }

    private void add(String result, Block.Driver driver) {
        addShare("driver", driver.name(), driver.share(), "of the uncertainty of " + result);
        addIfKnown("low end", driver.name(), driver.atLow(), result);
        addIfKnown("high end", driver.name(), driver.atHigh(), result);
    }

    private void add(String result, Block.Bin bin) {
        addShare("bin", result, bin.share(), "from " + bin.from() + " to " + bin.to());
    }

    @Override
    public void write(Outlook outlook) {
        String name = outlook.now().name();
        outlook.points().forEach(p -> add("outlook", name + " " + p.when(), p.value(), "day " + p.days()));
        add("limit", name, outlook.limit(), outlook.words());
        addIfKnown("runway", name, outlook.runway(), outlook.growth());
    }

    private void add(List<String> columns, Block.Row row) {
        for (int i = 0; i < columns.size(); i++) {
            addIfKnown(columns.get(i), row.name(), row.cells().get(i).value(), null);
        }
    }

    private void add(SystemBlock.Component component) {
        String name = component.name();
        add("peak", name, component.peak(), component.marks());
        addIfKnown("instances", name, component.instances(), null);
        addIfKnown("utilization", name, component.utilization(), component.binding());
        addIfKnown("utilization", name, component.growing(), component.growingName());
        addIfKnown("p99", name, component.p99(), null);
        addIfKnown("availability", name, component.availability(), null);
        addIfKnown("cost a month", name, component.cost(), null);
    }

    private void add(SystemBlock.Flow flow) {
        add("flow", flow.way(), flow.peak(), flow.remark().isEmpty() ? null : flow.remark());
        addIfKnown("sent", flow.way(), flow.sent(), null);
        addIfKnown("returned", flow.way(), flow.returned(), null);
    }

    private void add(SystemBlock.UseCase useCase) {
        String name = useCase.name();
        add("average", name, useCase.average(), null);
        add("peak", name, useCase.peak(), null);
        addIfKnown("mean latency", name, useCase.mean(), null);
        addIfKnown("p99", name, useCase.p99(), null);
        addIfKnown("availability", name, useCase.availability(), "fails alone with " + useCase.failsAlone());
    }

    private void addShare(String kind, String name, double share, String remark) {
        add(kind, name, new Value("Share", "", share, null, Findings.percent(share)), remark);
    }

    private void addIfKnown(String kind, String name, @Nullable Value value, @Nullable String remark) {
        if (value != null) {
            add(kind, name, value, remark);
        }
    }

    private void add(String kind, String name, Value value, @Nullable String remark) {
        Value.Spread spread = value.spread();
        Stream<String> percentiles = spread == null
                ? Stream.of("", "", "", "")
                : Stream.of(number(spread.p5()), number(spread.p50()), number(spread.p95()), number(spread.mean()));
        Value.Beyond beyond = value.beyond();
        rows.add(Stream.of(
                        Stream.of(section, kind, name, value.type(), value.unit(), number(value.amount())),
                        percentiles,
                        Stream.of(value.text(), remark == null ? "" : remark),
                        Stream.of(beyond == null ? "" : number(beyond.share()), beyond == null ? "" : beyond.cause()))
                .flatMap(cells -> cells)
                .toList());
    }

    /** A number; empty for an infinite one. */
    private static String number(@Nullable Double number) {
        return number == null ? "" : ShortestDecimal.of(number).toString();
    }

    /** A cell of text. */
    static String cell(String words) {
        String text = WrappedText.visible(words);
        if (FORMULA.matcher(text).lookingAt() && !text.matches(NUMBER)) {
            text = "'" + text; // keeps a spreadsheet from taking the text for a formula
        }
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
