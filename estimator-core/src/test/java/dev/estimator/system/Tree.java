package dev.estimator.system;

import static dev.estimator.quantity.Quantities.bytes;

import dev.estimator.quantity.Quantities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Steps as data, from which the tests count visits, times and successes on doubles, without the code that is tested.
 * Components are numbers; one calls only greater ones, so that no calls go round in a circle.
 */
sealed interface Tree {
    int COMPONENTS = 5;

    /** The step that is tested. */
    Step step(Component... components);

    /** Adds how often each component is visited. */
    void visits(double often, double... sum);

    /** The mean, if each component takes so long. */
    double mean(double... times);

    /**
     * How likely a request succeeds when some components are down. One more, behind all components, says whether
     * requests count of which all tries fail: inside of a try they do not, and where another step takes them they do.
     */
    double success(boolean... up);

    /** The same components, where requests count of which all tries fail, or where they do not. */
    private static boolean[] counting(boolean isCounted, boolean... up) {
        boolean[] counting = Arrays.copyOf(up, COMPONENTS + 1);
        counting[COMPONENTS] = isCounted;
        return counting;
    }

    record Visit(int component, List<Tree> calls) implements Tree {
        @Override
        public Step step(Component... components) {
            return components[component]
                    .sending(bytes(100 + 7 * component))
                    .receiving(bytes(3000 * component))
                    .calling(made(calls, components));
        }

        @Override
        public void visits(double often, double... sum) {
            sum[component] += often;
            calls.forEach(call -> call.visits(often, sum));
        }

        @Override
        public double mean(double... times) {
            return times[component]
                    + calls.stream().mapToDouble(call -> call.mean(times)).sum();
        }

        @Override
        public double success(boolean... up) {
            return up[component] ? product(calls, up) : 0;
        }
    }

    record Sequence(List<Tree> steps) implements Tree {
        @Override
        public Step step(Component... components) {
            return Step.inSequence(made(steps, components));
        }

        @Override
        public void visits(double often, double... sum) {
            steps.forEach(step -> step.visits(often, sum));
        }

        @Override
        public double mean(double... times) {
            return steps.stream().mapToDouble(step -> step.mean(times)).sum();
        }

        @Override
        public double success(boolean... up) {
            return product(steps, up);
        }
    }

    record Sometimes(int percent, Tree step) implements Tree {
        @Override
        public Step step(Component... components) {
            return Step.sometimes(Quantities.percent(percent), step.step(components));
        }

        @Override
        public void visits(double often, double... sum) {
            step.visits(often * percent / 100, sum);
        }

        @Override
        public double mean(double... times) {
            return step.mean(times) * percent / 100;
        }

        @Override
        public double success(boolean... up) {
            return 1 - percent / 100.0 * (1 - step.success(up));
        }
    }

    record Times(double times, Tree step) implements Tree {
        @Override
        public Step step(Component... components) {
            return Step.times(times, step.step(components));
        }

        @Override
        public void visits(double often, double... sum) {
            step.visits(often * times, sum);
        }

        @Override
        public double mean(double... all) {
            return step.mean(all) * times;
        }

        @Override
        public double success(boolean... up) {
            double once = step.success(up);
            return Math.pow(once, Math.floor(times)) * (1 - (times - Math.floor(times)) * (1 - once));
        }
    }

    record Retried(int tries, int percent, Tree step) implements Tree {
        private double all() {
            double failing = percent / 100.0;
            return (1 - Math.pow(failing, tries)) / (1 - failing);
        }

        @Override
        public Step step(Component... components) {
            return Step.retried(tries, Quantities.percent(percent), step.step(components));
        }

        @Override
        public void visits(double often, double... sum) {
            step.visits(often * all(), sum);
        }

        @Override
        public double mean(double... times) {
            return step.mean(times) * all();
        }

        @Override
        public double success(boolean... up) {
            if (up.length == COMPONENTS || !up[COMPONENTS]) {
                return step.success(up);
            }
            return step.success(counting(false, up)) * (1 - Math.pow(percent / 100.0, tries));
        }
    }

    /** With a number of tries of the cache, of which one in five fails; none means that no visit fails. */
    record Look(int cache, int tries, int percent, Tree store) implements Tree {
        private double misses() {
            return (100 - percent) / 100.0;
        }

        private Tree visit() {
            Tree once = new Visit(cache, List.of());
            return tries == 0 ? once : new Retried(tries, 20, once);
        }

        /** The share of look-ups that go to the store while the cache is up. */
        private double further() {
            double lost = tries == 0 ? 0 : Math.pow(0.2, tries);
            return 1 - (1 - lost) * (1 - misses());
        }

        @Override
        public Step step(Component... components) {
            return Step.cacheAside(visit().step(components), Quantities.percent(percent), store.step(components));
        }

        @Override
        public void visits(double often, double... sum) {
            visit().visits(often, sum);
            store.visits(often * further(), sum);
        }

        @Override
        public double mean(double... times) {
            return visit().mean(times) + store.mean(times) * further();
        }

        @Override
        public double success(boolean... up) {
            return 1 - (up[cache] ? further() : 1) * (1 - store.success(up));
        }
    }

    record Enough(int needed, int times, Tree step) implements Tree {
        @Override
        public Step step(Component... components) {
            return Step.firstOf(needed, times, step.step(components));
        }

        @Override
        public void visits(double often, double... sum) {
            step.visits(often * times, sum);
        }

        @Override
        public double mean(double... all) {
            throw new UnsupportedOperationException("of several at once");
        }

        @Override
        public double success(boolean... up) {
            double once = step.success(up);
            return IntStream.range(0, 1 << times)
                    .filter(answers -> Integer.bitCount(answers) >= needed)
                    .mapToDouble(answers -> Math.pow(once, Integer.bitCount(answers))
                            * Math.pow(1 - once, times - Integer.bitCount(answers)))
                    .sum();
        }
    }

    record Either(Tree first, Tree fallback) implements Tree {
        @Override
        public Step step(Component... components) {
            return Step.anyOf(first.step(components), fallback.step(components));
        }

        @Override
        public void visits(double often, double... sum) {
            first.visits(often, sum);
        }

        @Override
        public double mean(double... times) {
            return first.mean(times);
        }

        @Override
        public double success(boolean... up) {
            return 1 - (1 - first.success(counting(true, up))) * (1 - fallback.success(up));
        }
    }

    record Later(Tree step) implements Tree {
        @Override
        public Step step(Component... components) {
            return Step.async(step.step(components));
        }

        @Override
        public void visits(double often, double... sum) {
            step.visits(often, sum);
        }

        @Override
        public double mean(double... times) {
            return 0;
        }

        @Override
        public double success(boolean... up) {
            return 1;
        }
    }

    private static Step[] made(List<Tree> trees, Component... components) {
        return trees.stream().map(tree -> tree.step(components)).toArray(Step[]::new);
    }

    private static double product(List<Tree> trees, boolean... up) {
        return trees.stream().mapToDouble(tree -> tree.success(up)).reduce(1, (a, b) -> a * b);
    }

    /** Use cases in which somebody waits for everything, one after another. */
    static Arbitrary<Tree> awaited() {
        return of(0, 3, false, false);
    }

    /** As well such in which nobody waits for some visits. */
    static Arbitrary<Tree> any() {
        return of(0, 3, true, false);
    }

    /** Those with fallbacks. */
    static Arbitrary<Tree> withFallbacks() {
        return of(0, 3, false, true);
    }

    private static Arbitrary<Tree> of(int first, int depth, boolean hasLater, boolean hasFallbacks) {
        Arbitrary<Tree> visit = Arbitraries.integers()
                .between(first, COMPONENTS - 1)
                .flatMap(component -> depth == 0 || component == COMPONENTS - 1
                        ? Arbitraries.just(new Visit(component, List.of()))
                        : of(component + 1, depth - 1, hasLater, hasFallbacks)
                                .list()
                                .ofMaxSize(2)
                                .map(calls -> new Visit(component, calls)));
        if (depth == 0) {
            return visit;
        }
        Arbitrary<Tree> inner = Arbitraries.lazy(() -> of(first, depth - 1, hasLater, hasFallbacks));
        List<Arbitrary<Tree>> kinds = new ArrayList<>(List.of(
                visit,
                inner.list().ofMinSize(2).ofMaxSize(3).map(Sequence::new),
                Combinators.combine(percents(), inner).as(Sometimes::new),
                Combinators.combine(Arbitraries.of(1.51, 2.0, 3.25), inner).as(Times::new),
                Combinators.combine(
                                Arbitraries.integers().between(1, 4),
                                Arbitraries.integers().between(1, 60),
                                inner)
                        .as(Retried::new)));
        if (first < COMPONENTS - 1) {
            kinds.add(Combinators.combine(
                            Arbitraries.integers().between(first, COMPONENTS - 2),
                            Arbitraries.integers().between(0, 3),
                            percents())
                    .flatAs((cache, tries, hits) -> of(cache + 1, depth - 1, hasLater, hasFallbacks)
                            .map(store -> new Look(cache, tries, hits, store))));
        }
        if (hasFallbacks) {
            kinds.add(Combinators.combine(inner, inner).as(Either::new));
            kinds.add(Combinators.combine(
                            Arbitraries.integers().between(1, 2),
                            Arbitraries.integers().between(2, 3),
                            inner)
                    .as(Enough::new));
        }
        if (hasLater) {
            kinds.add(inner.map(Later::new));
        }
        return Arbitraries.oneOf(kinds);
    }

    /** Some come often, so that the same stands twice in a tree. */
    private static Arbitrary<Integer> percents() {
        return Arbitraries.oneOf(Arbitraries.integers().between(1, 99), Arbitraries.of(10, 60));
    }

    /** All combinations of components that are up and down. */
    static Stream<boolean[]> states() {
        return IntStream.range(0, 1 << COMPONENTS).mapToObj(state -> {
            boolean[] up = new boolean[COMPONENTS];
            for (int i = 0; i < COMPONENTS; i++) {
                up[i] = (state >> i & 1) == 1;
            }
            return up;
        });
    }
}
