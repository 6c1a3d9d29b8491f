package dev.estimator.internal.plot;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Stream;

/** Boxes in layers, with bars for how full they are, and arrows between them. */
record NetworkPlot(PlotLabels labels, List<Box> boxes, List<Arrow> arrows) {
    private static final double SIDE = 10;
    private static final double TOP = 7;
    private static final double BAR = 6;
    private static final double BAR_ROOM = BAR + 8;
    private static final double LEAST_WIDTH = 110;
    private static final double MOST_TEXT = 230;
    private static final double HEAD = 9;
    private static final double BASELINE = 0.76;
    private static final double BETWEEN_FRAMES = 3;
    private static final BasicStroke THICK = new BasicStroke(3.5f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);
    private static final BasicStroke LINE = new BasicStroke(1.5f);

    String svg() {
        NetworkLayout placed = new NetworkLayout();
        boxes.forEach(box -> placed.box(box.name(), width(box), height(box)));
        arrows.forEach(arrow -> placed.arrow(
                arrow.from(),
                arrow.to(),
                widest(arrow.lines().stream()),
                arrow.lines().size() * Lettering.LINE));
        placed.findPlaces();
        Canvas canvas = Canvas.scrolling(placed.width(), placed.height());
        for (int i = 0; i < arrows.size(); i++) {
            arrow(canvas, arrows.get(i), placed.corners(i), placed.label(i));
        }
        boxes.forEach(box -> box(canvas, box, placed.box(box.name())));
        return canvas.svg(labels, details());
    }

    private static double widest(Stream<String> lines) {
        return Math.min(MOST_TEXT, lines.mapToDouble(Lettering::width).max().orElse(0));
    }

    private static Stream<String> texts(Box box) {
        return Stream.of(Stream.of(box.name()), box.lines().stream(), box.warnings().stream())
                .flatMap(lines -> lines);
    }

    private static double width(Box box) {
        return Math.ceil(Math.max(LEAST_WIDTH, widest(texts(box)) + 2 * SIDE));
    }

    private static double height(Box box) {
        return texts(box).count() * Lettering.LINE + 2 * TOP + (box.busy() == null ? 0 : BAR_ROOM);
    }

    private static void arrow(Canvas canvas, Arrow arrow, List<Point2D> corners, Point2D label) {
        Point2D end = corners.get(corners.size() - 1);
        Point2D before = corners.get(corners.size() - 2);
        double length = Math.max(end.distance(before), Double.MIN_NORMAL);
        double dx = (end.getX() - before.getX()) / length;
        double dy = (end.getY() - before.getY()) / length;
        double x = end.getX() - dx * HEAD;
        double y = end.getY() - dy * HEAD;
        Path2D line = new Path2D.Double();
        line.moveTo(corners.get(0).getX(), corners.get(0).getY());
        corners.subList(1, corners.size() - 1).forEach(corner -> line.lineTo(corner.getX(), corner.getY()));
        line.lineTo(x, y);
        canvas.pen().setPaint(Ink.MUTED.marker());
        canvas.pen().setStroke(arrow.isDashed() ? DASHED : LINE);
        canvas.pen().draw(line);
        double half = HEAD / 2;
        Path2D head = new Path2D.Double();
        head.moveTo(end.getX(), end.getY());
        head.lineTo(x - dy * half, y + dx * half);
        head.lineTo(x + dy * half, y - dx * half);
        head.closePath();
        canvas.pen().fill(head);
        for (int i = 0; i < arrow.lines().size(); i++) {
            double baseline = label.getY() + (i + BASELINE) * Lettering.LINE;
            canvas.shortened(
                    arrow.lines().get(i),
                    MOST_TEXT,
                    label.getX(),
                    baseline,
                    Canvas.Anchor.START,
                    i == 0 ? Ink.INK : Ink.MUTED);
        }
    }

    private static void box(Canvas canvas, Box box, Rectangle2D area) {
        frame(canvas, box.frame(), area);
        double y = area.getMinY() + TOP;
        y = line(canvas, box.name(), area, y, Ink.INK);
        for (String text : box.lines()) {
            y = line(canvas, text, area, y, Ink.MUTED);
        }
        Double busy = box.busy();
        if (busy != null) {
            bar(canvas, busy, new Rectangle2D.Double(area.getMinX() + SIDE, y + 3, area.getWidth() - 2 * SIDE, BAR));
            y += BAR_ROOM;
        }
        for (String text : box.warnings()) {
            y = line(canvas, text, area, y, Ink.WARN);
        }
    }

    private static double line(Canvas canvas, String text, Rectangle2D area, double y, Ink ink) {
        double baseline = y + BASELINE * Lettering.LINE;
        canvas.shortened(text, MOST_TEXT, area.getCenterX(), baseline, Canvas.Anchor.MIDDLE, ink);
        return y + Lettering.LINE;
    }

    private static void frame(Canvas canvas, Box.Frame frame, Rectangle2D area) {
        boolean isMarked = frame == Box.Frame.THICK || frame == Box.Frame.DOUBLE;
        double arc = frame == Box.Frame.ROUND ? area.getHeight() : 10;
        canvas.pen().setPaint((isMarked ? Ink.WARN : Ink.MUTED).marker());
        canvas.pen().setStroke(frame == Box.Frame.THICK ? THICK : Canvas.THIN);
        outline(canvas, area, 0, arc);
        if (frame == Box.Frame.DOUBLE) {
            outline(canvas, area, BETWEEN_FRAMES, arc - 2 * BETWEEN_FRAMES);
        }
    }

    private static void outline(Canvas canvas, Rectangle2D area, double inset, double arc) {
        canvas.pen()
                .draw(new RoundRectangle2D.Double(
                        area.getMinX() + inset,
                        area.getMinY() + inset,
                        area.getWidth() - 2 * inset,
                        area.getHeight() - 2 * inset,
                        arc,
                        arc));
    }

    private static void bar(Canvas canvas, double busy, Rectangle2D area) {
        canvas.pen().setPaint(Ink.GRID.marker());
        canvas.pen().fill(area);
        canvas.pen().setPaint((busy > 1 ? Ink.WARN : Ink.FILL).marker());
        canvas.pen()
                .fill(new Rectangle2D.Double(
                        area.getMinX(),
                        area.getMinY(),
                        Math.max(1, Math.min(busy, 1) * area.getWidth()),
                        area.getHeight()));
    }

    private Stream<String> details() {
        return Stream.concat(
                boxes.stream().map(box -> String.join(", ", texts(box).toList())),
                arrows.stream()
                        .map(arrow -> arrow.from() + " → " + arrow.to() + ": " + String.join(", ", arrow.lines())));
    }
}
