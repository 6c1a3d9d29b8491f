package dev.estimator.model;

import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Quantity;
import dev.estimator.queueing.Staffing;
import dev.estimator.reliability.CallChain;
import dev.estimator.reliability.Quorum;
import dev.estimator.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The name of a model goes before the names of its parts, and leaves those alone that a user gave. */
class ModelNamesTest {
    private static final Servers API = Servers.builder()
            .limit("cpu", qps(6000), qps(100))
            .spares(count(2))
            .name("api")
            .build();
    private static final Servers DB = Servers.builder()
            .name("db")
            .limit("cpu", assume("queries", qps(2000)), qps(50), percent(40))
            .zones(count(3))
            .build();

    @Test
    void servers_twoOnOnePage() {
        Explanation both = API.servers().plus(DB.servers()).named("all").explain();
        assertThat(names(both.assumptions()))
                .containsExactly(
                        "api: cpu demand",
                        "api: cpu per server",
                        "api: spares",
                        "queries",
                        "db: cpu per server",
                        "db: cpu target utilization",
                        "db: zones");
        assertThat(names(both.defaults()))
                .containsExactly(
                        "api: target utilization",
                        "api: zones",
                        "api: zones that may fail",
                        "db: spares",
                        "db: zones that may fail");
        assertThat(both.steps().stream().map(Explanation.Step::name))
                .containsExactly(
                        "api: servers by cpu",
                        "api: servers",
                        "db: servers by cpu",
                        "db: servers per zone",
                        "db: servers",
                        "all");
    }

    private static List<String> names(List<Explanation.Assumption> assumptions) {
        return assumptions.stream().map(Explanation.Assumption::name).toList();
    }

    /** Each default is one of its own model: 86 + 2 servers and 102, of which 3 × 34; with five spares 3 × 35. */
    @Test
    void default_ofOneModelAlone() {
        Count all = API.servers().plus(DB.servers());
        assertThat(all).isEqualTo(count(88 + 102));
        assertThat(all.given("db: spares", count(5))).isEqualTo(count(88 + 105));
        assertThat(all.given(DB.spares(), count(5))).isEqualTo(count(88 + 105));
        assertThat(all.given("api: spares", count(5))).isEqualTo(count(91 + 102));
    }

    @Test
    void withName_takesDefaultsAlong() {
        Servers other = DB.withName("store");
        assertThat(other.spares().name()).isEqualTo("store: spares");
        assertThat(other.servers().given(other.spares(), count(5))).isEqualTo(count(105));
        assertThat(other.servers().name()).isEqualTo("store: servers");
        assertThat(other).isEqualTo(DB.withName("x").withName("store")).hasToString("store: 102 servers, bound by cpu");
    }

    @Test
    void workersPerServer_named() {
        Servers waiting = Servers.builder()
                .limit("requests", Staffing.of(qps(900), ms(50)).forWait(99, ms(20)), count(8))
                .name("api")
                .build();
        assertThat(waiting.servers().explain().assumptions())
                .extracting(Explanation.Assumption::name)
                .contains("api: workers per server");
    }

    @Test
    void workers_namedByTheModel() {
        Servers waiting = Servers.builder()
                .limit(
                        "requests",
                        Staffing.of(qps(900), between(ms(40), ms(60)))
                                .forWait(99, ms(20))
                                .withMaxUtilization(percent(80)),
                        count(8))
                .name("api")
                .build();
        assertThat(names(Explanation.of(List.of(waiting.needed(), waiting.utilization("requests")))
                        .assumptions()))
                .containsExactlyInAnyOrder(
                        "api: arrival rate",
                        "api: service time",
                        "api: longest p99 wait",
                        "api: max utilization",
                        "api: workers per server");
        // 900/s × 80 ms ÷ 80% = 90 workers
        assertThat(waiting.needed().given("api: service time", ms(80))).isEqualTo(count(12));
    }

    @Test
    void workers_namedByTheUser() {
        Servers jobs = Servers.builder()
                .limit(
                        "jobs",
                        Staffing.of(assume("service time", qps(70)).times(1.5).named("load"), ms(300))
                                .forWaitProbability(percent(5)),
                        count(5))
                .name("jobs")
                .build();
        assertThat(names(jobs.needed().explain().assumptions()))
                .containsExactly(
                        "service time", "jobs: service time", "jobs: most that may wait", "jobs: workers per server");
    }

    @Test
    void report_ofTwo() {
        assertThat(Report.titled("Both")
                        .section("A", API)
                        .section("D", DB)
                        .utilization(API)
                        .utilization(DB)
                        .toString())
                .contains(
                        "api: servers         88",
                        "db: servers         102",
                        "api: bound by cpu",
                        "Utilization of api",
                        "Utilization of db");
    }

    @ParameterizedTest
    @MethodSource("named")
    void answers_allWithTheName(Model model, int answers) {
        List<Quantity<?>> all = new ArrayList<>();
        model.answers().forEach(topic -> all.addAll(topic.quantities()));
        assertThat(all)
                .hasSize(answers)
                .allSatisfy(answer -> assertThat(answer.name()).startsWith("one: "));
        Explanation explanation = Explanation.of(all);
        assertThat(names(explanation.assumptions())).isNotEmpty().allMatch(name -> name.startsWith("one: "));
        assertThat(names(explanation.defaults())).allMatch(name -> name.startsWith("one: "));
        assertThat(explanation.steps())
                .allSatisfy(step -> assertThat(step.name()).startsWith("one: "));
        assertThat(model.toString()).startsWith("one: ");
    }

    static Stream<Object[]> named() {
        Traffic traffic = Traffic.builder()
                .name("one")
                .monthlyActiveUsers(million(7))
                .actionsPerUser(count(5))
                .tier("super", percent(1), ratio(50))
                .readsPerWrite(ratio(9))
                .writeSize(bytes(300))
                .responseSize(bytes(2000))
                .build();
        RecordKind kind = RecordKind.builder("photo")
                .rate(qps(3))
                .field("id", bytes(8))
                .field("text", bytes(90))
                .overheadPerRow(bytes(24))
                .existing(million(2))
                .build();
        Storage storage = Storage.builder()
                .name("one")
                .kind(kind)
                .kind(RecordKind.builder("user").rate(qps(5)).size(bytes(70)).build())
                .retention(YEAR)
                .replicas(count(2))
                .build();
        CacheMemory cache = CacheMemory.builder()
                .name("one")
                .reads(qps(4000))
                .itemSize(bytes(500))
                .nodeMemory(gb(16))
                .hitRatio(percent(85))
                .build();
        Quorum quorum = Quorum.builder()
                .name("one")
                .copies(3)
                .readsFrom(2)
                .writesTo(2)
                .availabilityOfCopy(nines(3))
                .build();
        return Stream.of(
                new Object[] {traffic, 9}, new Object[] {storage, 4}, new Object[] {cache, 3}, new Object[] {quorum, 2
                });
    }

    /** The services of a chain are known by names of their own, which two chains may share. */
    @Test
    void chain_named() {
        CallChain chain =
                CallChain.builder().name("checkout").call("auth", nines(4)).build();
        assertThat(chain.availability().name()).isEqualTo("checkout: availability");
        assertThat(chain).hasToString("checkout: chain of 99.99% (4 nines)");
    }

    /** Without its name a model is as if it had never had one, its defaults too. */
    @Test
    void withName_none() {
        Servers named = API.withName("store");
        assertThat(named.withName(Optional.empty()))
                .isEqualTo(named.withName("web").withName(Optional.empty()))
                .hasToString("88 servers, bound by cpu");
        assertThat(named.withName(Optional.empty()).servers().explain().toString())
                .doesNotContain("store", "api");
    }

    @Test
    void name_blank() {
        assertThatIllegalArgumentException().isThrownBy(() -> API.withName(" ")).withMessage("name must not be blank");
    }

    /** What a user assumed goes by the user's name, also where that is what a model would call it. */
    @Test
    void assumption_keepsItsName() {
        Servers own = API.withSpares(assume("spares", count(4)));
        assertThat(own.servers().explain().assumptions())
                .extracting(Explanation.Assumption::name)
                .contains("spares")
                .doesNotContain("api: spares");
    }
}
