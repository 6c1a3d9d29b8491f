package dev.estimator.internal.plot;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
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
