package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.kib;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.plusOrMinus;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Binary units stay binary through a calculation whose sizes are all binary; one that is not makes it decimal. */
class BinaryUnitsTest {
    private static final Bytes MEMORY = assume("memory", gib(64));

    /** 10 × 86,400 ÷ 1,024 = 843.75. It was '13 GB' and '864,000 MiB'. */
    @Test
    void toString_ofPlainBinaryNumbers() {
        assertThat(mib(12_345).times(3)).hasToString("36 GiB"); // 36.17
        assertThat(gib(103.68).times(3)).hasToString("311 GiB");
        assertThat(mib(10).per(SECOND).times(DAY)).hasToString("844 GiB");
        assertThat(assume("image", mib(864_000))).hasToString("864,000 MiB");
        assertThat(gib(1 / 3.0)).hasToString("358 MB");
    }

    @Test
    void toString_ofBinaryAssumptions() {
        assertThat(MEMORY.times(count(3))).hasToString("192 GiB");
        assertThat(MEMORY.times(ratio(3)).div(count(7))).hasToString("27 GiB"); // 27.43
        assertThat(MEMORY.plus(mib(512))).hasToString("65 GiB");
        assertThat(assume("logs", mib(200).per(HOUR)).times(DAY)).hasToString("4.7 GiB"); // 4.6875
        assertThat(assume("page", kib(4)).per(seconds(3))).hasToString("1.3 KiB/s");
        assertThat(MEMORY.times(ratio(3)).div(count(7)).named("each").explain()).hasToString("""
                assumed
                  memory = 64 GiB
                calculated
                  each = memory × 3 ÷ 7
                       = 64 GiB × 3 ÷ 7
                       = 27.43 GiB""");
    }

    @Test
    void toString_ofBinaryRanges() {
        assertThat(assume("memory", between(gib(64), gib(128))).times(count(3))).hasToString("272 GiB (192 … 384)");
        assertThat(assume("memory", uniform(gib(1), gib(3))).times(count(5))).hasToString("10 GiB (5.5 … 15)");
    }

    /** A few bytes are the same in both. */
    @Test
    void toString_withBytes() {
        assertThat(assume("block", kib(4)).plus(bytes(16)).times(count(5000))).hasToString("20 MiB");
        assertThat(assume("field", bytes(16)).times(count(5000))).hasToString("80 kB");
    }

    /** 327,680 B of counts and two bytes; so what follows from it is binary too. By the page of a language model. */
    @Test
    void toString_ofCountsThatMakeABinarySize() {
        Bytes ofToken = count(2).times(assume("layers", count(80)))
                .times(count(8))
                .times(count(128))
                .times(bytes(2))
                .named("cache of a token");
        assertThat(ofToken).hasToString("320 KiB");
        assertThat(ofToken.times(count(5_000))).hasToString("1.5 GiB"); // 1.5259
        assertThat(ofToken.times(count(5_000)).plus(gb(140))).hasToString("142 GB");
        assertThat(assume("record", bytes(256)).times(count(10))).hasToString("2.6 kB");
        assertThat(assume("record", bytes(256)).times(assume("rate", Quantities.qps(100))))
                .hasToString("26 kB/s (205 kbit/s)");
        assertThat(assume("record", bytes(3)).times(count(8_000))).hasToString("24 kB");
        assertThat(assume("posts", count(4e6)).times(bytes(256))).hasToString("1 GB"); // 1M KiB, but 976.5625 MiB
    }

    /** Nobody typed KiB: 2 B × 1,024 stay 2 KiB, but one field of them turned a whole disk binary, '19 TiB'. */
    @Test
    void toString_ofCountsThatMakeABinarySizeBesideOthers() {
        Bytes embedding = assume("element", bytes(2)).times(count(1024));
        Bytes answer = assume("tokens", between(count(250), count(600)))
                .times(assume("bytes per token", between(bytes(4), bytes(5))));
        assertThat(embedding).hasToString("2 KiB");
        assertThat(embedding.times(count(70_000))).hasToString("137 MiB"); // 136.7
        assertThat(embedding.plus(assume("header", bytes(40))).times(count(70_000)))
                .hasToString("146 MB"); // 146.16
        assertThat(embedding.plus(answer)).hasToString("3.8 kB (3.2 … 4.8)"); // 1,732 B (1,102 … 2,721) + 2,048 B
        assertThat(answer.plus(embedding).plus(embedding)).hasToString("5.8 kB (5.2 … 6.8)");
        assertThat(embedding.plus(assume("page", kib(4)))).hasToString("6 KiB");
    }

    /** What was read in binary units is calculated in them, and a round number of megabytes by chance is no other. */
    @Test
    void toString_ofBinaryThatOtherUnitsWouldTellToo() {
        Bytes heap = Bytes.parse("1351.25 MiB");
        assertThat(heap.named("heap").times(count(3))).hasToString("4 GiB"); // 3.959
        assertThat(assume("heap", heap)).hasToString("1,351.25 MiB");
        assertThat(assume("heap", heap)
                        .plus(assume("heap", mib(1351.25)))
                        .explain()
                        .toString())
                .doesNotContain("first");
        Bytes pages = assume("page", kib(4)).times(assume("pages", between(count(5_000), count(15_000))));
        assertThat(pages.p95()).hasToString("59 MiB"); // 61.44 MB
    }

    @Test
    void toString_ofMixedSizes() {
        assertThat(MEMORY.plus(gb(7))).hasToString("76 GB");
        assertThat(MEMORY.plus(assume("index", tb(1)))).hasToString("1.1 TB");
        // exactly a tebibyte, but calculated from decimal units
        assertThat(assume("disk", tb(1)).times(1.099511627776)).hasToString("1.1 TB");
    }

    /** No unit is kept with a number: what a plain one was calculated from shows only where it is exact. */
    @Test
    void toString_ofPlainNumbers() {
        assertThat(gib(64).times(count(3))).hasToString("192 GiB");
        assertThat(mib(200).per(HOUR).times(DAY)).hasToString("4,800 MiB");
        assertThat(gib(64).times(ratio(3)).div(count(7))).hasToString("29 GB");
        assertThat(gib(64).times(ratio(3)).div(count(7)).format(Units.GIB)).isEqualTo("27.4 GiB");
    }

    /**
     * Megabytes and more stay decimal, whatever they are multiplied by; 16 × 256 B are 4 KiB, for nothing tells them
     * apart.
     */
    @Property
    void toString_ofDecimalSizes(
            @ForAll @IntRange(min = 1, max = 999) int size,
            @ForAll @IntRange(min = 1, max = 999) int number,
            @ForAll @IntRange(min = 2, max = 4) int thousands) {
        Bytes plain = bytes(size * Math.pow(1000, thousands)).times(count(number));
        assertThat(plain.toString()).doesNotContain("iB");
    }

    /** A percentile is a plain number of the same units. */
    @Test
    void percentile_ofBinary() {
        Bytes memory = assume("memory", between(gib(2), gib(8))).times(assume("copies", between(ratio(2), ratio(3))));
        assertThat(memory).hasToString("9.8 GiB (4.8 … 20)");
        assertThat(memory.p50()).hasToString("9.8 GiB");
        assertThat(memory.p50()).isEqualTo(bytes(memory.p50().to(Units.B)));
        assertThat(Simulation.of(memory).summary(memory).toString()).startsWith("9.8 GiB (4.8 … 20), mean ");
    }

    /** By chance exact in binary units, 7.5 KiB; nobody typed them. A number that somebody typed may be either. */
    @Test
    void percentile_ofDecimal() {
        Bytes header = assume("header", bytes(40));
        Bytes message = header.times(assume("fields", between(ratio(64), ratio(192))));
        Bytes most = message.p95();
        assertThat(message).hasToString("4.4 kB (2.6 … 7.7)");
        assertThat(most.to(Units.B)).isEqualTo(7680);
        assertThat(most).hasToString("7.7 kB").isEqualTo(bytes(7680));
        assertThat(most.named("message")).hasToString("7.7 kB");
        assertThat(most.named("message").explain()).hasToString("""
                assumed
                  message = 7.68 kB""");
        assertThat(Simulation.of(message).summary(message).percentileFigure(95)).hasToString("7.7 kB, exact");
        assertThat(bytes(7680)).hasToString("7.5 KiB");
        assertThat(bytes(7680).p95()).hasToString("7.5 KiB");
        assertThat(header.p95().plus(bytes(7640))).hasToString("7.5 KiB"); // 40 B are the same in both
    }

    /** What is calculated from such a number, and a what-if with it. */
    @Test
    void toString_ofWhatFollowsFromAPercentile() {
        Bytes most = assume("message", between(bytes(2560), bytes(7680))).p95();
        assertThat(most).hasToString("7.5 KiB"); // both ends are whole KiB, which may have been typed
        Bytes message = assume("header", bytes(40)).times(assume("fields", between(ratio(64), ratio(192))));
        Bytes decimal = message.p95();
        assertThat(decimal.times(count(2))).hasToString("15 kB");
        assertThat(decimal.plus(bytes(7680))).hasToString("15 kB");
        assertThat(kib(7.5).plus(decimal)).hasToString("15 kB");
        assertThat(decimal.times(count(10)).max(mib(2))).hasToString("2.1 MB");
        assertThat(decimal.per(seconds(1))).hasToString("7.68 kB/s (61 kbit/s)");
        assertThat(decimal.times(Quantities.MONTH)).hasToString("7.7 kB-month");
        assertThat(most.per(seconds(1))).hasToString("7.5 KiB/s");
        assertThat(most.plus(mib(3))).hasToString("3 MiB"); // 3.0073
        assertThat(most.plus(gb(3))).hasToString("3 GB");
        assertThat(most.plus(bytes(512)).times(mib(3).div(kib(1)))).hasToString("24 MiB");
        assertThat(between(decimal, kib(15))).hasToString("10.86 kB (7.68 … 15.36)");
        assertThat(message.given("header", bytes(40))).isEqualTo(message);
        assertThat(assume("page", bytes(7500)).times(count(3)).given("page", decimal))
                .hasToString("23 kB");
    }

    /** 6.4 kB ± 20% are 5,120 … 7,680 B, nobody typed the ends. */
    @Test
    void toString_ofPartsOfDecimal() {
        assertThat(plusOrMinus(kb(6.4), percent(20))).hasToString("6.4 kB (5.12 … 7.68)");
        assertThat(plusOrMinus(kib(5), percent(20))).hasToString("5 KiB (4 … 6)");
        assertThat(between(bytes(5120), bytes(7680))).hasToString("6.1 KiB (5 … 7.5)");
    }

    /** 133,632 B are 130.5 KiB, as a result in an explanation too. */
    @Test
    void explain_ofDecimal() {
        Bytes answer = assume("tokens", count(29_696)).times(assume("token", bytes(4.5)));
        assertThat(answer).hasToString("134 kB");
        assertThat(answer.named("answer").explain()).hasToString("""
                assumed
                  tokens = 29,696
                  token  = 4.5 B
                calculated
                  answer = tokens × token
                         = 29,696 × 4.5 B
                         = 133.6 kB""");
        assertThat(answer.p95()).hasToString("134 kB");
        assertThat(bytes(133_632)).hasToString("130.5 KiB");
    }

    /** A what-if that puts there what is there changes nothing, whatever units that remembers. */
    @Test
    void given_ofTheSame() {
        for (Bytes memory : new Bytes[] {gib(64), gb(64), bytes(64)}) {
            Bytes assumed = assume("memory", memory);
            Bytes all = assumed.times(count(3)).named("all");
            assertThat(all.given(assumed, assumed.bestGuess()).explain())
                    .hasToString(all.explain().toString());
        }
    }
}
