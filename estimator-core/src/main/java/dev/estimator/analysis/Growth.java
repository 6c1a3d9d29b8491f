package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Grown;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How quantities grow with time: how much there is later, and how long a limit holds.
 *
 * <p>The rate may be a range, and so may be what grows, the limit and the time; then the answers are ranges.
 *
 * <p>Periods are counted: twelve months are a year. With a start the dates follow the calendar: what grows by the month
 * or the year has grown by one period on the same day of the next month or year, whether that is long or short, and in
 * between by the part of the month that is over; what grows by the day, the week or any other time is counted in days.
 *
 * <p>What is rounded up, such as a number of servers, grows as it stands, by parts of one. Whole servers for a load
 * that grows follow from that load: {@code servers.given(users, growth.at(users, years(2)))}.
 *
 * <p>A growth is immutable; each method returns a new one or an answer.
 */
public final class Growth {
    private static final int MOST_MONTHS = 1200;
    private static final Map<TimeSpan, String> PERIODS = periods();

    private final GrowthLaw law;
    private final Quantity<?> rate;
    private final double bestGuess;
    private final TimeSpan period;
    private final @Nullable LocalDate start;

    private Growth(GrowthLaw law, Quantity<?> rate, double bestGuess, TimeSpan period, @Nullable LocalDate start) {
        this.law = law;
        this.rate = rate;
        this.bestGuess = bestGuess;
        this.period = period;
        this.start = start;
    }

    /**
     * Obtains a growth by a part of the amount in each period, so that the additions grow as well: after {@code t}
     * periods there is {@code (1 + r)ᵗ} times as much.
     *
     * @param perPeriod what each period adds, relative to its beginning; 5 % of 40 TB are 2 TB in the first period
     * @param period how long a period is, above zero
     * @return the growth
     * @throws IllegalArgumentException if the period is zero
     */
    public static Growth compound(Share perPeriod, TimeSpan period) {
        return of(GrowthLaw.PART, requireNonNull(perPeriod, "perPeriod"), perPeriod.value(), period);
    }

    /**
     * Obtains a growth by a factor: '×2 every year'. After {@code t} periods there is {@code fᵗ} times as much.
     *
     * @param factor how many times as much there is at the end of a period as at its beginning, above zero; below 1 it
     *     becomes less
     * @param period how long a period is, above zero
     * @return the growth
     * @throws IllegalArgumentException if the factor or the period is zero
     */
    public static Growth compound(Ratio factor, TimeSpan period) {
        if (!(requireNonNull(factor, "factor").value() > 0)) {
            throw new IllegalArgumentException(
                    "factor must be above zero but was " + factor + ": nothing would be left; ×1 is no growth");
        }
        return of(GrowthLaw.FACTOR, factor, factor.value(), period);
    }

    /**
     * Obtains a growth by the same amount in each period: after {@code t} periods there is {@code 1 + r t} times as
     * much.
     *
     * @param ofStart what each period adds, relative to what was there at the start
     * @param period how long a period is, above zero
     * @return the growth
     * @throws IllegalArgumentException if the period is zero
     */
    public static Growth linear(Share ofStart, TimeSpan period) {
        return of(GrowthLaw.LINEAR, requireNonNull(ofStart, "ofStart"), ofStart.value(), period);
    }

    /**
     * Obtains a growth by the same amount in each period, which may be more than there was: after {@code t} periods
     * there is {@code 1 + r t} times as much.
     *
     * @param ofStart what each period adds, in multiples of what was there at the start; ×2 makes three times as much
     *     of it in one period
     * @param period how long a period is, above zero
     * @return the growth
     * @throws IllegalArgumentException if the period is zero
     */
    public static Growth linear(Ratio ofStart, TimeSpan period) {
        return of(GrowthLaw.LINEAR, requireNonNull(ofStart, "ofStart"), ofStart.value(), period);
    }

    /**
     * Says on which day the growth begins, so that dates can be asked for.
     *
     * @param date the day of the quantities of 'now'
     * @return this growth with a start
     * @throws IllegalArgumentException if it is after the year 9999
     */
    public Growth startingOn(LocalDate date) {
        GrowthCalendar.require(date);
        return new Growth(law, rate, bestGuess, period, date);
    }

    /**
     * Returns how many times as much there is after a time: {@code (1 + r)ᵗ}, {@code fᵗ} or {@code 1 + r t}, with
     * {@code t = time ÷ period}, which need not be whole.
     *
     * @param later the time from now
     * @return the factor, named 'growth after ...'
     * @throws ArithmeticException if it is too large
     */
    public Ratio after(TimeSpan later) {
        String time = timeText(later);
        TimeSpan named = later.isUncertain() ? later.orNamed("time") : later;
        return Ratio.computed(law.factorNotation(), new GrowthFactor(law), rate, period, named)
                .named("growth" + time);
    }

    /**
     * Returns how much there is after a time.
     *
     * @param quantity what there is now
     * @param later the time from now
     * @param <Q> its type
     * @return {@code quantity × growth}; if the quantity has a name, named '... after ...'
     * @throws ArithmeticException if it is too large
     */
    public <Q extends Amount<Q>> Q at(Q quantity, TimeSpan later) {
        Q grown = grown(requireNonNull(quantity, "quantity"), later);
        String name = quantity.name();
        return name == null ? grown : grown.named(name + timeText(later));
    }

    /**
     * Returns how much there is on a day. Months and years are those of the calendar: a year after the start one period
     * of a year is over, with or without a leap day.
     *
     * @param quantity what there is at the start
     * @param date the day, not before the start
     * @param <Q> its type
     * @return {@code quantity × growth}; if the quantity has a name, named '... on ...'
     * @throws IllegalArgumentException if the date is before the start or after the year 9999
     * @throws IllegalStateException if there is no start: say {@link #startingOn}
     * @throws ArithmeticException if it is too large
     */
    public <Q extends Amount<Q>> Q at(Q quantity, LocalDate date) {
        requireNonNull(quantity, "quantity");
        requireNonNull(date, "date");
        Q grown = grown(quantity, calendar().until(date));
        String name = quantity.name();
        return name == null ? grown : grown.named(name + " on " + date);
    }

    /**
     * Returns how long a quantity still fits: {@code ln(limit ÷ now) ÷ ln(1 + r) × period}, with the factor in place of
     * {@code 1 + r} if a factor was given; for linear growth {@code (limit ÷ now − 1) ÷ r × period}. It is zero if the
     * quantity does not fit now.
     *
     * <p>In those cases of a range in which nothing grows, the limit is never reached and the runway is infinite.
     *
     * @param now what there is now
     * @param limit what there is room for
     * @param <Q> their type
     * @return the time, named 'runway'; {@link Runway} puts it in words
     * @throws IllegalArgumentException if the two are money in different currencies
     * @throws ArithmeticException if all three are plain numbers and the limit is never reached
     */
    public <Q extends Amount<Q>> TimeSpan runway(Q now, Q limit) {
        requireEnd(now, limit);
        Ratio periods = Ratio.computed(
                law.runwayNotation(), new GrowthPeriods(law), limit.orNamed("limit"), now.orNamed("now"), rate);
        return period.times(periods).named("runway");
    }

    /**
     * Returns how long a quantity still fits, in words: 'fits 9 y 3 months'.
     *
     * @param now what there is now, or then if it has grown, as a storage until its retention is full
     * @param limit what there is room for
     * @param <Q> their type
     * @return the {@link #runway} as people say it, with its 90 % range
     * @throws IllegalArgumentException if the two are money in different currencies
     * @throws ArithmeticException if all three are plain numbers and the limit is never reached
     */
    public <Q extends Amount<Q>> Runway fits(Q now, Q limit) {
        return Runway.of(runway(now, limit), Grown.when(now).words());
    }

    /**
     * Returns the day on which a limit is reached: the last on which it holds, the {@link #runway} counted from the
     * start by the calendar; 'passed at the start' if there is more than the limit then.
     *
     * @param now what there is at the start
     * @param limit what there is room for
     * @param <Q> their type
     * @return the day, with its 90 % range
     * @throws IllegalArgumentException if the two are money in different currencies
     * @throws IllegalStateException if there is no start: say {@link #startingOn}
     * @throws ArithmeticException if all three are plain numbers and the limit is never reached
     */
    public <Q extends Amount<Q>> ReachedDate reachedOn(Q now, Q limit) {
        Runway runway = Runway.of(runway(now, limit));
        return now.compareTo(limit) > 0
                ? new ReachedDate(
                        ReachedDate.ALREADY, passedOr(runway.p5()), passedOr(runway.p95()), runway.neverReached())
                : reachedOn(runway);
    }

    /** The day after a time; what does not fit at the start is already passed. */
    private LocalDate passedOr(TimeSpan time) {
        return time.to(Units.DAYS) > 0 ? calendar().after(time) : ReachedDate.ALREADY;
    }

    /**
     * Returns the day on which a runway of this growth ends: the day of the start if there is none left.
     *
     * @param runway how long something fits
     * @return the day that lies a runway after the start
     * @throws IllegalStateException if there is no start: say {@link #startingOn}
     */
    public ReachedDate reachedOn(Runway runway) {
        requireNonNull(runway, "runway");
        GrowthCalendar calendar = calendar();
        boolean isRange = runway.p5().compareTo(runway.p95()) != 0;
        return new ReachedDate(
                calendar.after(runway.time()),
                isRange ? passedOr(runway.p5()) : calendar.after(runway.p5()),
                isRange ? passedOr(runway.p95()) : calendar.after(runway.p95()),
                runway.neverReached());
    }

    /**
     * Returns month by month how much there is. With a start the rows are on the same day of each month, by the
     * calendar.
     *
     * @param quantity what there is now
     * @param months how many months ahead, 1 to 1,200
     * @param <Q> its type
     * @return a row for now and one for each month; its text is a table
     * @throws IllegalArgumentException if the number of months is out of range
     * @throws ArithmeticException if it becomes too large
     */
    public <Q extends Amount<Q>> GrowthTable<Q> table(Q quantity, int months) {
        requireNonNull(quantity, "quantity");
        Refusal.unless(months >= 1 && months <= MOST_MONTHS, "months", "between 1 and " + MOST_MONTHS, months);
        return rows(quantity, months, 1);
    }

    /**
     * Returns how much there is after each period, such as quarter by quarter: {@code table(disk, 8, months(3))}, or
     * year by year: {@code table(disk, 5, YEAR)}. With a start the rows are on the same day of a month, by the
     * calendar.
     *
     * @param quantity what there is now
     * @param periods how many periods ahead, at least 1 and 1,200 months at most
     * @param period how long each is, a whole number of months
     * @param <Q> its type
     * @return a row for now and one for each period; its text is a table
     * @throws IllegalArgumentException if the number of periods is out of range, or the period is no whole number of
     *     months
     * @throws ArithmeticException if it becomes too large
     */
    public <Q extends Amount<Q>> GrowthTable<Q> table(Q quantity, int periods, TimeSpan period) {
        requireNonNull(quantity, "quantity");
        double months = requireNonNull(period, "period").to(Units.MONTHS);
        boolean isWhole = !period.isUncertain() && Rounding.floor(months) == Rounding.ceil(months);
        Refusal.unless(
                isWhole && months >= 1 && months <= MOST_MONTHS,
                "period",
                "a whole number of months, 1 to 1,200,",
                period,
                "write MONTH, months(3) or YEAR");
        int monthsApart = (int) Rounding.floor(months);
        int most = MOST_MONTHS / monthsApart;
        Refusal.unless(periods >= 1 && periods <= most, "periods", "between 1 and " + most, periods);
        return rows(quantity, periods, monthsApart);
    }

    private <Q extends Amount<Q>> GrowthTable<Q> rows(Q quantity, int rowsAhead, int monthsApart) {
        List<GrowthTable.Row<Q>> rows = new ArrayList<>();
        for (int row = 0; row <= rowsAhead; row++) {
            int month = row * monthsApart;
            LocalDate date = start == null ? null : start.plusMonths(month);
            TimeSpan time = date == null ? Quantities.months(month) : calendar().until(date);
            Q then = month == 0 ? quantity : grown(quantity, time);
            rows.add(new GrowthTable.Row<>(month, time, date, then));
        }
        String name = quantity.name();
        return new GrowthTable<>(name == null ? "amount" : name, rows);
    }

    /** How full something is stays in percent. */
    private <Q extends Amount<Q>> Q grown(Q quantity, TimeSpan time) {
        return Inside.ofBounded(quantity.times(after(time)), quantity);
    }

    /** Returns the rate in words: '5% every month, compound'. */
    @Override
    public String toString() {
        String words = rate + (law == GrowthLaw.LINEAR ? " of the start every " : " every ") + periodText();
        String kind = law == GrowthLaw.LINEAR ? ", linear" : ", compound";
        return words + kind + (start == null ? "" : ", from " + start);
    }

    private static <R extends Quantity<R>> Growth of(GrowthLaw law, R rate, double bestGuess, TimeSpan period) {
        if (!(requireNonNull(period, "period").compareTo(Quantities.seconds(0)) > 0)) {
            throw new IllegalArgumentException("period must be above zero but was " + period);
        }
        TimeSpan named = period.isUncertain() ? period.orNamed("growth period") : period;
        var unnamed = new Growth(law, rate, bestGuess, named, null);
        return new Growth(law, rate.orNamed(unnamed.rateName()), bestGuess, named, null);
    }

    private <Q extends Amount<Q>> void requireEnd(Q now, Q limit) {
        if (requireNonNull(now, "now").compareTo(requireNonNull(limit, "limit")) > 0
                || now.isUncertain()
                || limit.isUncertain()
                || rate.isUncertain()) {
            return;
        }
        if (now.compareTo(now.times(0)) == 0) {
            throw new ArithmeticException(now + " never reaches " + limit + ": there is nothing that could grow");
        }
        if (!law.isGrowth(bestGuess)) {
            throw new ArithmeticException(now + " never reaches " + limit + ": with " + rate + " every " + periodText()
                    + " it does not grow");
        }
    }

    private GrowthCalendar calendar() {
        if (start == null) {
            throw new IllegalStateException("the start is not set: it is needed for dates, say startingOn(date)");
        }
        return GrowthCalendar.of(start, period);
    }

    private static String timeText(TimeSpan later) {
        String name = requireNonNull(later, "later").name();
        if (name != null) {
            return " after " + name;
        }
        return later.isUncertain() ? " after some time" : " after " + later;
    }

    private String rateName() {
        String word = PERIODS.get(period);
        if (word == null) {
            return period.isUncertain() ? "growth" : "growth every " + period;
        }
        return word.equals("day") ? "daily growth" : word + "ly growth";
    }

    private String periodText() {
        return PERIODS.getOrDefault(period, period.toString());
    }

    private static Map<TimeSpan, String> periods() {
        Map<TimeSpan, String> words = new LinkedHashMap<>();
        words.put(Quantities.HOUR, "hour");
        words.put(Quantities.DAY, "day");
        words.put(Quantities.WEEK, "week");
        words.put(Quantities.MONTH, "month");
        words.put(Quantities.YEAR, "year");
        return words;
    }

    /**
     * The day on which a limit is reached, such as '2029-07-25 (2028-01 … 2033-05)'. Made by {@link Growth#reachedOn}.
     *
     * @param date the best guess; {@link LocalDate#MAX} is never, {@link LocalDate#MIN} is before the start: it does
     *     not fit now
     * @param p5 the early end of its 90 % range: with 5 % probability the limit is reached by then; the date itself if
     *     that is certain
     * @param p95 the late end
     * @param never in what share of cases it is never reached
     */
    public record ReachedDate(LocalDate date, LocalDate p5, LocalDate p95, Probability never) {
        static final int LAST_YEAR = 9999;
        static final LocalDate NEVER = LocalDate.MAX;
        static final LocalDate ALREADY = LocalDate.MIN;

        /**
         * Checks that no component is null.
         *
         * @param date the best guess; {@link LocalDate#MAX} is never
         * @param p5 the early end of its 90 % range
         * @param p95 the late end
         * @param never in what share of cases it is never reached
         */
        public ReachedDate {
            requireNonNull(date, "date");
            requireNonNull(p5, "p5");
            requireNonNull(p95, "p95");
            requireNonNull(never, "never");
        }

        /**
         * Returns the day, with its 90 % range by the month if it is uncertain: '2029-07-25 (2028-01 … never), never in
         * 12% ± 0.3% of cases'; 'passed at the start' if it does not fit then.
         */
        @Override
        public String toString() {
            String range = p5.equals(p95) ? text(date) : text(date) + " (" + ends() + ")";
            return range + inSome(range.equals("never") ? "" : ", never", never);
        }

        /** By the month, for drawn cases do not tell days apart; by the day within one month. */
        private String ends() {
            boolean isOneMonth = YearMonth.from(p5).equals(YearMonth.from(p95));
            return isOneMonth ? text(p5) + " … " + text(p95) : month(p5) + " … " + month(p95);
        }

        private static String month(LocalDate date) {
            String day = text(date);
            return day.equals(date.toString()) ? YearMonth.from(date).toString() : day;
        }

        /** 'never in 12% of cases'; empty if it is so in all cases or in none. */
        static String inSome(String word, Probability cases) {
            double share = cases.share().value();
            String written = cases.figure().isExact() ? cases.share().toString() : cases.toString();
            return share > 0 && share < 1 ? word + " in " + written + " of cases" : "";
        }

        private static String text(LocalDate date) {
            if (date.equals(NEVER)) {
                return "never";
            }
            if (date.equals(ALREADY)) {
                return "passed at the start";
            }
            return date.getYear() > LAST_YEAR ? "after the year " + LAST_YEAR : date.toString();
        }
    }
}
