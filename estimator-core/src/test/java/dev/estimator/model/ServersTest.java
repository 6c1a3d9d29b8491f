package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServersTest {
    // Vector rv-sv-01.
    private static final Servers VECTOR = Servers.builder()
            .limit("requests", qps(50_000), qps(1200))
            .targetUtilization(percent(60))
            .spares(count(2))
            .build();

    // requests 9000 ÷ 500 ÷ 0.6 = 30; network 1100 ÷ 125 ÷ 0.4 = 22; memory 700 ÷ 32 ÷ 0.6 = 36.46.
    private static final Servers BASE = Servers.builder()
            .limit("requests", qps(9000), qps(500))
            .limit("network", mbPerSecond(1100), mbPerSecond(125), percent(40))
            .limit("memory", gb(700), gb(32))
            .targetUtilization(percent(60))
            .spares(count(4))
            .zones(count(3))
            .zonesThatMayFail(count(1))
            .build();

    /** What one server does takes the noun of the demand, and is still an assumption that a what-if may replace. */
    @Test
    void perServer_withNoun_isAnAssumption() {
        var views = assume("a day", count(50_000_000, "views")).per(DAY);
        var servers = Servers.builder()
                .name("origin")
                .limit("views", views, qps(70))
                .build()
                .needed();
        assertThat(servers.explain().toString()).contains("origin: views per server = 70 views/s");
        assertThat(servers.explain().assumptions())
                .extracting(Explanation.Assumption::name)
                .contains("a day", "origin: views per server");
        assertThat(servers).isEqualTo(count(12)); // 578.7 ÷ 70 ÷ 0.7 = 11.8
        assertThat(servers.given("origin: views per server", qps(35))).isEqualTo(count(24));

        var cores = Servers.builder()
                .limit("cores", count(40, "cores"), count(16, "cores"))
                .build()
                .needed();
        assertThat(cores.explain().assumptions())
                .extracting(Explanation.Assumption::name)
                .contains("cores per server");
    }

    @Test
    void needed_vector() {
        assertThat(VECTOR.needed()).isEqualTo(count(70));
        assertThat(VECTOR.servers()).isEqualTo(count(72));
    }

    @Test
    void needed_ofEachLimit() {
        assertThat(BASE.needed("requests")).isEqualTo(count(30));
        assertThat(BASE.needed("network")).isEqualTo(count(22));
        assertThat(BASE.needed("memory")).isEqualTo(count(37));
    }

    @Test
    void needed_isTheMost() {
        assertThat(BASE.needed()).isEqualTo(count(37));
    }

    /** Quotients that are whole on paper: in binary the first is 120.00000000000001, which would be 121. */
    @ParameterizedTest
    @CsvSource({
        "3720, 100, 31, 120",
        "3720.001, 100, 31, 121",
        "2.1, 0.3, 100, 7",
        "50, 7, 100, 8",
        "49, 7, 100, 7",
        "3001, 40, 100, 76",
        "3000, 40, 100, 75",
        "0, 40, 70, 0",
        "0.001, 40, 70, 1"
    })
    void needed_exactCeiling(double demand, double perServer, double target, double expected) {
        Servers servers = Servers.builder()
                .limit("requests", qps(demand), qps(perServer))
                .targetUtilization(percent(target))
                .build();
        assertThat(servers.needed()).isEqualTo(count(expected));
        assertThat(servers.servers()).isEqualTo(count(expected));
    }

    @Test
    void bindingLimit() {
        assertThat(BASE.bindingLimit()).isEqualTo("memory");
        assertThat(BASE.nextLimit()).isEqualTo("requests");
        assertThat(BASE.limitsByNeed()).containsExactly("memory", "requests", "network");
    }

    /** Without rounding up: 36.01 servers are more than 36, although both become 37 or less. */
    @Test
    void limitsByNeed_beforeRoundingUp() {
        Servers close = Servers.builder()
                .limit("first", qps(361), qps(10))
                .limit("second", qps(369), qps(10))
                .targetUtilization(percent(100))
                .build();
        assertThat(close.needed("first")).isEqualTo(close.needed("second"));
        assertThat(close.limitsByNeed()).containsExactly("second", "first");
    }

    @Test
    void limitsByNeed_tieKeepsTheOrder() {
        Servers tie = Servers.builder()
                .limit("network", mbPerSecond(250), mbPerSecond(125))
                .limit("requests", qps(1000), qps(500))
                .limit("memory", gb(96), gb(32))
                .build();
        assertThat(tie.limitsByNeed()).containsExactly("memory", "network", "requests");
        assertThat(tie.withLimits(tie.limits().get(1), tie.limits().get(0)).bindingLimit())
                .isEqualTo("requests");
    }

    @Test
    void nextLimit_ofOne() {
        assertThat(VECTOR.bindingLimit()).isEqualTo("requests");
        assertThat(VECTOR.nextLimit()).isEqualTo("none");
    }

    /** 37 + 4 servers in two zones that are left of three. */
    @Test
    void perZone() {
        assertThat(BASE.perZone()).isEqualTo(count(21));
        assertThat(BASE.servers()).isEqualTo(count(63));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 41, 41", "2, 0, 21, 42", "3, 0, 14, 42", "4, 1, 14, 56", "4, 2, 21, 84", "4, 3, 41, 164"})
    void perZone_ofSurvivors(double zones, double lost, double perZone, double total) {
        Servers servers =
                BASE.withZonesThatMayFail(count(0)).withZones(count(zones)).withZonesThatMayFail(count(lost));
        assertThat(servers.perZone()).isEqualTo(count(perZone));
        assertThat(servers.servers()).isEqualTo(count(total));
    }

    /** 9000 ÷ (500 × 63) = 2 ÷ 7; 1100 ÷ (125 × 63); 700 ÷ (32 × 63). */
    @Test
    void utilization() {
        assertNear(2 / 7.0, BASE.utilization("requests").value());
        assertNear(8.8 / 63, BASE.utilization("network").value());
        assertNear(21.875 / 63, BASE.utilization("memory").value());
    }

    /** Of the 63, a third is lost. */
    @Test
    void utilizationAfterZoneLoss() {
        assertNear(3 / 7.0, BASE.utilizationAfterZoneLoss("requests").value());
        assertNear(8.8 / 42, BASE.utilizationAfterZoneLoss("network").value());
        assertNear(21.875 / 42, BASE.utilizationAfterZoneLoss("memory").value());
    }

    @Test
    void utilizationAfterZoneLoss_noneMayFail() {
        assertThat(VECTOR.utilizationAfterZoneLoss("requests")).isEqualTo(VECTOR.utilization("requests"));
    }

    @Test
    void total_explanation() {
        Servers servers = Servers.builder()
                .limit("requests", assume("peak rate", thousand(50).per(SECOND), "traffic"), qps(1200))
                .limit("network", mbPerSecond(800), mbPerSecond(125), percent(50))
                .spares(count(2))
                .zones(count(3))
                .build();
        assertThat(servers.servers().explain()).hasToString("""
                        assumed
                          peak rate                  = 50,000/s               (traffic)
                          requests per server        = 1,200 req/s
                          network demand             = 800 MB/s (6.4 Gbit/s)
                          network per server         = 1 Gbit/s
                          network target utilization = 50%
                          spares                     = 2
                          zones                      = 3
                        not set, so left at the default
                          target utilization  = 70%  (an M/M/1 queue then answers in 3.3 × its service time)
                          zones that may fail = 0    (none)
                        calculated
                          servers by requests = ⌈peak rate ÷ requests per server ÷ target utilization⌉
                                              = ⌈50,000/s ÷ 1,200 req/s ÷ 70%⌉
                                              = 60
                          servers by network = ⌈network demand ÷ network per server ÷ network target utilization⌉
                                             = ⌈800 MB/s ÷ 1 Gbit/s ÷ 50%⌉
                                             = 13
                          servers needed = max(servers by requests, servers by network)
                                         = max(60, 13), the greatest is servers by requests
                                         = 60
                          servers per zone = ⌈(servers needed + spares) ÷ zones⌉
                                           = ⌈(60 + 2) ÷ 3⌉
                                           = 21
                          servers = servers per zone × zones
                                  = 21 × 3
                                  = 63""");
    }

    @Test
    void utilization_explanation() {
        assertThat(VECTOR.utilization("requests").explain()).hasToString("""
                assumed
                  requests demand     = 50,000 req/s
                  requests per server = 1,200 req/s
                  target utilization  = 60%
                  spares              = 2
                not set, so left at the default
                  zones               = 1  (one place)
                  zones that may fail = 0  (none)
                calculated
                  servers by requests = ⌈requests demand ÷ requests per server ÷ target utilization⌉
                                      = ⌈50,000 req/s ÷ 1,200 req/s ÷ 60%⌉
                                      = 70
                  servers = servers by requests + spares
                          = 70 + 2
                          = 72
                  requests utilization = requests demand ÷ requests per server ÷ servers
                                       = 50,000 req/s ÷ 1,200 req/s ÷ 72
                                       = 57.87%""");
    }

    /** Of two limits, with 4 GPUs in each of 59 + 3 servers; in three zones of 21 that is 63. */
    @Test
    void servers_inOnePlaceThatNobodySet_areNotPerZone() {
        Servers llm = Servers.builder()
                .name("llm")
                .limit("requests", qps(400), qps(10))
                .limit("memory", gb(520), gb(12.8))
                .spares(count(3))
                .build();
        Count gpus = llm.servers().times(count(4)).named("GPUs");
        assertThat(gpus.explain().toString())
                .contains(
                        "  llm: servers = llm: servers needed + llm: spares\n", "  GPUs = llm: servers × 4\n", " = 248")
                .doesNotContain("per zone");
        Count inThree = gpus.given("llm: zones", count(3));
        assertThat(inThree).isEqualTo(count(252));
        assertThat(inThree.explain().toString())
                .contains("  llm: servers = ⌈(llm: servers needed + llm: spares) ÷ llm: zones⌉ × llm: zones\n");
        assertThat(llm.withZones(count(1)).servers().explain().toString()).contains("llm: servers per zone = ");
        assertThat(llm.utilizationAfterZoneLoss("memory").explain().toString()).doesNotContain("per zone");
        assertThat(llm.perZone().explain().toString()).contains("llm: servers per zone = ");
    }

    @Test
    void with_function() {
        assertThat(VECTOR.withTargetUtilization(Share::complement).needed()).isEqualTo(count(105));
        assertThat(VECTOR.withSpares(spares -> spares.times(3)).servers()).isEqualTo(count(76));
    }

    @Test
    void given_perServer() {
        assertThat(VECTOR.servers().given("requests per server", qps(2400))).isEqualTo(count(37));
        assertThat(VECTOR.servers().given("requests demand", qps(10_000))).isEqualTo(count(16));
    }

    @Test
    void toString_serversAndLimit() {
        assertThat(VECTOR).hasToString("72 servers, bound by requests");
        assertThat(Servers.builder().limit("memory", gb(3), gb(64)).build()).hasToString("1 server, bound by memory");
    }

    @Test
    void limits_none() {
        Servers.Builder builder = Servers.builder().spares(count(3));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no limit is set: add at least one with limit(name, demand, perServer)");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void build_refused(String message, UnaryOperator<Servers> change) {
        assertThatThrownBy(() -> change.apply(BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "limits must have different names but were 'memory', 'disk', 'memory'",
                        servers -> servers.withLimits(limit("memory", 2), limit("disk", 3), limit("memory", 4))),
                refusal(
                        "targetUtilization must be above 0% but was 0%",
                        servers -> servers.withTargetUtilization(percent(0))),
                refusal(
                        "targetUtilization must be above 0% but was 0%",
                        servers -> servers.withLimits(
                                new Servers.Limit("memory", ratio(2), Optional.of(percent(0)), Optional.empty()))),
                refusal("spares must be a whole number but was 0.5", servers -> servers.withSpares(count(0.5))),
                refusal("zones must be a whole number but was 2.5", servers -> servers.withZones(count(2.5))),
                refusal(
                        "zonesThatMayFail must be a whole number but was 1.5",
                        servers -> servers.withZonesThatMayFail(count(1.5))),
                refusal(
                        "zonesThatMayFail must be below zones, which is 3, but was 3",
                        servers -> servers.withZonesThatMayFail(count(3))),
                refusal(
                        "zonesThatMayFail must be below zones, which is 0, but was 1",
                        servers -> servers.withZones(count(0))),
                refusal("name must not be blank", servers -> servers.withLimits(limit(" ", 2))));
    }

    private static Arguments refusal(String message, UnaryOperator<Servers> change) {
        return Arguments.of(message, change);
    }

    private static Servers.Limit limit(String name, double load) {
        return new Servers.Limit(name, ratio(load), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void limit_unknown(Function<Servers, Object> question) {
        assertThatThrownBy(() -> question.apply(BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be one of 'requests', 'network', 'memory' but was 'disk'");
    }

    static Stream<Function<Servers, Object>> questions() {
        return Stream.of(
                servers -> servers.needed("disk"),
                servers -> servers.utilization("disk"),
                servers -> servers.utilizationAfterZoneLoss("disk"));
    }

    @Test
    void limit_serverHasNone() {
        Servers.Builder builder = Servers.builder();
        assertThatThrownBy(() -> builder.limit("requests", qps(5), qps(0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("requests demand (5 req/s) ÷ requests per server (0 req/s) has no answer: the divisor is"
                        + " zero");
    }

    @Test
    void limit_twoCurrencies() {
        Servers.Builder builder = Servers.builder();
        assertThatThrownBy(() -> builder.limit("budget", usd(5), eur(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currencies must be the same but were USD and EUR: convert one at a rate of your choice");
    }

    /** It was 'cores demand = 52 photos'. */
    @ParameterizedTest
    @CsvSource({
        "cores, 'cores demand     = 52 cores', cores",
        "cores, 'cores demand     = 52\n', ''",
        "photos, 'photos demand     = 52 photos', ''",
        "photos, 'photos demand     = 52 photos', photos"
    })
    void limit_demandIsCountedInWhatAServerHas(String limit, String line, String noun) {
        Count busy = count(100, "photos").per(SECOND).times(seconds(0.52));
        Count each = noun.isEmpty() ? count(8) : count(8, noun);
        assertThat(Servers.builder()
                        .limit(limit, busy, each)
                        .build()
                        .servers()
                        .explain()
                        .toString())
                .contains(line.replace("\\n", "\n"));
    }

    /** In 27% of cases it is another. */
    @Test
    void toString_ofWhatBindsAtTheBestGuess() {
        Qps rate = between(qps(900), qps(5000));
        Servers both = Servers.builder()
                .limit("requests", rate, qps(120))
                .limit("network", between(mbPerSecond(700), mbPerSecond(1900)), mbPerSecond(90))
                .targetUtilization(percent(75))
                .build();
        assertThat(both).asString().endsWith(" servers, bound by requests at the best guess");
        Servers alike = Servers.builder()
                .limit("requests", rate, qps(120))
                .limit("memory", rate, qps(130))
                .build();
        assertThat(alike).asString().endsWith(" servers, bound by requests");
    }
}
