package dev.estimator.internal.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.internal.diagram.ReliabilityBlock.Component;
import dev.estimator.internal.diagram.ReliabilityBlock.Group;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final ReliabilityBlock A = new Component(0);
    private static final ReliabilityBlock B = new Component(1);
    private static final ReliabilityBlock C = new Component(2);

    @Test
    void unavailability_component() {
        assertThat(unavailability(B, 0.25, 0.125)).isEqualTo(0.125);
    }

    /** 1 − 0.9 × 0.8 × 0.7. */
    @Test
    void unavailability_series() {
        assertNear(0.496, unavailability(new Group(3, List.of(A, B, C)), 0.1, 0.2, 0.3));
    }

    @Test
    void unavailability_parallel() {
        assertNear(0.006, unavailability(new Group(1, List.of(A, B, C)), 0.1, 0.2, 0.3));
    }

    /** 0.1 × 0.2 + 0.1 × 0.3 + 0.2 × 0.3 − 2 × 0.006. */
    @Test
    void unavailability_twoOfThree() {
        assertNear(0.098, unavailability(new Group(2, List.of(A, B, C)), 0.1, 0.2, 0.3));
    }

    /** Series of tiny unavailabilities: 3e-20 would vanish beside 1. */
    @Test
    void unavailability_tinySeries() {
        assertNear(6e-20, unavailability(new Group(3, List.of(A, B, C)), 1e-20, 2e-20, 3e-20));
    }

    @Test
    void unavailability_tinyParallel() {
        assertNear(6e-24, unavailability(new Group(1, List.of(A, B, C)), 1e-8, 2e-8, 3e-8));
    }

    /** More than half of 101 members down, each one time in a hundred: the tail by mpmath with 40 digits. */
    @Test
    void unavailability_largeQuorum() {
        List<ReliabilityBlock> members = IntStream.range(0, 101)
                .<ReliabilityBlock>mapToObj(Component::new)
                .toList();
        double[] down = new double[101];
        Arrays.fill(down, 0.01);
        assertNear(1.2206803070165433e-73, unavailability(new Group(51, members), down));
    }

    @Test
    void unavailability_sameMemberEverywhere() {
        assertNear(0.01, unavailability(new Group(2, List.of(A, A, A)), 0.01));
    }

    /** a ∧ (b ∨ a) = a, although b is worse. */
    @Test
    void unavailability_absorption() {
        assertNear(0.1, unavailability(new Group(2, List.of(A, new Group(1, List.of(B, A)))), 0.1, 0.9));
    }

    /** (a ∧ c) ∨ (b ∧ c): 0.3 + 0.7 × 0.02. */
    @Test
    void unavailability_sharedBehindTwo() {
        ReliabilityBlock block = new Group(1, List.of(new Group(2, List.of(A, C)), new Group(2, List.of(B, C))));
        assertNear(0.314, unavailability(block, 0.1, 0.2, 0.3));
    }

    @Test
    void unavailability_certain() {
        ReliabilityBlock block = new Group(2, List.of(A, new Group(1, List.of(B, A)), C));
        assertThat(unavailability(block, 0, 0, 0)).isZero();
        assertThat(unavailability(block, 1, 1, 1)).isEqualTo(1);
        assertThat(unavailability(block, 0, 1, 1)).isZero();
    }

    /** The bridge of W. Kuo and M. J. Zuo, 2003, with five different parts; by its paths. */
    private static final ReliabilityBlock BRIDGE =
            new Group(1, List.of(row(0, 1), row(2, 3), row(0, 4, 3), row(2, 4, 1)));

    /**
     * By factoring at the middle part, in exact fractions:
     *
     * <pre>
     * from fractions import Fraction as F; a,b,c,d,e=[F(x,100) for x in (1,2,3,5,7)]
     * up=1-(1-a*c)*(1-b*d); down=(1-(1-a)*(1-b))*(1-(1-c)*(1-d))
     * print(float((1-e)*up+e*down), float(down-up))
     * </pre>
     */
    @Test
    void unavailability_bridge() {
        assertNear(0.001372472, unavailability(BRIDGE, 0.01, 0.02, 0.03, 0.05, 0.07));
    }

    /** By the same fractions. */
    @Test
    void importance_bridge() {
        assertNear(0.0010396, new Structure(BRIDGE).importance(4, 0.01, 0.02, 0.03, 0.05, 0.07));
    }

    /** Behind a part of one nine, a difference of 1e-20 is far below the last digit of 0.1. */
    @Test
    void importance_tiny() {
        ReliabilityBlock pair = new Group(1, List.of(A, B));
        assertNear(0.9e-20, new Structure(new Group(2, List.of(C, pair))).importance(0, 0.5, 1e-20, 0.1));
    }

    @Test
    void importance_irrelevant() {
        ReliabilityBlock absorbed = new Group(2, List.of(A, new Group(1, List.of(B, A))));
        assertThat(new Structure(absorbed).importance(1, 0.1, 0.9)).isZero();
        assertThat(new Structure(absorbed).importance(0, 0.1, 0.9)).isEqualTo(1);
    }

    @Test
    void minimalCuts_bridge() {
        assertThat(new Structure(BRIDGE).minimalCuts(5, 9, ones(5)))
                .containsExactlyInAnyOrder(List.of(0, 2), List.of(1, 3), List.of(0, 3, 4), List.of(1, 2, 4));
        assertThat(new Structure(BRIDGE).minimalCuts(2, 9, ones(5)))
                .containsExactlyInAnyOrder(List.of(0, 2), List.of(1, 3));
        assertThat(new Structure(BRIDGE).minimalCuts(1, 9, ones(5))).isEmpty();
    }

    @Test
    void minimalCuts_tooMany() {
        var structure = new Structure(BRIDGE);
        assertThat(structure.minimalCuts(5, 4, ones(5))).hasSize(4);
        assertThatThrownBy(() -> structure.minimalCuts(5, 3, ones(5)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("more than 3");
    }

    /**
     * Any two of 40, named pair by pair: each stands in 39 places. More than 38 of 40 down: by mpmath with 40 digits.
     */
    @Test
    void unavailability_fortyRepeated() {
        List<ReliabilityBlock> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            for (int j = i + 1; j < 40; j++) {
                pairs.add(row(i, j));
            }
        }
        double[] down = new double[40];
        Arrays.fill(down, 0.01);
        assertNear(3.961e-77, unavailability(new Group(1, pairs), down));
    }

    /**
     * A ring of 40 parts, neighbours and opposites of which must not be down together: in the order of their numbers it
     * is refused. The sum over what may be up and down around the ring, two opposites at a time: see {@link #ofRungs}.
     */
    @Test
    void unavailability_ringWithFarChords() {
        int n = 40;
        List<ReliabilityBlock> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            groups.add(any(i, (i + 1) % n));
        }
        for (int i = 0; i < n / 2; i++) {
            groups.add(any(i, i + n / 2));
        }
        double[] down = IntStream.range(0, n).mapToDouble(i -> 0.01 + i * 1e-4).toArray();
        var ring = new Structure(new Group(groups.size(), groups));
        assertThat(ring.unavailability(down)).isCloseTo(1 - ofRungs(down), within(1e-14));
        assertThat(ring.importance(7, down))
                .isCloseTo(ring.unavailabilityWith(7, 1, down) - ring.unavailabilityWith(7, 0, down), within(1e-14));
        assertThat(ring.minimalCuts(2, 100, ones(n)))
                .hasSize(60)
                .startsWith(List.of(0, 1), List.of(0, 20), List.of(0, 39));
    }

    /**
     * How likely no two neighbours and no two opposites are down: a state is that of a part and its opposite, at most
     * one is down.
     */
    private static double ofRungs(double... down) {
        int half = down.length / 2;
        double up = 0;
        for (int first = 0; first < 3; first++) {
            double[] chances = new double[3];
            chances[first] = ofRung(first, 0, down);
            for (int i = 1; i < half; i++) {
                double[] next = new double[3];
                for (int from = 0; from < 3; from++) {
                    for (int to = 0; to < 3; to++) {
                        next[to] += from > 0 && from == to ? 0 : chances[from] * ofRung(to, i, down);
                    }
                }
                chances = next;
            }
            // the last is beside the opposite of the first, and its opposite beside the first
            up += chances[0] + (first == 2 ? 0 : chances[1]) + (first == 1 ? 0 : chances[2]);
        }
        return up;
    }

    /** Neither is down, or this one, or the one opposite. */
    private static double ofRung(int state, int i, double... down) {
        double one = down[i];
        double other = down[i + down.length / 2];
        return (state == 1 ? one : 1 - one) * (state == 2 ? other : 1 - other);
    }

    /** Both ways along the same parts; deep enough to overflow the stack of a recursion. */
    @Test
    void unavailability_longRows() {
        int[] all = IntStream.range(0, 3_000).toArray();
        double[] down = new double[all.length];
        Arrays.fill(down, 1e-9);
        var structure = new Structure(new Group(2, List.of(row(all), row(all))));
        assertThat(structure.unavailability(down)).isCloseTo(2.999995501504496e-6, within(1e-18)); // 3,000 roundings
        assertThat(structure.importance(all.length - 1, down)).isCloseTo(0.9999970010045, within(1e-12));
        assertThat(structure.minimalCuts(1, all.length, ones(all.length))).hasSameSizeAs(all);
    }

    /** A node for each number of members that is still needed at each member: 1,500 × 1,501. */
    @Test
    void structure_tooLarge() {
        List<ReliabilityBlock> members = IntStream.range(0, 3_000)
                .<ReliabilityBlock>mapToObj(Component::new)
                .toList();
        ReliabilityBlock group = new Group(1_500, members);
        assertThatThrownBy(() -> new Structure(group))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the structure is too large for an exact answer: its decision diagram takes more than"
                        + " 2,000,000 nodes or 50,000,000 steps; repeat fewer of its parts, or make smaller groups");
    }

    @Test
    void equals_sameBlock() {
        var bridge = new Structure(BRIDGE);
        assertThat(bridge).isEqualTo(new Structure(new Group(1, List.copyOf(((Group) BRIDGE).blocks()))));
        assertThat(bridge).hasSameHashCodeAs(new Structure(BRIDGE)).isNotEqualTo(new Structure(A));
        assertThat(new Structure(A)).hasToString("Component[index=0]");
    }

    @Test
    void serialized_isMadeAnew() throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Structure(BRIDGE));
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Structure read = (Structure) in.readObject();
            assertThat(read).isEqualTo(new Structure(BRIDGE));
            assertThat(read.importance(4, 0.1, 0.1, 0.1, 0.1, 0.1))
                    .isEqualTo(new Structure(BRIDGE).importance(4, 0.1, 0.1, 0.1, 0.1, 0.1));
            assertThat(read.minimalCuts(2, 9, ones(5))).hasSize(2);
        }
    }

    /** Each component is down after one failure. */
    private static int[] ones(int components) {
        return IntStream.generate(() -> 1).limit(components).toArray();
    }

    private static ReliabilityBlock any(int... components) {
        return new Group(1, ((Group) row(components)).blocks());
    }

    private static ReliabilityBlock row(int... components) {
        return new Group(
                components.length,
                Arrays.stream(components)
                        .<ReliabilityBlock>mapToObj(Component::new)
                        .toList());
    }

    private static double unavailability(ReliabilityBlock block, double... components) {
        return new Structure(block).unavailability(components);
    }

    private static void assertNear(double expected, double actual) {
        assertThat(actual).isCloseTo(expected, within(1e-14 * expected));
    }
}
