package dev.estimator.report;

import java.util.List;
import java.util.stream.Stream;

/** The topics of a design sheet, in their order. */
enum Topic {
    USE_CASES("Feature expectations", "Use cases"),
    NOT_COVERED("Feature expectations", "Not covered"),
    USERS("Feature expectations", "Users"),
    USAGE_PATTERNS("Feature expectations", "Usage patterns"),
    ASSUMPTIONS("Estimations", "Assumptions"),
    THROUGHPUT("Estimations", "Throughput"),
    VOLUME("Estimations", "Traffic volume"),
    STORAGE("Estimations", "Storage"),
    MEMORY("Estimations", "Memory"),
    SERVERS("Estimations", "Servers"),
    LATENCY("Estimations", "Latency"),
    OTHER("Estimations", "Other estimates"),
    LIMITS("Design goals", "Limits"),
    CONSISTENCY("Design goals", "Consistency or availability"),
    DESIGN("High-level design", "Parts"),
    SYSTEM("High-level design", "System"),
    BOTTLENECK("Deep dive", "Bottleneck"),
    SINGLE_POINTS("Deep dive", "Single points of failure"),
    REDUNDANCY("Deep dive", "Redundancy"),
    SCALE("Deep dive", "Scale"),
    COMPONENTS("Justification", "Throughput and latency of each component"),
    OVERALL("Justification", "Overall");

    private final String chapter;
    private final String heading;

    Topic(String chapter, String heading) {
        this.chapter = chapter;
        this.heading = heading;
    }

    /** The topic with this heading; assumptions have none that can be named, as the sheet finds them itself. */
    static Topic named(String heading) {
        List<Topic> topics =
                Stream.of(values()).filter(topic -> topic != ASSUMPTIONS).toList();
        return topics.stream()
                .filter(topic -> topic.heading.equals(heading))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("topic must be one of "
                        + topics.stream().map(Topic::heading).toList() + " but was '" + heading + "'"));
    }

    String chapter() {
        return chapter;
    }

    String heading() {
        return heading;
    }
}
