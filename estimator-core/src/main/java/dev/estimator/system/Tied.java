package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sent to two instances, of which the first that begins cancels the other: the shorter wait, and the work once. */
final class Tied extends WrappingStep {
    private static final long serialVersionUID = 1L;

    private final Visit visit;

    Tied(Step step) {
        super(step);
        visit = step.asVisit("step");
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk.into(this, often), often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        Optional<Latency> one = visit.isDown(in.setting()) ? Optional.empty() : ofAnyShard(in);
        return visit.tried(in, one, one);
    }

    /** Both instances are of one shard. */
    private Optional<Latency> ofAnyShard(Architecture in) {
        Load load = in.load(visit.component());
        Demand demand = load.demand();
        return demand.isUneven()
                ? once(in, load.stay(demand.others()))
                        .map(other -> Latency.mix(
                                demand.hottest(1),
                                load.isFull()
                                        ? Stay.ENDLESS
                                        : once(in, load.stay(demand)).orElse(Stay.NONE),
                                other))
                : once(in, load.stay());
    }

    /** Where there is one line both wait alike; where none is known, all that a visit takes is wait. */
    private Optional<Latency> once(Architecture in, Stay stay) {
        List<Latency> waits = stay.waits();
        if (waits.isEmpty()) {
            Stream<Latency> own = stay.latency(visit.taking(in)).map(Latency::tied).stream();
            return StepSums.inSequence(
                    Stream.concat(own, latencies(visit.calls(), in).stream()).toList());
        }
        if (stay.hasOneLine()) {
            return visit.once(in);
        }
        Stream<Latency> shorter = StepSums.inSequence(waits).map(Latency::tied).stream();
        return StepSums.inSequence(
                Stream.concat(shorter, visit.onceWithoutWait(in, stay).stream()).toList());
    }

    @Override
    String words() {
        return step.part() + ", sent to two instances of which one does it";
    }
}
