package dev.estimator.internal.plot;

import com.google.common.xml.XmlEscapers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes the shapes of a drawing one after the other, each with the attributes that it needs. Batik instead nests them
 * in groups that repeat the whole state of the pen, including fonts and fixed colours, which should be left to the
 * page.
 */
final class FlatSvg {
    /** The attributes that a shape inherits from its groups, with their default values. */
    private static final Map<String, String> STYLE =
            Map.of("fill", "black", "stroke", "none", "stroke-width", "1", "stroke-dasharray", "none", "transform", "");

    private static final Set<String> GROUPS = Set.of("svg", "g");
    private static final Set<String> SHAPES =
            Set.of("rect", "line", "path", "polygon", "polyline", "circle", "ellipse");

    private final StringBuilder out = new StringBuilder();

    private FlatSvg() {}

    static String of(Element root) {
        FlatSvg flat = new FlatSvg();
        flat.write(root, STYLE);
        return flat.out.toString();
    }

    private void write(Element element, Map<String, String> inherited) {
        Map<String, String> style = new HashMap<>(inherited);
        style.replaceAll((name, value) -> element.hasAttribute(name) ? element.getAttribute(name) : value);
        if (GROUPS.contains(element.getTagName())) {
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element next) {
                    write(next, style);
                }
            }
        } else if (SHAPES.contains(element.getTagName())) {
            shape(element, style);
        } else if (element.hasChildNodes()) {
            throw new IllegalStateException("a plot was drawn with <" + element.getTagName() + ">");
        }
    }

    private void shape(Element element, Map<String, String> style) {
        out.append('<').append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            // ends and corners of strokes may look any way
            if (!STYLE.containsKey(name) && !name.startsWith("stroke-") && !name.equals("clip-path")) {
                attribute(name, attributes.item(i).getNodeValue());
            }
        }
        style(style);
        out.append("/>");
    }

    private void style(Map<String, String> style) {
        attribute("fill", Ink.css(style.getOrDefault("fill", "")));
        String stroke = Ink.css(style.getOrDefault("stroke", ""));
        if (!stroke.equals("none")) {
            attribute("stroke", stroke);
            unlessDefault("stroke-width", style);
            unlessDefault("stroke-dasharray", style);
        }
        unlessDefault("transform", style);
    }

    private void unlessDefault(String name, Map<String, String> style) {
        String value = style.getOrDefault(name, "");
        if (!value.equals(STYLE.get(name))) {
            attribute(name, value);
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        out.append(XmlEscapers.xmlAttributeEscaper().escape(value)).append('"');
    }
}
