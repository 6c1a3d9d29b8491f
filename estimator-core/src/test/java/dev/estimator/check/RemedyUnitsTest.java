package dev.estimator.check;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Price;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Rent;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import org.junit.jupiter.api.Test;

/** What would mend a check, beside what is now: in the same units, and there whatever a price is for. */
class RemedyUnitsTest {
    @Test
    void size_staysBinary() {
        Bytes cache = assume("cache", gib(64));
        assertThat(failure(cache.times(3).named("all"), gb(60.6)))
                .contains("fits with         cache  at most 18.81 GiB  now 64 GiB");
        assertThat(failure(cache.plus(gb(3)).times(3).named("all"), gb(60.6)))
                .contains("fits with         cache  at most 16.01 GiB  now 64 GiB");
        Bytes range = assume("cache", between(gib(64), gib(80)));
        assertThat(failure(range.plus(gb(3)).times(3).named("all"), gb(60.6)))
                .contains("fits with         cache  never above 16.01 GiB  now 71.55 GiB (64 … 80)");
    }

    /** $1,460/month are $2/h, within the range; √(2.5 × 10) = 5. */
    @Test
    void rentByTheHour_staysSo() {
        Spending rent = assume("GPU", between(usd(2.5).per(HOUR), usd(10).per(HOUR)));
        assertThat(failure(rent.times(3).named("cost"), usd(8760).per(MONTH)))
                .contains("GPU  never above $4/h  now $5/h ($2.50 … $10)");
    }

    /** A noun that ends in a time keeps no remedy from being found. */
    @Test
    void price_ofNounThatEndsInTime() {
        Price<Count> low = usd(2).per(count(1, "user-months"));
        Price<Count> high = usd(5).per(count(1, "user-months"));
        Count users = count(10);
        assertThat(failure(assume("price", high).times(users).named("cost"), usd(30)))
                .contains("fits with         price  at most $3/user-month  now $5/user-month");
        assertThat(failure(assume("price", between(low, high)).times(users).named("cost"), usd(30)))
                .contains("price  never above $3/user-month  now $3.162/user-month ($2 … $5)");
        Rent<Count> rent = assume("price", between(low.per(MONTH), high.per(MONTH)));
        assertThat(failure(rent.times(users).times(MONTH).named("cost"), usd(30)))
                .contains("price  never above $3/user-month-month  now $3.162/");
    }

    /** $2/1M and $1.6/1k, or $3/1k and $0.9/1M: one unit in one line. */
    @Test
    void price_isInTheUnitOfNow() {
        Price<Count> dear = assume("price", usd(3000).per(million(1)));
        assertThat(failure(dear.times(million(7)).named("cost"), usd(6.3)))
                .contains("price  at most $0.90/1M  now $3k/1M");
        Price<Count> cheap = assume("fee", usd(2).per(million(1)));
        assertThat(failureBelow(cheap.times(million(11)).named("income"), usd(17_600)))
                .contains("fee  at least $1.6k/1M  now $2/1M");
        Price<Bytes> kept = assume("store", usd(20).per(gb(1)));
        assertThat(failure(kept.times(gb(3)).named("cost"), usd(0.012))).contains("store  at most $4/TB  now $20k/TB");
    }

    /** $5/1k stays so, rounded down. */
    @Test
    void price_isInTheScaleOfNow() {
        Price<Count> maps = assume("maps API", usd(5).per(count(1000)));
        assertThat(failure(maps.times(million(1)).named("cost"), usd(463.24)))
                .contains("maps API  at most $0.4632/1k  now $5/1k");
        assertThat(failure(maps.times(million(1)).named("cost"), usd(463.27)))
                .contains("by           $4,536.73", "maps API  at most $0.4632/1k  now $5/1k");
    }

    /** 3 Gbit/s are 375 MB/s too, which nobody typed. */
    @Test
    void linkInBits_staysSo() {
        Bandwidth link = assume("link", between(gbitPerSecond(2), gbitPerSecond(5)));
        assertThat(failure(link.times(2), gbitPerSecond(6)))
                .contains(
                        "at most  6 Gbit/s",
                        "p95 is        10 Gbit/s",
                        "never above 3 Gbit/s  now 3.162 Gbit/s (2 … 5)")
                .doesNotContain("MB/s");
        assertThat(failure(assume("link", gbitPerSecond(3.5)).times(3), gbitPerSecond(6)))
                .contains("link  at most 2 Gbit/s  now 3.5 Gbit/s", "link = 3.5 Gbit/s");
        assertThat(limit(link).atMost(gbitPerSecond(3))).hasToString("link ≤ 3 Gbit/s: fails, p95 is 5 Gbit/s");
        assertThat(mbPerSecond(375)).hasToString("375 MB/s (3 Gbit/s)");
    }

    /** Half a million to two million a day; at most 4 GB a day of 3 kB each are 1.333 million. */
    @Test
    void rangeByTheDay_isMendedByTheDay() {
        Qps posts = assume(
                "posts", between(count(500_000).per(DAY), count(2_000_000).per(DAY)));
        assertThat(failure(posts.times(kb(3)), gb(4).per(DAY)))
                .contains("posts  never above 1.333M/d  now 1M/d (0.5M … 2M)", "posts = 1M/d (0.5M … 2M)");
        assertThat(limit(posts).atMost(count(1_500_000).per(DAY))).hasToString("posts ≤ 1.5M/d: fails, p95 is 2M/d");
    }

    /** A twelfth of $200k is no number of dollars, so that a bound by the month would be another. */
    @Test
    void boundsOfTwoUnits_areAsTyped() {
        Spending cost =
                assume("cost", between(usd(16_000).per(MONTH), usd(17_000).per(MONTH)));
        assertThat(catchThrowable(() ->
                        check(cost).between(usd(200_000).per(YEAR), usd(17_300).per(MONTH))))
                .hasMessageContainingAll("between    $200k/y and $17.3k/month", "below $200k/y ");
        assertThat(catchThrowable(() -> check(assume("cost", usd(16_000).per(MONTH)))
                        .between(usd(200_000).per(YEAR), usd(17_300).per(MONTH))))
                .hasMessageContainingAll("$200k/y and $17.3k/month", "short by          $666.67/month (4%)");
    }

    @Test
    void rateByTheDay_isMendedByTheDay() {
        Qps uploads = assume("uploads", million(7).per(DAY));
        assertThat(failure(uploads.times(gb(0.003)).times(DAY).named("ingest"), gb(10_000)))
                .contains("uploads  at most 3.333M/d  now 7M/d");
        Spending licence = assume("licence", usd(70_000).per(YEAR));
        assertThat(failure(licence.times(3).named("cost"), usd(100_000).per(YEAR)))
                .contains("licence  at most $33.33k/y  now $70k/y");
    }

    private static <Q extends Amount<Q>> String failureBelow(Q estimate, Q least) {
        return String.valueOf(catchThrowable(() -> check(estimate).atLeast(least)));
    }

    private static <Q extends Amount<Q>> String failure(Q estimate, Q most) {
        return String.valueOf(catchThrowable(() -> check(estimate).atMost(most)));
    }

    /** 35 s ÷ 3, rounded down. */
    @Test
    void time_farBelowADay_isInSeconds() {
        TimeSpan repair = assume("repair time", days(4));
        assertThat(failure(repair.times(3).named("all"), seconds(35.0)))
                .contains("fits with         repair time  at most 11.66 s  now 4 d");
    }
}
