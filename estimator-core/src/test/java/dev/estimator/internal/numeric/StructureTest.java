package dev.estimator.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.internal.numeric.Block.Component;
import dev.estimator.internal.numeric.Block.Group;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final Block A = new Component(0);
    private static final Block B = new Component(1);
    private static final Block C = new Component(2);

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
        List<Block> members =
                IntStream.range(0, 101).<Block>mapToObj(Component::new).toList();
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
        Block block = new Group(1, List.of(new Group(2, List.of(A, C)), new Group(2, List.of(B, C))));
        assertNear(0.314, unavailability(block, 0.1, 0.2, 0.3));
    }

    @Test
    void unavailability_certain() {
        Block block = new Group(2, List.of(A, new Group(1, List.of(B, A)), C));
        assertThat(unavailability(block, 0, 0, 0)).isZero();
        assertThat(unavailability(block, 1, 1, 1)).isEqualTo(1);
        assertThat(unavailability(block, 0, 1, 1)).isZero();
    }

    private static double unavailability(Block block, double... components) {
        return new Structure(block).unavailability(components);
    }

    private static void assertNear(double expected, double actual) {
        assertThat(actual).isCloseTo(expected, within(1e-14 * expected));
    }
}
