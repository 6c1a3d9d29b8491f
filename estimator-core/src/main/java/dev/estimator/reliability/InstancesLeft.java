package dev.estimator.reliability;

import dev.estimator.internal.diagram.ReliabilityBlock;
import dev.estimator.internal.graph.GroupUnavailability;
import dev.estimator.internal.graph.Inside;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How many instances zones leave, one level for each number that is enough, the fewest first. */
final class InstancesLeft {
    /** Of more zones a diagram of all that they may leave would be too large, and the rest hardly matters. */
    private static final int MOST = 10;

    private final Call.InZones instances;

    /** The zones that have any, and how many of them have one instance more than the others. */
    private final int zones;

    private final int fuller;
    private final int[] left;
    private final int needed;

    /**
     * Finds the levels.
     *
     * @param isAny whether those count that may be enough only in some cases, or are enough at the best guess
     */
    InstancesLeft(Call.InZones instances, boolean isAny) {
        this.instances = instances;
        this.needed = isAny && instances.needed().isUncertain()
                ? 1
                : (int) instances.needed().value();
        int all = instances.zones().size();
        this.zones = isAlike() ? all : Math.min(all, instances.members());
        this.fuller = instances.members() % zones;
        int[] numbers = IntStream.rangeClosed(0, fuller)
                .flatMap(more -> IntStream.rangeClosed(0, zones - fuller)
                        .filter(others -> mayBe(more, others))
                        .map(others -> left(more, others)))
                .filter(number -> number >= needed)
                .distinct()
                .sorted()
                .toArray();
        this.left = IntStream.range(0, numbers.length)
                .filter(i -> i == 0 || i > numbers.length - MOST)
                .map(i -> numbers[i])
                .toArray();
    }

    /** Whether only the number of zones that are up counts; of several groups each may begin in another zone. */
    private boolean isAlike() {
        return instances.groups() > 1 || instances.zones().size() > MOST;
    }

    private boolean mayBe(int more, int others) {
        boolean isWorst = !isAlike() || more == 0 || others == zones - fuller;
        return isWorst && more + others >= leastZones();
    }

    private int leastZones() {
        return zones - Math.min(instances.zonesThatMayFail(), zones - 1);
    }

    /** With so many zones up of those that have one more, and of the others. */
    private int left(int more, int others) {
        int even = instances.members() / zones;
        return (even + 1) * more + even * others;
    }

    int levels() {
        return left.length;
    }

    /** How many more instances must fail than at the level before. */
    int failures(int level) {
        return left[level] - (level == 0 ? needed - 1 : left[level - 1]);
    }

    /** How likely enough are up of those that are left, given that of those at the level before too few are. */
    Availability availability(int level) {
        Availability each = instances.each();
        if (level == 0) {
            Availability group = Inside.atLeast(instances.needed(), left[0], each);
            return (instances.groups() == 1 ? group : group.atLeast(instances.groups(), instances.groups()))
                    .named(instances.name());
        }
        var formula = new StillTooFew(left[level - 1], left[level], instances.groups());
        String not = instances.needed().value() == 1 ? " is not" : " are not";
        return Availability.computed(formula.notation(not), formula, each, instances.needed())
                .named(instances.name() + " with " + left[level] + " of " + instances.members() + " instances left");
    }

    /** The zones that must be up for at least as many instances to be left. */
    ReliabilityBlock zones(int level, List<ReliabilityBlock> all) {
        List<ReliabilityBlock> ways = new ArrayList<>();
        if (isAlike() || fuller == 0) {
            ways.add(new ReliabilityBlock.Group(zonesFor(left[level]), all.subList(0, zones)));
        } else {
            ways.addAll(ways(left[level], all));
        }
        return ways.size() == 1 ? ways.get(0) : new ReliabilityBlock.Group(1, ways);
    }

    int zonesNeeded() {
        return zonesFor(needed);
    }

    /** The fewest zones of which any leave as many instances. */
    private int zonesFor(int number) {
        return IntStream.rangeClosed(leastZones(), zones)
                .filter(up -> left(Math.max(0, up - (zones - fuller)), Math.min(up, zones - fuller)) >= number)
                .findFirst()
                .orElseThrow();
    }

    /** Of some zones that have one more, the fewest others that are needed besides. */
    private List<ReliabilityBlock> ways(int number, List<ReliabilityBlock> all) {
        List<ReliabilityBlock> ways = new ArrayList<>();
        int before = Integer.MAX_VALUE;
        for (int more = 0; more <= fuller && before > 0; more++) {
            int others = othersFor(number, more);
            if (others <= zones - fuller && others < before) {
                ways.add(both(up(more, all.subList(0, fuller)), up(others, all.subList(fuller, zones))));
                before = others;
            }
        }
        return ways;
    }

    private int othersFor(int number, int more) {
        return IntStream.rangeClosed(0, zones - fuller)
                .filter(others -> mayBe(more, others) && left(more, others) >= number)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static List<ReliabilityBlock> up(int needed, List<ReliabilityBlock> of) {
        return needed == 0 ? List.of() : List.of(new ReliabilityBlock.Group(needed, of));
    }

    private static ReliabilityBlock both(List<ReliabilityBlock> one, List<ReliabilityBlock> other) {
        return one.isEmpty() || other.isEmpty()
                ? (one.isEmpty() ? other : one).get(0)
                : new ReliabilityBlock.Group(2, List.of(one.get(0), other.get(0)));
    }

    /**
     * The share of cases in which of more instances too few are up, of those in which of fewer too few are. It rises as
     * each instance is down more, or more are needed: fewer of the first are up then where they are too few, and fewer
     * of the others.
     */
    private record StillTooFew(int fewer, int more, int groups) implements Formula {
        String notation(String not) {
            String all = groups == 1 ? "" : " in all " + groups + " groups";
            return "{1} of " + more + " up" + all + ", given that {1} of " + fewer + not + ", each {0}";
        }

        @Override
        public double apply(double... inputs) {
            if (!(inputs[0] <= 1)) {
                return Double.NaN;
            }
            double before = tooFew(fewer, inputs);
            return before > 0 ? Math.min(1, tooFew(more, inputs) / before) : 0;
        }

        private double tooFew(int of, double... inputs) {
            double group = new GroupUnavailability(of).apply(inputs);
            return groups == 1 ? group : new GroupUnavailability(groups).apply(group, groups);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }
}
