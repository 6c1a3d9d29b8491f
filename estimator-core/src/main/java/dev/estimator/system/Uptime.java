package dev.estimator.system;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Ratio;
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
 * @param resources that limit it
 * @param architecture in which it is
 */
record Uptime(Load load, List<Resource<?>> resources, Architecture architecture) {
    /** Enough instances, in enough zones, and what it depends on; of one shard or of all. */
    Optional<Call> call(boolean areAllNeeded) {
        if (architecture.setting().isDown(load.component())) {
            return Optional.of(AvailabilityNeeds.lost(load.component()));
        }
        Traits traits = traits();
        List<Call> all = new ArrayList<>(traits.whole().stream().toList());
        traits.perInstance().ifPresent(each -> {
            all.add(areAllNeeded ? allShards(each) : oneShard(each));
            architecture.setting().zone().ifPresent(zone -> all.add(zones(zone)));
        });
        traits.dependencies()
                .forEach(other -> architecture.anyLoad(other).call().ifPresent(all::add));
        return StepSums.together(all);
    }

    private Traits traits() {
        return load.component().traits();
    }

    private Call oneShard(Availability each) {
        int shards = shards();
        int members = Math.max(1, wholeOf(load.instances().value()) / shards);
        int needed = Math.min(members, (int) Math.ceil((double) leastNeeded() / shards));
        return Call.atLeast(needed, members, load.component().name(), each);
    }

    private Call allShards(Availability each) {
        Call shard = oneShard(each);
        Availability up = CallChain.builder().call(shard).build().availability();
        return shards() == 1 ? shard : Call.atLeast(shards(), shards(), load.component() + " shards", up);
    }

    private int shards() {
        return traits().shards().map(all -> wholeOf(all.value())).orElse(1);
    }

    /** As many as may fail by plan, but not more than leave enough instances. */
    private int zonesThatMayFail(int zones) {
        double total = load.instances().value();
        int failing = traits().zonesThatMayFail();
        while (failing > 0 && Math.floor(total * (zones - failing) / zones) < leastNeeded()) {
            failing--;
        }
        return failing;
    }

    /** As many as carry the peak when they are full, at the best guess. */
    private int leastNeeded() {
        double needed = resources.stream()
                .mapToDouble(resource -> resource.shared().value()
                        / Math.max(1e-9, 1 - resource.onEach().map(Ratio::value).orElse(0.0)))
                .max()
                .orElse(1);
        return Math.max(1, wholeOf(Math.ceil(needed * (1 - 1e-12))));
    }

    private static int wholeOf(double number) {
        return (int) Math.max(1, Math.min(number, Integer.MAX_VALUE));
    }

    private Call zones(Availability zone) {
        int zones = traits().zones();
        Call[] all = IntStream.range(0, zones)
                .mapToObj(i -> Call.of("zone " + (char) ('a' + i % 26) + (i < 26 ? "" : i / 26), zone))
                .toArray(Call[]::new);
        return Call.atLeast(zones - zonesThatMayFail(zones), all);
    }
}
