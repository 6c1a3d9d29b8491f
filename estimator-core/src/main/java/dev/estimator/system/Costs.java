package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Spending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a component costs, and what it stores.
 *
 * @param load of the component
 * @param demand what comes to it
 * @param setting with the price of bytes across zones
 */
record Costs(Load load, Demand demand, Setting setting) {
    /** How what is kept is counted, beside a model of storage that has copies and growth. */
    static final String ONE_COPY = "one copy at steady traffic";

    /** Instances, requests, bytes and charges; nothing if no price was stated. */
    Optional<Spending> all() {
        Traits traits = load.component().traits();
        List<Spending> parts = new ArrayList<>();
        traits.price().ifPresent(price -> parts.add(price.times(traits.paid().orElseGet(load::instances))));
        traits.perRequest().ifPresent(price -> parts.add(load.rate().times(price)));
        traits.perByte().ifPresent(price -> demand.returned().ifPresent(bytes -> parts.add(bytes.times(price))));
        setting.acrossZones().ifPresent(price -> acrossZones().ifPresent(bytes -> parts.add(bytes.times(price))));
        traits.charges().forEach(charge -> parts.add(charge.amount()));
        return parts.stream()
                .reduce(Spending::plus)
                .map(all -> all.named(load.component().name() + " cost"));
    }

    /** Whether there is one, and not only that of each request to a fallback, to which nobody knows how many come. */
    boolean isKnown() {
        return isAny() && !(load.isFallback() && Inside.value(all().orElseThrow()) == 0);
    }

    boolean isAny() {
        Traits traits = load.component().traits();
        return traits.price().isPresent()
                || traits.perRequest().isPresent()
                || (traits.perByte().isPresent() && demand.returned().isPresent())
                || !traits.charges().isEmpty()
                || (setting.acrossZones().isPresent() && acrossZones().isPresent());
    }

    /** The traffic across zones; zero, not empty, if only one zone is left after the loss of others. */
    private Optional<Bandwidth> acrossZones() {
        return demand.acrossZones().or(() -> load.component().traits().paid().map(lost -> Quantities.mbPerSecond(0)));
    }

    /** The data that visits leave behind, for as long as it is kept. */
    Bytes stored(String what) {
        List<String> names = load.component().traits().written().stream()
                .map(Traits.Written::name)
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    load.component().name() + " keeps no " + what + " or anything else: say writes(...) or logs(...)");
        }
        Refusal.unless(names.contains(what), "what", "one of " + names, "'" + what + "'");
        Traits.Written written = load.component().traits().written().get(names.indexOf(what));
        Qps visits = written.isOfReads() ? load.rate() : load.writes();
        return visits.times(written.size()).times(written.kept()).named(words(written) + ", " + ONE_COPY);
    }

    /** What is kept, and of how many visits if several for a request, as in 'rows in store of 2 visits per ask'. */
    String words(Traits.Written written) {
        String name = load.component().name();
        String what = written.name().equals(name) ? name : written.name() + " in " + name;
        List<String> visits = written.isOfReads() ? List.of() : severalWrites();
        return visits.isEmpty() ? what : what + " of " + VerdictText.inWords(visits);
    }

    private List<String> severalWrites() {
        Map<String, List<Edge>> writes = demand.in()
                .filter(Edge::isWrite)
                .collect(Collectors.groupingBy(edge -> edge.useCase().name(), LinkedHashMap::new, Collectors.toList()));
        return writes.entrySet().stream()
                .flatMap(each -> Demand.visits(each.getValue())
                        .filter(often -> often.value() > 1 + 1e-9)
                        .map(often -> (often.isUncertain() ? "several" : Quantities.count(often.value()))
                                + " visits per " + each.getKey())
                        .stream())
                .toList();
    }
}
