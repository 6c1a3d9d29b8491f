package dev.estimator.system;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call;
import java.util.Collections;
import java.util.stream.IntStream;

/**
 * What a request needs that takes a step several times, each of which decides for itself whether it makes calls that
 * only some make.
 *
 * @param times how often; of 1.51 times, the first always and the second by 51 % of the requests
 * @param isFixed whether it is a plain number, which cannot become another
 */
record Repeated(Ratio times, boolean isFixed) {
    private static final Ratio ONCE = Quantities.ratio(1);

    /** All repetitions; if an assumption makes them fewer than one, only some requests do the step. */
    Call all(Call call) {
        if (isFixed && times.value() >= 1) {
            return onceOrMore(call);
        }
        Call more = isFixed ? call : new Repeated(times.max(ONCE), false).onceOrMore(call);
        return Call.sometimes(times.min(ONCE).toShare(), more);
    }

    /** Enough of several copies in parallel. */
    static Call enough(int needed, int times, Call call) {
        if (call.isSameForAll()) {
            return call;
        }
        return needed == times
                ? new Repeated(Quantities.ratio(times), true).all(call)
                : Call.atLeast(
                        needed,
                        Collections.nCopies(times, Call.inSequence(call)).toArray(Call[]::new));
    }

    /** Always as often as the whole part of the number, and once more with a probability of its fraction. */
    private Call onceOrMore(Call call) {
        if (call.isSameForAll()) {
            return call;
        }
        Ratio whole = isFixed
                ? Quantities.ratio(Math.floor(times.value()))
                : times.floor().toRatio();
        Call always = new Repeated(whole, isFixed).whole(call);
        if (isFixed && times.value() == whole.value()) {
            return always;
        }
        Share rest = times.max(whole).minus(whole).toShare().named("once more");
        return Call.inSequence(always, Call.sometimes(rest, call));
    }

    private Call whole(Call call) {
        if (call.isSameForAll()) {
            return call;
        }
        if (call instanceof Call.Group group && group.needed() == group.calls().size()) {
            return Call.inSequence(group.calls().stream().map(this::whole).toArray(Call[]::new));
        }
        if (call instanceof Call.Sometimes some && some.call().isSameForAll()) {
            return Call.sometimes(inAny(some.share()), some.call());
        }
        if (call instanceof Call.CacheAside look
                && look.cache().isSameForAll()
                && look.store().isSameForAll()) {
            return Call.cacheAside(look.cache(), hitsOfAll(look), look.store());
        }
        return copies(call);
    }

    private Call copies(Call call) {
        int most = (int) Math.ceil(most());
        Ratio bounded = isFixed ? times : Refusal.kept(times, "times", Side.AT_MOST, Quantities.ratio(most));
        return Call.inSequence(IntStream.range(0, most)
                .mapToObj(i -> i == 0 || isFixed ? call : Call.sometimes(isMoreThan(i, bounded), call))
                .toArray(Call[]::new));
    }

    /** 100 % if the step is done more often than that, otherwise 0 %. */
    private static Share isMoreThan(int others, Ratio times) {
        Ratio already = Quantities.ratio(others);
        return times.max(already).minus(already).min(ONCE).toShare().named("more than " + others + " times");
    }

    /** An assumption may become twice as great, and no greater; copies beyond what it is are made by nobody. */
    private double most() {
        if (isFixed) {
            return times.value();
        }
        return 2 * (times.isUncertain() ? times.percentile(99).value() : times.value());
    }

    private Share hitsOfAll(Call.CacheAside look) {
        Share all = inAny(look.hits().complement()).complement();
        String name = look.hits().name();
        return name == null ? all : all.named(name + ", each of several");
    }

    private Share inAny(Share once) {
        Share any = Share.computed("1 − (1 − {1}) ^ {0}", new InAny(), times, once);
        return once.name() == null ? any : any.named(once.name() + ", in any of several");
    }

    /** The share of requests that do it at least once. */
    private record InAny() implements Formula {
        @Override
        public double apply(double... inputs) {
            return -Math.expm1(inputs[0] * Math.log1p(-inputs[1]));
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }
}
