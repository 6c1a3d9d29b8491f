package dev.estimator.reliability;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.diagram.ReliabilityBlock;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call.CacheAside;
import dev.estimator.reliability.Call.Group;
import dev.estimator.reliability.Call.InZones;
import dev.estimator.reliability.Call.Redundant;
import dev.estimator.reliability.Call.Service;
import dev.estimator.reliability.Call.Sometimes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a chain, numbered in order of appearance, so that neighbours have close numbers: each service once, and,
 * in front of each call that only some requests make, the decision whether it is made.
 */
final class ChainParts {
    private final List<ChainPart> parts = new ArrayList<>();
    private final Map<Key, Integer> services = new LinkedHashMap<>();
    private final ReliabilityBlock block;
    private final boolean isAny;

    /**
     * Numbers the parts.
     *
     * @param isAny whether in zones as many instances are needed as in any case, or as at the best guess
     */
    ChainParts(List<Call> calls, boolean isAny) {
        this.isAny = isAny;
        this.block = block(new Group(calls.size(), calls));
    }

    /** A part, which is down with some probability; a decision counts as 'down' if the call is made. */
    private sealed interface ChainPart {
        Quantity<?> input();

        double probability();

        int failures();
    }

    /** What a service is known by; the level is 0 but for the instances in zones of which more are up. */
    private record Key(String name, int level) {}

    private record Served(Key key, Availability input, int failures) implements ChainPart {
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
        if (call instanceof InZones instances) {
            return inZones(instances);
        }
        return component(served(call));
    }

    /**
     * Up if, for any number of instances that zones may leave, at least as many are left and enough of them are up. Of
     * more instances it is given that those of fewer are not enough: then the parts are independent of each other, and
     * together each number of instances has its own availability.
     */
    private ReliabilityBlock inZones(InZones instances) {
        List<ReliabilityBlock> zones =
                instances.zones().stream().map(this::block).toList();
        var left = new InstancesLeft(instances, isAny);
        List<ReliabilityBlock> any = new ArrayList<>();
        for (int level = 0; level < left.levels(); level++) {
            Key key = new Key(instances.name(), level);
            var up = new Served(key, left.availability(level), left.failures(level));
            any.add(new ReliabilityBlock.Group(2, List.of(left.zones(level, zones), component(up))));
        }
        Collections.reverse(any); // quicker: a diagram begins with the last
        return new ReliabilityBlock.Group(1, any);
    }

    private ReliabilityBlock component(Served service) {
        return new ReliabilityBlock.Component(numberOf(service));
    }

    private ReliabilityBlock notMade(Share share) {
        parts.add(new Made(share));
        return new ReliabilityBlock.Component(parts.size() - 1);
    }

    private static Served served(Call call) {
        return call instanceof Redundant redundant
                ? new Served(new Key(redundant.name(), 0), redundant.availability(), redundant.failures())
                : new Served(new Key(((Service) call).name(), 0), ((Service) call).availability(), 1);
    }

    private int numberOf(Served service) {
        Integer known = services.putIfAbsent(requireNonNull(service, "service").key, parts.size());
        if (known == null) {
            parts.add(service);
            return parts.size() - 1;
        }
        requireSame(service, (Served) parts.get(known));
        return known;
    }

    private static void requireSame(Served service, Served known) {
        String where = "'" + service.key.name + "' is called in several places with different ";
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
        return services.keySet().stream()
                .filter(key -> key.level == 0)
                .map(Key::name)
                .toList();
    }

    int numberOf(String service) {
        Integer number = services.get(new Key(requireNonNull(service, "service"), 0));
        if (number == null) {
            throw new IllegalArgumentException("service must be one of " + names() + " but was '" + service + "'");
        }
        return number;
    }

    boolean isService(int part) {
        return parts.get(part) instanceof Served;
    }

    String name(int part) {
        return ((Served) parts.get(part)).key.name;
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
        if (group.needed() == group.blocks().size()) {
            return factors(group).distinct().collect(Collectors.joining(" × "));
        }
        List<String> members = group.blocks().stream().map(this::notation).toList();
        return group.needed() == 1
                ? "(" + String.join(" or ", members) + ")"
                : "(" + group.needed() + " of " + String.join(", ", members) + ")";
    }

    /** Those of which all are needed; what is needed twice, as a zone of two services, is one factor. */
    private Stream<String> factors(ReliabilityBlock of) {
        boolean isOfAll = of instanceof ReliabilityBlock.Group group
                && group.needed() == group.blocks().size();
        return isOfAll
                ? ((ReliabilityBlock.Group) of).blocks().stream().flatMap(this::factors)
                : Stream.of(notation(of));
    }
}
