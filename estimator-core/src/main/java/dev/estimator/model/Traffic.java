package dev.estimator.model;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.ModelName;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.immutables.value.Value;

/**
 * Turns users and their habits, or rates that are known, into request rates and bandwidth.
 *
 * <p>State the volume in one way: daily users, monthly users, one rate of all requests, or a rate of reads or writes.
 * Tell reads from writes in one way: by the share of reads, by reads per write, or by writes per read.
 *
 * <p>An average is over whole days of 86,400 s, so that storage, cost and data moved follow from it: a day's requests
 * are {@code averageQps().times(DAY)}. What holds while the service is in use, in the {@link #activeWindow()}, is
 * called active. Peaks, by which servers are counted, are the active rates times {@link #peakToAverage()}. Without a
 * window the average and the active rate are the same.
 */
@Value.Immutable
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class Traffic implements WithTraffic, Model, Serializable {
    private static final long serialVersionUID = 1L;

    Traffic() {}

    /**
     * Returns what goes before the names of the parts of this model, as in 'web: peak rate'; nothing unless set.
     *
     * @return the name of the model
     */
    public abstract Optional<String> name();

    /**
     * Returns the distinct users on an average day.
     *
     * @return the daily active users (DAU), if the volume is stated so
     */
    public abstract Optional<Count> dailyActiveUsers();

    /**
     * Returns the distinct users in an average month.
     *
     * @return the monthly active users (MAU), if the volume is stated so
     */
    public abstract Optional<Count> monthlyActiveUsers();

    /**
     * Returns the share of the monthly users that come on an average day, 50 % unless set.
     *
     * @return daily ÷ monthly active users
     */
    @Value.Default
    public Share dailyShareOfMonthly() {
        return assumeDefault("daily share of monthly users", percent(50), "A. Xu, System Design Interview; 10% to 50%");
    }

    /**
     * Returns the requests that each user makes in a day, or in the {@link #actionsPeriod()}.
     *
     * @return the requests; needed if the volume is stated in users
     */
    public abstract Optional<Count> actionsPerUser();

    /**
     * Returns the period in which a user makes {@link #actionsPerUser()} requests.
     *
     * @return the period; a day unless set
     */
    public abstract Optional<TimeSpan> actionsPeriod();

    /**
     * Returns by how many seconds the author divides what users do in a day, such as 100,000 for easy division. The
     * {@link #activeQps() active} rates and the peaks are of that convention; averages are over 86,400 s, so that what
     * is stored in a day is what users write in a day.
     *
     * @return the length; 86,400 s unless set
     */
    public abstract Optional<TimeSpan> day();

    /**
     * Returns groups of users who do more or less than the others.
     *
     * @return the groups; everybody else counts once
     */
    public abstract List<Tier> tiers();

    /**
     * Returns the rate of all requests, as a mean over whole days.
     *
     * @return the rate, if the volume is stated so
     */
    public abstract Optional<Qps> requestRate();

    /**
     * Returns the rate of reads, as a mean over whole days.
     *
     * @return the rate, if the volume is stated so
     */
    public abstract Optional<Qps> readRate();

    /**
     * Returns the rate of writes, as a mean over whole days.
     *
     * @return the rate, if the volume is stated so
     */
    public abstract Optional<Qps> writeRate();

    /**
     * Returns the share of requests that read.
     *
     * @return reads ÷ all requests, if the mix is stated so
     */
    public abstract Optional<Share> readShare();

    /**
     * Returns the reads for each write.
     *
     * @return reads ÷ writes, if the mix is stated so
     */
    public abstract Optional<Ratio> readsPerWrite();

    /**
     * Returns the writes for each read, for services that mostly write.
     *
     * @return writes ÷ reads, if the mix is stated so
     */
    public abstract Optional<Ratio> writesPerRead();

    /**
     * Returns the busiest rate as a multiple of the average rate while active, at least 1; 2 unless set.
     *
     * @return peak ÷ active rate
     */
    @Value.Default
    public Ratio peakToAverage() {
        return assumeDefault(
                "peak to average", ratio(2), "A. Xu, System Design Interview; 2 to 10 by the kind of service");
    }

    /**
     * Returns the part of the day in which the day's requests arrive, such as 6.5 h of trading.
     *
     * @return the time, at most 24 h; the whole day unless set
     */
    public abstract Optional<TimeSpan> activeWindow();

    /**
     * Returns the bytes that each request brings in: headers, query.
     *
     * @return the size; not counted unless set
     */
    public abstract Optional<Bytes> requestSize();

    /**
     * Returns the bytes that each answer takes out.
     *
     * @return the size; not counted unless set
     */
    public abstract Optional<Bytes> responseSize();

    /**
     * Returns the bytes that each write brings in, on top of {@link #requestSize()}.
     *
     * @return the size; not counted unless set
     */
    public abstract Optional<Bytes> writeSize();

    /**
     * Returns the bytes that the answer to each read takes out, on top of {@link #responseSize()}.
     *
     * @return the size; not counted unless set
     */
    public abstract Optional<Bytes> readSize();

    /**
     * Returns how many places each write is delivered to, such as followers.
     *
     * @return the deliveries for each write
     */
    public abstract Optional<Count> fanOut();

    /**
     * Returns how many times a day each user comes, once unless set.
     *
     * @return sessions for each user and day
     */
    @Value.Default
    public Count sessionsPerUser() {
        return assumeDefault("sessions per user", count(1), "one visit a day");
    }

    /**
     * Returns how long a user stays.
     *
     * @return the length of a session; needed for {@link #concurrentUsers()}
     */
    public abstract Optional<TimeSpan> sessionLength();

    /** Refuses what makes no sense; defaults go by the name of this model. */
    @Value.Check
    Traffic check() {
        inputs().check();
        return withDailyShareOfMonthly(own().ofDefault(dailyShareOfMonthly()))
                .withSessionsPerUser(own().ofDefault(sessionsPerUser()))
                .withPeakToAverage(own().ofDefault(peakToAverage()));
    }

    /**
     * Returns the requests that come on an average day: {@code users × actions per user × mean activity}, or the stated
     * rate × 1 d.
     *
     * @return the requests of a day
     * @throws IllegalStateException if no volume is stated
     */
    public Count requestsPerDay() {
        if (!inputs().isStatedInUsers()) {
            return averageQps().times(DAY).named(part("requests per day"));
        }
        return inputs().requestsPerDay().named(part("requests per day"));
    }

    /**
     * Returns the mean arrival rate over whole days: {@code λ = requests per day ÷ 1 d}.
     *
     * @return the mean rate of all requests
     * @throws IllegalStateException if no volume is stated
     */
    public Qps averageQps() {
        return overTheDay().all();
    }

    /**
     * Returns the mean arrival rate while the service is in use: {@code requests per day ÷ active window}, or divided
     * by the author's {@link #day()}. Servers have to carry it and its {@link #peakQps() peak}; for a day's sums take
     * {@link #averageQps()}.
     *
     * @return the rate of all requests in the active window
     * @throws IllegalStateException if no volume is stated
     */
    public Qps activeQps() {
        return whileActive().all();
    }

    /**
     * Returns the arrival rate in the busiest period: {@code λ peak = active rate × peak to average}.
     *
     * @return the peak rate of all requests
     */
    public Qps peakQps() {
        return activeQps().times(peakFactor()).named(part("peak rate"));
    }

    /**
     * Returns the mean rate of reads over whole days: {@code λ × read share}, or {@code writes × reads per write}.
     *
     * @return the mean rate of reads
     * @throws IllegalStateException if reads and writes are not told apart
     */
    public Qps readQps() {
        return overTheDay().reads();
    }

    /**
     * Returns the mean rate of writes over whole days: {@code λ × (1 − read share)}, or {@code reads ÷ reads per
     * write}.
     *
     * @return the mean rate of writes
     * @throws IllegalStateException if reads and writes are not told apart
     */
    public Qps writeQps() {
        return overTheDay().writes();
    }

    /**
     * Returns the mean rate of reads while the service is in use.
     *
     * @return the rate of reads in the active window
     * @throws IllegalStateException if reads and writes are not told apart
     */
    public Qps activeReadQps() {
        return whileActive().reads();
    }

    /**
     * Returns the mean rate of writes while the service is in use.
     *
     * @return the rate of writes in the active window
     * @throws IllegalStateException if reads and writes are not told apart
     */
    public Qps activeWriteQps() {
        return whileActive().writes();
    }

    /**
     * Returns the rate of reads in the busiest period.
     *
     * @return {@code reads while active × peak to average}
     */
    public Qps peakReadQps() {
        return activeReadQps().times(peakFactor()).named(part("peak read rate"));
    }

    /**
     * Returns the rate of writes in the busiest period.
     *
     * @return {@code writes while active × peak to average}
     */
    public Qps peakWriteQps() {
        return activeWriteQps().times(peakFactor()).named(part("peak write rate"));
    }

    /**
     * Returns the mean bandwidth that comes in, over whole days: {@code writes × write size + λ × request size}.
     *
     * @return the bandwidth into the service
     * @throws IllegalStateException if neither size is set
     */
    public Bandwidth bandwidthIn() {
        return overTheDay().bandwidthIn();
    }

    /**
     * Returns the mean bandwidth that goes out, over whole days: {@code reads × read size + λ × response size}.
     *
     * @return the bandwidth out of the service
     * @throws IllegalStateException if neither size is set
     */
    public Bandwidth bandwidthOut() {
        return overTheDay().bandwidthOut();
    }

    /**
     * Returns the bandwidth that comes in during the busiest period.
     *
     * @return {@code bandwidth in while active × peak to average}
     */
    public Bandwidth peakBandwidthIn() {
        return whileActive().bandwidthIn().times(peakFactor()).named(part("peak bandwidth in"));
    }

    /**
     * Returns the bandwidth that goes out during the busiest period.
     *
     * @return {@code bandwidth out while active × peak to average}
     */
    public Bandwidth peakBandwidthOut() {
        return whileActive().bandwidthOut().times(peakFactor()).named(part("peak bandwidth out"));
    }

    /**
     * Returns the mean rate of deliveries that writes cause, over whole days: {@code writes × fan-out}.
     *
     * @return the deliveries
     * @throws IllegalStateException if the fan-out is not set
     */
    public Qps deliveries() {
        return overTheDay().deliveries();
    }

    /**
     * Returns the rate of deliveries in the busiest period.
     *
     * @return {@code deliveries while active × peak to average}
     * @throws IllegalStateException if the fan-out is not set
     */
    public Qps peakDeliveries() {
        return whileActive().deliveries().times(peakFactor()).named(part("peak deliveries"));
    }

    /**
     * Returns how many users are present at once on average over whole days, by Little's law: {@code N = users ×
     * sessions per user ÷ 1 d × session length}.
     *
     * @return the users present
     * @throws IllegalStateException if the volume is not stated in users, or the length of a session is not set
     * @see "J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961"
     */
    public Count concurrentUsers() {
        return overTheDay().concurrentUsers();
    }

    /**
     * Returns how many users are present at once in the busiest period.
     *
     * @return {@code concurrent users while active × peak to average}
     */
    public Count peakConcurrentUsers() {
        return whileActive().concurrentUsers().times(peakFactor()).named(part("peak concurrent users"));
    }

    /**
     * Returns how many requests are in flight on average over whole days, by Little's law: {@code N = λ × R}.
     *
     * @param meanLatency the mean time from request to answer, with queueing
     * @return the requests in flight
     */
    public Count concurrentRequests(TimeSpan meanLatency) {
        requireNonNull(meanLatency, "meanLatency");
        return averageQps().times(meanLatency.orNamed(part("mean latency"))).named(part("concurrent requests"));
    }

    /**
     * Returns how many requests are in flight in the busiest period, by Little's law: {@code N = λ peak × R}.
     *
     * @param meanLatency the mean time from request to answer at peak, with queueing
     * @return the requests in flight
     */
    public Count peakConcurrentRequests(TimeSpan meanLatency) {
        requireNonNull(meanLatency, "meanLatency");
        return peakQps().times(meanLatency.orNamed(part("mean latency"))).named(part("peak concurrent requests"));
    }

    @Override
    public List<Answers> answers() {
        List<Supplier<Quantity<?>>> rates =
                new ArrayList<>(List.of(this::writeQps, this::readQps, this::readsForEachWrite, this::averageQps));
        if (inputs().hasWindow()) {
            rates.add(this::activeQps);
        }
        rates.add(this::peakQps);
        return List.of(
                Answers.of("Throughput", rates),
                Answers.of(
                        "Traffic volume",
                        List.of(this::bandwidthIn, this::bandwidthOut, this::peakBandwidthIn, this::peakBandwidthOut)));
    }

    /** As it was stated, if it was: a result of the same name would be told apart from it by a number. */
    private Ratio readsForEachWrite() {
        if (readsPerWrite().isPresent()) {
            return readsPerWrite().get().orNamed(part("reads per write"));
        }
        Qps writes = writeQps();
        if (writes.compareTo(writes.times(0)) == 0) {
            throw new IllegalStateException("reads per write: nothing is written");
        }
        return readQps().div(writes).named(part("reads per write"));
    }

    /** Returns the rates, as in 'traffic of 2.3k req/s, 4.6k req/s at peak'; with a window also 'while active'. */
    @Override
    public String toString() {
        return ModelInputs.orWhatIsMissing(part("traffic"), this::ratesInWords);
    }

    /**
     * Begins a model of traffic.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the assumptions about traffic. */
    public static final class Builder extends ImmutableTraffic.Builder {
        Builder() {}

        /**
         * Adds a group of users who do more or less than the others.
         *
         * @param name what they are called
         * @param share which part of the users they are
         * @param activity how many times as much they do
         * @return this builder
         */
        public Builder tier(String name, Share share, Ratio activity) {
            return addTiers(new Tier(name, share, activity));
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("traffic");
        }
    }

    private ModelName own() {
        return new ModelName(name());
    }

    private String part(String part) {
        return own().of(part);
    }

    private TrafficInputs inputs() {
        return new TrafficInputs(this, own());
    }

    private TrafficRates overTheDay() {
        return inputs().overTheDay();
    }

    private TrafficRates whileActive() {
        return inputs().whileActive();
    }

    private Ratio peakFactor() {
        return inputs().peakToAverage();
    }

    private String ratesInWords() {
        String active = inputs().hasWindow() ? ", " + activeQps() + TrafficRates.WHILE_ACTIVE : "";
        return Inside.ofNoClock(averageQps()) + active + ", " + Inside.ofNoClock(peakQps()) + " at peak";
    }

    /**
     * A group of users who are more, or less, active than the others: 1 % super users who do 50 times as much.
     *
     * @param name what they are called
     * @param share which part of the users they are
     * @param activity how many times as much they do as an ordinary user
     */
    public record Tier(String name, Share share, Ratio activity) implements Serializable {
        /**
         * Names the parts, so that explanations can.
         *
         * @param name what they are called
         * @param share which part of the users they are
         * @param activity how many times as much they do as an ordinary user
         */
        public Tier {
            ModelInputs.notBlank(name, "name");
            share = Refusal.named(share, "share", "share of " + name);
            activity = Refusal.named(activity, "activity", "activity of " + name);
        }
    }
}
