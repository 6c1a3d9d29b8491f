package dev.estimator.reliability;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.diagram.ReliabilityBlock;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call.CacheAside;
import dev.estimator.reliability.Call.Group;
import dev.estimator.reliability.Call.Redundant;
import dev.estimator.reliability.Call.Service;
import dev.estimator.reliability.Call.Sometimes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a chain, numbered in order of appearance, so that neighbours have close numbers: each service once, and,
 * in front of each call that only some requests make, the decision whether it is made.
 */
final class ChainParts {
    private final List<ChainPart> parts = new ArrayList<>();
    private final Map<String, Integer> services = new LinkedHashMap<>();
    private final ReliabilityBlock block;

    ChainParts(List<Call> calls) {
        this.block = block(new Group(calls.size(), calls));
    }

    /** A part, which is down with some probability; a decision counts as 'down' if the call is made. */
    private sealed interface ChainPart {
        Quantity<?> input();

        double probability();

        int failures();
    }

    private record Served(String name, Availability input, int failures) implements ChainPart {
        @Override
        public double probability() {
            return input.unavailability().value();
        }
    }

    private record Made(Share input) implements ChainPart {
        @Override
        public double probability() {
            return input.value();
        }

        @Override
        public int failures() {
            return 0;
        }
    }

    private ReliabilityBlock block(Call call) {
        if (call instanceof Group group) {
            return new ReliabilityBlock.Group(
                    group.needed(), group.calls().stream().map(this::block).toList());
        }
        if (call instanceof Sometimes sometimes) {
            return new ReliabilityBlock.Group(1, List.of(notMade(sometimes.share()), block(sometimes.call())));
        }
        if (call instanceof CacheAside look) {
            String misses = CallNesting.label(look.cache()) + " misses";
            ReliabilityBlock answers = new ReliabilityBlock.Group(
                    2,
                    List.of(
                            block(look.cache()),
                            notMade(look.hits().complement().named(misses))));
            return new ReliabilityBlock.Group(1, List.of(answers, block(look.store())));
        }
        return new ReliabilityBlock.Component(numberOf(served(call)));
    }

    private ReliabilityBlock notMade(Share share) {
        parts.add(new Made(share));
        return new ReliabilityBlock.Component(parts.size() - 1);
    }

    private static Served served(Call call) {
        return call instanceof Redundant redundant
                ? new Served(redundant.name(), redundant.availability(), redundant.failures())
                : new Served(((Service) call).name(), ((Service) call).availability(), 1);
    }

    private int numberOf(Served service) {
        Integer known = services.putIfAbsent(requireNonNull(service, "service").name, parts.size());
        if (known == null) {
            parts.add(service);
            return parts.size() - 1;
        }
        requireSame(service, (Served) parts.get(known));
        return known;
    }

    private static void requireSame(Served service, Served known) {
        String where = "'" + service.name + "' is called in several places with different ";
        if (!known.input.equals(service.input)) {
            throw new IllegalArgumentException(where + "availabilities, " + known.input + " and " + service.input
                    + ": give different services different names");
        }
        if (known.failures != service.failures) {
            throw new IllegalArgumentException(where + "redundancy, down after " + known.failures + " and after "
                    + service.failures + " failures: give different services different names");
        }
    }

    ReliabilityBlock block() {
        return block;
    }

    /** The services in the order of the calls. */
    List<String> names() {
        return List.copyOf(services.keySet());
    }

    int numberOf(String service) {
        Integer number = services.get(requireNonNull(service, "service"));
        if (number == null) {
            throw new IllegalArgumentException("service must be one of " + names() + " but was '" + service + "'");
        }
        return number;
    }

    boolean isService(int part) {
        return parts.get(part) instanceof Served;
    }

    String name(int part) {
        return ((Served) parts.get(part)).name;
    }

    Share unavailability(int part) {
        return ((Served) parts.get(part)).input.unavailability();
    }

    /** The share of requests that make a call. */
    Share made(int part) {
        return ((Made) parts.get(part)).input;
    }

    /** For each part the number of failures until it is down; none for a decision. */
    int[] failures() {
        return parts.stream().mapToInt(ChainPart::failures).toArray();
    }

    double[] probabilities() {
        return parts.stream().mapToDouble(ChainPart::probability).toArray();
    }

    Quantity<?>[] inputs() {
        return parts.stream().map(ChainPart::input).toArray(Quantity<?>[]::new);
    }

    /**
     * The formula with placeholders for the parts: '{0} × ({1} or {2})', and '(1 − {3} × (1 − {4}))' for a call of some
     * requests.
     */
    String notation() {
        return notation(block);
    }

    private String notation(ReliabilityBlock of) {
        if (of instanceof ReliabilityBlock.Component component) {
            return isService(component.index()) ? "{" + component.index() + "}" : "(1 − {" + component.index() + "})";
        }
        ReliabilityBlock.Group group = (ReliabilityBlock.Group) of;
        if (group.blocks().get(0) instanceof ReliabilityBlock.Component first && !isService(first.index())) {
            return "(1 − {" + first.index() + "} × (1 − "
                    + notation(group.blocks().get(1)) + "))";
        }
        List<String> members = group.blocks().stream().map(this::notation).toList();
        if (group.needed() == members.size()) {
            return String.join(" × ", members);
        }
        return group.needed() == 1
                ? "(" + String.join(" or ", members) + ")"
                : "(" + group.needed() + " of " + String.join(", ", members) + ")";
    }
}
