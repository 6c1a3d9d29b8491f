package dev.estimator.report;

import dev.estimator.internal.text.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes every number of a page as one line of comma-separated values (RFC 4180). */
final class CsvPage {
    private static final List<String> HEADER = List.of(
            "section", "kind", "name", "type", "unit", "amount", "p5", "p50", "p95", "mean", "text", "remark", "beyond",
            "cause");
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠]");
    private static final String NUMBER = "-?[0-9.]+(E-?[0-9]+)?";
    private static final String LINE_END = "\r\n";

    private final List<List<String>> rows = new ArrayList<>(List.of(HEADER));

    private CsvPage() {}

    static String write(Page page) {
        var csv = new CsvPage();
        page.sections().forEach(section -> section.blocks().forEach(block -> csv.add(section.heading(), block)));
        return csv.rows.stream()
                .map(row -> row.stream().map(CsvPage::cell).collect(Collectors.joining(",")) + LINE_END)
                .collect(Collectors.joining());
    }

    private void add(String section, Block block) {
        if (block instanceof Block.Assumptions assumptions) {
            assumptions
                    .assumptions()
                    .forEach(a ->
                            add(section, a.isDefault() ? "default" : "assumption", a.name(), a.value(), a.source()));
        } else if (block instanceof Block.Answers answers) {
            answers.answers().forEach(a -> add(section, "answer", a.name(), a.value(), null));
        } else if (block instanceof Block.Fits fits) {
            fits.fits().forEach(fit -> add(section, fit));
        } else if (block instanceof Block.Ranking ranking) {
            ranking.drivers().forEach(driver -> add(section, ranking.result().name(), driver));
        } else if (block instanceof Block.Distribution distribution) {
            distribution
                    .bins()
                    .forEach(bin -> add(section, distribution.result().name(), bin));
        } else if (block instanceof Block.Outlook outlook) {
            add(section, outlook);
        } else if (block instanceof Block.Utilization utilization) {
            utilization.usages().forEach(usage -> {
                add(section, "utilization", usage.name(), usage.used(), null);
                add(section, "target", usage.name(), usage.target(), null);
            });
        } else if (block instanceof Block.Table table) {
            table.rows().forEach(row -> add(section, table.columns(), row));
        } else if (block instanceof SystemBlock.Architecture architecture) {
            architecture.components().forEach(component -> add(section, component));
            architecture.flows().forEach(flow -> add(section, flow));
        } else if (block instanceof SystemBlock.UseCases cases) {
            cases.useCases().forEach(useCase -> add(section, useCase));
        } else if (block instanceof Block.Derivation derivation) {
            derivation.steps().forEach(step -> add(section, "step", step.name(), step.result(), step.formula()));
        }
    }

    private void add(String section, Block.Fit fit) {
        add(section, "limited", fit.limit(), fit.found(), null);
        add(section, "limit", fit.limit(), fit.bound(), fit.isUpper() ? "at most" : "at least");
        addShare(section, "probability", fit.limit(), fit.probability(), fit.text());
    }

    private void add(String section, String result, Block.Driver driver) {
        addShare(section, "driver", driver.name(), driver.share(), "of the uncertainty of " + result);
        addIfKnown(section, "low end", driver.name(), driver.atLow(), result);
        addIfKnown(section, "high end", driver.name(), driver.atHigh(), result);
    }

    private void add(String section, String result, Block.Bin bin) {
        addShare(section, "bin", result, bin.share(), "from " + bin.from() + " to " + bin.to());
    }

    private void add(String section, Block.Outlook outlook) {
        String name = outlook.now().name();
        outlook.points().forEach(p -> add(section, "outlook", name + " " + p.when(), p.value(), "day " + p.days()));
        add(section, "limit", name, outlook.limit(), outlook.words());
        addIfKnown(section, "runway", name, outlook.runway(), outlook.growth());
    }

    private void add(String section, List<String> columns, Block.Row row) {
        for (int i = 0; i < columns.size(); i++) {
            addIfKnown(section, columns.get(i), row.name(), row.cells().get(i).value(), null);
        }
    }

    private void add(String section, SystemBlock.Component component) {
        String name = component.name();
        add(section, "peak", name, component.peak(), component.marks());
        addIfKnown(section, "instances", name, component.instances(), null);
        addIfKnown(section, "utilization", name, component.utilization(), component.binding());
        addIfKnown(section, "p99", name, component.p99(), null);
        addIfKnown(section, "availability", name, component.availability(), null);
        addIfKnown(section, "cost a month", name, component.cost(), null);
    }

    private void add(String section, SystemBlock.Flow flow) {
        add(section, "flow", flow.way(), flow.peak(), flow.isAwaited() ? null : "nobody waits");
        addIfKnown(section, "sent", flow.way(), flow.sent(), null);
        addIfKnown(section, "returned", flow.way(), flow.returned(), null);
    }

    private void add(String section, SystemBlock.UseCase useCase) {
        String name = useCase.name();
        add(section, "average", name, useCase.average(), null);
        add(section, "peak", name, useCase.peak(), null);
        addIfKnown(section, "mean latency", name, useCase.mean(), null);
        addIfKnown(section, "p99", name, useCase.p99(), null);
        addIfKnown(section, "availability", name, useCase.availability(), "fails alone with " + useCase.failsAlone());
    }

    private void addShare(String section, String kind, String name, double share, String remark) {
        add(section, kind, name, new Value("Share", "", share, null, Findings.percent(share)), remark);
    }

    private void addIfKnown(String section, String kind, String name, @Nullable Value value, @Nullable String remark) {
        if (value != null) {
            add(section, kind, name, value, remark);
        }
    }

    private void add(String section, String kind, String name, Value value, @Nullable String remark) {
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

    /** What is beyond every number is left out. */
    private static String number(@Nullable Double number) {
        return number == null ? "" : number.toString();
    }

    private static String cell(String words) {
        String text = WrappedText.visible(words);
        if (FORMULA.matcher(text).lookingAt() && !text.matches(NUMBER)) {
            text = "'" + text; // or a spreadsheet would compute it
        }
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
