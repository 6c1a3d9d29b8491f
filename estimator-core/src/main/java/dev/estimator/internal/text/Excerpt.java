package dev.estimator.internal.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A piece of a text, or several pieces put together, that knows where in the whole each character stands. */
public final class Excerpt {
    static final Excerpt NOTHING = of("");

    private final String text;
    /** The places of the characters and of the end. */
    private final int[] places;

    private Excerpt(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static Excerpt of(String whole) {
        return new Excerpt(whole, IntStream.rangeClosed(0, whole.length()).toArray());
    }

    public String text() {
        return text;
    }

    /** Where in the whole a character stands, or the end of this. */
    public int placeOf(int position) {
        return places[position];
    }

    Excerpt between(int start, int end) {
        return new Excerpt(text.substring(start, end), Arrays.copyOfRange(places, start, end + 1));
    }

    /** What a group has found in this, or nothing. */
    Excerpt group(Matcher matcher, int group) {
        return matcher.start(group) < 0 ? NOTHING : between(matcher.start(group), matcher.end(group));
    }

    Excerpt strip() {
        int start = text.length() - text.stripLeading().length();
        return between(start, Math.max(start, text.stripTrailing().length()));
    }

    Excerpt without(Pattern left) {
        Excerpt rest = NOTHING;
        int from = 0;
        for (Matcher matcher = left.matcher(text); matcher.find(); from = matcher.end()) {
            rest = rest.plus(between(from, matcher.start()));
        }
        return rest.plus(between(from, text.length()));
    }

    Excerpt plus(Excerpt next) {
        if (text.isEmpty() || next.text.isEmpty()) {
            return text.isEmpty() ? next : this;
        }
        int[] joined = Arrays.copyOf(places, text.length() + next.places.length);
        System.arraycopy(next.places, 0, joined, text.length(), next.places.length);
        return new Excerpt(text + next.text, joined);
    }
}
