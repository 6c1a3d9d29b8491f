package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.model.Call;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same several times, one after another: each of the whole times, and once more by a part of the requests. */
final class Times extends Around {
    private final double times;

    Times(double times, Step step) {
        super(step);
        Refusal.unless(times > 0 && times <= Steps.MOST, "times", "above 0 and at most " + Steps.MOST, times);
        this.times = times;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, Steps.times(often, factor()));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(this::repeated);
    }

    private Latency repeated(Latency once) {
        int whole = (int) Math.floor(times);
        if (whole == times) {
            return once.inARow(whole);
        }
        Latency more = Latency.mix(Share.of(times - whole), once, Steps.NO_TIME);
        return whole == 0 ? more : once.inARow(whole).plus(more);
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(factor()));
    }

    @Override
    Optional<Call> call(Architecture in) {
        Optional<Call> call = super.call(in);
        return times < 1 ? call.map(c -> Call.sometimes(Share.of(times), c)) : call;
    }

    private Ratio factor() {
        return Quantities.ratio(times).named("times " + step.label());
    }
}
