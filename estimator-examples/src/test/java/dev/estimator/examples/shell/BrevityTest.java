package dev.estimator.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code jshell} prints, as it prints it, and what is left of it. */
class BrevityTest {
    @Test
    void methodThatDoesNotFit_saysWhatWould() {
        assertThat(brief("""
                |  Error:
                |  no suitable method found for times(dev.estimator.quantity.TimeSpan)
                |      method dev.estimator.quantity.Amount.times(double) is not applicable
                |        (argument mismatch; dev.estimator.quantity.TimeSpan cannot be converted to double)
                |      method dev.estimator.quantity.Amount.times(dev.estimator.quantity.Ratio) is not applicable
                |        (argument mismatch; dev.estimator.quantity.TimeSpan cannot be converted to dev.estimator.quantity.Ratio)
                |      method dev.estimator.quantity.Bytes.times(dev.estimator.quantity.Price<dev.estimator.quantity.Bytes>,int) is not applicable
                |        (actual and formal argument lists differ in length)
                |  mb(3).times(seconds(2))
                |  ^---------^
                """)).isEqualTo("""
                |  Error: times does not take TimeSpan
                |  times takes double, Ratio, (Price<Bytes>, int); for double write a plain 3.5, for Ratio write ratio(3)
                """);
    }

    /** A single method is told like several of one name, and a type variable needs no explanation. */
    @Test
    void singleMethodThatDoesNotFit_saysWhatWould() {
        assertThat(brief("""
                |  Error:
                |  method serviceTime in class dev.estimator.system.Component cannot be applied to given types;
                |    required: dev.estimator.quantity.TimeSpan,dev.estimator.quantity.Count
                |    found:    dev.estimator.quantity.TimeSpan,int
                |    reason: argument mismatch; int cannot be converted to dev.estimator.quantity.Count
                |  Component.named("api").serviceTime(ms(6), 8)
                |  ^--------------------------------^
                """)).isEqualTo("""
                |  Error: serviceTime does not take (TimeSpan, int)
                |  serviceTime takes (TimeSpan, Count); for Count write count(8)
                """);
    }

    /** What is copied from the advice has the number that was meant. */
    @Test
    void numberOfAnotherType_isThatWhichWasTyped() {
        String refusal = """
                |  Error:
                |  method copies in class dev.estimator.model.ImmutableCacheMemory.Builder cannot be applied to given types;
                |    required: dev.estimator.quantity.Ratio
                |    found:    dev.estimator.quantity.Count
                |    reason: argument mismatch; dev.estimator.quantity.Count cannot be converted to dev.estimator.quantity.Ratio
                |  CacheMemory.builder().copies(%s)
                |  ^---------------------------^
                """;
        assertThat(brief(refusal.formatted("count(2)"))).endsWith("for Ratio write ratio(2)\n");
        assertThat(brief(refusal.formatted("count(1.5)"))).endsWith("for Ratio write ratio(1.5)\n");
        assertThat(brief(refusal.formatted("copies"))).endsWith("for Ratio write ratio(3)\n");
        assertThat(brief(refusal.formatted("million(2)"))).endsWith("for Ratio write ratio(3)\n");
    }

    /** A backlog is no model, but what it answers can be shown. */
    @Test
    void sectionOfABacklog_saysWhatItAnswers() {
        assertThat(brief("""
                |  Error:
                |  no suitable method found for section(java.lang.String,dev.estimator.flow.Backlog)
                |      method dev.estimator.report.Report.section(java.lang.String,dev.estimator.quantity.Quantity<?>...) is not applicable
                |        (varargs mismatch; dev.estimator.flow.Backlog cannot be converted to dev.estimator.quantity.Quantity<?>)
                |      method dev.estimator.report.Report.section(java.lang.String,dev.estimator.quantity.Model) is not applicable
                |        (argument mismatch; dev.estimator.flow.Backlog cannot be converted to dev.estimator.quantity.Model)
                |  Report.titled("t").section("Outage", outage)
                |  ^------------------------^
                """)).contains("for Quantity<?> write what the Backlog answers, as in .drainTime()");
    }

    /** Who looks for a fallback takes it for one. */
    @Test
    void firstOf_saysWhatAFallbackIs() {
        assertThat(brief("""
                |  Error:
                |  method firstOf in class dev.estimator.system.Step cannot be applied to given types;
                |    required: int,int,dev.estimator.system.Step
                |    found:    dev.estimator.system.Component,dev.estimator.system.Component
                |    reason: actual and formal argument lists differ in length
                |  firstOf(a, b)
                |  ^-----^
                """)).isEqualTo("""
                |  Error: firstOf does not take (Component, Component)
                |  firstOf takes (int, int, Step); as in firstOf(2, 3, store), 2 answers of 3; for a fallback say anyOf(a, b)
                """);
    }

    @Test
    void missingSymbol_namesTheNearest() {
        assertThat(brief("""
                |  Error:
                |  cannot find symbol
                |    symbol:   method tims(int)
                |    location: class dev.estimator.quantity.Qps
                |  qps(1).tims(2)
                |  ^---------^
                """)).isEqualTo("""
                |  Error: cannot find symbol: method tims(int)
                |  did you mean times?
                """);
    }

    /** What others call it, of the thing that it was asked of; a variable of such a name is another matter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "method s(int); s(3); write seconds(3)",
                "method fallback(Component,Component); fallback(a, b); write anyOf(a, b): b is called while a is down",
                "method replicas(int); Quorum.builder().replicas(3); did you mean copies?",
                "method servers(int); Quorum.builder().servers(3); did you mean copies?",
                "variable s; s.times(2); help() lists what there is"
            })
    void wordsOfOthers(String symbol, String line, String advice) {
        assertThat(brief("|  Error:\n|  cannot find symbol\n|    symbol:   " + symbol + "\n|  " + line + "\n|  ^\n"))
                .isEqualTo("|  Error: cannot find symbol: " + symbol + "\n|  " + advice + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "downtime(String,TimeSpan); write availability(\"chat\").downtime(MONTH)",
                "given(TimeSpan,TimeSpan); ask the answer, as in shop.cost().given(\"daily users\", million(9))"
            })
    void questionsOfASystem_areAskedOfItsAnswers(String method, String advice) {
        assertThat(brief("""
                |  Error:
                |  cannot find symbol
                |    symbol:   method %s
                |    location: variable sys of type Architecture
                |  sys.%s
                |  ^-^
                """.formatted(method, method))).contains(advice).doesNotContain("SystemScenarios");
    }

    /** It named the types that can be explained, and not what to ask instead. */
    @Test
    void explain_namesTheQuestions() {
        String lines = """
                |  Error:
                |  cannot find symbol
                |    symbol:   method explain()
                |    location: %s
                |  f.explain()
                |  ^-------^
                """;
        assertThat(brief(lines.formatted("variable f of type FiniteQueue")))
                .contains("it is asked of an answer, as in x.", "FiniteQueue answers ", "utilization");
        assertThat(brief(lines.replace("|    location: %s\n", "")))
                .contains("it is asked of an answer: write x.question().explain()");
    }

    /** Of several lines that were typed it still shows which one is meant. */
    @Test
    void severalLines_showThePlace() {
        assertThat(brief("""
                |  Error:
                |  cannot find symbol
                |    symbol:   variable three
                |  var x = List.of(1,
                |  2,
                |  three);
                |  ^---^
                """)).isEqualTo("""
                |  Error: cannot find symbol: variable three
                |  help() lists what there is
                |  var x = List.of(1,
                |  2,
                |  three);
                |  ^---^
                """);
    }

    /** Of a name that a line before should have set, one line is enough. */
    @Test
    void nameThatAFailedLineShouldSet_isSaidInOneLine() {
        assertThat(brief("""
                |  Error:
                |  cannot find symbol
                |    symbol:   variable three
                |  var x = qps(three)
                |          ^---^
                |  Error:
                |  cannot find symbol
                |    symbol:   variable x
                |  x.times(2)
                |  ^
                """)).isEqualTo("""
                |  Error: cannot find symbol: variable three
                |  help() lists what there is
                |  Error: x is not set: the line that should set it failed
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Cannot invoke \"dev.estimator.quantity.Qps.times(double)\" because \"REPL.$JShell$13.q\" is null;"
                        + " q is null, for the line that should have set it failed or set nothing",
                "factor; factor is null: did the line that should have set what is given there fail?",
                "each of answers; one of answers is null: did the line that should have set what is given there fail?",
                "a text of somebody else; a text of somebody else"
            })
    void nullPointer_namesWhatIsNull(String message, String told) {
        assertThat(brief("|  Exception java.lang.NullPointerException: " + message + "\n|        at (#6:1)\n"))
                .isEqualTo("|  Error: " + told + "\n");
    }

    /** As of {@code List.of(rate, null)}, which says nothing itself. */
    @Test
    void nullPointer_withoutWordsIsToldToo() {
        assertThat(
                        brief(
                                "|  Exception java.lang.NullPointerException\n|        at Objects.requireNonNull (Objects:209)\n"))
                .isEqualTo("|  Error: something given there is null: did the line that should have set it fail?\n");
    }

    /** Each kind of exception with which the library refuses something; of others the class says what is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalArgumentException",
                "java.lang.IllegalStateException",
                "java.lang.ArithmeticException",
                "java.io.UncheckedIOException",
                "java.util.concurrent.CancellationException",
                "dev.estimator.quantity.QuantityFormatException",
                "dev.estimator.system.Overload"
            })
    void refusal_isOneLineInWords(String type) {
        String thrown = "Exception " + type + ": reads is not set: it is needed\n";
        String cause = "Caused by: java.lang.Exception: x\n|        ...\n";
        assertThat(brief("|  " + thrown + "|        at (#6:1)\n|  " + cause))
                .isEqualTo("|  Error: reads is not set: it is needed\n");
        assertThat(output("|  " + thrown, true)).isEqualTo("|  " + thrown);
    }

    @Test
    void refusalOfSeveralLines_hasNoCause() {
        String cause = "|  Caused by: java.lang.Exception: x\n|        ...\n";
        assertThat(brief("|  Exception java.lang.ArithmeticException: a\n\nb\n|        at (#6:1)\n" + cause
                        + "x ==> 1\n" + cause))
                .isEqualTo("|  Error: a\n\nb\nx ==> 1\n|  Caused by: java.lang.Exception: x\n|        ...\n");
    }

    /** Neither advice leads to the other. */
    @Test
    void nameThatIsMadeOfItself_saysWhetherItIsSet() {
        assertThat(brief("""
                |  Error:
                |  cannot find symbol
                |    symbol:   variable foo
                |  foo = foo.times(2)
                |  ^-^
                """)).isEqualTo("""
                |  Error: cannot find symbol: variable foo
                |  foo is not set yet, and needs a value first, as in var foo = count(20)
                """);
    }

    /** JShell itself does not say that it cut an echo, here one of lines and 8 KiB of one line. */
    @Test
    void echoThatWasCut_saysSo() {
        String page = "Rides\n" + "×".repeat(9_000) + "\n" + "x".repeat(21_844 - 9_007);
        String told = "|  cut after 21,844 characters: println(...) prints all\n";
        assertThat(brief("page ==> " + page + "\n")).isEqualTo("page ==> " + page + "\n" + told);
        assertThat(brief("page ==> " + page.substring(2) + "\n\njshell> ")).doesNotContain("cut");
    }

    @Test
    void everythingElse_isAsItWas() {
        String others = """
                |  Exception java.lang.AssertionError: count
                  expected at most  3
                  but is            5
                q ==> null
                |  created class A
                |  Goodbye
                """;
        assertThat(brief(others)).isEqualTo(others);
        assertThat(output("|        at (#6:1)\n", true)).isEqualTo("|        at (#6:1)\n");
    }

    private static String brief(String text) {
        return output(text, false);
    }

    private static String output(String text, boolean showsTraces) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (var brief = new PrintStream(
                new PromptTool.BriefOutput(out, PromptTool.BAR, showsTraces), true, StandardCharsets.UTF_8)) {
            brief.print(text);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
