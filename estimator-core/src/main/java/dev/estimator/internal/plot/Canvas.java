package dev.estimator.internal.plot;

import com.google.common.escape.Escaper;
import com.google.common.xml.XmlEscapers;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.stream.Stream;

/** A picture that is being drawn: shapes, and above them texts, which the reader's browser sets in its own font. */
final class Canvas {
    static final double WIDTH = 480;
    static final double HEIGHT = 260;
    /** Letters 13 high are shown 11 high. */
    private static final double LEAST_SCALE = 0.86;

    static final BasicStroke THIN = new BasicStroke(1);
    static final BasicStroke MEDIUM = new BasicStroke(2);
    static final BasicStroke THICK_DASHED =
            new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {7, 4}, 0);

    private static final Escaper XML = XmlEscapers.xmlContentEscaper();

    /** Which end of a text lies at the place that is given for it. */
    enum Anchor {
        START(0, ""),
        MIDDLE(0.5, " text-anchor=\"middle\""),
        END(1, " text-anchor=\"end\"");

        private final double before;
        private final String attribute;

        Anchor(double before, String attribute) {
            this.before = before;
            this.attribute = attribute;
        }
    }

    private final Pen pen = new Pen();
    private final StringBuilder texts = new StringBuilder();
    private final double width;
    private final double height;
    private final String style;

    Canvas(double height) {
        this(WIDTH, height, "");
    }

    private Canvas(double width, double height, String style) {
        this.width = width;
        this.height = height;
        this.style = style;
    }

    /** A picture in its own size, which shrinks no further than its letters can be read; a page lets it scroll. */
    static Canvas scrolling(double width, double height) {
        long most = Math.round(width);
        long least = Math.round(width * LEAST_SCALE);
        return new Canvas(width, height, " style=\"max-width:" + most + "px;min-width:" + least + "px\"");
    }

    Pen pen() {
        return pen;
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, BasicStroke stroke) {
        pen.setPaint(ink.marker());
        pen.setStroke(stroke);
        pen.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Text on the line {@code y}, kept inside the picture. */
    void text(String text, double x, double y, Anchor anchor, Ink ink) {
        text(text, "", x, y, anchor, ink);
    }

    /** Text that is shortened to fit the room; the full text appears under the mouse. */
    void shortened(String text, double room, double x, double y, Anchor anchor, Ink ink) {
        shortened(text, text, room, x, y, anchor, ink);
    }

    /** A line of a longer text. */
    void shortened(String line, String text, double room, double x, double y, Anchor anchor, Ink ink) {
        String shown = Lettering.shortened(line, room);
        text(shown, shown.equals(line) ? "" : "<title>" + XML.escape(text) + "</title>", x, y, anchor, ink);
    }

    private void text(String text, String more, double x, double y, Anchor anchor, Ink ink) {
        double before = Lettering.width(text) * anchor.before;
        double after = Lettering.width(text) - before;
        double inside = Math.max(before, Math.min(x, width - after));
        texts.append("<text x=\"")
                .append(number(inside))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        texts.append(anchor.attribute)
                .append(" fill=\"")
                .append(ink.css())
                .append("\">")
                .append(XML.escape(text))
                .append(more);
        texts.append("</text>");
    }

    /** The picture as an element of a page; the page says how wide it is. */
    String svg(PlotLabels labels, Stream<String> details) {
        String title = labels.id() + "-title";
        String desc = labels.id() + "-desc";
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " " + number(height)
                + "\"" + style + " preserveAspectRatio=\"xMidYMid meet\" role=\"img\" aria-labelledby=\"" + title + " "
                + desc
                + "\" font-family=\"inherit\" font-size=\"" + Lettering.SIZE + "\"><title id=\"" + title + "\">"
                + XML.escape(labels.title()) + "</title><desc id=\"" + desc + "\">"
                + XML.escape(labels.described(details))
                + "</desc>" + FlatSvg.of(pen.getRoot()) + texts + "</svg>";
    }

    /** Writes a coordinate with at most two decimals, as the pen does. */
    private static String number(double pixels) {
        String text = Double.toString(Math.round(pixels * 100) / 100.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
