package dev.estimator.latency;

import dev.estimator.latency.LatencyFormula.Question;
import dev.estimator.quantity.Formula;
import java.util.List;
import java.util.Random;

/** Questions about latencies that are composed at random, of inputs of which the first two are shares. */
public final class RandomLatencies {
    private static final int DEEPEST = 3;

    private RandomLatencies() {}

    /** A question about some latency; one that compares it with a time takes that as its fifth input. */
    public static Formula question(Random random) {
        List<Question> asked =
                List.of(Question.MEAN, Question.PERCENTILE, Question.BOUND, Question.SLOWER, Question.WITHIN);
        Question question = asked.get(random.nextInt(asked.size()));
        double share = List.of(0.5, 0.1, 0.01, 0.001).get(random.nextInt(4));
        return new LatencyFormula(question, new Composition(plan(random, DEEPEST)), share);
    }

    private static Plan plan(Random random, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return leaf(random);
        }
        Plan one = plan(random, depth - 1);
        Plan other = plan(random, depth - 1);
        int n = 2 + random.nextInt(3);
        return switch (random.nextInt(9)) {
            case 0 -> new CompositePlan.InARow(n, one);
            case 1 -> new CompositePlan.AtOnce(1 + random.nextInt(2), List.of(one, other));
            case 2 -> new CompositePlan.AlikeAtOnce(1 + random.nextInt(n), n, one);
            case 3 -> new CompositePlan.OneOrOther(random.nextInt(2), one, new LeafPlan.NoTime(false));
            case 4 -> new CompositePlan.OneOrOther(random.nextInt(2), new LeafPlan.NoTime(false), one);
            case 5 -> new CompositePlan.OneOrOther(random.nextInt(2), one, other);
            case 6 -> new CompositePlan.Tried(one, 1 + random.nextInt(3), time(random), time(random));
            case 7 -> new CompositePlan.OnAverage(random.nextInt(4), one);
            default -> new CompositePlan.InSequence(List.of(one, other));
        };
    }

    private static Plan leaf(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new LeafPlan.ByP50AndP99(2, 3);
            case 1 -> new LeafPlan.Always(time(random));
            default -> new LeafPlan.Exponential(time(random));
        };
    }

    private static int time(Random random) {
        return 2 + random.nextInt(2);
    }
}
