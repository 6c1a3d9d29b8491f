package dev.estimator.internal.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The texts of upright marks, in rows above the plot, each beside the upper end of its line, placed so that no text
 * lies on another and no line runs through a text. As marks are few, all ways to place them are tried, fewest rows
 * first.
 */
final class Flags {
    private static final double GAP = 4;

    /** With more marks, trying all ways to place them would take too long. */
    private static final int MOST = 6;

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
        // too many texts, or too long to fit: one below the other, where lines run through some of them
        rows = wanted.size();
        placed = new ArrayList<>();
        for (Flag flag : wanted) {
            placed.add(moved(flag, placed.size(), flag.x() < middle));
        }
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
                    flag.text(), Canvas.WIDTH, flag.isRight() ? flag.left() : flag.right(), y, anchor, Ink.INK);
        }
    }
}
