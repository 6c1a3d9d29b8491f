package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Scenarios;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.SystemScenarios;
import dev.estimator.system.UseCase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Long names neither make lines too long nor move the columns of others. */
class LongNamesTest {
    private static final int USUAL = 100;
    private static final int NAME = 32;
    /** Draws follow from names, so that numbers may have other digits. */
    private static final int DIGITS = 8;

    private static final String LONG =
            "share of all the people who open the application in the evening and who also send at least one message";

    @Property(tries = 20)
    void text_noLineIsTooLong(@ForAll("names") String name) {
        assertThat(report(name).page().text().lines()).allSatisfy(LongNamesTest::fits);
        assertThat(sheet(name).page().text().lines()).allSatisfy(LongNamesTest::fits);
    }

    /** A table at the prompt is at most so much wider than with a name of one letter. */
    @Property(tries = 20)
    void prompt_longNameDoesNotWiden(@ForAll("names") String name) {
        assertThat(widest(withoutTitle(Drivers.of(rate(name))))).isLessThanOrEqualTo(USUAL);
        assertThat(system(name).fits().toString().lines().filter(line -> line.contains("  ×")))
                .allSatisfy(line -> assertThat(line.indexOf("  ×")).isLessThanOrEqualTo(NAME));
        assertThat(widest(table(system(name)))).isLessThanOrEqualTo(widest(table(system("a"))) + NAME + DIGITS);
        assertThat(widest(withoutTitle(scenarios(name)))).isLessThanOrEqualTo(USUAL);
    }

    private static Scenarios scenarios(String name) {
        return Scenarios.of(rate(name)).with("more " + name, change -> change.given("other", count(9)));
    }

    private static String withoutTitle(Object table) {
        String all = table.toString();
        return all.substring(all.indexOf('\n') + 1);
    }

    /** The components of a system. */
    private static String table(Architecture system) {
        String all = system.toString();
        return all.substring(0, all.indexOf("\n\n"));
    }

    private static int widest(String text) {
        return text.lines().mapToInt(String::length).max().orElseThrow();
    }

    private static void fits(String line) {
        assertThat(line.length()).as(line).isLessThanOrEqualTo(USUAL);
    }

    /** A long name stands above its value, which stands below the others. */
    @Test
    void text_longNames() {
        var other = assume("other", between(count(3), count(5)), "guess");
        assertThat(String.join(
                        "\n\n",
                        Report.titled("Page")
                                .section("Numbers", users(LONG), other)
                                .page()
                                .text(),
                        rate(LONG).explain().toString(),
                        Drivers.of(rate(LONG)).toString(),
                        table(system(LONG))))
                .isEqualTo("""
                        Page
                        ════

                        Numbers
                          share of all the people who open the application in the evening and who also send at least one
                            message users
                                 490 (300 … 800)
                          other  3.9 (3 … 5)
                          In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.

                        Assumptions
                          share of all the people who open the application in the evening and who also send at least one
                            message users
                                 490 (300 … 800)  (launch plan of the marketing department)
                          other  3.9 (3 … 5)      (guess)

                        assumed
                          share of all the people who open the application in the evening and who also send at least one
                            message users
                                = 489.9 (300 … 800)  (launch plan of the marketing department)
                          other = 3.873 (3 … 5)
                        calculated
                          rate of share of all the people who open the application in the evening and who also send at least one message
                             = share of all the people who open the application in the evening and who also send at least one message users × other ÷ 1 s
                             = 489.9 × 3.873 ÷ 1 s
                             = 1,897/s (1,100 … 3,300)

                        what drives rate of share of all the people who open the application in the evening and who also send at least one message
                          share of all the people who open the application in the evening and who also send at least one
                            message users
                                 79% ████████████████      1.2k/s … 3.1k/s
                          other  21% ████                  1.5k/s … 2.4k/s

                        component  at peak                   instances  used at peak             p99     up   a month
                        web        1.9k req/s (1.1k … 3.3k)  5          workers 9.5% (5.5 … 16)  4.6 ms  98%  –
                        share of all the people who open the application in the evening and who also send at least one
                          message store
                                   1.9k req/s (1.1k … 3.3k)  7          workers 41% (23 … 71)    16 ms   99%  $14""");
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> words =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(14);
        return words.list().ofMinSize(1).ofMaxSize(20).map(list -> {
            String all = String.join(" ", list);
            return all.substring(0, Math.min(120, all.length())).strip();
        });
    }

    private static Count users(String name) {
        return assume(name + " users", between(count(300), count(800)), "launch plan of the marketing department");
    }

    private static Qps rate(String name) {
        return users(name)
                .times(assume("other", between(count(3), count(5))))
                .per(SECOND)
                .named("rate of " + name);
    }

    private static Report report(String name) {
        return Report.titled("Report on " + name)
                .section("Section on " + name, rate(name), users(name), assume("other", count(3)))
                .fits(limit(rate(name)).atMost(qps(1000)), limit(users(name)).atMost(count(400)))
                .drivers(rate(name))
                .headline(rate(name))
                .outlook(Growth.compound(percent(5), MONTH), users(name), count(10_000))
                .architecture(system(name))
                .scenarios(SystemScenarios.of(system(name)).with("more " + name, system -> system.times(ratio(3))));
    }

    private static DesignSheet sheet(String name) {
        return DesignSheet.titled(name)
                .users(users(name))
                .headline(rate(name))
                .limits(limit(rate(name)).atMost(qps(1000)))
                .architecture(system(name));
    }

    private static Architecture system(String name) {
        Component store = Component.named(name + " store")
                .serviceTime(ms(3), count(2))
                .instances(count(7))
                .price(usd(2).per(MONTH))
                .up(percentUp(99));
        Component web = Component.named("web")
                .serviceTime(ms(1), count(4))
                .instances(count(5))
                .up(percentUp(98));
        return Architecture.of(UseCase.read("read " + name, rate(name), rate(name), web.calling(store)));
    }
}
