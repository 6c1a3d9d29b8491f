package dev.estimator.model;

import static dev.estimator.internal.input.Refusal.aboveZero;
import static dev.estimator.model.ModelInputs.input;
import static dev.estimator.model.ModelInputs.required;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assumeDefault;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.ModelName;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.model.Traffic.Tier;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;

/**
 * What is set of a traffic: which inputs go together, their names, and what follows from them before any rate does.
 *
 * @param traffic whose inputs
 * @param own its name, which goes before theirs
 */
record TrafficInputs(Traffic traffic, ModelName own) {
    /** Refuses inputs that say one thing twice, or that make no sense. */
    void check() {
        ModelInputs.atMostOne(
                input("dailyActiveUsers", traffic.dailyActiveUsers()),
                input("monthlyActiveUsers", traffic.monthlyActiveUsers()),
                input("requestRate", traffic.requestRate()),
                input("readRate or writeRate", traffic.readRate().or(traffic::writeRate)));
        boolean isMixKnown = mix().isKnown();
        if (traffic.readRate().isPresent() && traffic.writeRate().isPresent() && isMixKnown) {
            throw new IllegalArgumentException(
                    "set readRate and writeRate, or one of them and their relation, but not all three: they may disagree");
        }
        if (traffic.monthlyActiveUsers().isPresent() && traffic.actionsPeriod().isPresent()) {
            throw new IllegalArgumentException(
                    "set actionsPeriod with dailyActiveUsers only: monthly users are counted on the"
                            + " days when they come; state what they do in a month as a requestRate");
        }
        peakToAverage();
        traffic.actionsPeriod().ifPresent(p -> aboveZero(p, "actionsPeriod"));
        checkDay();
        checkTiers();
    }

    private void checkDay() {
        ModelInputs.atMostOne(input("activeWindow", traffic.activeWindow()), input("day", traffic.day()));
        if (traffic.day().isPresent() && !isStatedInUsers() && isStatedAsRate()) {
            throw new IllegalArgumentException(
                    "day must not be set beside a rate: it is what the actions of users are divided by");
        }
        activeTime();
    }

    private void checkTiers() {
        double total = traffic.tiers().stream()
                .mapToDouble(tier -> tier.share().value())
                .sum();
        if (Rounding.part(total) > 1) {
            throw new IllegalArgumentException(
                    "tiers must be at most 100% of the users together but were " + total * 100 + "%");
        }
    }

    boolean isStatedInUsers() {
        return traffic.dailyActiveUsers().isPresent()
                || traffic.monthlyActiveUsers().isPresent();
    }

    private boolean isStatedAsRate() {
        return traffic.requestRate().isPresent()
                || traffic.readRate().isPresent()
                || traffic.writeRate().isPresent();
    }

    /** Whether it is said when users come. */
    boolean hasWindow() {
        return traffic.activeWindow().isPresent() || traffic.day().isPresent();
    }

    /** The users of a day. */
    Count users() {
        if (traffic.monthlyActiveUsers().isPresent()) {
            Count monthly = traffic.monthlyActiveUsers().get().orNamed(own.of("monthly active users"));
            return monthly.times(traffic.dailyShareOfMonthly().orNamed(own.of("daily share of monthly users")))
                    .named(own.of("daily active users"));
        }
        return required(traffic.dailyActiveUsers(), "dailyActiveUsers or monthlyActiveUsers", "number of users")
                .orNamed(own.of("daily active users"));
    }

    /** What the users of a day ask for. */
    Count requestsPerDay() {
        Count actions = required(traffic.actionsPerUser(), "actionsPerUser", "request rate")
                .orNamed(own.of("actions per user"));
        Count requests = Inside.ofSame(users().times(actions), actions); // what users do, and no users
        Count active = traffic.tiers().isEmpty() ? requests : requests.times(meanActivity());
        return traffic.actionsPeriod()
                .map(period -> active.times(DAY.div(period.orNamed(own.of("actions period")))))
                .orElse(active);
    }

    /** The mean over all users of how much they do, an ordinary user counting 1. */
    private Ratio meanActivity() {
        Share special =
                traffic.tiers().stream().map(this::share).reduce(Share::plus).orElseThrow();
        return traffic.tiers().stream()
                .map(tier -> activity(tier).times(share(tier)))
                .reduce(special.complement().toRatio(), Ratio::plus)
                .named(own.of("mean activity"));
    }

    private Share share(Tier tier) {
        return own.ofParts(tier.share(), "share of " + tier.name());
    }

    private Ratio activity(Tier tier) {
        return own.ofParts(tier.activity(), "activity of " + tier.name());
    }

    ReadWriteMix mix() {
        return new ReadWriteMix(own, traffic.readShare(), traffic.readsPerWrite(), traffic.writesPerRead());
    }

    Ratio peakToAverage() {
        return Refusal.atLeast(traffic.peakToAverage().orNamed(own.of("peak to average")), "peakToAverage", 1);
    }

    TrafficRates overTheDay() {
        return new TrafficRates(traffic, this, DAY, "");
    }

    /** A rate that is stated without a window is one of whole days; that users come around the clock is a claim. */
    TrafficRates whileActive() {
        return isStatedInUsers() || hasWindow()
                ? new TrafficRates(traffic, this, activeTime(), TrafficRates.WHILE_ACTIVE)
                : overTheDay();
    }

    private TimeSpan activeTime() {
        return traffic.activeWindow()
                .map(w -> aboveZero(w.orNamed(own.of("active window")), "activeWindow"))
                .map(w -> Refusal.kept(w, "activeWindow", Side.AT_MOST, DAY))
                .or(() -> traffic.day().map(d -> aboveZero(d.orNamed(own.of("day")), "day")))
                .orElseGet(() -> assumeDefault(own.of("active window"), DAY, "requests come around the clock"));
    }
}
