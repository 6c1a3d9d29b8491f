package dev.estimator.system;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ratio;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Assumption.By;
import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.List;
import java.util.Optional;

/**
 * A system with something different.
 *
 * @param system as it is
 * @param setting of the system
 */
record ChangedSystem(Architecture system, Setting setting) {
    private Architecture with(Setting changed) {
        return new Architecture(system.useCases(), changed);
    }

    Architecture times(Ratio factor) {
        Ratio named = Refusal.aboveZero(Refusal.named(factor, "factor", "times the traffic"), "factor");
        return new Architecture(
                system.useCases().stream().map(useCase -> useCase.times(named)).toList(), setting);
    }

    Architecture provisioned(double percent) {
        Setting bought = setting;
        for (Load load : unbought().loads()) {
            if (load.hasFixedInstances() || !load.sizing().isSized()) {
                continue;
            }
            Count needed = load.instances();
            double most = at(percent, needed);
            if (Double.isInfinite(most)) {
                throw new ArithmeticException(
                        "no number of instances of " + load.component().name() + " is enough in "
                                + Percentile.name(percent).substring(1) + "% of cases: " + whyEndless(load, percent));
            }
            boolean isOne = needed.value() == 1 && at(95, needed) == 1; // as the range is written, up to 95 %
            String number = needed.toString();
            String clause = number.contains(", ") ? number + "," : number; // 'where 9 (3 … 15), overloaded in 3%, are'
            String why = VerdictText.BOUGHT + "enough in "
                    + Percentile.name(percent).substring(1) + "% of cases, where " + clause + (isOne ? " is" : " are")
                    + " needed" + load.sizing().margin();
            Count fixed = chosen(load.component().name() + " instances", count(most), why);
            bought = bought.withComponent(Purchase.boughtAnew(load.component(), fixed));
        }
        return with(bought);
    }

    /** A percentile; of what is certain the value. */
    static <Q extends Quantity<Q>> double at(double percent, Q needed) {
        return Inside.value(needed.isUncertain() ? needed.percentile(percent) : needed);
    }

    private static String whyEndless(Load load, double percent) {
        return load.fullness()
                .threads()
                .filter(threads -> Double.isInfinite(at(percent, threads.shared())))
                .map(Resource::endless)
                .orElse("what each of them must do alone is the target or more; shard it");
    }

    /** What nobody named. */
    private static Count chosen(String name, Count number, String why) {
        return Inside.quantity(
                new Assumption(name, Inside.kind(number), Inside.value(number), why, By.MODEL, null, null));
    }

    /** The system in which the number of no instances that are limited was stated or bought. */
    Architecture asNeeded() {
        Setting open = setting;
        for (Load load : system.loads()) {
            if (load.hasFixedInstances()
                    && !setting.isDown(load.component())
                    && load.sizing().isSized()) {
                open = open.withComponent(Purchase.asNeeded(load.component()));
            }
        }
        return open.equals(setting) ? system : with(open);
    }

    /** The system before anything was bought; what is down is not bought anew. */
    private Architecture unbought() {
        Setting before = setting;
        for (Load load : system.loads()) {
            Component component = load.component();
            if (component.traits().isBought()
                    && !setting.isDown(component)
                    && load.sizing().isSized()) {
                before = before.withComponent(Purchase.unbought(component));
            }
        }
        return with(before);
    }

    Architecture with(Component component) {
        String name = requireKnown(component, "component").name();
        Component before = setting.changed().get(name);
        return with(setting.withComponent(
                before == null
                        ? inZonesLeft(component, 1)
                        : inZonesLeft(asMany(component, before), before.traits().zones())));
    }

    /** Of zones the first are lost, unless it is in no more of them than the one before, which has lost its own. */
    private Component inZonesLeft(Component component, int before) {
        int zones = component.traits().zones();
        return lessZones(component, zones - Math.max(Math.min(zones, before), zones - setting.lost()));
    }

    private static Component lessZones(Component component, int lost) {
        Traits traits = component.traits();
        return lost == 0
                ? component
                : component.zones(traits.zones() - lost, Math.max(0, traits.zonesThatMayFail() - lost));
    }

    /** The component with as many instances as there were, stated or bought, unless it says itself how many. */
    private static Component asMany(Component component, Component before) {
        Optional<Count> all = before.traits().instances();
        if (component.traits().instances().isPresent() || all.isEmpty()) {
            return component;
        }
        return before.traits().isBought() ? Purchase.bought(component, all.get()) : component.instances(all.get());
    }

    Architecture withHits(Component cache, Share hits) {
        requireKnown(cache, "cache");
        requireCache(cache.name());
        return with(setting.withHits(cache.name(), Refusal.named(hits, "hits", cache.name() + " hits then")));
    }

    /** Refuses what no use case visits and nothing depends on. */
    private Component requireKnown(Component component, String argument) {
        String name = requireNonNull(component, argument).name();
        boolean isDependency = system.loads().stream()
                .flatMap(load -> load.component().traits().dependencies().stream())
                .anyMatch(dependency -> dependency.name().equals(name));
        if (!isDependency) {
            system.requireLoad(name);
        }
        return component;
    }

    private void requireCache(String name) {
        List<String> caches = system.caches();
        if (caches.isEmpty()) {
            throw new IllegalArgumentException("cache must be a cache of the system, which has none, but was '" + name
                    + "': a use case looks into one by cacheAside(cache, hits, store) or readThrough(...)");
        }
        Refusal.unless(caches.contains(name), "cache", "one of the caches, " + caches + ",", "'" + name + "'");
    }

    Architecture without(Component component) {
        return with(setting.without(requireKnown(component, "component").name()));
    }

    Architecture afterZoneLoss() {
        Setting left = setting.withAZoneLess();
        for (Load load : system.loads()) {
            for (Load other : system.dependencies(load)) {
                left = withAZoneLess(left, other);
            }
            left = withAZoneLess(left, load);
        }
        return with(left);
    }

    private Setting withAZoneLess(Setting left, Load load) {
        Component component = load.component();
        Traits traits = component.traits();
        int zones = traits.zones();
        if (zones == 1) {
            return isInFirstZone(traits) ? left.without(component.name()) : left;
        }
        Component less = lessZones(component, 1);
        if (!load.isLimited() && traits.instances().isEmpty()) {
            return left.withComponent(less);
        }
        Ratio rest = ratio((zones - 1.0) / zones).named(component.name() + " zones left");
        Count instances = load.instances().times(rest).floor().named(component.name() + " instances left");
        less = Purchase.paid(less, load.instances());
        if (instances.value() <= 0) {
            return left.withComponent(less).without(less.name());
        }
        return left.withComponent(traits.isStated() ? less.instances(instances) : Purchase.bought(less, instances));
    }

    /**
     * Whether what is in one zone is in the first that is left: it said so, or has instances in zones of the system.
     */
    private boolean isInFirstZone(Traits traits) {
        return traits.areZonesStated()
                || (setting.zone().isPresent() && traits.perInstance().isPresent());
    }

    Architecture retried(Component component, int tries, Share failing) {
        String name = requireKnown(component, "component").name();
        return with(setting.withTries(name, new Tries(tries, failing, Optional.empty(), name)));
    }
}
