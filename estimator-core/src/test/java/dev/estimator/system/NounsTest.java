package dev.estimator.system;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.flow.Pool;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Qps;
import dev.estimator.queueing.ErlangC;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of what a rate in a system is. */
class NounsTest {
    private static final Qps TRIPS = assume("trips", count(86_400_000, "trips")).per(DAY);
    private static final Component MATCH = Component.named("match").serviceTime(ms(3), count(8));
    private static final Component ETA = Component.named("eta").serviceTime(ms(6), count(8));
    private static final Component STORE = Component.named("store").serviceTime(ms(2), count(8));
    private static final Architecture RIDES = Architecture.of(
            UseCase.read("trip", TRIPS, TRIPS.times(ratio(3)), MATCH.calling(Step.fanOut(5, ETA), STORE)),
            UseCase.read("look", qps(400), qps(700), STORE));

    /** Trips are what users do; what reaches a component, and what one calls another with, are requests. */
    @Test
    void rate_atAComponentIsOfRequests() {
        assertThat(RIDES.useCases().get(0).peak()).hasToString("3k trips/s");
        assertThat(RIDES.load(MATCH).peak()).hasToString("3k req/s");
        assertThat(RIDES.load(MATCH).rate()).hasToString("1k req/s");
        assertThat(RIDES.toString()).containsPattern("match +3k req/s").containsPattern("trip +1k trips/s +3k trips/s");
        assertThat(RIDES.load(ETA).peak()).hasToString("15k req/s");
        assertThat(RIDES.load(STORE).peak()).hasToString("3.7k req/s");
        assertThat(RIDES.flows().toString())
                .contains("clients → match: 3k req/s at peak")
                .contains("match → eta: 15k req/s at peak");
    }

    /** What one server does is of what all do. */
    @Test
    void perServer_isOfTheNounOfTheDemand() {
        Servers servers = Servers.builder()
                .limit("samples", count(4_000_000, "samples").per(SECOND), qps(250_000))
                .build();
        assertThat(servers.servers().explain().toString())
                .contains("250k samples/s")
                .doesNotContain("req/s");
    }

    /** It was '4M samples/s ÷ 250k req/s'. */
    @Test
    void needs_isOfTheNounOfTheDemand() {
        Component tsdb = STORE.needs("samples", count(4_000_000, "samples").per(SECOND), qps(250_000));
        assertThat(explained(tsdb)).contains("⌈4M samples/s ÷ 250k samples/s ÷ 70%⌉");
        Component kept = STORE.needs("lookups", qps(900), qps(60));
        assertThat(explained(kept)).contains("⌈900 req/s ÷ 60 req/s ÷ 70%⌉");
    }

    /** It was '700 req/s ÷ 90 messages/s' and '4 tokens/s' of one that makes 2,800 tokens a second, 700 a request. */
    @Test
    void requestsPerInstance_isOfRequests() {
        Qps messages = assume("messages of one", count(90, "messages")).per(SECOND);
        assertThat(explained(Component.named("mail").requestsPerInstance(messages)))
                .contains("⌈700 req/s ÷ 90 req/s ÷ 70%⌉", "messages of one = 90 messages")
                .doesNotContain("messages/s");
        Qps tokens = count(2800, "tokens").per(SECOND).div(ratio(700));
        assertThat(Component.named("gpu").requestsPerInstance(tokens)).hasToString("gpu: 4 req/s per instance");
    }

    private static String explained(Component component) {
        return Architecture.of(UseCase.read("look", qps(400), qps(700), component))
                .load(component)
                .needed()
                .explain()
                .toString();
    }

    /** 3,000 requests a second of 3 ms keep nine workers busy, and not nine trips. */
    @Test
    void busy_isOfNoNoun() {
        assertThat(RIDES.load(MATCH).instances().explain().toString())
                .contains("match busy workers = match peak × match service time")
                .containsPattern("= 3,000 req/s × 3 ms\\s+= 9\\n");
        assertThat(ErlangC.of(TRIPS, ms(7), count(9)).load()).hasToString("7");
        assertThat(Pool.of(TRIPS, ms(7)).inUse()).hasToString("7");
    }

    /** It was 'count (1) = riders × rides' and 'trips: trips = count (1) ÷ 1 d', as if there were two. */
    @Test
    void rate_thatHasANameKeepsIt() {
        Qps trips = assume("riders", count(70_000))
                .times(assume("rides", ratio(3)))
                .withNoun("trips")
                .per(DAY)
                .named("trips");
        Architecture system =
                Architecture.of(UseCase.write("trip", trips, trips, MATCH.calling(Step.times(ratio(2), ETA))));
        RecordKind records = RecordKind.builder("trip records")
                .rate(trips)
                .size(kb(2))
                .retention(days(90))
                .build();
        String text = Explanation.of(List.of(
                        Storage.builder().kind(records).build().physical(),
                        system.load(ETA).rate(),
                        system.load(MATCH).rate()))
                .toString();
        assertThat(text)
                .contains("\n  trips = riders × rides ÷ 1 d\n", "\n  eta rate = trips × visits to eta\n")
                .contains("\n  match rate = trips\n")
                .doesNotContain("count (1)", ": trips");
    }
}
