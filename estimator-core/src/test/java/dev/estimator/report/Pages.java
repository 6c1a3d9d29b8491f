package dev.estimator.report;

import java.util.List;

/** Pages made by hand for tests of the forms in which they are written. */
final class Pages {
    private static final Value RATE = new Value(
            "Qps", "req/s", 2300.5, new Value.Spread(1200, 2200, 4600, 2400, true), "2.3k req/s (1.2k … 4.6k)");
    private static final Value SIZE = new Value("Bytes", "B", 4e13, null, "40 TB");
    private static final Value ROOM = new Value("Bytes", "B", 1e14, null, "100 TB");

    private Pages() {}

    /** Every kind of block and everything that may be missing, each value different. */
    static Page everyKind() {
        return everyKind("rate");
    }

    /** The same with a name of one's choice wherever a name may stand. */
    static Page everyKind(String name) {
        return new Page(
                "Title " + name,
                List.of(
                        section("Chapter " + name, 1),
                        section("Words", 2, new Block.Text(List.of("First " + name, "Second"))),
                        section("Assumptions", 2, assumptions(name), defaults(name)),
                        section("Answers", 2, answers(name)),
                        section("Fits", 2, fits(name)),
                        section("Outlook", 2, outlook(name), endless(name)),
                        section("Used", 2, utilization(name)),
                        section("Drivers", 2, ranking(name)),
                        section("Derivation", 2, distribution(name), derivation(name)),
                        section("Table", 2, table(name)),
                        section("System", 2, architecture(name)),
                        section("Use cases", 2, useCases(name))));
    }

    static Page of(Block... blocks) {
        return new Page("Page", List.of(section("Part", 2, blocks)));
    }

    static Page.Section section(String heading, int level, Block... blocks) {
        return new Page.Section(heading, level, List.of(blocks));
    }

    static Value number(double amount, String text) {
        return new Value("Count", "", amount, null, text);
    }

    private static Block assumptions(String name) {
        return new Block.Assumptions(List.of(
                new Assumption(name, RATE, "from " + name, false, null),
                new Assumption("size", SIZE, null, false, "keeping " + name)));
    }

    private static Block defaults(String name) {
        return new Block.Assumptions(List.of(
                new Assumption("peak " + name, new Value("Ratio", "", 2, null, "×2"), "habit of " + name, true, null),
                new Assumption("spares", number(0, "0"), null, true, null)));
    }

    private static Block answers(String name) {
        return new Block.Answers(List.of(new Block.Answer(name, RATE), new Block.Answer("size", SIZE)));
    }

    private static Block fits(String name) {
        return new Block.Fits(List.of(
                new Block.Fit(
                        name,
                        name + " ≤ 5k req/s",
                        RATE,
                        rate(5000, "5k req/s"),
                        true,
                        true,
                        0.966,
                        "holds: 96.6%, exact"),
                new Block.Fit(
                        "size",
                        "size ≤ 30 TB",
                        SIZE,
                        new Value("Bytes", "B", 3e13, null, "30 TB"),
                        true,
                        false,
                        0,
                        "fails"),
                new Block.Fit(
                        "size",
                        "size ≥ 7 TB",
                        SIZE,
                        new Value("Bytes", "B", 7e12, null, "7 TB"),
                        false,
                        true,
                        1,
                        "holds")));
    }

    private static Block outlook(String name) {
        Value ranged =
                new Value("Bytes", "B", 5e13, new Value.Spread(4.5e13, 5e13, 6e13, 5.1e13, false), "50 TB (45 … 60)");
        return new Outlook(
                new Block.Answer(name, SIZE),
                ROOM,
                "5% every month, compound",
                new Value("TimeSpan", "s", 4.7e7, null, "544 d"),
                "fits 1 y 5 months (1 y … 2 y)",
                List.of(new Outlook.Point("now", 0, SIZE), new Outlook.Point("after 1 y", 365, ranged)),
                null,
                null);
    }

    private static Block endless(String name) {
        return new Outlook(
                new Block.Answer("old " + name, SIZE),
                ROOM,
                "0% every month, compound, from 2027-01-31",
                null,
                "it does not grow",
                List.of(new Outlook.Point("2027-01-31", 0, SIZE), new Outlook.Point("2027-02-28", 28, SIZE)),
                null,
                null);
    }

    private static Block utilization(String name) {
        return new Block.Utilization(List.of(
                new Block.Usage(name, share(0.71, "71%"), share(0.7, "70%")),
                new Block.Usage("memory", share(0.29, "29%"), share(0.6, "60%"))));
    }

    private static Block ranking(String name) {
        return new Block.Ranking(
                new Block.Answer("result of " + name, RATE),
                List.of(
                        new Block.Driver(name, 0.57, rate(1500, "1.5k req/s"), rate(3500, "3.5k req/s")),
                        new Block.Driver("other", 0.43, null, null)),
                "some of these move together: " + name);
    }

    private static Block distribution(String name) {
        return new Block.Distribution(
                new Block.Answer(name, RATE),
                List.of(
                        new Block.Bin(1000, 2000, 0.25),
                        new Block.Bin(2000, 3000, 0.5),
                        new Block.Bin(3000, 4000, 0.125)),
                List.of(rate(3500, "3.5k req/s")));
    }

    private static Block derivation(String name) {
        return new Block.Derivation(
                List.of(name),
                List.of(
                        new Block.Step("half of " + name, "whole ÷ 2", "4,600 req/s ÷ 2", rate(2300, "2,300 req/s")),
                        new Block.Step(name, "half of " + name + " + 0.5", "2,300 req/s + 0.5", RATE)));
    }

    private static Block table(String name) {
        return new Block.Table(
                "part of " + name,
                List.of("needed", "busy " + name),
                List.of(
                        new Block.Row(name, List.of(new Block.Cell(RATE), new Block.Cell(share(0.93, "93%")))),
                        new Block.Row("store", List.of(new Block.Cell(null), new Block.Cell(number(7, "7"))))));
    }

    private static Block architecture(String name) {
        return new SystemBlock.Architecture(
                List.of(
                        new SystemBlock.Component(
                                name,
                                RATE,
                                number(12, "12"),
                                new Value(
                                        "Ratio",
                                        "",
                                        0.68,
                                        new Value.Spread(0.4, 0.66, 0.9, 0.67, false),
                                        "68% (40% … 90%)"),
                                "workers",
                                null,
                                null,
                                new Value("TimeSpan", "s", 0.028, null, "28 ms"),
                                up(0.0007, "99.93% (3.2 nines)"),
                                new Value("Money", "USD", 2300, null, "$2.3k"),
                                true,
                                false),
                        new SystemBlock.Component(
                                "store",
                                rate(800, "800 req/s"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                new Value("TimeSpan", "s", null, null, new Value.Beyond(1, "overloaded"), "overloaded"),
                                null,
                                null,
                                false,
                                true)),
                List.of(
                        new SystemBlock.Flow("client", name, RATE, bytes(2e6, "2 MB/s (16 Mbit/s)"), null, true, false),
                        new SystemBlock.Flow(
                                name, "store", rate(800, "800 req/s"), null, bytes(1.3e7, "13 MB/s"), false, false)));
    }

    private static Block useCases(String name) {
        return new SystemBlock.UseCases(List.of(
                new SystemBlock.UseCase(
                        "read " + name,
                        rate(1100, "1.1k req/s"),
                        RATE,
                        new Value("TimeSpan", "s", 0.031, null, "31 ms"),
                        new Value("TimeSpan", "s", 0.09, null, "90 ms"),
                        up(0.0009, "99.91% (3 nines)"),
                        List.of(name, "store"),
                        name + ", store (for 20% of requests)"),
                new SystemBlock.UseCase(
                        "pair",
                        rate(3, "3 req/s"),
                        rate(4, "4 req/s"),
                        null,
                        null,
                        up(0.0005, "99.95%"),
                        List.of(),
                        "nothing"),
                new SystemBlock.UseCase(
                        "ask", rate(5, "5 req/s"), rate(6, "6 req/s"), null, null, null, List.of(), "–")));
    }

    private static Value up(double down, String text) {
        return new Value("Availability", "share of time down", down, null, text);
    }

    private static Value bytes(double amount, String text) {
        return new Value("Bandwidth", "B/s", amount, null, text);
    }

    private static Value rate(double amount, String text) {
        return new Value("Qps", "req/s", amount, null, text);
    }

    private static Value share(double amount, String text) {
        return new Value("Share", "", amount, null, text);
    }
}
