package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Availability;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside an enumeration of all states of zones and instances, which shares no code. */
class InZonesCallTest {
    private record Shape(String name, int needed, int members, int mayFail, double up) {}

    private static List<Call> zones(int zones, double up) {
        return IntStream.range(0, zones)
                .<Call>mapToObj(i -> Call.of("zone " + i, percentUp(up - 0.7 * i)))
                .toList();
    }

    private static Call call(Shape of, int zones, double up) {
        return new Call.InZones(
                of.name, count(of.needed), of.members, 1, of.mayFail, percentUp(of.up), zones(zones, up));
    }

    /** Instance j stands in zone j modulo zones, so that the first have one more. */
    private static boolean isUp(Shape of, int zones, int zonesUp, int instancesUp) {
        int used = Math.min(zones, of.members);
        int enough = 0;
        for (int j = 0; j < of.members; j++) {
            enough += (zonesUp >> j % zones & 1) & (instancesUp >> j & 1);
        }
        int down = used - Integer.bitCount(zonesUp & (1 << used) - 1);
        return enough >= of.needed && down <= of.mayFail;
    }

    private static double probability(Shape of, int state) {
        int up = Integer.bitCount(state);
        return Math.pow(of.up / 100, up) * Math.pow(1 - of.up / 100, of.members - up);
    }

    /** The probability that all of them are up. */
    private static double enumerated(int zones, double up, Shape... all) {
        double sum = 0;
        for (int zonesUp = 0; zonesUp < 1 << zones; zonesUp++) {
            double product = 1;
            for (int i = 0; i < zones; i++) {
                double each = (up - 0.7 * i) / 100;
                product *= (zonesUp >> i & 1) == 1 ? each : 1 - each;
            }
            for (Shape of : all) {
                double its = 0;
                for (int state = 0; state < 1 << of.members; state++) {
                    its += isUp(of, zones, zonesUp, state) ? probability(of, state) : 0;
                }
                product *= its;
            }
            sum += product;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, 3, 1",
        "1, 3, 3, 2",
        "1, 2, 3, 1",
        "2, 4, 3, 1",
        "2, 5, 3, 2",
        "3, 7, 3, 2",
        "4, 4, 2, 1",
        "5, 9, 4, 3",
        "3, 10, 4, 3",
        "2, 7, 5, 3",
        "6, 11, 3, 0",
        "1, 1, 3, 1",
        "3, 8, 6, 4",
        "2, 6, 1, 0"
    })
    void availability_enumerated(int needed, int members, int zones, int mayFail) {
        Shape of = new Shape("api", needed, members, mayFail, 93);
        Availability found =
                CallChain.builder().call(call(of, zones, 98)).build().availability();
        assertThat(found.value()).isCloseTo(enumerated(zones, 98, of), within(1e-13));
    }

    @Test
    void availability_ofSeveralInTheSameZones() {
        Shape api = new Shape("api", 2, 5, 1, 94);
        Shape cache = new Shape("cache", 1, 3, 2, 88);
        Shape store = new Shape("store", 3, 7, 1, 97);
        Shape queue = new Shape("queue", 1, 2, 1, 91);
        CallChain chain = CallChain.builder()
                .call(call(api, 3, 96))
                .call(call(cache, 3, 96))
                .call(call(store, 3, 96))
                .call(call(queue, 3, 96))
                .call(call(api, 3, 96))
                .build();
        double expected = enumerated(3, 96, api, cache, store, queue);
        assertThat(chain.availability().value()).isCloseTo(expected, within(1e-13));
        CallChain any = CallChain.builder()
                .call(Call.anyOf(call(api, 3, 96), call(cache, 3, 96)))
                .build();
        double either = enumerated(3, 96, api) + enumerated(3, 96, cache) - enumerated(3, 96, api, cache);
        assertThat(any.availability().value()).isCloseTo(either, within(1e-13));
    }

    /** A zone and one of the two instances that it leaves; or two of all three. */
    @Test
    void cuts_nameZonesAndInstances() {
        List<Call> zones = List.of(
                Call.of("zone a", nines(2)), Call.of("zone b", percentUp(98)), Call.of("zone c", percentUp(97)));
        CallChain chain = CallChain.builder()
                .call(new Call.InZones("api", count(2), 3, 1, 1, percentUp(99.5), zones))
                .build();
        assertThat(chain.singlePointsOfFailure()).isEmpty();
        assertThat(chain.minimalCuts())
                .extracting(CallChain.Cut::toString)
                .containsExactly(
                        "zone b and zone c 0.06%",
                        "zone a and zone c 0.03%",
                        "zone c and api 0.0299%",
                        "zone a and zone b 0.02%",
                        "zone b and api 0.02%",
                        "zone a and api 0.00998%",
                        "api 0.00748% (2 failures)");
        assertThat(chain.costliestCall()).isEqualTo("zone c");
        assertThat(chain.calls().get(0)).hasToString("api (2 of 3 in 3 zones), each 99.5% (2.3 nines)");
    }

    /** Twelve groups of two in three zones, one of each is enough: each leaves one where its second zone is down. */
    @Test
    void groups_begin_inDifferentZones() {
        Call.InZones shards = new Call.InZones("shards", count(1), 2, 12, 1, percentUp(97), zones(3, 99));
        double one = 0.99 * 0.983 * 0.976;
        double two = 0.01 * 0.983 * 0.976 + 0.99 * 0.017 * 0.976 + 0.99 * 0.983 * 0.024;
        double expected = one * Math.pow(1 - 0.03 * 0.03, 12) + two * Math.pow(0.97, 12);
        assertThat(CallChain.builder().call(shards).build().availability().value())
                .isCloseTo(expected, within(1e-13));
        assertThat(shards.zonesNeeded()).isEqualTo(2);
    }

    /** What is given is a ratio of small numbers, which a difference of availabilities would lose. */
    @Test
    void availability_atManyNines() {
        Call.InZones api = new Call.InZones("api", count(3), 9, 1, 1, nines(4), zones(3, 100 - 1e-9));
        double zonesDown = CallChain.builder()
                .call(new Call.InZones("api", count(3), 9, 1, 1, percentUp(100), zones(3, 100 - 1e-9)))
                .build()
                .availability()
                .unavailability()
                .value();
        assertThat(CallChain.builder()
                        .call(api)
                        .build()
                        .availability()
                        .unavailability()
                        .value())
                .isGreaterThan(zonesDown)
                .isCloseTo(zonesDown, within(1e-4 * zonesDown));
    }

    @Test
    void range_followsFromThatOfEach() {
        Availability each = between(percentUp(98), percentUp(99.7));
        Availability all = CallChain.builder()
                .call(new Call.InZones("api", count(2), 4, 1, 1, each, zones(3, 99)))
                .build()
                .availability();
        for (double percent : new double[] {5, 50, 95}) {
            double up = each.percentile(percent).value() * 100;
            Shape of = new Shape("api", 2, 4, 1, up);
            assertThat(all.percentile(percent).value()).isCloseTo(enumerated(3, 99, of), within(1e-12));
        }
        assertThat(all.explain().toString()).contains("api with 3 of 4 instances left");
    }

    /**
     * Each of 16 zones has three instances, or the first four have one more. Of so many only ten numbers of zones are
     * told apart, which is hardly seen, and where zones differ the worst is assumed: never too good.
     */
    @Test
    void availability_ofManyZones_isNotTooGood() {
        List<Call> zones = IntStream.range(0, 16)
                .<Call>mapToObj(i -> Call.of("zone " + i, percentUp(97)))
                .toList();
        for (int members : new int[] {48, 52}) {
            Availability found = CallChain.builder()
                    .call(new Call.InZones("api", count(33), members, 1, 12, percentUp(88), zones))
                    .build()
                    .availability();
            double expected = 0;
            for (int more = 0; more <= members - 48; more++) {
                for (int others = 0; others <= 16 - (members - 48); others++) {
                    double each = exactly(more, members - 48, 0.97) * exactly(others, 64 - members, 0.97);
                    expected += each * atLeast(33, 4 * more + 3 * others, 0.88);
                }
            }
            double down = found.unavailability().value();
            assertThat(down).isBetween((1 - expected) * (1 - 1e-9), (1 - expected) * (members == 48 ? 1 + 1e-6 : 4));
        }
    }

    private static double atLeast(int needed, int of, double up) {
        return IntStream.rangeClosed(needed, of)
                .mapToDouble(i -> exactly(i, of, up))
                .sum();
    }

    private static double exactly(int number, int of, double up) {
        double ways = 1;
        for (int i = 0; i < number; i++) {
            ways *= (double) (of - i) / (i + 1);
        }
        return ways * Math.pow(up, number) * Math.pow(1 - up, of - number);
    }

    @Test
    void refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Call.InZones("api", count(2), 3, 1, 3, nines(2), zones(3, 99)))
                .withMessage("zonesThatMayFail must be below the number of zones, which is 3, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Call.InZones("api", count(4), 3, 1, 1, nines(2), zones(3, 99)))
                .withMessage("needed must be a whole number between 1 and 3 but was 4");
    }
}
