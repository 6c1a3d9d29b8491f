package dev.estimator.report;

import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The entries of a design sheet. Immutable; adding an entry returns a longer one.
 *
 * @param entries the parts with their topics, in the order in which they were added
 * @param last what stands at the end, each part under its own heading
 */
record Topics(List<Entry> entries, List<Part> last) {
    private static final String LEFT_OUT = "left out";

    /**
     * An entry under a topic.
     *
     * @param topic the topic that it belongs to
     * @param part the content
     * @param isInstead whether it only stands where nobody else has numbers
     */
    record Entry(Topic topic, Part part, boolean isInstead) {
        static Entry of(Topic topic, Part part) {
            return new Entry(topic, part, false);
        }

        static Entry instead(Topic topic, Part part) {
            return new Entry(topic, part, true);
        }

        private boolean hasNumbers() {
            return !isInstead && !part.quantities().isEmpty();
        }
    }

    static Topics none() {
        return new Topics(List.of(), List.of());
    }

    boolean isEmpty() {
        return entries.isEmpty() && last.isEmpty();
    }

    Topics plus(Entry entry) {
        var longer = new Topics(longer(entries, entry), last);
        ReportInputs.distinct(longer.said(entry.topic)
                .<Quantity<?>>flatMap(said -> said.quantities().stream())
                .toList());
        return longer;
    }

    /** Adds the entries of a system, once; rates of one name are told apart by the rows of its tables. */
    Topics plusSystem(List<Entry> system) {
        if (entries.stream().anyMatch(entry -> entry.topic == Topic.SYSTEM)) {
            throw new IllegalArgumentException(
                    "architecture must be told once but was told already: put all use cases into one");
        }
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(system);
        return new Topics(all, last);
    }

    Topics plusLast(Part part) {
        return new Topics(entries, longer(last, part));
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        String chapter = "";
        for (Topic topic : Topic.values()) {
            if (!topic.chapter().equals(chapter)) {
                chapter = topic.chapter();
                parts.add(Part.chapter(chapter));
            }
            parts.addAll(topic == Topic.ASSUMPTIONS ? assumptions() : List.of(part(topic)));
        }
        parts.addAll(last);
        return parts;
    }

    private Part part(Topic topic) {
        List<Part> said = said(topic).toList();
        return said.isEmpty() ? Parts.text(topic.heading(), List.of(LEFT_OUT)) : Part.joined(topic.heading(), said);
    }

    private Stream<Part> said(Topic topic) {
        List<Entry> all = entries.stream().filter(entry -> entry.topic == topic).toList();
        boolean isAnswered = all.stream().anyMatch(Entry::hasNumbers);
        boolean isInstead = !isAnswered && all.stream().anyMatch(Entry::isInstead);
        return all.stream()
                .filter(entry -> isAnswered ? !entry.isInstead : !isInstead || entry.isInstead)
                .map(Entry::part);
    }

    /** The assumptions of everything on the sheet, except the multiples of the traffic. */
    private List<Part> assumptions() {
        List<Quantity<?>> shown = Stream.concat(
                        Stream.of(Topic.values())
                                .filter(topic -> topic != Topic.ASSUMPTIONS && topic != Topic.SCALE)
                                .flatMap(this::said),
                        last.stream())
                .<Quantity<?>>flatMap(part -> part.quantities().stream())
                .toList();
        List<Part> found = shown.isEmpty() ? List.of() : Parts.assumptions(shown);
        return found.isEmpty() ? List.of(Parts.text(Topic.ASSUMPTIONS.heading(), List.of(LEFT_OUT))) : found;
    }

    private static <T> List<T> longer(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(Objects.requireNonNull(element));
        return List.copyOf(longer);
    }
}
