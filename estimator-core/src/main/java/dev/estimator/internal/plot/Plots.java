package dev.estimator.internal.plot;

import dev.estimator.internal.optional.OptionalLibrary;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Draws plots as {@code <svg>} elements for an HTML page, without a fixed width or colour. A page sets the width, the
 * font, and the colours as variables of CSS: {@code --plot-ink} and {@code --plot-muted} for texts,
 * {@code --plot-grid}, {@code --plot-fill} for bars and lines, {@code --plot-band}, {@code --plot-mark}, and
 * {@code --plot-warn} for limits and anything beyond them. The same input gives the same text. Neither a display nor a
 * font need be installed.
 */
public final class Plots {
    private Plots() {}

    /**
     * A histogram with upright lines at the marks, and a thick dashed one at each limit. The axis is logarithmic if the
     * bars grow wider from left to right, as bars of equal ratio do. A mark too far out to be drawn is only named.
     *
     * @param bars in ascending order, at least one
     * @throws IllegalArgumentException if there are no bars
     */
    public static String histogram(PlotLabels labels, List<Bar> bars, List<Mark> marks, List<Mark> limits) {
        requireLibraries();
        return new HistogramPlot(labels, PlotInputs.some("bars", bars), List.copyOf(marks), List.copyOf(limits)).svg();
    }

    /**
     * A bar for each driver, and a line at the best guess. The axis is logarithmic if the values span more than a
     * factor of 30 and none is zero.
     *
     * @param swings the most important first, which is on top; at least one
     * @throws IllegalArgumentException if there are no swings
     */
    public static String tornado(PlotLabels labels, List<Swing> swings, Mark bestGuess) {
        requireLibraries();
        return new TornadoPlot(labels, PlotInputs.some("swings", swings), bestGuess).svg();
    }

    /**
     * A line in its band over time, with upright lines at the marks, and a thick dashed line across at the limit. The
     * axis of the values begins at zero, or is logarithmic if they span more than a factor of 30 and none is zero.
     *
     * @param timeText writes a time, such as a month; only times of points are written
     * @param points in ascending order of time, at least one
     * @param marks times to mark, such as the day when the limit is reached
     * @param limit the value that growth must stay below
     * @throws IllegalArgumentException if there are no points
     */
    public static String growth(
            PlotLabels labels,
            DoubleFunction<String> timeText,
            List<GrowthPoint> points,
            List<Mark> marks,
            @Nullable Mark limit) {
        requireLibraries();
        return new GrowthPlot(labels, timeText, PlotInputs.some("points", points), List.copyOf(marks), listOf(limit))
                .svg();
    }

    /**
     * A bar for each limit, as long as the part of it that is used, with a mark at the target. The part beyond the
     * limit has the colour of a warning, and is cut at 150 %. {@code valueText} writes a share of 0 to 1, such as '72
     * %'.
     *
     * @param usages the first is on top; at least one
     * @throws IllegalArgumentException if there are no usages
     */
    public static String utilization(PlotLabels labels, List<LimitUsage> usages) {
        requireLibraries();
        return new UtilizationPlot(labels, PlotInputs.some("usages", usages)).svg();
    }

    /**
     * Boxes in layers, and arrows between them. The picture has a width of its own and shrinks only a little: let the
     * page scroll it.
     *
     * @param boxes with different names, at least one
     * @param arrows between boxes
     * @throws IllegalArgumentException if there are no boxes
     */
    public static String network(PlotLabels labels, List<Box> boxes, List<Arrow> arrows) {
        requireLibraries();
        OptionalLibrary.ELK.require("A picture of a system");
        return new NetworkPlot(labels, PlotInputs.some("boxes", boxes), List.copyOf(arrows)).svg();
    }

    private static <T> List<T> listOf(@Nullable T one) {
        return Optional.ofNullable(one).stream().toList();
    }

    private static void requireLibraries() {
        OptionalLibrary.DESKTOP.require("A plot");
        OptionalLibrary.JFREECHART.require("A plot");
        OptionalLibrary.BATIK.require("A plot");
    }
}
