package dev.estimator;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepColumn;
import dev.estimator.flow.Pool;
import dev.estimator.flow.RollingRestart;
import dev.estimator.flow.TokenBucket;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import dev.estimator.reliability.DependencyTargets;
import dev.estimator.slo.Slo;
import dev.estimator.slo.Timeslices;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a model refuses when it is made it refuses as well when it is put in later, by a what-if: no answer comes of an
 * input that breaks a rule.
 */
class RulesOfInputsTest {
    /** As many other arguments are tried where some make no model. */
    private static final int TRIES = 12;

    private static final int FEW_TRIES = 3;

    private static final String ASSUMED = "tested";

    private static final double[] UNUSUAL = {0, 1e-3, 0.4, 1.5, 7, 1e3, 1e6};

    private static final Random RANDOM = new Random(11);

    private static final Samples SAMPLES = new Samples();

    static Stream<Class<?>> classes() {
        return PublicClasses.all().stream().filter(type -> !Quantity.class.isAssignableFrom(type));
    }

    @Test
    void given_number() {
        Ratio peak = assume("peak factor", ratio(2.5));
        Qps answer = traffic().withPeakToAverage(peak).peakQps();
        assertRefused("peakToAverage must be at least 1 but was 0.5", () -> answer.given(peak, ratio(0.5)));
        assertThat(answer.given(peak, ratio(1))).isEqualTo(traffic().averageQps());
    }

    /** Of a number too, which is called as its model calls it. */
    @Test
    void given_numberWithoutName() {
        assertRefused(
                "holdTime must be above 0 s but was 0 s",
                () -> Pool.of(qps(30), ms(7)).inUse().given("hold time", ms(0)));
        assertRefused(
                "burst must be at least 1 but was 0.25",
                () -> TokenBucket.of(qps(20), count(4)).timeToFill().given("burst", count(0.25)));
        assertRefused(
                "objective must be below own, which is 99.8%, but was 99.9%",
                () -> DependencyTargets.of(percentUp(99.9), percentUp(99.99), 3)
                        .each()
                        .given("own", percentUp(99.8)));
        assertRefused(
                "servers must be a whole number but was 2.5",
                () -> ErlangC.of(qps(5), ms(600), count(4)).utilization().given("servers", count(2.5)));
        assertRefused(
                "slice must be a whole part of window, which is 30 d, but was 7 min",
                () -> Timeslices.of(Slo.of(nines(3), days(30)), minutes(5), percentUp(95))
                        .unnoticedOutage()
                        .given("slice", minutes(7)));
        assertRefused(
                "readsPerWrite must be above 0 but was 0",
                () -> traffic().withReadsPerWrite(ratio(9)).writeQps().given("reads per write", ratio(0)));
    }

    @Test
    void given_range() {
        Ratio peak = assume("peak factor", ratio(2.5));
        Qps answer = traffic().withPeakToAverage(peak).peakQps();
        assertRefused(
                "peakToAverage must be at least 1 but p5 of its range is 0.5",
                () -> answer.given(peak, between(ratio(0.5), ratio(3))));
        assertThat(answer.given(peak, between(ratio(1), ratio(3))).isUncertain())
                .isTrue();
    }

    /** An end that is stated as the very bound is within. */
    @Test
    void range_whenMade() {
        assertRefused(
                "peakToAverage must be at least 1 but p5 of its range is 0.5",
                () -> traffic().withPeakToAverage(between(ratio(0.5), ratio(3))));
        assertThat(traffic()
                        .withPeakToAverage(between(ratio(1), ratio(3)))
                        .peakQps()
                        .isUncertain())
                .isTrue();
        assertRefused(
                "activeWindow must be at most 1 d but p95 of its range is 1.125 d",
                () -> traffic().withActiveWindow(between(hours(20), hours(27))));
    }

    @Test
    void sweep_row() {
        Ratio peak = assume("peak factor", ratio(2.5));
        Qps answer = traffic().withPeakToAverage(peak).peakQps();
        Sweep sweep = Sweep.of(answer).over(peak);
        assertThatThrownBy(() -> sweep.evaluate(SweepColumn.of(peak, List.of(ratio(2), ratio(0.5)))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("peakToAverage must be at least 1");
    }

    /** Each of two rules on one input. */
    @Test
    void sweep_rowOfTwoRules() {
        Count batch = assume("batch", count(5));
        TimeSpan answer =
                RollingRestart.of(count(12), batch, minutes(2), percent(40)).duration();
        Sweep sweep = Sweep.of(answer).over(batch);
        assertThat(sweep.evaluate(SweepColumn.of(batch, List.of(count(5), count(11))))
                        .at(answer, 1))
                .isEqualTo(minutes(4));
        assertThatThrownBy(() -> sweep.evaluate(SweepColumn.of(batch, List.of(count(5), count(12)))))
                .hasMessageContaining("batch must be below instances");
    }

    /** Whichever of the two is put in later. */
    @Test
    void given_otherSide() {
        Count instances = assume("pods", count(12));
        RollingRestart restart = RollingRestart.of(instances, count(5), minutes(2), percent(40));
        assertRefused(
                "batch must be below pods, which is 3, but was 5",
                () -> restart.capacityLeft().given(instances, count(3)));
        assertRefused(
                "batch must be below pods, which is 12, but was 12",
                () -> restart.duration().given("batch", count(12)));
        assertRefused(
                "batch must be below pods, which is 7.348, but was 6.5, and p5 of pods is 6",
                () -> RollingRestart.of(restart.instances(), count(6.5), restart.restartTime(), restart.utilization())
                        .duration()
                        .given(instances, between(count(6), count(9))));
    }

    private static Traffic traffic() {
        return Traffic.builder()
                .dailyActiveUsers(million(3))
                .actionsPerUser(count(7))
                .build();
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @MethodSource("classes")
    void rules_holdForAssumptions(Class<?> type) {
        assertThat(faults(type, TRIES, RulesOfInputsTest::answeredForAssumption))
                .isEmpty();
    }

    /** Numbers get their names from the models, which must not forget the rule over it. */
    @ParameterizedTest
    @MethodSource("classes")
    void rules_holdForNumbers(Class<?> type) {
        assertThat(faults(type, FEW_TRIES, RulesOfInputsTest::answeredForNumber))
                .isEmpty();
    }

    /** Finds one of the values that a model refuses when it is made, but answers when it is put in later. */
    private interface Look {
        Optional<Quantity<?>> answered(Way way, int index, List<Quantity<?>> refused);
    }

    private static Set<String> faults(Class<?> type, int tries, Look look) {
        Set<String> faults = new TreeSet<>();
        for (Executable called : PublicClasses.callable(type)) {
            for (int i = 0; i < called.getParameterCount(); i++) {
                if (Quantity.class.isAssignableFrom(called.getParameterTypes()[i])) {
                    fault(type, called, i, tries, look).ifPresent(faults::add);
                }
            }
        }
        return faults;
    }

    private static Optional<String> fault(Class<?> type, Executable called, int index, int tries, Look look) {
        for (int i = 0; i < tries; i++) {
            Way way = Samples.isBuilder(type) ? built(type, called) : called(type, called);
            Quantity<?> good = way.argument(index);
            if (good.name() == null && !good.isUncertain()) {
                List<Quantity<?>> refused = unusual(good).stream()
                        .filter(other -> way.isRefused(index, other))
                        .toList();
                Optional<Quantity<?>> answered =
                        refused.isEmpty() ? Optional.empty() : look.answered(way, index, refused);
                if (answered.isPresent()) {
                    String argument = called.getParameters()[index].getName();
                    return Optional.of(called.getName() + ": " + argument + " " + good + " > " + answered.get());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Quantity<?>> answeredForAssumption(Way way, int index, List<Quantity<?>> refused) {
        List<Quantity<?>> answers = answers(way, index, assumed(way.argument(index)));
        return refused.stream()
                .filter(other -> answers.stream().anyMatch(answer -> isAnswered(answer, ASSUMED, other)))
                .findFirst();
    }

    private static Optional<Quantity<?>> answeredForNumber(Way way, int index, List<Quantity<?>> refused) {
        Map<String, Set<String>> others = new HashMap<>();
        for (Quantity<?> answer : answers(way, index, assumed(way.argument(index)))) {
            others.computeIfAbsent(String.valueOf(answer.name()), name -> new TreeSet<>())
                    .addAll(names(answer));
        }
        for (Quantity<?> answer : answers(way, index, way.argument(index))) {
            Set<String> names = names(answer);
            names.removeAll(others.getOrDefault(String.valueOf(answer.name()), names));
            names.remove(String.valueOf(answer.name())); // the input itself
            for (String name : names) {
                Optional<Quantity<?>> answered = refused.stream()
                        .filter(other -> isAnswered(answer, name, other))
                        .findFirst();
                if (answered.isPresent()) {
                    return answered;
                }
            }
        }
        return Optional.empty();
    }

    /** What an answer depends on. */
    private static Set<String> names(Quantity<?> answer) {
        Set<String> names = new TreeSet<>();
        answer.explain().assumptions().forEach(assumption -> names.add(String.valueOf(assumption.name())));
        return names;
    }

    private static List<Quantity<?>> answers(Way way, int index, Object argument) {
        return way.with(index, argument).map(RulesOfInputsTest::answers).orElse(List.of());
    }

    /** How a model is made. */
    private record Way(Executable called, Supplier<@Nullable Object> on, List<Object> arguments, Make make) {
        Quantity<?> argument(int index) {
            return (Quantity<?>) arguments.get(index);
        }

        Optional<Object> with(int index, Object argument) {
            try {
                return Optional.ofNullable(made(index, argument));
            } catch (InvocationTargetException e) {
                return Optional.empty();
            }
        }

        boolean isRefused(int index, Object argument) {
            try {
                made(index, argument);
                return false;
            } catch (InvocationTargetException e) {
                return e.getCause() instanceof IllegalArgumentException && !isOverload(e.getCause());
            }
        }

        /**
         * A queue that cannot keep up is not built, but what-ifs and ranges answer such a case as 'beyond any number'.
         */
        private static boolean isOverload(Throwable refusal) {
            return String.valueOf(refusal.getMessage()).contains("the line would grow for ever");
        }

        private @Nullable Object made(int index, Object argument) throws InvocationTargetException {
            @Nullable Object[] all = arguments.toArray();
            all[index] = argument;
            return make.of(Samples.call(called, on.get(), all));
        }
    }

    /** What is made of what was answered. */
    private interface Make {
        @Nullable Object of(@Nullable Object answer) throws InvocationTargetException;
    }

    private static Way called(Class<?> type, Executable called) {
        @Nullable Object on = Samples.isStatic(called) ? null : SAMPLES.of(type);
        return new Way(called, () -> on, List.of(SAMPLES.arguments(called)), answer -> answer);
    }

    /** With all other setters, or those of them that take what they are given. */
    private static Way built(Class<?> builder, Executable setter) {
        Map<Executable, Object[]> others = new LinkedHashMap<>();
        List<Executable> setters = new ArrayList<>(PublicClasses.callable(builder));
        Collections.shuffle(setters, RANDOM);
        double chance = RANDOM.nextDouble();
        for (Executable other : setters) {
            if (other.getParameterCount() > 0
                    && !other.getName().equals(setter.getName())
                    && RANDOM.nextDouble() < chance) {
                others.put(other, SAMPLES.arguments(other));
            }
        }
        return new Way(
                setter,
                () -> begun(builder, others),
                List.of(SAMPLES.arguments(setter)),
                begun -> Samples.call(Samples.method(builder, "build"), begun));
    }

    private static Object begun(Class<?> type, Map<Executable, Object[]> setters) {
        Object builder = SAMPLES.builder(type);
        setters.forEach((setter, arguments) -> answer(setter, builder, arguments));
        return builder;
    }

    private static <Q extends Quantity<Q>> Object assumed(Quantity<?> good) {
        @SuppressWarnings("unchecked") // each is one of its own type
        Q value = (Q) good;
        return Quantities.assume(ASSUMED, value);
    }

    private static List<Quantity<?>> unusual(Quantity<?> good) {
        List<Quantity<?>> all = new ArrayList<>();
        for (double factor : UNUSUAL) {
            if (good instanceof Amount<?> amount) {
                all.add(amount.times(factor));
            } else if (good instanceof Share) {
                all.add(Share.of(Math.min(factor, 1)));
            } else {
                all.add(Availability.of(Math.min(factor, 1)));
            }
        }
        return all;
    }

    private static List<Quantity<?>> answers(Object model) {
        List<Quantity<?>> all = new ArrayList<>();
        if (model instanceof Quantity<?> quantity) {
            all.add(quantity);
        }
        if (!PublicClasses.isOurs(model.getClass())) {
            return all;
        }
        for (Method method : model.getClass().getMethods()) {
            if (method.getParameterCount() == 0 && Quantity.class.isAssignableFrom(method.getReturnType())) {
                answer(method, model).ifPresent(answer -> all.add((Quantity<?>) answer));
            }
        }
        return all.stream().filter(RulesOfInputsTest::isMade).toList();
    }

    /** Whether something is computed, not only handed back. */
    private static boolean isMade(Quantity<?> answer) {
        return !ASSUMED.equals(answer.name());
    }

    private static Optional<Object> answer(Executable called, @Nullable Object on, @Nullable Object... arguments) {
        try {
            return Optional.ofNullable(Samples.call(called, on, arguments));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        }
    }

    private static boolean isAnswered(Quantity<?> answer, String name, Quantity<?> other) {
        try {
            answer.getClass().getMethod("given", String.class, Quantity.class).invoke(answer, name, other);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
