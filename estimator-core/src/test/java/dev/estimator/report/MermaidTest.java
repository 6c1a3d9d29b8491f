package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MermaidTest {
    private static final Value SIZE = new Value("Bytes", "B", 4e13, null, "40 TB");

    /** Mermaid knows the entities of HTML, with # for &amp;. */
    @Test
    void architecture_escapes() {
        var architecture = new SystemBlock.Architecture(
                List.of(component("the \"web\" #1"), component("<b>a</b>\nor b")),
                List.of(new SystemBlock.Flow(
                        "`c`; [d]", "the \"web\" #1", Pages.number(3, "3"), null, null, true, false)));
        assertThat(Mermaid.architecture(architecture)).isEqualTo("""
                ```mermaid
                flowchart TB
                    n1["the #quot;web#quot; #35;1"]
                    n2["#lt;b#gt;a#lt;/b#gt; or b"]
                    n3(["#96;c#96;; [d]"])
                    n3 -->|"3"| n1
                ```
                """);
    }

    private static SystemBlock.Component component(String name) {
        return new SystemBlock.Component(
                name, Pages.number(7, "7"), null, null, null, null, null, null, null, null, false, false);
    }

    /** Of 25 bins every three make a bar, the last one alone: the shares are 1 to 25 of a thousand. */
    @Test
    void histogram() {
        List<Block.Bin> bins = IntStream.rangeClosed(1, 25)
                .mapToObj(i -> new Block.Bin(i * 1e12, (i + 1) * 1e12, i / 1000.0))
                .toList();
        assertThat(Mermaid.histogram(new Block.Distribution(new Block.Answer("size", SIZE), bins, List.of())))
                .isEqualTo("""
                ```mermaid
                %%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4a86c5, #c2410c, #93b5dc, #93b5dc"}}}}%%
                xychart-beta
                    title "size: 40 TB"
                    x-axis "from" ["1 TB", "4 TB", "7 TB", "10 TB", "13 TB", "16 TB", "19 TB", "22 TB", "25 TB"]
                    y-axis "probability in %" 0 --> 6.900
                    bar [0.600, 1.500, 2.400, 3.300, 4.200, 5.100, 6.000, 6.900, 2.500]
                ```
                """);
    }

    @Property
    void histogram_addsUpToTheBins(
            @ForAll @Size(min = 1, max = 90) List<@DoubleRange(min = 0, max = 0.01) Double> shares) {
        List<Block.Bin> bins = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            bins.add(new Block.Bin(i, i + 1, shares.get(i)));
        }
        String picture = Mermaid.histogram(new Block.Distribution(new Block.Answer("size", SIZE), bins, List.of()));
        double[] bars = numbers(picture, "    bar ");
        double all = shares.stream().mapToDouble(share -> share).sum();
        assertThat(bars).hasSizeBetween(1, 10);
        // Each bar is written with three decimals.
        assertThat(Arrays.stream(bars).sum()).isCloseTo(100 * all, within(0.0005 * bars.length + 1e-9));
    }

    private static double[] numbers(String picture, String start) {
        String line =
                picture.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
        String list = line.substring(start.length() + 1, line.length() - 1);
        return Arrays.stream(list.split(", ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** 720 d are 23.67 twelfths of 365 d. */
    @Test
    void growth_ofRange() {
        Outlook outlook = outlook(
                8e13,
                new Outlook.Point("now", 0, ranged(4e13, 2e13, 6e13)),
                new Outlook.Point("after 1 y", 360, ranged(6e13, 3e13, 9e13)),
                new Outlook.Point("after 2 y", 720, ranged(9e13, 4.5e13, 1.35e14)));
        assertThat(Mermaid.growth(outlook)).isEqualTo("""
                ```mermaid
                %%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4a86c5, #c2410c, #93b5dc, #93b5dc"}}}}%%
                xychart-beta
                    title "data in % of room"
                    x-axis "months" 0 --> 24
                    y-axis "%" 0 --> 168.750
                    line [50.000, 75.000, 112.500]
                    line [100.000, 100.000, 100.000]
                    line [25.000, 37.500, 56.250]
                    line [75.000, 112.500, 168.750]
                ```
                """);
    }

    @Test
    void growth_partlyWithoutRange() {
        Outlook outlook = outlook(
                8e13, new Outlook.Point("now", 0, SIZE), new Outlook.Point("after 1 y", 360, ranged(6e13, 3e13, 9e13)));
        assertThat(Mermaid.growth(outlook)).isEqualTo("""
                ```mermaid
                %%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4a86c5, #c2410c, #93b5dc, #93b5dc"}}}}%%
                xychart-beta
                    title "data in % of room"
                    x-axis "months" 0 --> 12
                    y-axis "%" 0 --> 112.500
                    line [50.000, 75.000]
                    line [100.000, 100.000]
                ```
                """);
    }

    @Test
    void growth_noRoom() {
        assertThat(Mermaid.growth(outlook(0, new Outlook.Point("now", 0, SIZE))))
                .isEmpty();
    }

    private static Outlook outlook(double room, Outlook.Point... points) {
        return new Outlook(
                new Block.Answer("data", SIZE),
                new Value("Bytes", "B", room, null, "room"),
                "growth",
                null,
                "words",
                List.of(points),
                null,
                null);
    }

    private static Value ranged(double amount, double p5, double p95) {
        return new Value("Bytes", "B", amount, new Value.Spread(p5, amount, p95, amount, false), "a range");
    }
}
