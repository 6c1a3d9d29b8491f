package dev.estimator.report;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.kib;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.plusOrMinus;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.analysis.Drivers;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Simulation;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One quantity is told in one kind of unit, decimal or binary, wherever it stands. */
class OneUnitTest {
    private static final Pattern SIZE = Pattern.compile("[0-9] [kKMGTPEZY](i?)B\\b");
    private static final Pattern PLOT = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    private static Bytes term(int i) {
        return switch (i) {
            case 0 -> assume("pages", kib(4));
            case 1 -> assume("memory", between(gib(0.5), gib(2)));
            case 2 -> assume("heap", Bytes.parse("1351.25 MiB"));
            case 3 -> assume("copy", assume("old", between(mib(3), mib(9))).p95());
            case 4 -> assume("dimensions", count(1024)).times(bytes(2));
            case 5 -> assume("tokens", between(count(250), count(600))).times(assume("token", bytes(4.5)));
            case 6 -> assume("index", gb(1.7));
            case 7 -> assume("media", plusOrMinus(mb(30), percent(15)));
            default -> assume("header", bytes(40));
        };
    }

    @Provide
    static Arbitrary<Bytes> sums() {
        Arbitrary<List<Integer>> terms = Arbitraries.integers()
                .between(0, 8)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4);
        Arbitrary<Integer> any = Arbitraries.integers().between(1, 5000);
        Arbitrary<Integer> exactlyBinary = Arbitraries.integers().between(1, 80).map(n -> 64 * n); // × 40 B are 2.5 KiB
        Arbitrary<Integer> times = Arbitraries.oneOf(any, exactlyBinary);
        return Combinators.combine(terms, times, Arbitraries.of(true, false))
                .as((which, number, isUncertain) -> which.stream()
                        .map(OneUnitTest::term)
                        .reduce(Bytes::plus)
                        .orElseThrow()
                        .times(
                                isUncertain
                                        ? assume("factor", between(ratio(number), ratio(3.0 * number)))
                                        : ratio(number)));
    }

    @Property(tries = 100)
    void alone(@ForAll("sums") Bytes sum) {
        Bytes named = sum.named("disk");
        requireOne(
                named,
                Stream.of(
                        sum.toString(),
                        named.toString(),
                        sum.p95().toString(),
                        sum.p95().named("disk").toString(),
                        sum.p95().times(count(3)).toString(),
                        sum.p5().toString(),
                        sum.bestGuess().toString(),
                        Simulation.of(named).summary(named).toString(),
                        last(named.explain().toString())));
    }

    @Property(tries = 100)
    void onPages(@ForAll("sums") Bytes sum) {
        Bytes named = sum.named("disk");
        Report report = Report.titled("T").section("Answers", named);
        Page page = (sum.isUncertain() ? report.drivers(named).headline(named) : report).page();
        requireOne(
                named,
                Stream.of(
                                Stream.of(named.toString()),
                                page.text().lines().filter(line -> line.startsWith("  disk  ")),
                                PLOT.matcher(page.html()).results().map(MatchResult::group))
                        .flatMap(texts -> texts));
    }

    @Property(tries = 100)
    void ofDrivers(@ForAll("sums") Bytes sum) {
        if (sum.isUncertain()) {
            Drivers<Bytes> drivers = Drivers.of(sum.named("disk"));
            Stream<String> ends = drivers.drivers().stream()
                    .flatMap(one -> Stream.of(one.atLow(), one.atHigh()))
                    .flatMap(end -> end.stream().map(Bytes::toString));
            requireOne(sum, Stream.concat(Stream.of(sum.toString(), drivers.toString()), ends));
        }
    }

    @Property(tries = 50)
    void inSystems(@ForAll("sums") Bytes sum) {
        Architecture system = system(sum.named("log line"));
        requireOne(
                sum,
                Stream.of(
                                system.toString(),
                                Report.titled("T").architecture(system).toString())
                        .flatMap(String::lines)
                        .filter(line -> line.contains("log in api")));
    }

    private static void requireOne(Bytes of, Stream<String> texts) {
        List<String> all = texts.toList();
        List<String> kinds = all.stream()
                .flatMap(text -> SIZE.matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(kinds).as(() -> of.named("disk").explain() + "\n" + all).hasSizeLessThanOrEqualTo(1);
    }

    private static Architecture system(Bytes log) {
        Component api = Component.named("api").serviceTime(ms(6), count(8)).writes("log", log, days(9));
        return Architecture.of(UseCase.write("post", qps(900), qps(2700), api));
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf('=') + 1);
    }
}
