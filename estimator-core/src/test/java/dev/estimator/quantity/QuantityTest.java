package dev.estimator.quantity;

import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbPerSecond;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.money;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityTest {
    private static final Count USERS = assume("users", million(10), "product plan");
    private static final Count REQUESTS = assume("requests per user", count(20));
    private static final Ratio PEAK = assumeDefault("peak to average", ratio(3), "rule of thumb");
    private static final Qps AVERAGE = USERS.times(REQUESTS).per(seconds(64)).named("average rate");
    private static final Qps PEAK_RATE = AVERAGE.times(PEAK).named("peak rate");

    /** Pairwise different in type, value, currency or what is paid for. */
    private static final List<Quantity<?>> DIFFERENT = List.of(
            qps(5),
            qps(7),
            bytes(5),
            bytes(0),
            gbPerSecond(5),
            seconds(5),
            count(5),
            ratio(5),
            Share.of(0.25),
            Availability.ofUnavailability(0.25),
            usd(5),
            eur(5),
            usd(5).per(bytes(1)),
            usd(5).per(count(1)),
            usd(5).per(seconds(1)),
            eur(5).per(seconds(1)));

    /** A period that divides without rounding. */
    private static Qps per64s(double events) {
        return qps(events / 64);
    }

    static List<Quantity<?>> different() {
        return DIFFERENT;
    }

    @Test
    void equals_onlyItself() {
        for (int i = 0; i < DIFFERENT.size(); i++) {
            for (int j = 0; j < DIFFERENT.size(); j++) {
                Quantity<?> one = DIFFERENT.get(i);
                Quantity<?> other = DIFFERENT.get(j);
                assertEquals(i == j, one.equals(other), () -> one.toLongString() + " and " + other.toLongString());
            }
            assertFalse(DIFFERENT.get(i).equals(null));
        }
    }

    @ParameterizedTest
    @MethodSource("different")
    void equals_derivationDoesNotMatter(Quantity<?> quantity) {
        Quantity<?> named = quantity.named("it");
        assertEquals(quantity, named);
        assertEquals(named, quantity);
        assertEquals(quantity.hashCode(), named.hashCode());
    }

    @Test
    void equals_otherClass() {
        assertNotEquals((Object) 5.0, ratio(5));
        assertNotEquals((Object) "5 GB", gb(5));
    }

    @Test
    void equals_zeroHasNoSign() {
        assertEquals(qps(0.0), qps(-0.0));
        assertEquals(qps(0.0).hashCode(), qps(-0.0).hashCode());
        assertEquals(Share.of(0.0), Share.of(-0.0));
        assertEquals(Availability.ofUnavailability(0.0), Availability.ofUnavailability(-0.0));
    }

    @Property
    void compareTo_agreesWithEqualsAndTheNumbers(
            @ForAll(supplier = Generators.Any.class) double a, @ForAll(supplier = Generators.Any.class) double b) {
        assertEquals(Double.compare(a, b), Integer.signum(bytes(a).compareTo(bytes(b))));
        assertEquals(Double.compare(b, a), Integer.signum(bytes(b).compareTo(bytes(a))));
        assertEquals(a == b, bytes(a).equals(bytes(b)));
        assertEquals(0, bytes(a).compareTo(bytes(a)));
        assertEquals(bytes(a).hashCode(), bytes(a).hashCode());
    }

    @Test
    void compareTo_sorts() {
        assertEquals(
                List.of(kb(3), kb(7), gb(5)),
                List.of(gb(5), kb(3), kb(7)).stream().sorted().toList());
        assertEquals(
                List.of(percentUp(99), nines(3), nines(12)),
                List.of(nines(12), percentUp(99), nines(3)).stream().sorted().toList());
    }

    @Test
    void compareTo_mixedCurrencies() {
        assertRefused(
                "currencies must be the same but were CHF and USD: convert one at a rate of your choice",
                () -> money(5, "CHF").compareTo(usd(3)));
    }

    @Test
    void name_ofEach() {
        assertNull(gb(5).name());
        assertNull(USERS.times(REQUESTS).name());
        assertEquals("users", USERS.name());
        assertEquals("average rate", AVERAGE.name());
        assertEquals("disk", gb(5).named("disk").name());
    }

    @Test
    void named_blank() {
        assertRefused("name must not be blank", () -> gb(5).named(" "));
        assertRefused("name must not be blank", () -> gb(5).orNamed(""));
    }

    @Test
    void named_numberBecomesAnAssumption() {
        Bytes disk = gb(5).named("disk");
        assertEquals(gb(14), disk.times(2).given("disk", gb(7)));
    }

    @Test
    void orNamed_keepsTheCallersName() {
        assertEquals("users", USERS.orNamed("daily active users").name());
        assertEquals("peak rate", PEAK_RATE.orNamed("demand").name());
    }

    @Test
    void orNamed_namesWhatHasNone() {
        assertEquals("disk", gb(5).orNamed("disk").name());
        assertEquals("visits", USERS.times(REQUESTS).orNamed("visits").name());
        assertEquals("posts", count(5, "posts").orNamed("posts").name());
    }

    @Test
    void given_assumption() {
        assertEquals(per64s(3e9), PEAK_RATE.given(USERS, million(50)));
        assertEquals(per64s(6e8), PEAK_RATE.given(USERS, million(10)));
        assertEquals(per64s(1e9), PEAK_RATE.given(PEAK, ratio(5)));
    }

    @Test
    void given_name() {
        assertEquals(per64s(3e9), PEAK_RATE.given("users", million(50)));
        assertEquals(per64s(1e9), PEAK_RATE.given("peak to average", ratio(5)));
    }

    @Test
    void given_leavesTheOriginal() {
        String before = PEAK_RATE.explain().toString();
        assertEquals(per64s(3e9), PEAK_RATE.given(USERS, million(50)));
        assertEquals(per64s(6e8), PEAK_RATE);
        assertEquals(before, PEAK_RATE.explain().toString());
    }

    @Test
    void given_composesInAnyOrder() {
        Qps usersFirst =
                PEAK_RATE.given(USERS, million(7)).given(REQUESTS, count(11)).given("peak to average", ratio(2));
        Qps usersLast = PEAK_RATE
                .given("peak to average", ratio(2))
                .given(REQUESTS, count(11))
                .given(USERS, million(7));
        assertEquals(per64s(154e6), usersFirst);
        assertEquals(usersFirst, usersLast);
        assertEquals(usersFirst.explain().toString(), usersLast.explain().toString());
    }

    @Test
    void given_againReplacesTheReplacement() {
        assertEquals(per64s(42e7), PEAK_RATE.given(USERS, million(50)).given(USERS, million(7)));
        assertEquals(PEAK_RATE, PEAK_RATE.given(USERS, million(50)).given(USERS, million(10)));
    }

    @Test
    void given_aCalculation() {
        Count countries = assume("countries", count(5));
        Qps byCountry = PEAK_RATE.given("users", countries.times(million(7)));
        assertEquals(per64s(2.1e9), byCountry);
        assertEquals(per64s(1.26e9), byCountry.given(countries, count(3)));
    }

    @Test
    void given_anotherAssumption() {
        Count rival = assume("users of a rival", million(70));
        Qps asRival = PEAK_RATE.given(USERS, rival);
        assertEquals(per64s(4.2e9), asRival);
        assertEquals(per64s(6e9), asRival.given(rival, million(100)));
    }

    @Test
    void given_valueComputedFromTheSameAssumption() {
        assertEquals(per64s(18e8), PEAK_RATE.given(USERS, USERS.times(3)));
    }

    @Test
    void given_bothOfOneName() {
        Count here = assume("users", million(3), "here");
        Count there = assume("users", million(4), "there");
        Count all = here.plus(there.times(2));
        assertEquals(million(11), all);
        assertEquals(million(13), all.given(here, million(5)));
        assertEquals(million(13), all.given(there, million(5)));
        assertEquals(million(15), all.given("users", million(5)));
    }

    @Test
    void given_notAnAssumption() {
        assertRefused(
                "assumption must be one made with assume(name, value) but 10M is a plain number; name it, or replace one"
                        + " by its name with given(name, value)",
                () -> PEAK_RATE.given(million(10), million(50)));
        assertRefused(
                "assumption must be one made with assume(name, value) but 3.1M/s is a result; name it, or replace one"
                        + " by its name with given(name, value)",
                () -> PEAK_RATE.given(AVERAGE, qps(50)));
    }

    @Test
    void given_doesNotDependOnIt() {
        Count posts = assume("posts", count(5));
        String message = "there is no assumption 'posts' to replace: this estimate depends on 'peak to average',"
                + " 'requests per user', 'users'";
        assertRefused(message, () -> PEAK_RATE.given(posts, count(7)));
        assertRefused(message, () -> PEAK_RATE.given("posts", count(7)));
    }

    @Test
    void given_sameNameOtherValueIsAnotherAssumption() {
        Count others = assume("users", million(11));
        assertRefused(
                "there is no assumption 'users' to replace: this estimate depends on 'peak to average',"
                        + " 'requests per user', 'users'",
                () -> PEAK_RATE.given(others, million(7)));
    }

    @Test
    void given_onAPlainNumber() {
        assertRefused(
                "5 GB is a plain number that depends on no assumption: make one with assume(name, value)",
                () -> gb(5).given("users", count(7)));
    }

    @Test
    void given_otherType() {
        assertRefused("'users' is a Count, so it cannot be 5 GB, a Bytes", () -> PEAK_RATE.given("users", gb(5)));
        assertRefused(
                "'fee' is a Money in USD, so it cannot be €7, a Money in EUR",
                () -> assume("fee", usd(5)).times(3).given("fee", eur(7)));
        assertRefused("name must not be blank", () -> PEAK_RATE.given(" ", count(5)));
    }

    @Test
    void given_otherNoun() {
        Count posts = assume("items", count(5, "posts"));
        assertEquals(count(14), posts.times(2).given(posts, count(7)));
        assertEquals(count(14), posts.times(2).given(posts, count(7, "photos")));
    }

    @Test
    void given_reachesEveryKindOfStep() {
        Share hits = assume("hit ratio", percent(75));
        Availability site = assume("site", percentUp(99));
        TimeSpan service = assume("service time", ms(20));
        assertEquals(Share.of(0.5), hits.complement().given(hits, percent(50)));
        assertEquals(percentUp(99.8), site.or(percentUp(80)).given(site, percentUp(99)));
        assertEquals(seconds(8640), site.downtime(days(1)).given(site, percentUp(90)));
        assertEquals(count(6), qps(100).times(service).ceil().given(service, ms(51)));
        assertEquals(count(5), qps(100).times(service).floor().given(service, ms(59)));
    }

    @Test
    void assume_ofAResult() {
        assertRefused(
                "value must be a number or a range but 3.1M/s has been named or calculated: assume what it was calculated from,"
                        + " or call named(\"demand\") on it",
                () -> assume("demand", AVERAGE));
        assertRefused("name must not be blank", () -> assume("", gb(5)));
        assertRefused("source must not be blank", () -> assume("disk", gb(5), " "));
        assertRefused("source must not be blank", () -> assumeDefault("disk", gb(5), ""));
    }

    @Test
    void assume_keepsTheNoun() {
        assertEquals("5 posts", assume("posts", count(5, "posts")).toString());
    }

    @Test
    void toLongString_eachType() {
        assertEquals("1234.5678 req/s", qps(1234.5678).toLongString());
        assertEquals("0.02 s", ms(20).toLongString());
        assertEquals("5.0E9 B/s", gbPerSecond(5).toLongString());
        assertEquals("×2.5", ratio(2.5).toLongString());
        assertEquals("0.25", percent(25).toLongString());
        assertEquals("1 − 0.001", nines(3).toLongString());
        assertEquals("1200.0 USD", usd(1200).toLongString());
        assertEquals("0.75 EUR/s", eur(3).per(seconds(4)).toLongString());
    }
}
