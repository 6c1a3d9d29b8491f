package dev.estimator.internal.plot;

import java.awt.RenderingHints;
import java.awt.Shape;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/** Draws SVG without clipping: everything is drawn inside the picture, and each clip would need an id in the page. */
final class Pen extends SVGGraphics2D {
    private static final int DECIMALS = 2;

    Pen() {
        super(context(), false);
        // JFreeChart restores this hint after use, and a null cannot be restored
        setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
    }

    private static SVGGeneratorContext context() {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setPrecision(DECIMALS);
        return context;
    }

    /** The parser of the JDK, whichever other is on the class path. */
    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException cannotHappen) {
            throw new IllegalStateException("the JDK has no XML parser", cannotHappen);
        }
    }

    @Override
    public void clip(Shape shape) {
        // see above
    }

    @Override
    public void setClip(Shape shape) {
        // see above
    }
}
