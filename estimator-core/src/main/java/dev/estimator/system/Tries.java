package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.SerialRecord;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.Retries;
import java.io.Serializable;
import java.util.Optional;

/**
 * How often something is tried that may fail, each try as long as the first, as far as a budget allows.
 *
 * @param most how often at most
 * @param failing the share of tries that fail
 * @param budget how many more tries than requests there may be
 * @param label what is tried
 */
record Tries(int most, Share failing, Optional<Share> budget, String label) implements Serializable {
    private static final int MOST = 100;

    Tries {
        Refusal.unless(most >= 1 && most <= MOST, "tries", "between 1 and " + MOST, most);
        failing = Refusal.named(failing, "failing", "failing at " + label);
        budget = budget.map(share -> Refusal.named(share, "budget", "retry budget of " + label));
    }

    /** The same where what is inside loses more, or less, than as it is described, whose losses the share tells. */
    Tries losing(Step inside, Setting setting) {
        if (setting.tries().isEmpty()) {
            return this;
        }
        Optional<Share> before = StepSums.lostInside(inside, setting.withoutTries());
        Optional<Share> now = StepSums.lostInside(inside, setting);
        if (now.equals(before)) {
            return this;
        }
        Share lost = now.orElse(Share.of(0));
        Share share = before.map(known -> Share.computed(
                        "1 − min(1, (1 − {0}) ÷ (1 − {1})) × (1 − {2})", new WithInside(), failing, known, lost))
                .orElseGet(() -> failing.complement().times(lost.complement()).complement());
        return new Tries(most, share.named("failing at " + label + " or inside"), budget, label);
    }

    /** As in 'at most 3 tries, of which 1% fail, within a budget of 10%'. */
    String words() {
        return "at most " + most + " tries, of which " + failing + " fail"
                + budget.map(share -> ", within a budget of " + share).orElse("");
    }

    /** The budget is a share of the requests: at most that share more tries. */
    Ratio amplification() {
        Ratio all = unlimited();
        return budget.map(share -> all.min(Quantities.ratio(1).plus(share.toRatio()))
                        .named("tries of " + label + " within the budget"))
                .orElse(all);
    }

    private Ratio unlimited() {
        return Retries.builder()
                .tries(most)
                .failures(failing)
                .build()
                .amplification()
                .named("tries of " + label);
    }

    /** The first try, and those after it. */
    Latency of(Latency first, Latency further) {
        Latency all = further;
        for (int i = 2; i < most; i++) {
            all = further.plus(Latency.sometimes(failing, all));
        }
        return most == 1 ? first : first.plus(Latency.sometimes(triedAgain(), all));
    }

    /** All tries, with what comes after one that gets an answer, if anything, and after the last one that fails. */
    Latency of(Latency each, Optional<Latency> answered, Latency lost) {
        Latency all = each.plus(oneOrOther(failing, lost, answered));
        if (most == 1) {
            return all;
        }
        for (int i = 2; i < most; i++) {
            all = each.plus(oneOrOther(failing, all, answered));
        }
        Latency further = budget.isEmpty() ? all : Latency.mix(allowed(Share.of(1)), all, lost);
        return each.plus(oneOrOther(failing, further, answered));
    }

    private static Latency oneOrOther(Share share, Latency one, Optional<Latency> other) {
        return other.map(another -> Latency.mix(share, one, another)).orElseGet(() -> Latency.sometimes(share, one));
    }

    boolean mayFail() {
        return failing.isUncertain() || failing.value() > 0;
    }

    /** A call of those requests of which all tries fail, which get no answer. */
    Call allFailed() {
        Share lost = budget.isEmpty()
                ? Share.computed("{0} ^ " + most, new AllFail(most), failing)
                : Share.computed(
                        "{0} − {1} × (1 − {0} ^ " + (most - 1) + ")", new AllFail(most), failing, triedAgain());
        return Call.sometimes(lost.named("all tries fail at " + label), AvailabilityNeeds.none("tries of " + label));
    }

    private Share triedAgain() {
        return budget.isEmpty() ? failing : allowed(failing).named("tried again at " + label);
    }

    /** As much of a share as the budget allows. */
    private Share allowed(Share share) {
        return budget.map(limit ->
                        Share.computed("{0} × min(1, {1} ÷ ({2} − 1))", new Allowed(), share, limit, unlimited()))
                .orElse(share);
    }

    /**
     * Of those that fail, and those of them that are tried again: what is not tried again, or fails each further time.
     */
    private record AllFail(int tries) implements Formula {
        @Override
        public double apply(double... inputs) {
            double again = inputs.length > 1 ? inputs[1] : inputs[0];
            if (!(inputs[0] <= 1 && again <= inputs[0])) {
                return Double.NaN;
            }
            return inputs[0] - again + again * Math.pow(inputs[0], tries - 1.0);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }
    }

    /** Of tries that fail, what is lost inside as described, and now; no more is inside than fails. */
    private record WithInside() implements Formula {
        @Override
        public double apply(double... inputs) {
            if (!(Math.max(inputs[0], Math.max(inputs[1], inputs[2])) <= 1)) {
                return Double.NaN;
            }
            double own = inputs[1] < 1 ? Math.min(1, (1 - inputs[0]) / (1 - inputs[1])) : 1;
            return 1 - own * (1 - inputs[2]);
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.FALLING : Direction.RISING;
        }
    }

    /** Of those that fail, the budget, and the tries without one. */
    private record Allowed() implements Formula {
        @Override
        public double apply(double... inputs) {
            double further = inputs[2] - 1;
            return further > inputs[1] ? inputs[0] * inputs[1] / further : inputs[0];
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.FALLING;
        }
    }

    private Object writeReplace() {
        return SerialRecord.of(this);
    }
}
