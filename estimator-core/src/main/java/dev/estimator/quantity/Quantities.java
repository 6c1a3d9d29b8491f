package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Assumption.By;
import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Node.Range;
import dev.estimator.internal.graph.OfRequests;
import dev.estimator.internal.graph.Shown;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of estimates, made for static import: {@code million(10).times(count(20)).per(DAY)}.
 *
 * <p>A day is 86,400 s, a year 365 d and a month a twelfth of that, 730 h; 30 days are {@code days(30)}.
 */
public final class Quantities extends Ranges {
    /** One second. */
    public static final TimeSpan SECOND = seconds(1);

    /** 60 s. */
    public static final TimeSpan MINUTE = minutes(1);

    /** 3600 s. */
    public static final TimeSpan HOUR = hours(1);

    /** 86,400 s. */
    public static final TimeSpan DAY = days(1);

    /** 7 d. */
    public static final TimeSpan WEEK = weeks(1);

    /** A twelfth of a year: 30 d 10 h, the 730 h of a cloud bill. Thirty days are {@code days(30)}. */
    public static final TimeSpan MONTH = months(1);

    /** 365 d. */
    public static final TimeSpan YEAR = years(1);

    private Quantities() {}

    /**
     * Names an assumption. Everything computed from it can explain itself and answer what-if questions.
     *
     * <p>An assumption is known by its name and its value or range: made twice with the same content it is one
     * assumption, and one draw wherever it is used. The same name with two values in one explanation stands for two
     * assumptions, which are then told apart there: 'api: users' after what follows from one of them alone, or 'users
     * (15M)'.
     *
     * @param name what is assumed, such as 'daily active users'
     * @param value the assumed value, a number or a {@link #between(Quantity, Quantity) range}; not a result, which has
     *     a derivation already and is given a name by {@link Quantity#named(String)}
     * @param <Q> its type
     * @return the assumption, an ordinary quantity
     * @throws IllegalArgumentException if the name is blank or the value is a result
     */
    public static <Q extends Quantity<Q>> Q assume(String name, Q value) {
        return leaf(name, value, null, By.USER);
    }

    /**
     * Names an assumption and says why it is believed.
     *
     * @param name what is assumed, such as 'daily active users'
     * @param value the assumed value
     * @param source where it comes from, such as 'launch plan' or 'measured in May'
     * @param <Q> its type
     * @return the assumption, an ordinary quantity
     * @throws IllegalArgumentException if the name or the source is blank, or the value is a result
     */
    public static <Q extends Quantity<Q>> Q assume(String name, Q value, String source) {
        return leaf(name, value, Quantity.requireText(source, "source"), By.USER);
    }

    /**
     * Names an assumption that a model makes where its user has not: explanations admit that it was not set.
     *
     * @param name what is assumed, such as 'peak to average'
     * @param value the default
     * @param source why this is the default
     * @param <Q> its type
     * @return the assumption, an ordinary quantity
     * @throws IllegalArgumentException if the name or the source is blank, or the value is a result
     */
    public static <Q extends Quantity<Q>> Q assumeDefault(String name, Q value, String source) {
        return leaf(name, value, Quantity.requireText(source, "source"), By.NOBODY);
    }

    /**
     * Adds up.
     *
     * @param first the first summand
     * @param others the others
     * @param <Q> their type
     * @return the sum
     * @throws ArithmeticException if the sum is too large
     */
    @SafeVarargs
    public static <Q extends Amount<Q>> Q sum(Q first, Q... others) {
        Q sum = requireNonNull(first, "first");
        for (Q other : requireNonNull(others, "others")) {
            sum = sum.plus(requireNonNull(other, "each of others"));
        }
        return sum;
    }

    /**
     * Returns the mean of several kinds of a thing, each with its share: {@code mean(Map.of(mb(3), percent(20), kb(90),
     * percent(80)))}. A map cannot hold two values that are equal, as of two kinds of 3 MB; a list can, as of
     * {@link #mean(List)}. Where shares are replaced or are ranges, there is an answer where they still add up to 100
     * %: let one be the {@linkplain Share#complement() rest} of the others.
     *
     * @param shares the values, and which part of all has each
     * @param <Q> their type
     * @return {@code Σ value × share}
     * @throws IllegalArgumentException if the shares do not add up to 100 %
     * @throws ArithmeticException if the mean is too large
     */
    public static <Q extends Quantity<Q>> Q mean(Map<Q, Share> shares) {
        return WeightedMean.of(shares);
    }

    /**
     * As {@link #mean(Map)}, of kinds of which some may have equal values: {@code mean(List.of(Map.entry(mb(3),
     * percent(20)), Map.entry(mb(3), percent(30)), Map.entry(kb(90), percent(50))))}.
     *
     * @param shares the values, and which part of all has each
     * @param <Q> their type
     * @return {@code Σ value × share}
     * @throws IllegalArgumentException if the shares do not add up to 100 %
     * @throws ArithmeticException if the mean is too large
     */
    public static <Q extends Quantity<Q>> Q mean(List<Map.Entry<Q, Share>> shares) {
        return WeightedMean.of(shares);
    }

    /**
     * Obtains a rate.
     *
     * @param perSecond events a second
     * @return the rate
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Qps qps(double perSecond) {
        return Qps.of(perSecond, Units.PER_SECOND);
    }

    /**
     * Obtains a rate from how many events there are in a minute.
     *
     * @param events events a minute
     * @return the rate
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Qps perMinute(double events) {
        return Qps.of(events, Units.PER_MINUTE);
    }

    /**
     * Obtains a rate from how many events there are in a hour.
     *
     * @param events events a hour
     * @return the rate
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Qps perHour(double events) {
        return Qps.of(events, Units.PER_HOUR);
    }

    /**
     * Obtains a rate from how many events there are in a day.
     *
     * @param events events a day
     * @return the rate
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Qps perDay(double events) {
        return Qps.of(events, Units.PER_DAY);
    }

    /**
     * Obtains a rate from how many events there are in a month of 730 h, a twelfth of a year.
     *
     * @param events events a month of 730 h
     * @return the rate
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Qps perMonth(double events) {
        return Qps.of(events, Units.PER_MONTH);
    }

    /**
     * Obtains a rate from how many events there are in a year of 365 d.
     *
     * @param events events a year of 365 d
     * @return the rate
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Qps perYear(double events) {
        return Qps.of(events, Units.PER_YEAR);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount bytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes bytes(double amount) {
        return Bytes.of(amount, Units.B);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount kilobytes of 1000 bytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes kb(double amount) {
        return Bytes.of(amount, Units.KB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount megabytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes mb(double amount) {
        return Bytes.of(amount, Units.MB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount gigabytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes gb(double amount) {
        return Bytes.of(amount, Units.GB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount terabytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes tb(double amount) {
        return Bytes.of(amount, Units.TB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount petabytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes pb(double amount) {
        return Bytes.of(amount, Units.PB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount exabytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes eb(double amount) {
        return Bytes.of(amount, Units.EB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount kibibytes of 1024 bytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes kib(double amount) {
        return Bytes.of(amount, Units.KIB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount mebibytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes mib(double amount) {
        return Bytes.of(amount, Units.MIB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount gibibytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes gib(double amount) {
        return Bytes.of(amount, Units.GIB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount tebibytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes tib(double amount) {
        return Bytes.of(amount, Units.TIB);
    }

    /**
     * Obtains an amount of data.
     *
     * @param amount pebibytes
     * @return the amount of data
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bytes pib(double amount) {
        return Bytes.of(amount, Units.PIB);
    }

    /**
     * Obtains a bandwidth.
     *
     * @param amount megabytes a second
     * @return the bandwidth
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bandwidth mbPerSecond(double amount) {
        return Bandwidth.of(amount, Units.MB_PER_SECOND);
    }

    /**
     * Obtains a bandwidth.
     *
     * @param amount gigabytes a second
     * @return the bandwidth
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bandwidth gbPerSecond(double amount) {
        return Bandwidth.of(amount, Units.GB_PER_SECOND);
    }

    /**
     * Obtains a bandwidth.
     *
     * @param amount megabits a second
     * @return the bandwidth
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bandwidth mbitPerSecond(double amount) {
        return Bandwidth.of(amount, Units.MBIT_PER_SECOND);
    }

    /**
     * Obtains a bandwidth.
     *
     * @param amount gigabits a second
     * @return the bandwidth
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Bandwidth gbitPerSecond(double amount) {
        return Bandwidth.of(amount, Units.GBIT_PER_SECOND);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount nanoseconds
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan ns(double amount) {
        return TimeSpan.of(amount, Units.NANOSECONDS);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount microseconds
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan us(double amount) {
        return TimeSpan.of(amount, Units.MICROSECONDS);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount milliseconds
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan ms(double amount) {
        return TimeSpan.of(amount, Units.MILLISECONDS);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount seconds
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan seconds(double amount) {
        return TimeSpan.of(amount, Units.SECONDS);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount minutes
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan minutes(double amount) {
        return TimeSpan.of(amount, Units.MINUTES);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount hours
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan hours(double amount) {
        return TimeSpan.of(amount, Units.HOURS);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount days of 86,400 s
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan days(double amount) {
        return TimeSpan.of(amount, Units.DAYS);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount weeks
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan weeks(double amount) {
        return TimeSpan.of(amount, Units.WEEKS);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount months of 730 h, twelve in a year
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan months(double amount) {
        return TimeSpan.of(amount, Units.MONTHS);
    }

    /**
     * Obtains a length of time.
     *
     * @param amount years of 365 d
     * @return the time
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static TimeSpan years(double amount) {
        return TimeSpan.of(amount, Units.YEARS);
    }

    /**
     * Obtains a count.
     *
     * @param amount how many; need not be whole
     * @return the count
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Count count(double amount) {
        return Count.of(amount);
    }

    /**
     * Obtains a count of something.
     *
     * @param amount how many; need not be whole
     * @param noun of what, such as 'posts'
     * @return the count
     * @throws IllegalArgumentException if the amount is negative, infinite or NaN, or the noun is blank
     */
    public static Count count(double amount, String noun) {
        return Count.of(amount, noun);
    }

    /**
     * Obtains a count of thousands.
     *
     * @param amount how many thousands
     * @return the count
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Count thousand(double amount) {
        return Count.of(amount, Units.THOUSANDS);
    }

    /**
     * Obtains a count of millions.
     *
     * @param amount how many millions
     * @return the count
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Count million(double amount) {
        return Count.of(amount, Units.MILLIONS);
    }

    /**
     * Obtains a count of billions.
     *
     * @param amount how many billions
     * @return the count
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Count billion(double amount) {
        return Count.of(amount, Units.BILLIONS);
    }

    /**
     * Obtains a count of trillions.
     *
     * @param amount how many trillions
     * @return the count
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Count trillion(double amount) {
        return Count.of(amount, Units.TRILLIONS);
    }

    /**
     * Obtains a factor.
     *
     * @param factor how many times as much
     * @return the ratio
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Ratio ratio(double factor) {
        return Ratio.of(factor);
    }

    /**
     * Obtains a part of a whole.
     *
     * @param percent 0 to 100
     * @return the share
     * @throws IllegalArgumentException if it is not between 0 and 100
     */
    public static Share percent(double percent) {
        return Share.ofPercent(percent);
    }

    /**
     * Obtains an availability.
     *
     * @param percent percentage of time up, 0 to 100
     * @return the availability
     * @throws IllegalArgumentException if it is not between 0 and 100
     */
    public static Availability percentUp(double percent) {
        return Availability.ofPercent(percent);
    }

    /**
     * Obtains an availability: three nines are 99.9 %.
     *
     * @param nines the number of nines
     * @return the availability
     * @throws IllegalArgumentException if it is negative, infinite, NaN
     */
    public static Availability nines(double nines) {
        return Availability.ofNines(nines);
    }

    /**
     * Obtains an amount of money.
     *
     * @param amount US dollars
     * @return the money
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Money usd(double amount) {
        return Money.of(amount, "USD");
    }

    /**
     * Obtains an amount of money.
     *
     * @param amount euros
     * @return the money
     * @throws IllegalArgumentException if it is negative, infinite, NaN or too large
     */
    public static Money eur(double amount) {
        return Money.of(amount, "EUR");
    }

    /**
     * Obtains an amount of money.
     *
     * @param amount how much
     * @param currency an ISO 4217 code, such as 'GBP'
     * @return the money
     * @throws IllegalArgumentException if the amount is negative, infinite or NaN, or the code is unknown
     */
    public static Money money(double amount, String currency) {
        return Money.of(amount, currency);
    }

    private static <Q extends Quantity<Q>> Q leaf(String name, Q value, @Nullable String source, By by) {
        Quantity.requireText(name, "name");
        Node node = ((Quantity<?>) requireNonNull(value, "value")).node();
        Node given = OfRequests.given(node);
        if (!(given instanceof Constant || given instanceof Range)) {
            throw new IllegalArgumentException("value must be a number or a range but " + value
                    + " has been named or calculated: assume what it was calculated from, or call named(\"" + name
                    + "\") on it");
        }
        var assumption = new Assumption(name, Shown.named(node), node.value(), source, by, null, given.shape());
        return value.make(node.value(), assumption);
    }
}
