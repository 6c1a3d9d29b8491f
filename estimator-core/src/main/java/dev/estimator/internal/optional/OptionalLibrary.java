package dev.estimator.internal.optional;

import java.util.Optional;

/** An optional library: only the features that use it need it, and everything else works without it. */
public enum OptionalLibrary {
    /** JSON. */
    GSON("com.google.gson.Gson", "com.google.code.gson:gson", "com.google.gson"),
    /** Templates of HTML reports. */
    JMUSTACHE("com.samskivert.mustache.Mustache", "com.samskivert:jmustache", "com.samskivert.jmustache"),
    /** The module that both drawing libraries use; a runtime image can lack it. */
    DESKTOP("java.awt.Graphics2D", "the JDK's module java.desktop", "java.desktop"),
    /** Plots. */
    JFREECHART("org.jfree.chart.plot.XYPlot", "org.jfree:jfreechart", "org.jfree.jfreechart"),
    /** Plots as SVG. */
    BATIK(
            "org.apache.batik.svggen.SVGGraphics2D",
            "org.apache.xmlgraphics:batik-svggen",
            "org.apache.xmlgraphics.batik.svggen"),
    /** The layout of the boxes and arrows of a system. */
    ELK(
            "org.eclipse.elk.alg.layered.LayeredLayoutProvider",
            "org.eclipse.elk:org.eclipse.elk.alg.layered",
            "org.eclipse.elk.alg.layered"),
    /** Recorded histograms. */
    HDRHISTOGRAM("org.HdrHistogram.AbstractHistogram", "org.hdrhistogram:HdrHistogram", "HdrHistogram");

    private final String className;
    private final String coordinates;
    private final String module;

    OptionalLibrary(String className, String coordinates, String module) {
        this.className = className;
        this.coordinates = coordinates;
        this.module = module;
    }

    /** Whether the library is there. */
    public boolean isPresent() {
        return missing(OptionalLibrary.class.getClassLoader()).isEmpty();
    }

    /**
     * Goes on only if the library is there.
     *
     * @param purpose what needs it, in the singular, as the beginning of a sentence: {@code A plot}
     * @throws IllegalStateException if it is missing; the message says what to add
     */
    public void require(String purpose) {
        require(purpose, OptionalLibrary.class.getClassLoader());
    }

    void require(String purpose, ClassLoader loader) {
        missing(loader).ifPresent(reason -> {
            throw new IllegalStateException(lack(purpose), reason);
        });
    }

    /** What it is called in a build: 'com.google.code.gson:gson'. */
    public String coordinates() {
        return coordinates;
    }

    /** Says what to add to a build. */
    public String lack(String purpose) {
        return purpose + " needs " + coordinates + ", which is optional: add it to the class path"
                + " (on the module path also --add-modules " + module + ")";
    }

    private Optional<Throwable> missing(ClassLoader loader) {
        try {
            Class<?> found = Class.forName(className, false, loader);
            return OptionalLibrary.class.getModule().canRead(found.getModule())
                    ? Optional.empty()
                    : Optional.of(new IllegalAccessException(found.getModule() + " is not read"));
        } catch (ClassNotFoundException | LinkageError reason) {
            return Optional.of(reason);
        }
    }
}
