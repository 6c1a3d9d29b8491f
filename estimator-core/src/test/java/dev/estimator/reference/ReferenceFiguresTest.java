package dev.estimator.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.estimator.quantity.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue against {@code base-rates.json}, a copy of the reference with the rows that were added, row for row.
 *
 * <p>To regenerate the two tables after a change of it, run in the directory of the resources
 *
 * <pre>
 * python3 -c "
 * import json, sys
 * d = json.load(open(sys.argv[1])); n = lambda x: '' if x is None else str(x)
 * rates = ['id group what low value high unit year sources note'.split()]
 * rates += [[r['id'], r['group'], r['what'], n(r['low']), n(r['value']), n(r['high']), r['unit'], n(r['year']),
 *            ' '.join(r['sources']), r['note']] for r in d['rows']]
 * sources = ['key title author year where'.split()]
 * sources += [[k, s['title'], s['author'], n(s['year']), s['where']] for k, s in d['sources'].items()]
 * for name, table in (('base-rates.tsv', rates), ('sources.tsv', sources)):
 *     open(name, 'w').write(''.join('\t'.join(line) + '\n' for line in table))
 * " base-rates.json
 * </pre>
 */
class ReferenceFiguresTest {
    private static final JsonObject FILE = read();

    @TestFactory
    Stream<DynamicTest> rows_areThoseOfTheReference() {
        return rows().map(row -> DynamicTest.dynamicTest(text(row, "id"), () -> check(row)));
    }

    @Test
    void all_inTheOrderOfTheReference() {
        assertThat(ReferenceFigures.all())
                .extracting(ReferenceFigure::id)
                .containsExactlyElementsOf(rows().map(row -> text(row, "id")).toList())
                .hasSize(167)
                .doesNotHaveDuplicates();
    }

    /** Each is a quantity of the value, named, with a source; a range from low to high where the sources disagree. */
    @TestFactory
    Stream<DynamicTest> rows_makeAssumptions() {
        return ReferenceFigures.all().stream()
                .map(rate -> DynamicTest.dynamicTest(rate.id(), () -> checkAssumption(rate)));
    }

    @Test
    void get_unknown() {
        assertThatThrownBy(() -> ReferenceFigures.get("ssd-random"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id must be that of a reference figure but was 'ssd-random':"
                        + " the nearest are ssd-rand, ssd-rand-bw, usd-ram;"
                        + " ReferenceFigures.search(\"ssd-random\") looks further");
        assertThatThrownBy(() -> ReferenceFigures.get("RTT-zone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'RTT-zone': the nearest are rtt-zone, ");
    }

    @Test
    void search_allWordsInAnyCase() {
        assertThat(ReferenceFigures.search("SSD  Random"))
                .extracting(ReferenceFigure::id)
                .containsExactly("ssd-rand", "ssd-rand-bw");
        assertThat(ReferenceFigures.search("growth model"))
                .extracting(ReferenceFigure::id)
                .contains("mutex", "hdd-seek");
    }

    @Test
    void search_table() {
        assertThat(ReferenceFigures.search("hdd read")).hasToString("""
                1 reference figure
                id       value  range     unit   year  what
                hdd-seq  250    33 … 250  MiB/s  2026  sequential HDD read""");
        assertThat(ReferenceFigures.search("elasticsearch")).hasToString("""
                2 reference figures
                id         value  range           unit   year  what
                es-search  1,000  1,000 … 10,000  req/s  2025  Elasticsearch searches per node (cheat sheets)
                es-shard   30     10 … 50         GiB    2025  Elasticsearch and OpenSearch shard size""");
    }

    @Test
    void search_gpusTokensAndPrices() {
        assertThat(ReferenceFigures.search("gpu"))
                .extracting(ReferenceFigure::id)
                .contains("gpu-h100-mem", "gpu-a100-bw", "gpu-l4-flops", "llm-70b-h100", "usd-gpu-h100");
        assertThat(ReferenceFigures.search("llm"))
                .extracting(ReferenceFigure::id)
                .contains("llm-8b-a100", "token-bytes", "usd-llm-in", "usd-llm-small-out");
        assertThat(ReferenceFigures.search("token"))
                .extracting(ReferenceFigure::id)
                .contains("token-bytes", "token-word", "llm-8b-alone", "usd-llm-out");
        assertThat(ReferenceFigures.search("L4 bandwidth")).hasToString("""
                1 reference figure
                id         value  range  unit  year  what
                gpu-l4-bw  300           GB/s  2023  L4 GPU: memory bandwidth""");
    }

    @Test
    void search_nothing() {
        assertThat(ReferenceFigures.search("abacus")).isEmpty();
        assertThat(ReferenceFigures.search("abacus"))
                .hasToString("no reference figures: see ReferenceFigures.groups()");
    }

    @Test
    void groups() {
        assertThat(ReferenceFigures.groups())
                .containsExactly(
                        "processor and memory",
                        "storage devices",
                        "network",
                        "compute throughput per core",
                        "systems per node",
                        "quotas of managed services",
                        "sizes of things",
                        "machines",
                        "graphics processors and language models",
                        "cost",
                        "compression ratios",
                        "shape of traffic");
    }

    @Test
    void inGroup_isAPartition() {
        List<ReferenceFigure> together = ReferenceFigures.groups().stream()
                .flatMap(group -> ReferenceFigures.inGroup(group).stream())
                .toList();
        assertThat(together).containsExactlyElementsOf(ReferenceFigures.all());
        assertThat(ReferenceFigures.inGroup("Storage")).hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com", "caches"})
    void inGroup_unknownOrSeveral(String group) {
        assertThatThrownBy(() -> ReferenceFigures.inGroup(group))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group must be one of " + ReferenceFigures.groups() + " but was '" + group + "'");
    }

    @Test
    void all_cannotBeChanged() {
        assertThatThrownBy(() -> ReferenceFigures.all().remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void check(JsonObject row) {
        ReferenceFigure rate = ReferenceFigures.get(text(row, "id"));
        assertThat(rate.group()).isEqualTo(text(row, "group"));
        assertThat(rate.what()).isEqualTo(text(row, "what"));
        assertThat(rate.value()).isEqualTo(row.get("value").getAsDouble());
        assertThat(rate.low()).isEqualTo(numberOr(row.get("low"), rate.value()));
        assertThat(rate.high()).isEqualTo(numberOr(row.get("high"), rate.value()));
        assertThat(rate.unit()).isEqualTo(text(row, "unit"));
        assertThat(rate.year()).isEqualTo(row.get("year").getAsInt());
        assertThat(rate.note()).isEqualTo(text(row, "note"));
        assertThat(rate.sources())
                .containsExactlyElementsOf(
                        StreamSupport.stream(row.getAsJsonArray("sources").spliterator(), false)
                                .map(key -> source(key.getAsString()))
                                .toList());
    }

    private static ReferenceFigure.Source source(String key) {
        JsonObject source = FILE.getAsJsonObject("sources").getAsJsonObject(key);
        return new ReferenceFigure.Source(
                key,
                text(source, "title"),
                text(source, "author"),
                source.get("year").getAsInt(),
                text(source, "where"));
    }

    private static void checkAssumption(ReferenceFigure rate) {
        Quantity<?> assumption = rate.quantity();
        Quantity<?> plain = rate.withoutRange().quantity();
        assertThat(assumption.name()).isEqualTo(rate.name()).isEqualTo(plain.name());
        assertThat(assumption.toLongString()).isEqualTo(plain.toLongString());
        assertThat(plain.isUncertain()).isFalse();
        assertThat(assumption.isUncertain()).isEqualTo(rate.isRange()).isEqualTo(rate.low() < rate.high());
        assertThat(assumption.explain().toString())
                .contains(rate.sources().get(0).author());
        assertIs(rate.low(), rate, assumption.p5());
        assertIs(rate.high(), rate, assumption.p95());
    }

    private static void assertIs(double expected, ReferenceFigure rate, Quantity<?> actual) {
        assertThat(comparable(actual)).isBetween(at(rate, expected * (1 - 1e-12)), at(rate, expected * (1 + 1e-12)));
    }

    @SuppressWarnings("unchecked") // all are of one type, which nobody knows here
    private static Comparable<Object> comparable(Object quantity) {
        return (Comparable<Object>) quantity;
    }

    private static Comparable<Object> at(ReferenceFigure rate, double value) {
        return comparable(new ReferenceFigure(
                        rate.id(),
                        rate.group(),
                        rate.what(),
                        value,
                        value,
                        value,
                        rate.unit(),
                        rate.year(),
                        rate.sources(),
                        rate.note())
                .quantity());
    }

    /** Those that the reference says were never measured by anybody it can name. */
    @Test
    void isFromCheatSheets_asTheReferenceSays() {
        Set<String> cheatSheets = new HashSet<>(List.of("CHEAT", "HI25", "AX", "KPS"));
        List<String> expected = rows().filter(row -> StreamSupport.stream(
                                row.getAsJsonArray("sources").spliterator(), false)
                        .allMatch(key -> cheatSheets.contains(key.getAsString())))
                .map(row -> text(row, "id"))
                .toList();
        assertThat(ReferenceFigures.all().stream().filter(ReferenceFigure::isFromCheatSheets))
                .extracting(ReferenceFigure::id)
                .containsExactlyElementsOf(expected)
                .hasSize(23)
                .contains("app-server", "dau-mau");
    }

    private static Stream<JsonObject> rows() {
        return StreamSupport.stream(FILE.getAsJsonArray("rows").spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private static double numberOr(JsonElement number, double otherwise) {
        return number.isJsonNull() ? otherwise : number.getAsDouble();
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }

    private static JsonObject read() {
        try (InputStream in =
                Objects.requireNonNull(ReferenceFiguresTest.class.getResourceAsStream("base-rates.json"))) {
            return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void get_partOfAnId() {
        assertThatThrownBy(() -> ReferenceFigures.get(" Redis"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "id must be that of a reference figure but was ' Redis': the nearest are redis-ops, redis-key,"
                                + " redis-pipe; ReferenceFigures.search(\"Redis\") looks further");
    }

    @Test
    void blank() {
        assertThatThrownBy(() -> ReferenceFigures.get(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id must be that of a reference figure but was ' ': ReferenceFigures.all() shows them");
        assertThat(ReferenceFigures.search(" ")).isEqualTo(ReferenceFigures.all());
    }

    /** The short title of a source is not that of one service of several. */
    @Test
    void toString_quotaOfDynamo() {
        assertThat(ReferenceFigures.get("ddb-wcu"))
                .hasToString(
                        "ddb-wcu: DynamoDB write unit: one write per second of up to = 1 KB, 2026 (AWS, Service quotas"
                                + " and performance guidance, 2026)");
    }
}
