package dev.estimator.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** However close marks are and however long their texts, each can be read. */
class CrossingsTest {
    private static final String WORDS = "the monthly limit of the budget of all zones together, as approved";

    @Property(tries = 150)
    void histogram_hasNoCrossings(@ForAll Random random) {
        double top = random.nextBoolean() ? 100 : 1e4;
        List<Bar> bars = IntStream.range(0, 20)
                .mapToObj(i -> new Bar(10 + i * top / 20, 10 + (i + 1) * top / 20, 1 + random.nextInt(9)))
                .toList();
        String svg = new HistogramPlot(labels(), bars, marks(random, 10, top), marks(random, 10, 2 * top)).svg();
        assertThat(Picture.of(svg).crossings()).as(svg).isEmpty();
    }

    /** They took six seconds, and 120 of them ten. */
    @Test
    void histogram_ofAHundredMarks() {
        List<Bar> bars = IntStream.range(0, 20)
                .mapToObj(i -> new Bar(10 + i * 5, 15 + i * 5, 1 + i % 7))
                .toList();
        List<Mark> limits = IntStream.range(0, 100)
                .mapToObj(i -> new Mark(11 + i * 1.1, i + " " + WORDS.substring(0, 3 + i % 11)))
                .toList();
        var plot = new HistogramPlot(labels(), bars, List.of(new Mark(31, "p50")), limits);
        String svg = plot.svg();
        assertThat(Picture.of(svg).crossings()).as(svg).isEmpty();
    }

    @Property(tries = 150)
    void growth_hasNoCrossings(@ForAll Random random) {
        double rise = random.nextDouble() * 5;
        List<GrowthPoint> points = IntStream.range(0, 24)
                .mapToObj(i -> new GrowthPoint(i * 30.4, 40 + rise * i, 50 + rise * i, 60 + rise * i))
                .toList();
        List<Mark> limits = marks(random, 20, 200);
        List<Mark> limit = limits.subList(0, Math.min(1, limits.size()));
        String svg = new GrowthPlot(labels(), t -> Math.round(t) + " d", points, marks(random, 0, 800), limit).svg();
        assertThat(Picture.of(svg).crossings()).as(svg).isEmpty();
    }

    @Property(tries = 60)
    void tornado_hasNoCrossings(@ForAll Random random) {
        List<Swing> swings = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> new Swing(words(random), 10 + random.nextInt(40), 60 + random.nextInt(90)))
                .toList();
        Mark best = new Mark(10 + random.nextDouble() * 140, words(random));
        String svg = new TornadoPlot(labels(), swings, best).svg();
        assertThat(Picture.of(svg).crossings()).as(svg).isEmpty();
    }

    private static PlotLabels labels() {
        return new PlotLabels("c", "Plot", "Marks.", v -> Math.round(v * 10) / 10.0 + " GB");
    }

    /** Up to eight, often close together. */
    private static List<Mark> marks(Random random, double low, double high) {
        List<Mark> marks = new ArrayList<>();
        double near = low + random.nextDouble() * (high - low);
        for (int i = random.nextInt(9); i > 0; i--) {
            double at = random.nextInt(3) == 0 ? low + random.nextDouble() * (high - low) : near * (1 + i * 0.005);
            marks.add(new Mark(at, i + " " + words(random)));
        }
        return marks;
    }

    private static String words(Random random) {
        return WORDS.substring(0, 3 + random.nextInt(random.nextBoolean() ? 12 : WORDS.length() - 3))
                .strip();
    }
}
