package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much of the time a component is up.
 *
 * @param load of the component
 * @param name of its instances
 * @param architecture in which it is
 */
record Uptime(Load load, String name, Architecture architecture) {
    /** Enough instances, in enough zones, and what it depends on; of one shard or of all. */
    Optional<Call> call(boolean areAllNeeded) {
        if (architecture.setting().isDown(load.component())) {
            return Optional.of(AvailabilityNeeds.lost(load.component(), "down"));
        }
        if (isAnyStated() && load.isOverloaded()) {
            return Optional.of(AvailabilityNeeds.lost(load.component(), Resource.OVERLOADED));
        }
        Traits traits = traits();
        List<Call> all = new ArrayList<>(traits.whole().stream().toList());
        traits.perInstance()
                .map(each -> areAllNeeded ? allShards(each) : oneShard(each))
                .ifPresent(all::add);
        traits.dependencies()
                .forEach(other -> architecture.anyLoad(other).call().ifPresent(all::add));
        return StepSums.together(all);
    }

    /** Whether the system has availabilities at all; if not, nobody asked. */
    private boolean isAnyStated() {
        return architecture.loads().stream().anyMatch(Load::hasAvailability);
    }

    private Traits traits() {
        return load.component().traits();
    }

    private Call oneShard(Availability each) {
        return architecture
                .setting()
                .zone()
                .map(zone -> inZones(name, 1, each, zone))
                .orElseGet(() -> instances(each));
    }

    private Call instances(Availability each) {
        Availability up = Inside.atLeast(needed(), members(), each);
        return new Call.Redundant(name, (int) needed().value(), members(), up);
    }

    private Call allShards(Availability each) {
        if (shards() == 1) {
            return oneShard(each);
        }
        String all = name + " shards";
        Optional<Availability> zone = architecture.setting().zone();
        if (zone.isPresent()) {
            return inZones(all, shards(), each, zone.get());
        }
        Availability up = CallChain.builder().call(oneShard(each)).build().availability();
        return Call.atLeast(shards(), shards(), all, up);
    }

    /** In the first zones that are not lost. */
    private Call inZones(String of, int groups, Availability each, Availability zone) {
        int lost = architecture.setting().lost();
        List<Call> zones = IntStream.range(lost, lost + traits().zones())
                .<Call>mapToObj(i -> Call.of("zone " + (char) ('a' + i % 26) + (i < 26 ? "" : i / 26), zone))
                .toList();
        return new Call.InZones(of, needed(), members(), groups, traits().zonesThatMayFail(), each, zones);
    }

    /** The instances of a shard. */
    private int members() {
        return Math.max(1, wholeOf(load.instances().value()) / shards());
    }

    private Count needed() {
        return load.sizing().enough(members(), shards());
    }

    private int shards() {
        return traits().shards().map(all -> wholeOf(all.value())).orElse(1);
    }

    private static int wholeOf(double number) {
        return (int) Math.max(1, Math.min(number, Integer.MAX_VALUE));
    }
}
