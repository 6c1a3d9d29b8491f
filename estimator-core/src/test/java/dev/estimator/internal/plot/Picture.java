package dev.estimator.internal.plot;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A plot read back, by a parser that knows nothing of how it was written. */
record Picture(Element root) {
    private static final String SVG = "http://www.w3.org/2000/svg";

    static Picture of(String svg) {
        try {
            return new Picture(DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("not XML: " + svg, e);
        }
    }

    List<Element> all(String name) {
        NodeList nodes = root.getElementsByTagNameNS(SVG, name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    List<Element> bars(Ink ink) {
        return all("rect").stream()
                .filter(r -> r.getAttribute("fill").equals(ink.css()))
                .toList();
    }

    /** Upright lines of a colour, from left to right. */
    List<Element> upright(Ink ink) {
        return all("line").stream()
                .filter(l -> l.getAttribute("stroke").equals(ink.css()) && number(l, "x1") == number(l, "x2"))
                .sorted((a, b) -> Double.compare(number(a, "x1"), number(b, "x1")))
                .toList();
    }

    List<Element> level(Ink ink) {
        return all("line").stream()
                .filter(l -> l.getAttribute("stroke").equals(ink.css()) && number(l, "y1") == number(l, "y2"))
                .toList();
    }

    List<String> texts() {
        return all("text").stream().map(t -> t.getFirstChild().getTextContent()).toList();
    }

    /** Where the text stands: its middle, its start or its end. */
    double xOf(String text) {
        return number(textElement(text), "x");
    }

    Element textElement(String text) {
        return all("text").stream()
                .filter(t -> t.getFirstChild().getTextContent().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + texts()));
    }

    /** What no reader wants to see: two texts that overlap, or the line of a mark that runs through a text. */
    List<String> crossings() {
        List<Element> texts = all("text");
        List<Element> lines = Stream.concat(upright(Ink.MARK).stream(), upright(Ink.WARN).stream())
                .toList();
        List<String> crossings = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Rectangle2D text = around(texts.get(i));
            String words = texts.get(i).getFirstChild().getTextContent();
            for (Element other : texts.subList(i + 1, texts.size())) {
                if (text.intersects(around(other))) {
                    crossings.add(words + " lies on " + other.getFirstChild().getTextContent());
                }
            }
            for (Element line : lines) {
                double x = number(line, "x1");
                if (text.intersectsLine(x, number(line, "y1"), x, number(line, "y2"))) {
                    crossings.add("a line runs through " + words);
                }
            }
        }
        return crossings;
    }

    /** The capitals of a text and what hangs below them. */
    private static Rectangle2D around(Element text) {
        double width = Lettering.width(text.getFirstChild().getTextContent());
        String anchor = text.getAttribute("text-anchor");
        double before = anchor.equals("end") ? width : anchor.equals("middle") ? width / 2 : 0;
        double up = 0.72 * Lettering.SIZE;
        double down = 0.2 * Lettering.SIZE;
        return new Rectangle2D.Double(number(text, "x") - before, number(text, "y") - up, width, up + down);
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    static double left(Element bar) {
        return number(bar, "x");
    }

    static double right(Element bar) {
        return number(bar, "x") + number(bar, "width");
    }
}
