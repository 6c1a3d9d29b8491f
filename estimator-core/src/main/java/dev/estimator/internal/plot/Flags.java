package dev.estimator.internal.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The texts of upright marks, in rows above the plot, each beside the upper end of its line, placed so that no text
 * lies on another and no line runs through a text. As marks are few, all ways to place them are tried, fewest rows
 * first; where there are many, or texts are long, they hang in stairs, shortened where there is no room.
 */
final class Flags {
    private static final double GAP = 4;

    /** With more marks, trying all ways to place them would take too long. */
    private static final int MOST = 6;

    /** With more marks, so would trying which of them hang inward: none does. */
    private static final int MOST_TURNED = 17;

    /** Enough for the first letters of a text. */
    private static final double LEAST_ROOM = 40;

    /** Where a flag hangs: row 0 is next to the plot. */
    record Flag(Mark mark, double x, int row, boolean isRight, boolean isOff, boolean isLimit) {
        String text() {
            return !isOff ? mark.text() : isRight ? "← " + mark.text() : mark.text() + " →";
        }

        double left() {
            return isRight ? x + GAP : x - GAP - Lettering.width(text());
        }

        double right() {
            return isRight ? x + GAP + Lettering.width(text()) : x - GAP;
        }

        /** The width between its line and the next one that reaches as high, or the edge of the picture. */
        double room(List<Flag> among) {
            double end = isRight ? Canvas.WIDTH : 0;
            for (Flag other : among) {
                boolean isBeside = isRight ? other.x > x && other.x < end : other.x < x && other.x > end;
                if (isBeside && !other.isOff && other.row >= row) {
                    end = isRight ? other.x - GAP : other.x + GAP;
                }
            }
            return Math.abs(end - x) - GAP;
        }

        private boolean isInside() {
            return left() >= 0 && right() <= Canvas.WIDTH;
        }

        private boolean disturbs(Flag other) {
            boolean overlap = row == other.row && left() < other.right() + GAP && other.left() < right() + GAP;
            return overlap || runsThrough(other) || other.runsThrough(this);
        }

        private boolean runsThrough(Flag other) {
            return row >= other.row && x > other.left() - GAP / 2 && x < other.right() + GAP / 2;
        }
    }

    private final List<Flag> wanted = new ArrayList<>();
    private final double middle;
    private List<Flag> placed = new ArrayList<>();
    private int rows;

    private Flags(double middle) {
        this.middle = middle;
    }

    /** Finds room for the marks above an axis that runs between two places; limits get the colour of a warning. */
    static Flags of(List<Mark> marks, List<Mark> limits, AxisRange reach, double left, double right) {
        Flags flags = new Flags((left + right) / 2);
        marks.forEach(mark -> flags.want(mark, false, reach, left, right));
        limits.forEach(mark -> flags.want(mark, true, reach, left, right));
        flags.wanted.sort(Comparator.comparingDouble(Flag::x));
        flags.place();
        return flags;
    }

    private void want(Mark mark, boolean isLimit, AxisRange reach, double left, double right) {
        boolean isOff = !reach.contains(mark.at());
        double place = isOff ? (mark.at() < reach.low() ? 0 : 1) : reach.place(mark.at());
        wanted.add(new Flag(mark, left + place * (right - left), 0, place == 0, isOff, isLimit));
    }

    private void place() {
        for (rows = Math.min(1, wanted.size()); rows <= wanted.size() && wanted.size() <= MOST; rows++) {
            placed = new ArrayList<>();
            if (placeFrom(0)) {
                return;
            }
        }
        placed = bestStairs(wanted.stream().filter(flag -> !flag.isOff()).toList());
        rows = rows(placed);
    }

    /** Those with the fewest rows and the least of their texts lost; of many only where they turn is tried. */
    private static List<Flag> best(Stream<List<Flag>> ways) {
        return ways.min(Comparator.comparingDouble(hung -> rows(hung)
                        + hung.stream().mapToDouble(flag -> missing(flag, hung)).sum()))
                .orElse(List.of());
    }

    private List<Flag> bestStairs(List<Flag> inside) {
        int n = inside.size();
        if (n > MOST_TURNED) {
            return best(turned(inside, 0, n));
        }
        return best(IntStream.rangeClosed(0, n)
                .boxed()
                .flatMap(
                        first -> IntStream.rangeClosed(first, n).boxed().flatMap(last -> turned(inside, first, last))));
    }

    private Stream<List<Flag>> turned(List<Flag> inside, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(turn -> stairs(inside, first, turn, last));
    }

    /**
     * Hangs texts outward from where they turn, each a row above its outer neighbor, so that no line reaches up to a
     * text further in. Here {@code d} is where six of them turn:
     *
     * <pre>
     *     c |   | d
     *   b | |   | | e
     * a | | |   | | | f
     * </pre>
     *
     * <p>The marks before {@code first} and from {@code last} on hang the other way, inward, each in a row of its own
     * above all of these. What is off the axis has no line, and comes at the top.
     */
    private List<Flag> stairs(List<Flag> inside, int first, int turn, int last) {
        List<Flag> hung = new ArrayList<>();
        for (int i = first; i < last; i++) {
            boolean isRight = i >= turn;
            hung.add(moved(inside.get(i), isRight ? last - 1 - i : i - first, isRight));
        }
        int above = rows(hung);
        for (int i = last; i < inside.size(); i++) {
            hung.add(moved(inside.get(i), above++, false));
        }
        for (int i = first - 1; i >= 0; i--) {
            hung.add(moved(inside.get(i), above++, true));
        }
        for (Flag flag : wanted) {
            if (flag.isOff()) {
                hung.add(moved(flag, above++, flag.isRight()));
            }
        }
        return hung;
    }

    /** How much of a text has no room; that nearly nothing of it can be read counts for more. */
    private static double missing(Flag flag, List<Flag> among) {
        double room = flag.room(among);
        double missing = Math.max(0, Lettering.width(flag.text()) - room);
        return missing > 0 && room < LEAST_ROOM ? missing + Canvas.WIDTH : missing;
    }

    private static int rows(List<Flag> flags) {
        return flags.stream().mapToInt(flag -> flag.row() + 1).max().orElse(0);
    }

    private boolean placeFrom(int index) {
        if (index == wanted.size()) {
            return true;
        }
        Flag flag = wanted.get(index);
        for (int row = 0; row < rows; row++) {
            for (boolean isRight : flag.isOff() ? new boolean[] {flag.isRight()} : outwardFirst(flag)) {
                Flag tried = moved(flag, row, isRight);
                if (tried.isInside() && placed.stream().noneMatch(tried::disturbs)) {
                    placed.add(tried);
                    if (placeFrom(index + 1)) {
                        return true;
                    }
                    placed.remove(placed.size() - 1);
                }
            }
        }
        return false;
    }

    private boolean[] outwardFirst(Flag flag) {
        return flag.x() < middle ? new boolean[] {false, true} : new boolean[] {true, false};
    }

    private static Flag moved(Flag flag, int row, boolean isRight) {
        return new Flag(flag.mark(), flag.x(), row, isRight, flag.isOff(), flag.isLimit());
    }

    /** The height of the texts above the plot. */
    double height() {
        return rows * Lettering.LINE;
    }

    /** By how much the picture grows, so that many texts leave room for the plot. */
    double more() {
        return Math.max(0, height() - MOST * Lettering.LINE);
    }

    /** Where lines stand, from left to right. */
    List<Double> lines() {
        return wanted.stream().filter(flag -> !flag.isOff()).map(Flag::x).toList();
    }

    /** Whether a text stands next to the plot above what is between two places. */
    boolean isAbove(double from, double to) {
        return placed.stream().anyMatch(flag -> flag.row() == 0 && flag.left() < to && flag.right() > from);
    }

    /** Draws the lines from the foot of the plot up to their texts. */
    void draw(Canvas canvas, Rectangle2D area) {
        for (Flag flag : placed) {
            double top = area.getMinY() - flag.row() * Lettering.LINE;
            if (!flag.isOff()) {
                canvas.line(
                        flag.x(),
                        top - Lettering.SIZE,
                        flag.x(),
                        area.getMaxY(),
                        flag.isLimit() ? Ink.WARN : Ink.MARK,
                        flag.isLimit() ? Canvas.THICK_DASHED : Canvas.THIN);
            }
            double y = top - GAP;
            Canvas.Anchor anchor = flag.isRight() ? Canvas.Anchor.START : Canvas.Anchor.END;
            canvas.shortened(
                    flag.text(), flag.room(placed), flag.x() + (flag.isRight() ? GAP : -GAP), y, anchor, Ink.INK);
        }
    }
}
