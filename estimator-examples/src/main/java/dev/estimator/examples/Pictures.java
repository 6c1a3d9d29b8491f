package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.readThrough;

import dev.estimator.model.Servers;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Count;
import dev.estimator.report.Report;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pictures that README shows, of its own estimate and its own system, taken from their pages in HTML. */
public final class Pictures {
    private static final Pattern SVG =
            Pattern.compile("<svg [^>]*viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\".*?</svg>", Pattern.DOTALL);

    /** A page gives a picture its colours; one that stands by itself brings them, and its paper. */
    private static final String STYLE = """
            <style>
            :root { --paper: #ffffff; --plot-ink: #1b1f24; --plot-muted: #59636e; --plot-grid: #d9dde3; --plot-fill: #4a86c5;
              --plot-band: #bcd5ee; --plot-mark: #1b1f24; --plot-warn: #c2410c; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #14171b; --plot-ink: #e6e9ed; --plot-muted: #a0a9b4; --plot-grid: #343b44;
                --plot-fill: #5b97d6; --plot-band: #2c4763; --plot-mark: #e6e9ed; --plot-warn: #ff9a5c; }
            }
            </style>
            <rect width="100%" height="100%" rx="8" fill="var(--paper)"/>
            """;

    private Pictures() {}

    /**
     * Writes the pictures.
     *
     * @param args the folder
     * @throws IOException if they cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "pictures" : args[0]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("page.svg"), page());
        Files.writeString(folder.resolve("system.svg"), system());
    }

    /** How the number of servers is spread, and its limit. */
    static String page() {
        Count users = assume("daily active users", between(million(5), million(20)), "launch plan");
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(users)
                .actionsPerUser(count(20))
                .peakToAverage(assume("peak to average", between(ratio(2), ratio(10)), "earlier launches"))
                .build();
        Count servers = Servers.builder()
                .limit("requests", traffic.peakQps(), qps(500))
                .spares(count(2))
                .build()
                .servers();
        return standalone(Report.titled("Servers")
                .section("Servers", servers)
                .fits(limit(servers).atMost(count(60)))
                .headline(servers)
                .page()
                .html());
    }

    /** The components, who calls whom, how full each is, and what is full first. */
    static String system() {
        var visits = assume("visits a day", between(million(200), million(600)), "last year");
        Component cdn = Component.named("cdn")
                .latency(latencyP50P99(ms(15), ms(80)))
                .up(nines(4))
                .pricePerByte(usd(0.02).per(gb(1)));
        Component api = Component.named("api")
                .serviceTime(ms(6), count(8))
                .upPerInstance(percentUp(99.5))
                .zones(3, 1)
                .price(usd(0.35).per(HOUR));
        Component store = Component.named("store")
                .serviceTime(ms(3), count(4))
                .upPerInstance(percentUp(99.8))
                .zones(3, 1)
                .price(usd(1.9).per(HOUR));
        UseCase browse = UseCase.read(
                "browse",
                visits.per(DAY),
                visits.per(DAY).times(ratio(3)),
                readThrough(cdn.receiving(kb(30)), percent(60), api.calling(store)));
        Architecture shop = Architecture.of(browse).zones(percentUp(99.95)).provisioned(90);
        return standalone(Report.titled("Shop").architecture(shop).page().html());
    }

    /** The first picture of the page, in its own size, with colours of its own. */
    static String standalone(String html) {
        Matcher svg = SVG.matcher(html);
        if (!svg.find()) {
            throw new IllegalStateException("the page has no picture");
        }
        String size = "<svg width=\"" + svg.group(1) + "\" height=\"" + svg.group(2) + "\" ";
        String inherited = svg.group().replaceFirst("<svg ", size).replace("\"inherit\"", "\"system-ui, sans-serif\"");
        return inherited.replaceFirst(">", ">\n" + STYLE).replace("><", ">\n<") + "\n";
    }
}
