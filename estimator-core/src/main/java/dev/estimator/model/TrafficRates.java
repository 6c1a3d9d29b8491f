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
 * @param inputs what is set of them
 * @param time how long that part is; the whole day, or the active window
 * @param when what is added to the names of its rates, such as ' while active'
 */
record TrafficRates(Traffic traffic, TrafficInputs inputs, TimeSpan time, String when) {
    static final String WHILE_ACTIVE = " while active";

    Qps all() {
        if (inputs.isStatedInUsers()) {
            return Inside.ofRequests(traffic.requestsPerDay().per(time))
                    .named(part(isActive() ? "rate" + when : "average rate"));
        }
        if (traffic.requestRate().isPresent()) {
            return squeezed(traffic.requestRate().get(), "request rate");
        }
        if (traffic.readRate().isEmpty() && traffic.writeRate().isEmpty()) {
            throw new IllegalStateException(
                    "no volume is set: set requestRate, or readRate and writeRate, or dailyActiveUsers or"
                            + " monthlyActiveUsers with actionsPerUser");
        }
        return Inside.ofRequests(reads().plus(writes())).named(part(isActive() ? "rate" + when : "average rate"));
    }

    Qps reads() {
        if (traffic.readRate().isPresent()) {
            return squeezed(traffic.readRate().get(), "read rate");
        }
        ReadWriteMix mix = mix("readRate", traffic.writeRate());
        return (traffic.writeRate().isPresent() ? mix.readsBeside(writes()) : mix.readsAmong(all()))
                .named(part("read rate" + when));
    }

    Qps writes() {
        if (traffic.writeRate().isPresent()) {
            return squeezed(traffic.writeRate().get(), "write rate");
        }
        ReadWriteMix mix = mix("writeRate", traffic.readRate());
        return (traffic.readRate().isPresent() ? mix.writesBeside(reads()) : mix.writesAmong(all()))
                .named(part("write rate" + when));
    }

    Bandwidth bandwidthIn() {
        Optional<Bandwidth> payload = traffic.writeSize().map(s -> writes().times(s.orNamed(part("write size"))));
        Optional<Bandwidth> envelope = traffic.requestSize().map(s -> all().times(s.orNamed(part("request size"))));
        return required(sumOf(payload, envelope), "writeSize or requestSize", "bandwidth in")
                .named(part("bandwidth in" + when));
    }

    Bandwidth bandwidthOut() {
        Optional<Bandwidth> payload = traffic.readSize().map(s -> reads().times(s.orNamed(part("read size"))));
        Optional<Bandwidth> envelope = traffic.responseSize().map(s -> all().times(s.orNamed(part("response size"))));
        return required(sumOf(payload, envelope), "readSize or responseSize", "bandwidth out")
                .named(part("bandwidth out" + when));
    }

    Qps deliveries() {
        Qps writes = writes();
        Count fanOut = required(traffic.fanOut(), "fanOut", "deliveries").orNamed(part("fan-out"));
        return Inside.ofSame(writes.times(fanOut), writes).named(part("deliveries" + when));
    }

    Count concurrentUsers() {
        TimeSpan stay = required(traffic.sessionLength(), "sessionLength", "concurrent users")
                .orNamed(part("session length"));
        Count users = inputs.users();
        Count sessions = users.times(traffic.sessionsPerUser().orNamed(part("sessions per user")));
        return Inside.ofSame(sessions.per(time).times(stay), users).named(part("concurrent users" + when));
    }

    /** What tells one rate from the other, which is set. */
    private ReadWriteMix mix(String missing, Optional<Qps> other) {
        ReadWriteMix mix = inputs.mix();
        if (other.isPresent() && !mix.isKnown()) {
            throw new IllegalStateException(
                    missing + " is not set: set it, or readShare, readsPerWrite or writesPerRead");
        }
        return mix;
    }

    /** A mean over whole days, squeezed into this part of the day. */
    private Qps squeezed(Qps rate, String name) {
        Qps overTheDay = Inside.ofRequests(rate).orNamed(part(name));
        return isActive() ? overTheDay.times(DAY.div(time)).named(part(name + when)) : overTheDay;
    }

    private String part(String part) {
        return inputs.own().of(part);
    }

    private boolean isActive() {
        return !when.isEmpty();
    }
}
