package dev.estimator.system;

import static dev.estimator.quantity.Units.PER_SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sizes that nobody said of what is sent and returned, so that bandwidths are without them.
 *
 * @param of whose they are
 * @param isPaid whether bytes have a price across zones
 */
record UnstatedSizes(Architecture of, boolean isPaid) {
    private static final List<Predicate<Visit>> BOTH_WAYS = List.of(Visit::isSending, Visit::isReceiving);

    static List<String> of(Architecture of) {
        boolean isPaid = of.setting().acrossZones().isPresent();
        return isPaid || of.edges().stream().anyMatch(Edge::hasBytes)
                ? new UnstatedSizes(of, isPaid).lines()
                : List.of();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "sent and returned", this::both, "sending(...) or receiving(...)");
        add(lines, "sent", useCase -> oneWay(useCase, Visit::isSending), "sending(...)");
        add(lines, "returned", useCase -> oneWay(useCase, Visit::isReceiving), "receiving(...)");
        return lines;
    }

    private void add(List<String> lines, String what, Function<UseCase, Stream<String>> which, String say) {
        String names = of.useCases().stream().flatMap(which).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add("size of what is " + what + " for " + names + ", left out of bandwidths"
                    + (isPaid ? " and of the price across zones" : "") + ": say " + say);
        }
    }

    /**
     * A use case with calls of no stated size, as in 'order'; if others have one, those that a limit or a price is on
     * or of which other use cases say both, as in 'order (to store)'.
     */
    private Stream<String> both(UseCase useCase) {
        return isSizeless(useCase) && visited(useCase).findAny().isPresent()
                ? Stream.of(useCase.name())
                : named(useCase, this::isOfBoth);
    }

    /** Those of which other use cases say one direction, as in 'open (to api)'. */
    private Stream<String> oneWay(UseCase useCase, Predicate<Visit> isSaid) {
        return isSizeless(useCase)
                ? Stream.of()
                : named(useCase, edge -> !isOfBoth(edge) && isOnlyOfOthers(edge, isSaid));
    }

    private Stream<String> named(UseCase useCase, Predicate<Edge> which) {
        String callees = visited(useCase)
                .filter(which)
                .map(edge -> edge.callee().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return callees.isEmpty() ? Stream.of() : Stream.of(useCase.name() + " (to " + callees + ")");
    }

    private boolean isSizeless(UseCase useCase) {
        return visited(useCase).noneMatch(Edge::hasBytes);
    }

    private boolean isOfBoth(Edge edge) {
        return !edge.hasBytes()
                && (isPaid
                        || edge.isOfLimitedBandwidth()
                        || BOTH_WAYS.stream().allMatch(isSaid -> isOnlyOfOthers(edge, isSaid)));
    }

    /** Whether a size is said of the same call in another use case, and not in this one. */
    private boolean isOnlyOfOthers(Edge edge, Predicate<Visit> isSaid) {
        List<UseCase> saying = of.useCases().stream()
                .filter(useCase -> visited(useCase)
                        .anyMatch(other -> other.callerName().equals(edge.callerName())
                                && other.callee().equals(edge.callee())
                                && isSaid.test(other.visit())))
                .toList();
        return !saying.isEmpty() && !saying.contains(edge.useCase());
    }

    private Stream<Edge> visited(UseCase useCase) {
        return visited(of, useCase);
    }

    /** The calls that a use case makes. */
    static Stream<Edge> visited(Architecture of, UseCase useCase) {
        return of.edges().stream()
                .filter(edge -> edge.useCase().equals(useCase) && edge.peak().to(PER_SECOND) > 0);
    }
}
