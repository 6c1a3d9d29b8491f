package dev.estimator.system;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visit of a component, what is sent with it, and what it calls while its caller waits. */
@SuppressWarnings("serial") // what it holds is serializable, or a list of that
public final class Visit extends Step {
    private static final long serialVersionUID = 1L;

    private final Component component;
    private final @Nullable Bytes request;
    private final @Nullable Bytes response;
    private final @Nullable TimeSpan taking;
    private final List<Step> calls;

    private Visit(
            Component component,
            @Nullable Bytes request,
            @Nullable Bytes response,
            @Nullable TimeSpan taking,
            List<Step> calls) {
        this.component = component;
        this.request = request;
        this.response = response;
        this.taking = taking;
        this.calls = calls;
    }

    static Visit of(Component component) {
        return new Visit(component, null, null, null, List.of());
    }

    /**
     * Says what the component calls, one step after another, while its caller waits.
     *
     * @param steps what it calls, after what it calls already
     * @return the visit with these calls
     */
    public Visit calling(Step... steps) {
        List<Step> all = new ArrayList<>(calls);
        all.addAll(Refusal.copy("steps", steps));
        return new Visit(component, request, response, taking, List.copyOf(all));
    }

    /**
     * Says how much is sent to the component.
     *
     * @param size of the request
     * @return the visit with that size
     */
    public Visit sending(Bytes size) {
        return new Visit(
                component, Refusal.named(size, "size", "request to " + component.name()), response, taking, calls);
    }

    /**
     * Says how much comes back.
     *
     * @param size of the response
     * @return the visit with that size
     */
    public Visit receiving(Bytes size) {
        return new Visit(
                component, request, Refusal.named(size, "size", "response of " + component.name()), taking, calls);
    }

    /**
     * Says how long a worker is busy with this kind of visit, where that differs from others: a write takes longer than
     * a read.
     *
     * @param time the mean service time of such visits
     * @return the visit with that time
     */
    public Visit taking(TimeSpan time) {
        return new Visit(component, request, response, requireNonNull(time, "time"), calls);
    }

    Component component() {
        return component;
    }

    Optional<Bytes> request() {
        return Optional.ofNullable(request);
    }

    Optional<Bytes> response() {
        return Optional.ofNullable(response);
    }

    boolean isTaking() {
        return taking != null;
    }

    /** The service time of its own, by a name that tells it from those of other visits to the component. */
    Optional<TimeSpan> taking(Architecture in) {
        return Optional.ofNullable(taking).map(time -> time.name() == null ? time.orNamed(timeName(in)) : time);
    }

    private String timeName(Architecture in) {
        String name = "service time of " + component.name() + " in " + useCases(in);
        int place = in.edges().stream()
                .map(Edge::visit)
                .filter(other ->
                        other.isUnnamedTimeOf(component) && other.useCases(in).equals(useCases(in)))
                .map(other -> Inside.node(requireNonNull(other.taking)))
                .distinct()
                .toList()
                .indexOf(Inside.node(requireNonNull(taking)));
        return place > 0 ? name + " (" + (place + 1) + ")" : name;
    }

    private boolean isUnnamedTimeOf(Component one) {
        return component.equals(one) && taking != null && taking.name() == null;
    }

    private String useCases(Architecture in) {
        return in.edges().stream()
                .filter(edge -> edge.visit() == this)
                .map(edge -> edge.useCase().name())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    List<Step> calls() {
        return calls;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        walk.visit(this, often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        Optional<Latency> one = once(in);
        return tried(in, one, one);
    }

    /** One try. */
    Optional<Latency> once(Architecture in) {
        return isDown(in.setting())
                ? Optional.empty()
                : withCalls(in, in.load(component).stay().latency(taking(in)));
    }

    /** One try, apart from the lines in front of the component. */
    Optional<Latency> onceWithoutWait(Architecture in) {
        return withCalls(in, in.load(component).stay().withoutWait(taking(in)));
    }

    private Optional<Latency> withCalls(Architecture in, Optional<Latency> own) {
        return StepSums.inSequence(
                Stream.concat(own.stream(), latencies(calls, in).stream()).toList());
    }

    /** With what follows the first try, if visits fail. */
    Optional<Latency> tried(Architecture in, Optional<Latency> first, Optional<Latency> further) {
        Tries tries = in.setting().tries().get(component.name());
        return tries == null || further.isEmpty()
                ? first
                : Optional.of(tries.of(first.orElseGet(() -> Latency.of(Quantities.ns(0))), further.get()));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        if (isDown(in.setting())) {
            return Optional.empty();
        }
        Optional<TimeSpan> one =
                StepSums.sum(Stream.concat(in.load(component).stay().mean(taking(in)).stream(), meansOfCalls(in)));
        Tries tries = in.setting().tries().get(component.name());
        return tries == null ? one : one.map(mean -> mean.times(tries.amplification()));
    }

    Stream<TimeSpan> meansOfCalls(Architecture in) {
        return calls.stream().flatMap(step -> step.mean(in).stream());
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        Optional<Tries> tries = Optional.ofNullable(needs.setting().tries().get(component.name()));
        AvailabilityNeeds inside = tries.isPresent() ? needs.insideOfTries() : needs;
        return StepSums.together(Stream.of(
                        needs.of(component).stream(),
                        calls.stream().flatMap(step -> step.call(inside).stream()),
                        tries.flatMap(needs::allFailed).stream())
                .flatMap(all -> all)
                .toList());
    }

    boolean isDown(Setting setting) {
        return setting.isDown(component);
    }

    @Override
    Visit asVisit(String argument) {
        return this;
    }

    @Override
    String label() {
        return component.name();
    }

    @Override
    String said() {
        String details = Stream.of(told("sending ", request), told("receiving ", response), told("taking ", taking))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        String visited = details.isEmpty() ? label() : label() + ", " + details;
        return calls.isEmpty() ? visited : visited + " → " + new InSequence(calls).part();
    }

    private static Optional<String> told(String how, @Nullable Object amount) {
        return Optional.ofNullable(amount).map(known -> how + known);
    }

    /** Returns whom it visits and what that calls, as in 'api → (cache, then database)'. */
    @Override
    public String toString() {
        return said();
    }
}
