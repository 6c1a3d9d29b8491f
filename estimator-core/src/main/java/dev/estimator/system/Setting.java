package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.SerialRecord;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Price;
import dev.estimator.quantity.Share;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A what-if: what differs from the description of the system.
 *
 * @param changed other components of the same names
 * @param hits other hit ratios, by the names of caches
 * @param down the names of components that nobody can visit
 * @param tries how often visits are made, by the names of components
 * @param zone how much of the time a zone is up
 * @param lost how many zones are, the first ones
 * @param acrossZones what a byte costs that goes from one zone to another
 * @param names of numbers of steps that only some use cases have, which follow from the use cases
 */
record Setting(
        Map<String, Component> changed,
        Map<String, Share> hits,
        Set<String> down,
        Map<String, Tries> tries,
        Optional<Availability> zone,
        int lost,
        Optional<Price<Bytes>> acrossZones,
        Map<Called, String> names)
        implements Naming, Serializable {
    static final Setting AS_DESCRIBED =
            new Setting(Map.of(), Map.of(), Set.of(), Map.of(), Optional.empty(), 0, Optional.empty(), Map.of());

    Setting withComponent(Component component) {
        return new Setting(
                with(changed, component.name(), component), hits, down, tries, zone, lost, acrossZones, names);
    }

    Setting withHits(String cache, Share share) {
        return new Setting(changed, with(hits, cache, share), down, tries, zone, lost, acrossZones, names);
    }

    Setting withTries(String component, Tries number) {
        return new Setting(changed, hits, down, with(tries, component, number), zone, lost, acrossZones, names);
    }

    Setting withoutTries() {
        return new Setting(changed, hits, down, Map.of(), zone, lost, acrossZones, names);
    }

    Setting withZone(Availability each) {
        return new Setting(changed, hits, down, tries, Optional.of(each), lost, acrossZones, names);
    }

    Setting withAZoneLess() {
        return new Setting(changed, hits, down, tries, zone, lost + 1, acrossZones, names);
    }

    Setting withPriceAcrossZones(Price<Bytes> each) {
        return new Setting(changed, hits, down, tries, zone, lost, Optional.of(each), names);
    }

    Setting withNames(Map<Called, String> inUseCases) {
        return new Setting(changed, hits, down, tries, zone, lost, acrossZones, inUseCases);
    }

    @Override
    public <Q> Q named(String name, String whose, Q number) {
        return Inside.named(number, names.getOrDefault(Called.of(name, whose, number), name));
    }

    Setting without(String component) {
        Set<String> more = new LinkedHashSet<>(down);
        more.add(component);
        return new Setting(changed, hits, more, tries, zone, lost, acrossZones, names);
    }

    boolean isDown(Component component) {
        return down.contains(component.name());
    }

    Share hits(String cache, Share stated) {
        return Objects.requireNonNullElse(hits.get(cache), stated);
    }

    Component current(Component component) {
        return Objects.requireNonNullElse(changed.get(component.name()), component);
    }

    /** What a component depends on, each once, as it is visited or else as it is now. */
    Collection<Component> dependencies(Component component, Map<String, Load> visited) {
        Map<String, Component> all = new LinkedHashMap<>();
        addDependencies(component, visited, all);
        return all.values();
    }

    /** Adds all that a component depends on, each once, as it is visited or else as it is now. */
    void addDependencies(Component component, Map<String, Load> visited, Map<String, Component> all) {
        for (Component other : component.traits().dependencies()) {
            Load load = visited.get(other.name());
            Component current = load == null ? current(other) : load.component();
            if (all.putIfAbsent(other.name(), current) == null) {
                addDependencies(current, visited, all);
            }
        }
    }

    private static <T> Map<String, T> with(Map<String, T> all, String name, T value) {
        Map<String, T> more = new LinkedHashMap<>(all);
        more.put(name, value);
        return more;
    }

    private Object writeReplace() {
        return SerialRecord.of(withNames(Map.of()));
    }
}
