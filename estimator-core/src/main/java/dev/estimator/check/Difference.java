package dev.estimator.check;

import dev.estimator.check.Approved.Entry;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers that differ from the approved ones, and the assumptions that caused it. */
final class Difference {
    /** The last digits may differ between machines. */
    private static final double NOISE = 1e-9;

    private static final Pattern NUMBERED = Pattern.compile(" #\\d+$");

    private final Approved before;
    private final Approved now;
    private final Share tolerance;
    private final List<Entry> appeared;
    private final List<Entry> vanished;
    private final List<Change> changed;

    Difference(Approved before, Approved now, Share tolerance) {
        this.before = before;
        this.now = now;
        this.tolerance = tolerance;
        this.appeared = missing(now.answers(), before.answers());
        this.vanished = missing(before.answers(), now.answers());
        this.changed = changes(before.answers(), now.answers(), tolerance.value());
    }

    boolean isEmpty() {
        return appeared.isEmpty() && vanished.isEmpty() && changed.isEmpty();
    }

    String text(Path file, List<Quantity<?>> answers) {
        int differing = appeared.size() + vanished.size() + changed.size();
        var text = new StringBuilder()
                .append(differing)
                .append(differing == 1 ? " estimate is" : " estimates are")
                .append(" not as approved in ")
                .append(file)
                .append(", within ")
                .append(tolerance)
                .append('\n');
        List<List<String>> rows = new ArrayList<>();
        changed.forEach(c -> rows.add(List.of(c.now.name(), "is " + c.isText(), "was " + c.wasText(), c.worst())));
        appeared.forEach(e -> rows.add(List.of(e.name(), "is " + e.stated(), "is new")));
        vanished.forEach(e -> rows.add(List.of(e.name(), "is gone", "was " + e.stated())));
        text.append(AlignedText.of(rows).indent(2));
        if (!changed.isEmpty()) {
            text.append("because\n").append(String.join("\n", reasons(answers)).indent(2));
        }
        return text.toString().stripTrailing();
    }

    private Set<String> reasons(List<Quantity<?>> answers) {
        List<Entry> gone = missing(before.given(), now.given());
        Set<String> reasons = new LinkedHashSet<>();
        for (Change change : changed) {
            String name = change.now.name();
            List<String> own = reasonsFor(
                    answers.stream().filter(a -> name.equals(a.name())).toList());
            reasons.addAll(own);
            if (own.isEmpty() && gone.isEmpty()) {
                reasons.add("the calculation of " + name + " itself changed: what it assumes is as approved");
            }
        }
        gone.forEach(e -> reasons.add(e.name() + " is gone, was " + e.stated()));
        return reasons;
    }

    private List<String> reasonsFor(List<Quantity<?>> answers) {
        Explanation explanation = Explanation.of(answers);
        // without the numbers behind equal names, which depend on the other answers
        Set<String> relevant = Stream.concat(explanation.assumptions().stream(), explanation.defaults().stream())
                .map(a -> bare(a.name()))
                .collect(Collectors.toSet());
        Stream<String> different = changes(before.given(), now.given(), NOISE).stream()
                .filter(c -> relevant.contains(bare(c.now.name())))
                .map(c -> c.now.name() + " is " + c.isText() + ", was " + c.wasText());
        Stream<String> added = missing(now.given(), before.given()).stream()
                .filter(e -> relevant.contains(bare(e.name())))
                .map(e -> e.name() + " is new: " + e.stated());
        return Stream.concat(different, added).toList();
    }

    private static String bare(String name) {
        return NUMBERED.matcher(name).replaceFirst("");
    }

    private static List<Entry> missing(List<Entry> some, List<Entry> others) {
        return some.stream()
                .filter(e -> Approved.find(e.name(), others).isEmpty())
                .toList();
    }

    private static List<Change> changes(List<Entry> before, List<Entry> now, double tolerance) {
        return now.stream()
                .flatMap(e -> Approved.find(e.name(), before).map(was -> new Change(was, e)).stream())
                .filter(c -> !c.isWithin(tolerance))
                .toList();
    }

    /** A value that has changed. */
    private record Change(Entry was, Entry now) {
        boolean isWithin(double tolerance) {
            return was.type().equals(now.type()) && far() <= tolerance;
        }

        /** Writes the change with four digits, or with all of them where four do not tell the two apart. */
        String isText() {
            return now.stated() + exact(now);
        }

        String wasText() {
            return was.stated() + exact(was);
        }

        private String exact(Entry entry) {
            if (!was.stated().equals(now.stated())) {
                return "";
            }
            return " " + BaselineText.exact(entry);
        }

        private double far() {
            return Math.max(Math.max(far(was.value(), now.value()), farBeyond()), Math.max(farLow(), farHigh()));
        }

        private double farBeyond() {
            return far(was.ends().beyond(), now.ends().beyond());
        }

        private double farLow() {
            return far(was.ends().p5(), now.ends().p5());
        }

        private double farHigh() {
            return far(was.ends().p95(), now.ends().p95());
        }

        private static double far(double was, double now) {
            if (was == now) {
                return 0;
            }
            return was < Double.POSITIVE_INFINITY ? Math.abs(now - was) / was : was;
        }

        /** '+20%', '−12.5% at p95', '×3.2', '+20% downtime'. */
        String worst() {
            if (!was.type().equals(now.type())) {
                return "another type";
            }
            String of = now.type().equals(Dimension.AVAILABILITY.typeName()) ? " downtime" : "";
            double far = far();
            if (far == far(was.value(), now.value())) {
                return relative(was.value(), now.value()) + of;
            }
            if (far != farHigh() && far != farLow()) {
                return QuantityWriter.summary(Kind.SHARE, now.ends().beyond()) + " of cases beyond any number";
            }
            return far == farHigh()
                    ? relative(was.ends().p95(), now.ends().p95()) + of + " at p95"
                    : relative(was.ends().p5(), now.ends().p5()) + of + " at p5";
        }

        private static String relative(double was, double now) {
            double far = far(was, now);
            if (Math.max(was, now) == Double.POSITIVE_INFINITY) {
                return now > was ? "now beyond any number" : "no longer beyond any number";
            }
            if (far > 1) {
                return was > 0 ? QuantityWriter.summary(Kind.RATIO, Math.min(Double.MAX_VALUE, now / was)) : "";
            }
            return (now > was ? "+" : "−") + QuantityWriter.summary(Kind.SHARE, far);
        }
    }
}
