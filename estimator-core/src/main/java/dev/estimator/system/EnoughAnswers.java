package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.reliability.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several copies of a step in parallel, until enough of them have answered: all of them for a fan-out. */
final class EnoughAnswers extends WrappingStep {
    private static final long serialVersionUID = 1L;

    private final int needed;
    private final int times;

    EnoughAnswers(int needed, int times, Step step) {
        super(step);
        Refusal.unless(times >= 1 && times <= StepSums.MOST, "times", "between 1 and " + StepSums.MOST, times);
        Refusal.unless(
                needed >= 1 && needed <= times, "needed", "between 1 and times, which is " + times + ",", needed);
        this.needed = needed;
        this.times = times;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(
                walk.into(this, often).inBatchesOf(times),
                StepSums.times(often, walk.named("fan-out to " + label(), label(), Quantities.ratio(times))));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        if (step instanceof Visit || step instanceof Component) {
            return ofVisits(step.asVisit("step"), in);
        }
        return step.latency(in).map(one -> one.needing(needed, times));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        int enough = needs.mayBeReplaced() ? needed : times;
        AvailabilityNeeds each = needs.ofShards(enough == times ? times * needs.shards() : 1);
        return super.call(each).map(call -> Repeated.enough(enough, times, call));
    }

    /** Visits in one line wait together: the wait is one for all, and what follows differs. */
    private Optional<Latency> ofVisits(Visit visit, Architecture in) {
        Stay stay = in.load(visit.component()).stay();
        List<Latency> waits = visit.isDown(in.setting()) ? List.of() : stay.commonWaits();
        if (waits.isEmpty()) {
            return visit.latency(in)
                    .map(one -> times > 1 && needed == times && visit.isUneven(in)
                            ? visit.slowest(times, in)
                            : one.needing(needed, times));
        }
        Stream<Latency> rest = visit
                .tried(in, visit.onceWithoutWait(in, stay), visit.once(in))
                .map(one -> one.needing(needed, times))
                .stream();
        return StepSums.inSequence(Stream.concat(waits.stream(), rest).toList());
    }

    @Override
    String words() {
        return (needed < times ? "the first " + needed + " of " : "") + times + " × " + step.part() + " at once";
    }
}
