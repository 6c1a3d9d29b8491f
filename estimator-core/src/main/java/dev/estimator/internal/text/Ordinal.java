package dev.estimator.internal.text;

import java.util.List;

/** Which of several of one name: 'users (second)'. */
public final class Ordinal {
    private static final List<String> WORDS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private Ordinal() {}

    /** The name with its place in brackets, from 1 on. */
    public static String behind(String name, int place) {
        return name + " (" + (place <= WORDS.size() ? WORDS.get(place - 1) : place + ending(place)) + ")";
    }

    private static String ending(int place) {
        boolean isTeen = place % HUNDRED / TEN == 1;
        return isTeen
                ? "th"
                : switch (place % TEN) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
