package dev.estimator.internal.text;

import dev.estimator.internal.text.QuantityReader.Labelled;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rates: '12k req/s', '200 writes per minute', '500 rps', '10k/s tokens'. */
final class RateReader {
    /** What follows these says more than what is counted: '5/day per user'. */
    private static final Set<String> PREPOSITIONS = Set.of(
            "per", "each", "every", "at", "in", "on", "for", "from", "of", "by", "with", "during", "over", "times");

    private static final Set<String> PREFIXES = Set.of("k", "K", "M");

    /** Where the noun before a period ends. */
    private static final Set<String> BEFORE_PERIOD = Set.of("per", "a", "an", "every", "each");

    private static final Pattern PERIOD = Pattern.compile("\\s*/|\\s+(?:" + String.join("|", BEFORE_PERIOD) + ")\\s");

    private static final int MOST_WORDS = 3;

    private RateReader() {}

    static Labelled rate(String text) {
        Scanner in = new Scanner(text);
        BigDecimal events = in.number();
        events = events.multiply(multiple(in));
        QuantityReader.requireSpaceBeforeNoun(in);
        int mark = in.mark();
        String qualifier = qualifier(in);
        String unit = in.word();
        BigDecimal seconds = UnitTable.PER_TIME.get(unit);
        boolean isNoun = unit.equals("ops") && in.takePerTime(); // 100 ops/s
        if (seconds != null && !isNoun) {
            return ending(in, events, seconds, qualified(qualifier, UnitTable.EVENTS.get(unit)));
        }
        in.reset(mark);
        in.takeWord("times"); // 4 times a day
        int before = in.mark();
        String noun = nounBefore(in);
        int after = in.mark();
        @Nullable BigDecimal adverb = null;
        if (!in.takePerTime()) {
            in.reset(before);
            noun = noun(in, UnitTable.ADVERBS.keySet()); // 5M orders daily
            adverb = QuantityReader.adverb(in);
            if (adverb == null) {
                throw in.refuseAt(after, "the period is missing");
            }
        }
        boolean isOfSeveral = in.atNumber(); // 1 read/3s
        BigDecimal period = adverb == null ? QuantityReader.period(in) : adverb;
        return ending(
                in,
                events,
                period,
                Kind.rate(noun.isEmpty() ? nounAfter(in, adverb != null) : isOfSeveral ? Nouns.many(noun) : noun)
                        .label());
    }

    /** The 'write' of '200 write QPS', if there is such a unit. */
    private static String qualifier(Scanner in) {
        int start = in.mark();
        List<String> words = new ArrayList<>();
        int mark = start;
        for (String word = in.word(); !word.isEmpty() && words.size() <= MOST_WORDS; word = in.word()) {
            if (UnitTable.PER_TIME.containsKey(word)) {
                in.reset(mark);
                return String.join(" ", words);
            }
            if (BEFORE_PERIOD.contains(word) || UnitTable.nounProblem(word) != null) {
                break;
            }
            if (!UnitTable.WHEN.contains(word)) {
                words.add(word);
            }
            mark = in.mark();
        }
        in.reset(start);
        return "";
    }

    private static @Nullable String qualified(String qualifier, @Nullable String events) {
        if (qualifier.isEmpty()) {
            return events;
        }
        String noun = events == null ? "requests" : events;
        return noun.isEmpty() ? Nouns.many(qualifier) : qualifier + " " + noun;
    }

    private static String nounAfter(Scanner in, boolean isDaily) {
        int mark = in.mark();
        String noun = noun(in, UnitTable.WHEN);
        if (noun.isEmpty()) {
            return noun;
        }
        in.reset(mark);
        noun = noun(in, PREPOSITIONS);
        if (isDaily && (noun.startsWith("active") || Nouns.isActor(noun))) {
            throw in.refuseAt(mark, "these are so many, and no rate: Count.parse reads them");
        }
        return noun;
    }

    /** The multiple, which may stick to what is an event in a time: 'k' of '10 kQPS'. */
    private static BigDecimal multiple(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        in.reset(mark);
        String prefix = word.isEmpty() ? "" : word.substring(0, 1);
        String event = word.substring(prefix.length());
        boolean isPrefixed = PREFIXES.contains(prefix) && !event.equals("ops") && UnitTable.PER_TIME.containsKey(event);
        return isPrefixed && in.take(prefix)
                ? Objects.requireNonNull(UnitTable.scale(prefix))
                : QuantityReader.optionalScale(in);
    }

    /** What stands before the period: words, or what else a count may be of, as 'S3 objects' and 'users (new)'. */
    private static String nounBefore(Scanner in) {
        int start = in.mark();
        String words = noun(in, BEFORE_PERIOD);
        int end = in.mark();
        in.reset(start);
        String noun = in.upTo(PERIOD);
        boolean isNoun = !words.isEmpty() && QuantityReader.nounProblem(noun) == null;
        if (isNoun && in.take(noun)) {
            return noun;
        }
        in.reset(end);
        return words;
    }

    /** The words up to one of those, or up to what is no word. */
    private static String noun(Scanner in, Set<String> ends) {
        List<String> words = new ArrayList<>();
        int mark = in.mark();
        for (String word = in.word(); !word.isEmpty() && !ends.contains(word); word = in.word()) {
            String problem = UnitTable.nounProblem(word);
            if (problem != null) {
                throw in.refuseAt(mark, problem);
            }
            words.add(word);
            mark = in.mark();
        }
        in.reset(mark);
        return String.join(" ", words);
    }

    private static Labelled ending(Scanner in, BigDecimal events, BigDecimal seconds, @Nullable String noun) {
        double rate = QuantityReader.value(in, events, seconds);
        return new Labelled(QuantityReader.ending(in, rate, Dimension.RATE, noun), noun, null, seconds.doubleValue());
    }
}
