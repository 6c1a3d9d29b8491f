package dev.estimator.model;

import static dev.estimator.model.ModelInputs.required;
import static dev.estimator.model.ModelInputs.sumOf;
import static dev.estimator.quantity.Quantities.DAY;

import dev.estimator.internal.graph.Inside;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;

/**
 * The means of a traffic over a part of the day in which all requests of a day come.
 *
 * @param traffic the assumptions
 * @param time how long that part is; the whole day, or the active window
 * @param when what is added to the names of its rates, such as ' while active'
 */
record TrafficRates(Traffic traffic, TimeSpan time, String when) {
    static final String WHILE_ACTIVE = " while active";

    Qps all() {
        if (traffic.isStatedInUsers()) {
            return Inside.ofRequests(traffic.requestsPerDay().per(time))
                    .named(isActive() ? "rate" + when : "average rate");
        }
        if (traffic.requestRate().isPresent()) {
            return squeezed(traffic.requestRate().get(), "request rate");
        }
        if (traffic.readRate().isEmpty() && traffic.writeRate().isEmpty()) {
            throw new IllegalStateException(
                    "no volume is set: set dailyActiveUsers, monthlyActiveUsers, requestRate, readRate"
                            + " or writeRate");
        }
        return reads().plus(writes()).named(isActive() ? "rate" + when : "average rate");
    }

    Qps reads() {
        if (traffic.readRate().isPresent()) {
            return squeezed(traffic.readRate().get(), "read rate");
        }
        ReadWriteMix mix = traffic.mix();
        return (traffic.writeRate().isPresent() ? mix.readsBeside(writes()) : mix.readsAmong(all()))
                .named("read rate" + when);
    }

    Qps writes() {
        if (traffic.writeRate().isPresent()) {
            return squeezed(traffic.writeRate().get(), "write rate");
        }
        ReadWriteMix mix = traffic.mix();
        return (traffic.readRate().isPresent() ? mix.writesBeside(reads()) : mix.writesAmong(all()))
                .named("write rate" + when);
    }

    Bandwidth bandwidthIn() {
        Optional<Bandwidth> payload = traffic.writeSize().map(s -> writes().times(s.orNamed("write size")));
        Optional<Bandwidth> envelope = traffic.requestSize().map(s -> all().times(s.orNamed("request size")));
        return required(sumOf(payload, envelope), "writeSize or requestSize", "bandwidth in")
                .named("bandwidth in" + when);
    }

    Bandwidth bandwidthOut() {
        Optional<Bandwidth> payload = traffic.readSize().map(s -> reads().times(s.orNamed("read size")));
        Optional<Bandwidth> envelope = traffic.responseSize().map(s -> all().times(s.orNamed("response size")));
        return required(sumOf(payload, envelope), "readSize or responseSize", "bandwidth out")
                .named("bandwidth out" + when);
    }

    Qps deliveries() {
        return writes().times(required(traffic.fanOut(), "fanOut", "deliveries").orNamed("fan-out"))
                .named("deliveries" + when);
    }

    Count concurrentUsers() {
        TimeSpan stay = required(traffic.sessionLength(), "sessionLength", "concurrent users")
                .orNamed("session length");
        Count sessions = traffic.users().times(traffic.sessionsPerUser().orNamed("sessions per user"));
        return sessions.per(time).times(stay).named("concurrent users" + when);
    }

    /** A mean over whole days, squeezed into this part of the day. */
    private Qps squeezed(Qps rate, String name) {
        Qps overTheDay = Inside.ofRequests(rate).orNamed(name);
        return isActive() ? overTheDay.times(DAY.div(time)).named(name + when) : overTheDay;
    }

    private boolean isActive() {
        return !when.isEmpty();
    }
}
