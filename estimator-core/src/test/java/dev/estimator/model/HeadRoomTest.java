package dev.estimator.model;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Bytes;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadRoomTest {
    // 1M photos a day of 3 MB, three times, are 3.285 PB in a year.
    private static final Storage PHOTOS = Storage.builder()
            .kind(RecordKind.builder("photo")
                    .size(bytes(3_000_000))
                    .rate(perDay(1_000_000))
                    .build())
            .retention(years(1))
            .replicationFactor(ratio(3))
            .build();
    private static final Bytes WITH_ROOM = PHOTOS.withFreeSpace(percent(40)).physical();

    private static Servers servers(Bytes demand) {
        return Servers.builder().limit("disk", demand, tb(8)).build();
    }

    /** 3.285 ÷ 0.6 = 5.475 PB, 684.4 disks of 8 TB; left free again they would be 978. */
    @Test
    void limit_ofStorageWithFreeSpace_isFilled() {
        Servers servers = servers(WITH_ROOM);
        assertThat(servers.needed()).isEqualTo(count(685));
        assertThat(servers.servers().explain().toString())
                .contains("disk target utilization = 100%  (its demand counts free space already)")
                .contains("⌈physical photo storage ÷ disk per server⌉");
    }

    /** 3.285 ÷ 0.8 = 4.10625 PB: a reserve is free space too. */
    @Test
    void limit_ofStorageWithAReserve_isFilled() {
        Storage growing = PHOTOS.withReserves(Map.of("growth", percent(20)));
        assertThat(servers(growing.physical()).needed()).isEqualTo(count(514));
        assertThat(servers(growing.physical("photo")).needed()).isEqualTo(count(514));
    }

    /** 3.285 PB ÷ 8 TB ÷ 0.7 = 586.6. */
    @Test
    void limit_ofStorageWithoutFreeSpace_leavesSome() {
        assertThat(servers(PHOTOS.physical()).needed()).isEqualTo(count(587));
    }

    static Stream<Bytes> allWithRoom() {
        Bytes other = PHOTOS.withName("thumbs").withFreeSpace(percent(10)).physical();
        return Stream.of(
                WITH_ROOM.named("disks"),
                WITH_ROOM.times(ratio(1.2)),
                WITH_ROOM.div(count(2)),
                WITH_ROOM.plus(other).named("both"));
    }

    @ParameterizedTest
    @MethodSource("allWithRoom")
    void isCountedIn_multiplesAndSums(Bytes demand) {
        assertThat(HeadRoom.isCountedIn(demand)).isTrue();
    }

    static Stream<Bytes> notAllWithRoom() {
        return Stream.of(
                tb(3),
                assume("disk", tb(3)),
                PHOTOS.physical(),
                PHOTOS.withFreeSpace(percent(40)).logical(),
                WITH_ROOM.plus(assume("logs", tb(5))));
    }

    @ParameterizedTest
    @MethodSource("notAllWithRoom")
    void isCountedIn_whatIsWithout(Bytes demand) {
        assertThat(HeadRoom.isCountedIn(demand)).isFalse();
    }

    /** 5.475 PB fill 684.375 disks, and 100 TB need 12.5 ÷ 0.7 = 17.857: 702.2. It was 995.6, 70 % of all. */
    @Test
    void limit_ofStorageWithFreeSpaceAndOtherData() {
        Servers servers =
                servers(WITH_ROOM.plus(assume("logs", tb(60))).plus(tb(40)).named("all"));
        assertThat(servers.needed()).isEqualTo(count(703));
        assertThat(servers.servers().explain().toString())
                .contains("⌈disk that counts free space + disk that does not ÷ target utilization⌉")
                .contains("disk that does not = logs ÷ disk per server + 40 TB ÷ disk per server");
        // 684.375 + 25 ÷ 0.5
        assertThat(servers.withTargetUtilization(percent(50)).needed().given("logs", tb(160)))
                .isEqualTo(count(735));
    }

    /** A target that is not for them was passed over without a word. */
    @Test
    void toString_ofATargetThatIsNotForDisks() {
        assertThat(servers(WITH_ROOM).withTargetUtilization(percent(50)))
                .hasToString("685 servers, bound by disk (filled to 100%: its demand counts free space already)");
        assertThat(servers(WITH_ROOM)).hasToString("685 servers, bound by disk");
        assertThat(servers(PHOTOS.physical()).withTargetUtilization(percent(50)))
                .hasToString("822 servers, bound by disk");
    }

    /** One that is stated for the limit is taken at its word: 5.475 PB ÷ 8 TB ÷ 0.9 = 760.4. */
    @Test
    void limit_ofStorageWithFreeSpace_ownTarget() {
        Servers servers = Servers.builder()
                .limit("disk", WITH_ROOM, tb(8), percent(90))
                .targetUtilization(percent(50))
                .build();
        assertThat(servers.needed()).isEqualTo(count(761));
        assertThat(servers(WITH_ROOM).withTargetUtilization(percent(50)).needed())
                .isEqualTo(count(685));
    }

    @Test
    void targetUtilization_reasonByKind() {
        assertThat(reason(Servers.builder().limit("requests", qps(9), qps(2))))
                .contains("70%  (an M/M/1 queue then answers in 3.3 × its service time)");
        assertThat(reason(Servers.builder().limit("memory", gb(900), gb(64))))
                .contains("70%  (room for data to grow, and for those of a server that fails)");
        assertThat(reason(Servers.builder().limit("connections", count(900), count(64))))
                .contains("70%  (room for the part of a server that fails)");
        assertThat(reason(Servers.builder().limit("requests", qps(9), qps(2)).limit("disk", tb(900), tb(64))))
                .contains("70%  (an M/M/1 queue then answers in 3.3 × its service time; room for data to grow, and for"
                        + " those of a server that fails)");
    }

    private static String reason(Servers.Builder servers) {
        return servers.build().servers().explain().toString();
    }

    /** The reason is that of the limits that there are. */
    @Test
    void targetUtilization_ofChangedLimits() {
        Servers disks = servers(tb(90));
        Servers changed = disks.withLimits(
                Servers.builder().limit("requests", qps(9), qps(2)).build().limits());
        assertThat(changed.servers().explain().toString()).contains("an M/M/1 queue");
        assertThat(changed.withName("api").targetUtilization().name()).isEqualTo("api: target utilization");
    }
}
