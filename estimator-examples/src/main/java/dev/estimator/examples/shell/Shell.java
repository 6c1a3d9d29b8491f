package dev.estimator.examples.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the prompt and scripts have beside the library, made for static import; few names, as the Tab key lists them
 * all.
 */
public final class Shell {
    /** The topic that lists others. */
    private static final String INDEX = "theory";

    /** So many letters may be wrong in the name of a topic that is meant. */
    private static final int NEAR = 2;

    /** What {@link #help()} lists. */
    private static final List<String> FIRST = List.of(
            "quantities",
            "units",
            "ranges",
            "assumptions",
            "rates",
            "cost",
            "questions",
            "traffic",
            "records",
            "storage",
            "cache",
            "servers",
            "calls",
            "quorum",
            "architecture",
            INDEX,
            "growth",
            "scenarios",
            "sweep",
            "calibration",
            "check",
            "baseline",
            "report",
            "sheet",
            "scripts");

    /** What the index lists: on one screen there is no room for all. */
    private static final List<String> THEORY = List.of(
            "queueing",
            "stages",
            "scalability",
            "latency",
            "reliability",
            "durability",
            "slo",
            "caching",
            "sharding",
            "flow",
            "network",
            "llm",
            "kafka",
            "metrics",
            "compression",
            "retention");

    /** What capacity engineers ask for, where the topic that answers has another word. */
    private static final Map<String, String> ASKED = asked();

    static final List<String> TOPICS =
            Stream.concat(FIRST.stream(), THEORY.stream()).toList();

    private Shell() {}

    /**
     * Prints a text, which a script would not show by itself.
     *
     * @param text the text, or what is to be printed as text
     */
    public static void println(@Nullable Object text) {
        System.out.println(text == null ? "null: did the line that should have set it fail?" : text);
    }

    /** Prints what there is: each topic with what it answers. */
    public static void help() {
        println("""
                var users = assume("daily active users", between(million(5), million(20)), "launch plan")
                users.times(count(20)).per(DAY)     each line echoes its answer; the Tab key lists what can follow
                help("storage") says more, with lines to try. Topics:
                %s
                rate.explain() shows where a result comes from. /exit leaves.""".formatted(titles(FIRST)));
    }

    /**
     * Prints what a topic answers, what can be set and asked, and a few lines to try. Of another word it prints which
     * topics speak of it, or the one that does, and of a method also of what it is asked.
     *
     * @param topic one of those that {@link #help()} lists, or a word, such as the name of a class
     * @throws IllegalArgumentException if there is no such topic; those that differ in a letter or two are named first
     */
    public static void help(String topic) {
        String word = topic.strip().toLowerCase(Locale.ROOT);
        List<String> found = topic(word).map(List::of).orElseGet(() -> speakingOf(word));
        Set<String> owners = topic(word).isPresent() ? Set.of() : Missing.owners(topic.strip());
        if (found.isEmpty() && owners.isEmpty()) {
            throw new IllegalArgumentException("there is no topic '" + topic + "'" + nearest(word) + " There are "
                    + TOPICS.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (!found.isEmpty()) {
            println(found.size() == 1 ? text(found.get(0)).stripTrailing() : "see help(...) of\n" + titles(found));
        }
        if (!owners.isEmpty()) {
            println(topic.strip() + "(...) is asked of " + String.join(", ", owners));
        }
    }

    /** The topic of that name, or the one that answers; of a word also where it is asked for as several. */
    static Optional<String> topic(String word) {
        if (TOPICS.contains(word)) {
            return Optional.of(word);
        }
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        String other = word.endsWith("s") ? one : word + "s";
        if (TOPICS.contains(other)) {
            return Optional.of(other);
        }
        return Optional.ofNullable(ASKED.getOrDefault(word, ASKED.get(one)));
    }

    private static Map<String, String> asked() {
        Map<String, String> asked = new HashMap<>();
        put(
                asked,
                "retention",
                "backup",
                "snapshot",
                "hot",
                "cold",
                "tier",
                "tiering",
                "archive",
                "wal",
                "compaction",
                "full",
                "lsm");
        put(asked, "llm", "ttft", "gpu", "token", "prefill", "decode", "inference", "price per token", "tokens/s");
        put(
                asked,
                "metrics",
                "series",
                "time series",
                "timeseries",
                "tsdb",
                "sample",
                "samples/s",
                "cardinality",
                "label",
                "churn",
                "scrape",
                "prometheus",
                "monitoring",
                "observability",
                "telemetry",
                "dashboard");
        put(
                asked,
                "storage",
                "index",
                "indexes",
                "replica",
                "raid",
                "database",
                "blob",
                "attachment",
                "upload",
                "media");
        put(asked, "storage", "photo", "image", "video", "file", "search index", "inverted index", "elasticsearch");
        put(asked, "records", "document", "event", "transaction", "schema", "payload");
        put(asked, "cache", "leaderboard", "sorted set", "memcached");
        put(asked, "servers", "iops", "cpu", "zones", "headroom", "autoscaling", "ram", "vcpu");
        put(asked, "latency", "tail", "percentile", "hedging");
        put(
                asked,
                "architecture",
                "system",
                "systems",
                "component",
                "components",
                "fan-out",
                "fanout",
                "microservice",
                "dependency");
        put(asked, "reliability", "retry", "retries", "timeout", "failover", "mttr", "mtbf");
        put(asked, "queueing", "queue", "little", "wait", "utilization");
        put(asked, "flow", "threads", "thread", "connection pool", "pool", "backlog", "lag", "burst", "batch");
        put(asked, "sharding", "shard", "shards", "hot key", "partitioning");
        put(asked, "traffic", "peak", "dau", "mau", "rps", "qps", "tps", "read/write", "concurrent user", "player");
        put(asked, "network", "websocket", "bandwidth-delay", "tcp", "tls");
        put(asked, "cost", "egress", "price", "reserved", "spot");
        put(asked, "durability", "durable", "data loss", "erasure code");
        put(asked, "slo", "sla", "error budget", "error-budget");
        put(asked, "caching", "cdn", "redis", "hit rate", "eviction", "ttl");
        return asked;
    }

    private static void put(Map<String, String> asked, String topic, String... words) {
        for (String word : words) {
            asked.put(word, topic);
        }
    }

    private static String titles(List<String> topics) {
        return topics.stream()
                .map(topic -> text(topic).lines().findFirst().orElseThrow().split(": ", 2))
                .map(title -> String.format(Locale.ROOT, "  %-12s  %s", title[0], title[1]))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> speakingOf(String word) {
        Pattern whole =
                Pattern.compile("\\b" + Pattern.quote(word) + "s?\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return word.isEmpty()
                ? List.of()
                : TOPICS.stream()
                        .filter(topic -> !topic.equals(INDEX)
                                && whole.matcher(text(topic)).find())
                        .toList();
    }

    /** The topics that differ in a letter or two, as in ', did you mean storage'. */
    private static String nearest(String word) {
        List<String> near = TOPICS.stream()
                .filter(topic -> edits(word, topic) <= NEAR)
                .sorted()
                .toList();
        return near.isEmpty() ? "." : ": did you mean " + String.join(" or ", near) + "?";
    }

    /** How many letters have to be added, dropped or changed (Levenshtein). */
    static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    static String text(String topic) {
        try (InputStream in = Shell.class.getResourceAsStream("help/" + topic + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the text of topic '" + topic + "' is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the text of topic '" + topic + "': " + e, e);
        }
    }
}
