package dev.estimator.internal.text;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often a limit is kept, beside how often it has to be, and what follows: one way of saying it everywhere. */
public final class VerdictText {
    /** What is as good as 100 %. */
    public static final String SURE = "over 99.9999%";

    /** Below tables of percentiles, whose ranges take long to find, where some inputs are uncertain. */
    public static final String BEST_P99 = "p99 at the best guess of all inputs";

    /** A growth of servers is not that of what they serve: each step up is one of the load. */
    public static final String ROUNDED_UP = "numbers that are rounded up grow as they stand";

    private static final double MOST = 0.999999;
    private static final double LEAST = 1e-6;

    /** Below it a percentage would have an exponent. */
    private static final double LEAST_USUAL = 1e-5;

    private static final double HUNDRED = 100;

    private static final double NOISE = 1e-12;

    /** What the name of a share ends with that is the most that may be. */
    public static final String AT_MOST = " at most";

    /** What is counted where a part fails or is refused. */
    public static final String STILL_LOADS = "; what fails still loads what it would visit afterwards";

    /** How the source of an assumption begins that was found from ranges, to be fixed from then on. */
    public static final String BOUGHT = "bought: ";

    /** Of an error a part of what is shown that changes no digit of it. */
    private static final double UNSEEN = 5e-4;

    /** Twelve nines and more, in '29.79 nines (88% … 55.54 nines)' and '64.08 nines (8.3 … 92.51)'. */
    private static final Pattern UNCOUNTED =
            Pattern.compile("(?<![\\d.])(1[2-9]|[2-9]\\d|\\d{3,})(\\.\\d+)?(?= nines|\\)$)");

    private VerdictText() {}

    /**
     * The first of what is in order, and what is next, each with all that are told alike.
     *
     * @param at what is told of one, such as ' at ×6.7'
     */
    public static <T> List<List<T>> together(List<T> inOrder, Function<T, String> at) {
        List<List<T>> groups = new ArrayList<>();
        String before = "";
        for (T next : inOrder) {
            String told = at.apply(next);
            if (!told.equals(before)) {
                if (groups.size() == 2) {
                    break;
                }
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(next);
            before = told;
        }
        return groups;
    }

    /** As in 'a (workers), b (workers) and c (threads) at ×6.7, then d (workers) at ×8.1'. */
    public static <T> String fullFirst(List<List<T>> groups, Function<T, String> name, Function<T, String> at) {
        return groups.stream()
                .map(group -> inWords(group.stream().map(name).toList()) + at.apply(group.get(0)))
                .collect(Collectors.joining(", then "));
    }

    /** The range of how much of the time something is up, with no more nines than anybody could show. */
    public static String countable(String up) {
        return up.contains(" … ") && up.contains(" nines")
                ? UNCOUNTED.matcher(up).replaceAll("over 12")
                : up;
    }

    /** As in 'disk of db', and as it is where it names whom, as in 'db memory'. */
    public static String ofWhom(String what, String whom) {
        return (" " + what + " ").contains(" " + whom + " ") ? what : what + " of " + whom;
    }

    /** As in 'taken as fixed: disk of db, memory of cache'; nothing if nothing is. */
    public static String fixed(Stream<String> ofWhom) {
        String all = ofWhom.distinct().collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : "taken as fixed: " + all;
    }

    /** As in 'too small: store (disk)'. */
    public static String tooSmall(String what) {
        return "too small: " + what;
    }

    /** As in 'bound by disk', and 'bound by disk at the best guess' where something else binds in other cases. */
    public static String boundBy(String what, boolean mayChange) {
        return "bound by " + what + (mayChange ? " at the best guess" : "");
    }

    /** As in 'a, b and c'. */
    public static String inWords(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * Says whether a limit holds and why, as in 'fails: kept in 89.4% of cases, 95% needed'.
     *
     * @param verdict 'holds', 'fails' or 'undecided', which programs read
     * @param share in how many cases it is kept
     * @param error how far off that may be, as it was drawn; 0 if it is exact
     * @param needed how many are needed
     */
    public static String of(String verdict, double share, double error, double needed) {
        String confidence = QuantityWriter.summary(Kind.SHARE, needed);
        String kept = verdict + ": kept " + in(verdict, share, error, confidence);
        return kept
                + (verdict.equals("undecided")
                        ? ", too near to " + confidence + " to tell"
                        : ", " + confidence + " needed");
    }

    private static String in(String verdict, double share, double error, String confidence) {
        String found = cases(share, error);
        boolean isMissedByLittle = verdict.equals("fails") && found.startsWith("in " + confidence);
        return isMissedByLittle ? found.replaceFirst("in ", "in just below ") : found;
    }

    /** 'in 89.4% ± 0.3% of cases'. */
    public static String cases(double share, double error) {
        if (share == 0 || share == 1) {
            String all = share == 0 ? "no " : "every ";
            return error == 0 ? "in " + all + "case" : "in " + all + "case drawn";
        }
        boolean isDrawn = error > UNSEEN * Math.min(share, 1 - share) && !isAsGoodAsSure(share);
        return "in " + (isDrawn ? drawn(share, error) : share(share)) + " of cases";
    }

    /**
     * With no more decimals than the error has: '0.64% ± 0.08%', and '4.0% ± 0.2%'. What may as well be nothing, or
     * all, is 'less than 0.09%' or 'over 99.91%'.
     */
    public static String drawn(double share, double error) {
        double rest = 1 - share;
        if (Math.min(share, rest) < error && Math.abs(share - rest) > error) {
            return share < rest
                    ? "less than " + QuantityWriter.error(share + error)
                    : "over " + QuantityWriter.without(rest + error);
        }
        BigDecimal off = percent(Rounding.significant(error, 1, RoundingMode.UP));
        BigDecimal rounded = percent(share).setScale(Math.max(off.scale(), 0), RoundingMode.HALF_UP);
        boolean isTold = rounded.signum() > 0 && rounded.compareTo(BigDecimal.valueOf(HUNDRED)) < 0;
        return (isTold ? rounded.toPlainString() + "%" : share(share)) + " ± " + QuantityWriter.error(error);
    }

    /**
     * Says that a percentile may be on another step: 'p95 may be 8 or 9, as 94.99% of 16,384 draws are at most 8'.
     *
     * @param p the probability of the percentile
     * @param low the least that it may be, as it is written
     * @param high the most
     * @param areNext whether nothing is between them
     * @param upToLow the share of draws up to the least
     * @param draws how many there are
     */
    public static String steps(double p, String low, String high, boolean areNext, double upToLow, int draws) {
        int space = high.indexOf(' ');
        String noun = space < 0 ? "" : high.substring(space);
        String bare = low.endsWith(noun) ? low.substring(0, low.length() - noun.length()) : low;
        return "p" + Math.round(p * HUNDRED) + " may be " + bare + (areNext ? " or " : " to ") + high + ", as "
                + apart(upToLow, p) + " of " + String.format(Locale.ROOT, "%,d", draws) + " draws are at most " + bare;
    }

    /** With two decimals, or as many as tell it from the other: '94.99%'. */
    private static String apart(double share, double other) {
        int decimals = 2;
        BigDecimal shown;
        do {
            shown = percent(share).setScale(decimals++, RoundingMode.HALF_UP);
        } while (share != other && shown.compareTo(percent(other)) == 0);
        return shown.toPlainString() + "%";
    }

    private static BigDecimal percent(double share) {
        return Numerals.decimal(share).movePointRight(2);
    }

    /** Whether it is above 99.9999 % or below 0.0001 %, but not 100 % or 0 %. */
    public static boolean isAsGoodAsSure(double share) {
        return (share > MOST && share < 1) || (share < LEAST && share > 0);
    }

    /**
     * As {@link #share} of what is known exactly, but of as many digits as tell it from whole per cents if three are
     * rounded up to them: '94.97%'.
     */
    public static String exactly(double share) {
        String usual = share(share);
        double percents = Math.rint(share * HUNDRED);
        boolean isPromised = usual.equals((int) percents + "%") && percents > share * HUNDRED * (1 + NOISE);
        return isPromised ? apart(share, percents / HUNDRED) : usual;
    }

    /** How likely something is: what is as good as 100 % or 0 % is 'over 99.9999%' or 'less than 0.0001%'. */
    public static String share(double share) {
        if (isAsGoodAsSure(share)) {
            return share > MOST ? SURE : "less than 0.0001%";
        }
        return share > 0 && share < LEAST_USUAL
                ? Numerals.plain(Precision.CLOSER.round(share * HUNDRED)) + "%"
                : QuantityWriter.summary(Kind.SHARE, share);
    }
}
