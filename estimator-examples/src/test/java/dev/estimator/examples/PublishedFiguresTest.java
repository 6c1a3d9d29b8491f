package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.WEEK;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Units.BILLIONS;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.GBIT_PER_SECOND;
import static dev.estimator.quantity.Units.KB_PER_SECOND;
import static dev.estimator.quantity.Units.MB;
import static dev.estimator.quantity.Units.MIB;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.TB;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static java.math.RoundingMode.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure of the eight published estimates is printed as its source prints it. Authors round between steps, some
 * up and some down; where they did so does the expression, by {@code rounded}. Only the spelling is the library's: kB
 * for KB, M for million, bn for billion, $ for USD.
 *
 * <p>Left out are the three figures that are wrong in their source, as the sums of {@code UrlShortener} and
 * {@code ServiceAvailability} tell: "300 GB" and "~390 GB" for 6 B × 56.8 billion keys, and "1 min 5 s" for 60.48 s.
 */
class PublishedFiguresTest {
    private static Arguments figure(String source, String printed) {
        return Arguments.of(source, printed);
    }

    static Stream<Arguments> pastebin() {
        Bytes paste = Pastebin.paste().recordSize();
        Bytes month = Pastebin.PASTES.times(paste);
        return Stream.of(
                figure("~1.27 KB", paste.format(3)),
                figure("12.7 GB", month.format(3)),
                figure(
                        "~450 GB",
                        month.times(Pastebin.MONTHS_KEPT).rounded(2, GB, DOWN).format(GB)),
                figure(
                        "360 million",
                        Pastebin.PASTES.times(Pastebin.MONTHS_KEPT).toString()),
                figure("4 /s", Pastebin.traffic().writeQps().toString()),
                figure("40 /s", Pastebin.traffic().readQps().toString()));
    }

    static Stream<Arguments> personalFinance() {
        Bytes transaction = PersonalFinance.transaction().recordSize();
        Bytes month = PersonalFinance.TRANSACTIONS.times(transaction);
        return Stream.of(
                figure(
                        "100 million",
                        PersonalFinance.USERS.times(PersonalFinance.CATEGORIES).toString()),
                figure("~50 B", transaction.toString()),
                figure("250 GB", month.toString()),
                figure("9 TB", month.times(PersonalFinance.MONTHS_KEPT).toString()),
                figure("2000 /s", PersonalFinance.traffic().writeQps().toString()),
                figure("200 /s", PersonalFinance.traffic().readQps().toString()),
                figure(
                        "about 12 MB",
                        PersonalFinance.SELLERS
                                .times(bytes(255))
                                .rounded(2, MB, DOWN)
                                .toString()));
    }

    static Stream<Arguments> urlShortener() {
        Count written = UrlShortener.NEW_LINKS.times(count(120));
        Qps writes = UrlShortener.traffic().writeQps();
        Qps carried = writes.rounded(1, PER_SECOND, HALF_UP);
        Qps reads = carried.times(UrlShortener.READS_PER_WRITE);
        Count readsPerDay = reads.times(DAY).rounded(2, MILLIONS, HALF_UP);
        return Stream.of(
                figure(
                        "10 billion",
                        UrlShortener.NEW_LINKS
                                .times(UrlShortener.READS_PER_WRITE)
                                .toString()),
                figure("~40 /s", writes.format(PER_SECOND, 1)),
                figure("4000 /s", reads.toString()),
                figure("20 KB/s", carried.times(UrlShortener.LINK_SIZE).format(KB_PER_SECOND)),
                figure("~2 MB/s", reads.times(UrlShortener.LINK_SIZE).format(1)),
                figure("12 billion", written.toString()),
                figure("6 TB", written.times(UrlShortener.LINK_SIZE).toString()),
                figure("~350 million", readsPerDay.toString()),
                figure(
                        "35 GB",
                        readsPerDay
                                .times(UrlShortener.HOT_SHARE)
                                .times(UrlShortener.LINK_SIZE)
                                .toString()),
                figure("~56.8 billion", UrlShortener.KEYS.format(BILLIONS)));
    }

    static Stream<Arguments> youTube() {
        return Stream.of(
                figure("150 TB", YouTube.storage().newPerDay().toString()),
                figure("150 000 USD", YouTube.cdnCost().toString()));
    }

    static Stream<Arguments> gameLeaderboard() {
        Qps players = GameLeaderboard.players();
        return Stream.of(
                figure("50 /s", players.toString()),
                figure("250 /s", players.times(GameLeaderboard.PEAK).toString()),
                figure("500 /s", GameLeaderboard.traffic().writeQps().toString()),
                figure("2500 /s", GameLeaderboard.traffic().peakWriteQps().toString()),
                figure("50 /s", GameLeaderboard.traffic().readQps().toString()),
                figure("26 B", GameLeaderboard.entry().recordSize().toString()),
                figure("~650 MB", GameLeaderboard.leaderboard().toString()));
    }

    static Stream<Arguments> hotelReservation() {
        Qps carried = HotelReservation.reservations().rounded(1, PER_SECOND, UP);
        Qps booking = carried.div(HotelReservation.GOES_ON);
        return Stream.of(
                figure(
                        "~240 000",
                        HotelReservation.reservations()
                                .times(HotelReservation.A_DAY)
                                .rounded(2, ONES, UP)
                                .toString()),
                figure("~3 /s", carried.toString()),
                figure("30 /s", booking.toString()),
                figure("300 /s", booking.div(HotelReservation.GOES_ON).toString()),
                figure("1875 /s", HotelReservation.queriesPerShard().format(4)));
    }

    static Stream<Arguments> logSearch() {
        Bytes disk = LogSearch.storage().physical();
        Count primaries = tb(3).div(LogSearch.SHARD_SIZE).ceil();
        return Stream.of(
                figure("6900 GB", disk.format(GB)),
                figure("~7 TB", disk.format(TB, 1)),
                figure("~6.9 TB", disk.toString()),
                figure("75", primaries.toString()),
                figure("150", primaries.times(LogSearch.REPLICAS.plus(count(1))).toString()));
    }

    static Stream<Arguments> serviceAvailability() {
        Availability three = ServiceAvailability.THREE_NINES;
        Availability four = ServiceAvailability.FOUR_NINES;
        return Stream.of(
                figure("99.8 %", ServiceAvailability.inSequence().availability().format(1)),
                figure(
                        "99.9999 %",
                        ServiceAvailability.inParallel().availability().format(1)),
                figure(
                        "8 h 45 min 57 s",
                        three.downtime(ServiceAvailability.A_YEAR).toClockString()),
                figure(
                        "43 min 49.7 s",
                        three.downtime(ServiceAvailability.A_MONTH).toClockString()),
                figure("10 min 4.8 s", three.downtime(WEEK).toClockString()),
                figure("1 min 26.4 s", three.downtime(DAY).toClockString()),
                figure(
                        "52 min 35.7 s",
                        four.downtime(ServiceAvailability.A_YEAR).toClockString()),
                figure("4 min 23 s", four.downtime(ServiceAvailability.A_MONTH).toClockString()),
                figure("8.6 s", four.downtime(DAY).toString()));
    }

    /** What the same estimates come to without rounding between steps, with the digits that are printed of that. */
    static Stream<Arguments> withoutRounding() {
        Bytes paste = Pastebin.paste().recordSize();
        Bytes pastes = Pastebin.PASTES.times(paste);
        Bytes sellers = PersonalFinance.SELLERS.times(bytes(255));
        return Stream.of(
                figure("1.271 KB", paste.format(4)),
                figure("12.71 GB", pastes.format(4)),
                figure("457.56 GB", pastes.times(Pastebin.MONTHS_KEPT).format(5)),
                figure("3.858 /s", Pastebin.PASTES.per(days(30)).format(4)),
                figure("38.58 /s", Pastebin.READS.per(days(30)).format(4)),
                figure("3.52 × 10¹²", Pastebin.POSSIBLE_LINKS.format(3)),
                figure("1929 /s", PersonalFinance.TRANSACTIONS.per(days(30)).format(4)),
                figure("192.9 /s", PersonalFinance.READS.per(days(30)).format(4)),
                figure("12.75 MB", sellers.format(4)),
                figure("12.16 MiB", sellers.format(MIB, 4)),
                figure("500 000", YouTube.uploads().toString()),
                figure("7.5 PB", YouTube.delivered().toString()),
                figure("13.9 Gbit/s", YouTube.storage().newPerDay().per(DAY).format(GBIT_PER_SECOND, 3)),
                figure("694 Gbit/s", YouTube.delivered().per(DAY).format(GBIT_PER_SECOND, 3)));
    }

    static Stream<Arguments> withoutRoundingFurther() {
        Qps links = UrlShortener.NEW_LINKS.per(UrlShortener.A_MONTH);
        Qps reads = links.times(UrlShortener.READS_PER_WRITE);
        Qps players = GameLeaderboard.DAILY_PLAYERS.per(DAY);
        Qps scores = players.times(GameLeaderboard.GAMES);
        Availability three = ServiceAvailability.THREE_NINES;
        return Stream.of(
                figure("3858 /s", reads.format(4)),
                figure("19.29 KB/s", links.times(UrlShortener.LINK_SIZE).format(4)),
                figure("1.929 MB/s", reads.times(UrlShortener.LINK_SIZE).format(4)),
                figure("333.3 million", reads.times(DAY).format(4)),
                figure("340.8 GB", UrlShortener.keyTable().format(4)),
                figure("57.87 /s", players.format(4)),
                figure("578.7 /s", scores.format(4)),
                figure("2894 /s", scores.times(GameLeaderboard.PEAK).format(4)),
                figure("1.3 GB", GameLeaderboard.leaderboard().times(ratio(2)).toString()),
                figure("2.33 /s", HotelReservation.reservations().format(3)),
                figure("23.3 /s", HotelReservation.bookingPageViews().format(3)),
                figure("233 /s", HotelReservation.roomPageViews().format(3)),
                figure("76", gb(3001).div(LogSearch.SHARD_SIZE).ceil().toString()),
                figure(
                        "99.8001 %",
                        ServiceAvailability.inSequence().availability().format(4)),
                figure("43.2 min", three.downtime(days(30)).format(3)),
                figure("8.76 h", three.downtime(days(365)).format(3)));
    }

    @ParameterizedTest
    @MethodSource({
        "withoutRounding",
        "withoutRoundingFurther",
        "pastebin",
        "personalFinance",
        "urlShortener",
        "youTube",
        "gameLeaderboard",
        "hotelReservation",
        "logSearch",
        "serviceAvailability"
    })
    void figure_isPrintedAsInItsSource(String source, String printed) {
        assertThat(withoutNoun(printed)).isEqualTo(spelled(source));
    }

    /** As the library spells it. */
    private static String spelled(String source) {
        return source.replaceFirst("^(~|about )", "")
                .replaceFirst("^(\\d+) 000", "$1k")
                .replaceFirst("^(\\d)000 /s", "$1k /s")
                .replaceFirst("^(\\d)([1-9]\\d*?)0* /s$", source.matches("\\d{4} /s") ? "$1.$2k /s" : "$0")
                .replace(" × 10¹²", "tn")
                .replace(" million", "M")
                .replace(" billion", "bn")
                .replace(" KB", " kB")
                .replace(" %", "%")
                .replace(" /s", "/s")
                .replaceFirst("(.*) USD", "\\$$1");
    }

    /** Where a source speaks of so many a second, models speak of requests. */
    private static String withoutNoun(String printed) {
        return printed.replace(" req/s", "/s");
    }
}
