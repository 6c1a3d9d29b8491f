package dev.estimator.report;

import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries of a design sheet. Immutable; adding an entry returns a longer one.
 *
 * @param headlines the figures that open the sheet
 * @param entries the parts with their topics, in the order in which they were added
 * @param last what stands at the end, each part under its own heading
 */
record Topics(List<Quantity<?>> headlines, List<Entry> entries, List<Part> last) {
    /** So many topics that are left out are named. */
    private static final int MOST_LEFT_OUT = 4;

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
        return new Topics(List.of(), List.of(), List.of());
    }

    boolean isEmpty() {
        return entries.isEmpty() && last.isEmpty();
    }

    Topics plus(Entry entry) {
        var longer = new Topics(headlines, longer(entries, entry), last);
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
        return new Topics(headlines, all, last);
    }

    Topics plusLast(Part part) {
        return new Topics(headlines, entries, longer(last, part));
    }

    Topics plusHeadline(Quantity<?> answer) {
        return headlines.contains(answer) ? this : new Topics(longer(headlines, answer), entries, last);
    }

    /** First the headline figures and what became of the limits, last of the topics which of them were left out. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        String chapter = "";
        for (Topic topic : Topic.values()) {
            List<Part> said = topic == Topic.ASSUMPTIONS ? assumptions() : part(topic);
            if (said.isEmpty()) {
                leftOut.add(topic.heading());
            } else if (!topic.chapter().equals(chapter)) {
                chapter = topic.chapter();
                parts.add(Part.chapter(chapter));
            }
            parts.addAll(said);
        }
        if (!leftOut.isEmpty()) {
            parts.add(Parts.text("Left out", List.of(inWords(leftOut))));
        }
        parts.addAll(last);
        inShort().ifPresent(part -> parts.add(0, part));
        return parts;
    }

    /** One line, however many there are. */
    private static String inWords(List<String> leftOut) {
        int others = leftOut.size() - MOST_LEFT_OUT;
        return "left empty: "
                + String.join(", ", leftOut.subList(0, others > 1 ? MOST_LEFT_OUT : leftOut.size()))
                + (others > 1 ? " and " + others + " other topics" : "");
    }

    private Optional<Part> inShort() {
        List<Part> limits = said(Topic.LIMITS).toList();
        if (headlines.isEmpty() && limits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Part.verdict(Belongings.IN_SHORT, headlines, limits));
    }

    private List<Part> part(Topic topic) {
        List<Part> said = said(topic).toList();
        return said.isEmpty() ? List.of() : List.of(Part.joined(topic.heading(), said));
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
        return shown.isEmpty() ? List.of() : Parts.assumptions(shown);
    }

    private static <T> List<T> longer(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(Objects.requireNonNull(element));
        return List.copyOf(longer);
    }
}
