package dev.estimator.system;

import static dev.estimator.quantity.Quantities.percentUp;

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
 * @param carrying one where it carries the load of what it replaces, else two, which it is not; empty if it does always
 */
record Uptime(Load load, String name, Architecture architecture, Optional<Count> carrying) {
    /** Enough instances, in enough zones, and what it depends on; of so many shards, or of all if there are fewer. */
    Optional<Call> call(int shards) {
        List<Call> all = new ArrayList<>();
        if (addTo(all, shards)) {
            for (Load other : architecture.dependencies(load)) {
                new Uptime(other, other.component().name(), architecture, Optional.empty()).addTo(all, 1);
            }
        }
        return StepSums.together(all);
    }

    /** Whether it is up in time at all. */
    private boolean addTo(List<Call> all, int shards) {
        boolean isDown = architecture.setting().isDown(load.component());
        if (isDown || (isAnyStated() && load.isOverloaded())) {
            return !all.add(AvailabilityNeeds.lost(load.component(), isDown ? "down" : Resource.OVERLOADED));
        }
        Traits traits = traits();
        traits.whole().map(this::whereCarried).ifPresent(all::add);
        traits.perInstance().map(this::whereCarried).ifPresent(each -> {
            all.add(oneShard(each));
            int others = Math.min(shards, shards()) - 1;
            if (others > 0) {
                all.add(otherShards(others, each));
            }
        });
        if (!load.hasAvailability() && carrying.isPresent()) {
            all.add(Call.of(name, whereCarried(percentUp(100))));
        }
        return true;
    }

    private Call whereCarried(Call whole) {
        if (carrying.isEmpty()) {
            return whole;
        }
        return Call.of(
                name,
                whereCarried(
                        whole instanceof Call.Service one
                                ? one.availability()
                                : CallChain.builder().call(whole).build().availability()));
    }

    private Availability whereCarried(Availability up) {
        return carrying.map(one -> Inside.<Availability>atLeast(one, 1, up)).orElse(up);
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
                .map(zone -> inZones(name, enough(), 1, each, zone))
                .orElseGet(() -> new Call.Redundant(
                        name, (int) enough().value(), members(), Inside.atLeast(enough(), members(), each)));
    }

    /** Those besides the one that every request needs. */
    private Call otherShards(int others, Availability each) {
        Count needed = load.sizing().enoughOfOthers(members(), shards());
        String all = name + (others < shards() - 1 ? " " + others : "") + " other shards";
        return architecture
                .setting()
                .zone()
                .map(zone -> inZones(all, needed, others, each, zone))
                .orElseGet(() -> new Call.Redundant(
                        all,
                        (int) needed.value(),
                        members(),
                        Inside.atLeast(needed, members(), each).atLeast(others, others)));
    }

    /** In the first zones that are not lost. */
    private Call inZones(String of, Count needed, int groups, Availability each, Availability zone) {
        int lost = architecture.setting().lost();
        List<Call> zones = IntStream.range(lost, lost + traits().zones())
                .<Call>mapToObj(i -> Call.of("zone " + (char) ('a' + i % 26) + (i < 26 ? "" : i / 26), zone))
                .toList();
        return new Call.InZones(of, needed, members(), groups, traits().zonesThatMayFail(), each, zones);
    }

    /** The instances of a shard. */
    private int members() {
        return Math.max(1, wholeOf(load.instances().value()) / shards());
    }

    private Count enough() {
        return load.sizing().enough(members(), shards());
    }

    private int shards() {
        return traits().shards().map(all -> wholeOf(all.value())).orElse(1);
    }

    private static int wholeOf(double number) {
        return (int) Math.max(1, Math.min(number, Integer.MAX_VALUE));
    }
}
