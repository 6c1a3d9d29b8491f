package dev.estimator.internal.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** Rows of bars with their names on the left, in two lines where a good third of the width is too little for one. */
record Rows(List<String> names, double left, double height) {
    /** Half the height of a bar, where a row is 1 high. */
    static final double HALF_BAR = 0.32;

    private static final double ROW = 28;
    private static final double ROW_OF_TWO = 2 * Lettering.LINE + 6;
    private static final double MOST_OF_NAMES = 168;
    private static final double SIDE = 8;

    static Rows of(List<String> names) {
        double widest = names.stream().mapToDouble(Lettering::width).max().orElseThrow();
        return new Rows(
                names,
                Math.ceil(Math.min(widest, MOST_OF_NAMES) + 2 * SIDE),
                widest > MOST_OF_NAMES ? ROW_OF_TWO : ROW);
    }

    /** Where the plot ends, if something stands to its right. */
    double right(double beside) {
        return Math.floor(Canvas.WIDTH - 2 * SIDE - beside);
    }

    Rectangle2D area(double above, double beside) {
        return new Rectangle2D.Double(left, above + 4, right(beside) - left, names.size() * height);
    }

    double middle(Rectangle2D area, int row) {
        return area.getMinY() + (row + 0.5) * height;
    }

    /** The height at which a text stands in the middle of a row. */
    double baseline(Rectangle2D area, int row) {
        return middle(area, row) + Lettering.SIZE * 0.35;
    }

    void names(Canvas canvas, Rectangle2D area) {
        for (int row = 0; row < names.size(); row++) {
            double room = left - 2 * SIDE + 0.5;
            List<String> lines = Lettering.inTwoLines(names.get(row), room);
            double first = baseline(area, row) - (lines.size() - 1) * Lettering.LINE / 2;
            for (int i = 0; i < lines.size(); i++) {
                double y = first + i * Lettering.LINE;
                canvas.shortened(lines.get(i), names.get(row), room, left - SIDE, y, Canvas.Anchor.END, Ink.INK);
            }
        }
    }
}
