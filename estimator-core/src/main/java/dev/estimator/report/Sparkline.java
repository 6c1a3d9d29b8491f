package dev.estimator.report;

import java.util.List;
import java.util.stream.Collectors;

/** A histogram in one line of text: ▁▂▅█▆▃▁. */
final class Sparkline {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    static String of(List<Block.Bin> bins) {
        double most = bins.stream().mapToDouble(Block.Bin::share).max().orElse(0);
        return bins.stream()
                .map(bin -> level(most == 0 ? 0 : bin.share() / most))
                .collect(Collectors.joining());
    }

    private static String level(double part) {
        int level = (int) Math.min(LEVELS.length() - 1.0, part * LEVELS.length());
        return LEVELS.substring(level, level + 1);
    }
}
