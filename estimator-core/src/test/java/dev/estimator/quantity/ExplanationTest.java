package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final int LONG = 100_000;

    private static final Bytes A = assume("a", gb(11));
    private static final Bytes B = assume("b", gb(5));
    private static final Bytes C = assume("c", gb(2));
    private static final Ratio X = assume("x", ratio(12));
    private static final Ratio Y = assume("y", ratio(8));
    private static final Ratio Z = assume("z", ratio(5));
    private static final Share HITS = assume("hit ratio", percent(75));
    private static final Availability FOO = assume("foo", percentUp(99.9));
    private static final Availability BAR = assume("bar", percentUp(99));
    private static final Availability BAZ = assume("baz", percentUp(95));

    @Test
    void toString_plainNumber() {
        assertExplained("""
                a plain number: nothing was assumed""", gb(5));
    }

    @Test
    void toString_assumptionAlone() {
        assertExplained("""
                assumed
                  users = 10M  (product plan)""", assume("users", million(10), "product plan"));
    }

    @Test
    void toString_defaultAlone() {
        assertExplained("""
                not set, so left at the default
                  peak to average = ×3  (rule of thumb)""", assumeDefault("peak to average", ratio(3), "rule of thumb"));
    }

    @Test
    void toString_namedNumber() {
        assertExplained("""
                assumed
                  disk = 5 GB""", gb(5).named("disk"));
    }

    @Test
    void toString_answerWithoutName() {
        assertExplained("""
                assumed
                  users             = 10M
                  requests per user = 20
                calculated
                  count = users × requests per user
                        = 10M × 20
                        = 200M""", assume("users", million(10)).times(assume("requests per user", count(20))));
    }

    @Test
    void toString_traffic() {
        Count users = assume("daily active users", million(10), "product plan");
        Count requests = assume("requests per user", count(20));
        Qps average = users.times(requests).per(DAY).named("average rate");
        Qps peak = average.times(assumeDefault("peak to average", ratio(3), "rule of thumb"))
                .named("peak rate");
        Bytes size = assume("request size", kb(7), "measured");
        assertExplained("""
                assumed
                  daily active users = 10M   (product plan)
                  requests per user  = 20
                  request size       = 7 kB  (measured)
                not set, so left at the default
                  peak to average = ×3  (rule of thumb)
                calculated
                  average rate = daily active users × requests per user ÷ 1 d
                               = 10M × 20 ÷ 1 d
                               = 2,315 req/s
                  peak rate = average rate × peak to average
                            = 2,315 req/s × 3
                            = 6,944 req/s
                  ingress = peak rate × request size
                          = 6,944 req/s × 7 kB
                          = 48.61 MB/s""", peak.times(size).named("ingress"));
    }

    @Test
    void toString_brackets_minusOfMinus() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = a − (b − c)
                       = 11 GB − (5 GB − 2 GB)
                       = 8 GB""", A.minus(B.minus(C)));
    }

    @Test
    void toString_brackets_minusMinus() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = a − b − c
                       = 11 GB − 5 GB − 2 GB
                       = 4 GB""", A.minus(B).minus(C));
    }

    @Test
    void toString_brackets_minusOfPlus() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = a − (b + c)
                       = 11 GB − (5 GB + 2 GB)
                       = 4 GB""", A.minus(B.plus(C)));
    }

    @Test
    void toString_brackets_plusOfPlus() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = a + b + c
                       = 11 GB + 5 GB + 2 GB
                       = 18 GB""", A.plus(B.plus(C)));
    }

    @Test
    void toString_brackets_timesOfPlus() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = (a + b + c) × 3
                       = (11 GB + 5 GB + 2 GB) × 3
                       = 54 GB""", A.plus(B).plus(C).times(3));
    }

    @Test
    void toString_brackets_divOfMinus() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = (a − b − c) ÷ 8
                       = (11 GB − 5 GB − 2 GB) ÷ 8
                       = 500 MB""", A.minus(B).minus(C).div(8));
    }

    @Test
    void toString_brackets_maxOfPlus() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = max(a, b + c)
                       = max(11 GB, 5 GB + 2 GB)
                       = 11 GB""", A.max(B.plus(C)));
    }

    @Test
    void toString_brackets_minOfMinus() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = min(a, b − c) × 2
                       = min(11 GB, 5 GB − 2 GB) × 2
                       = 6 GB""", A.min(B.minus(C)).times(2));
    }

    @Test
    void toString_brackets_divOfDiv() {
        assertExplained("""
                assumed
                  x = ×12
                  y = ×8
                  z = ×5
                calculated
                  ratio = x ÷ (y ÷ z)
                        = 12 ÷ (8 ÷ 5)
                        = ×7.5""", X.div(Y.div(Z)));
    }

    @Test
    void toString_brackets_divDiv() {
        assertExplained("""
                assumed
                  x = ×12
                  y = ×8
                  z = ×5
                calculated
                  ratio = x ÷ y ÷ z
                        = 12 ÷ 8 ÷ 5
                        = ×0.3""", X.div(Y).div(Z));
    }

    @Test
    void toString_brackets_divOfTimes() {
        assertExplained("""
                assumed
                  x = ×12
                  y = ×8
                  z = ×5
                calculated
                  ratio = x ÷ (y × z)
                        = 12 ÷ (8 × 5)
                        = ×0.3""", X.div(Y.times(Z)));
    }

    @Test
    void toString_brackets_timesOfDiv() {
        assertExplained("""
                assumed
                  x = ×12
                  y = ×8
                  z = ×5
                calculated
                  ratio = x × y ÷ z
                        = 12 × 8 ÷ 5
                        = ×19.2""", X.times(Y.div(Z)));
    }

    @Test
    void toString_brackets_complementTimes() {
        assertExplained("""
                assumed
                  a         = 11 GB
                  hit ratio = 75%
                calculated
                  size = a × (1 − hit ratio)
                       = 11 GB × (1 − 75%)
                       = 2.75 GB""", HITS.complement().times(A));
    }

    @Test
    void toString_brackets_divComplement() {
        assertExplained("""
                assumed
                  a         = 11 GB
                  hit ratio = 75%
                calculated
                  size = a ÷ (1 − hit ratio)
                       = 11 GB ÷ (1 − 75%)
                       = 44 GB""", A.div(HITS.complement()));
    }

    @Test
    void toString_brackets_complementOfComplement() {
        assertExplained("""
                assumed
                  hit ratio = 75%
                calculated
                  share = 1 − (1 − hit ratio)
                        = 1 − (1 − 75%)
                        = 75%""", HITS.complement().complement());
    }

    @Test
    void toString_brackets_complementMinus() {
        assertExplained("""
                assumed
                  hit ratio = 75%
                calculated
                  share = 1 − hit ratio − 5%
                        = 1 − 75% − 5%
                        = 20%""", HITS.complement().minus(percent(5)));
    }

    @Test
    void toString_brackets_complementOfPlus() {
        assertExplained("""
                assumed
                  hit ratio = 75%
                calculated
                  share = 1 − (hit ratio + 5%)
                        = 1 − (75% + 5%)
                        = 20%""", HITS.plus(percent(5)).complement());
    }

    @Test
    void toString_brackets_shareAsRatio() {
        assertExplained("""
                assumed
                  hit ratio = 75%
                calculated
                  ratio = hit ratio × 3
                        = 75% × 3
                        = ×2.25""", HITS.toRatio().times(3));
    }

    @Test
    void toString_brackets_sumAsRatio() {
        assertExplained("""
                assumed
                  hit ratio = 75%
                calculated
                  ratio = (hit ratio + 5%) × 3
                        = (75% + 5%) × 3
                        = ×2.4""", HITS.plus(percent(5)).toRatio().times(3));
    }

    @Test
    void toString_brackets_parallelOfSeries() {
        assertExplained("""
                assumed
                  foo = 99.9%
                  bar = 99%
                  baz = 95%
                calculated
                  availability = 1 − (1 − foo × bar) × (1 − baz)
                               = 1 − (1 − 99.9% × 99%) × (1 − 95%)
                               = 99.94505%""", FOO.times(BAR).or(BAZ));
    }

    @Test
    void toString_brackets_seriesOfParallel() {
        assertExplained("""
                assumed
                  foo = 99.9%
                  bar = 99%
                  baz = 95%
                calculated
                  availability = (1 − (1 − foo) × (1 − bar)) × baz
                               = (1 − (1 − 99.9%) × (1 − 99%)) × 95%
                               = 94.999%""", FOO.or(BAR).times(BAZ));
    }

    @Test
    void toString_brackets_series() {
        assertExplained("""
                assumed
                  foo = 99.9%
                  bar = 99%
                  baz = 95%
                calculated
                  availability = foo × bar × baz
                               = 99.9% × 99% × 95%
                               = 93.956%""", FOO.times(BAR.times(BAZ)));
    }

    @Test
    void toString_downtimeOfGroup() {
        assertExplained("""
                assumed
                  foo = 99.9%
                  bar = 99%
                calculated
                  time = 30 d × (1 − 2 of 3 × (foo × bar))
                       = 30 d × (1 − 2 of 3 × (99.9% × 99%))
                       = 15.54 min""", FOO.times(BAR).atLeast(2, 3).downtime(days(30)));
    }

    @Test
    void toString_ceilAndFloor() {
        assertExplained("""
                assumed
                  a = 11 GB
                  c = 2 GB
                  b = 5 GB
                calculated
                  count = ⌈a ÷ c⌉ + ⌊a ÷ b⌋
                        = ⌈11 GB ÷ 2 GB⌉ + ⌊11 GB ÷ 5 GB⌋
                        = 8""", A.div(C).ceil().plus(A.div(B).floor()));
    }

    @Test
    void toString_price() {
        assertExplained(
                """
                assumed
                  traffic = 30 TB
                  egress  = $0.09/GB
                calculated
                  cost = traffic × egress
                       = 30 TB × $0.09/GB
                       = $2.7k""", assume("traffic", tb(30)).times(assume("egress", usd(0.09).per(gb(1)))));
    }

    @Test
    void toString_nouns() {
        assertExplained(
                """
                assumed
                  posts = 3,000 posts
                calculated
                  size = posts × 20% × 7 kB
                       = 3,000 posts × 20% × 7 kB
                       = 4.2 MB""", assume("posts", count(3000, "posts")).times(percent(20)).times(kb(7)));
    }

    @Test
    void toString_formulaOfOnesOwn() {
        assertExplained(
                """
                assumed
                  x = ×12
                  y = ×8
                  z = ×5
                calculated
                  ratio = ((x + y)² + z) × 2
                        = ((12 + 8)² + 5) × 2
                        = ×810""",
                Ratio.computed("{0}² + {1}", in -> in[0] * in[0] + in[1], X.plus(Y), Z)
                        .times(2));
    }

    @Test
    void toString_formulaByName() {
        assertExplained(
                """
                assumed
                  x = ×12
                  y = ×8
                  z = ×5
                calculated
                  ratio = growth(x + y, z ÷ 4) ÷ 2
                        = growth(12 + 8, 5 ÷ 4) ÷ 2
                        = ×10.63""",
                Ratio.computed("growth", in -> in[0] + in[1], X.plus(Y), Z.div(4))
                        .div(2));
    }

    @Test
    void toString_rounded() {
        assertExplained("""
                assumed
                  a = 11 GB
                calculated
                  bandwidth = round(a ÷ 3 s, 2 digits up)
                            = round(11 GB ÷ 3 s, 2 digits up)
                            = 3.7 GB/s""", A.per(seconds(3)).rounded(2, Units.MB_PER_SECOND, RoundingMode.UP));
    }

    @Test
    void toString_sharedStepOnce() {
        Bytes both = A.plus(B);
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                calculated
                  size (1) = a + b
                           = 11 GB + 5 GB
                           = 16 GB
                  size = size (1) × 2 + size (1)
                       = 16 GB × 2 + 16 GB
                       = 48 GB""", both.times(2).plus(both));
    }

    @Test
    void toString_sameFormulaTwiceIsOneStep() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  ratio (1) = (a + b) ÷ c
                            = (11 GB + 5 GB) ÷ 2 GB
                            = ×8
                  ratio = ratio (1) + ratio (1) × 3
                        = 8 + 8 × 3
                        = ×32""", A.plus(B).div(C).plus(A.plus(B).div(C).times(3)));
    }

    @Test
    void toString_sameNamedFormulaTwiceIsOneStep() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                calculated
                  both = a + b
                       = 11 GB + 5 GB
                       = 16 GB
                  size = both + both
                       = 16 GB + 16 GB
                       = 32 GB""", A.plus(B).named("both").plus(A.plus(B).named("both")));
    }

    @Test
    void toString_twoStepsOfOneName() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  both #1 = a + b
                          = 11 GB + 5 GB
                          = 16 GB
                  both #2 = a + c
                          = 11 GB + 2 GB
                          = 13 GB
                  size = both #1 + both #2
                       = 16 GB + 13 GB
                       = 29 GB""", A.plus(B).named("both").plus(A.plus(C).named("both")));
    }

    @Test
    void toString_twoAssumptionsOfOneName() {
        assertExplained("""
                assumed
                  users #1 = 3M  (here)
                  users #2 = 4M  (there)
                calculated
                  count = users #1 + users #2
                        = 3M + 4M
                        = 7M""", assume("users", million(3), "here").plus(assume("users", million(4), "there")));
    }

    @Test
    void toString_oneAssumptionStatedTwice() {
        assertExplained("""
                assumed
                  users = 3M  (plan)
                calculated
                  count = users + users
                        = 3M + 3M
                        = 6M""", assume("users", million(3), "plan").plus(assume("users", million(3), "plan")));
    }

    @Test
    void toString_assumptionNamedLikeTheAnswer() {
        assertExplained("""
                assumed
                  size = 5 GB
                calculated
                  size (1) = size × 3
                           = 5 GB × 3
                           = 15 GB""", assume("size", gb(5)).times(3));
    }

    @Test
    void toString_elidedFactorOfOne() {
        Ratio copies = assumeDefault("replication factor", ratio(1), "one copy");
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                not set, so left at the default
                  replication factor = ×1  (one copy)
                calculated
                  stored = a + b
                         = 11 GB + 5 GB
                         = 16 GB""", A.plus(B).times(copies).div(copies).named("stored"));
    }

    @Test
    void toString_factorOfOneThatWasSet() {
        assertExplained(
                """
                assumed
                  a                  = 11 GB
                  replication factor = ×1     (one copy)
                calculated
                  stored = a × replication factor
                         = 11 GB × 1
                         = 11 GB""", A.times(assume("replication factor", ratio(1), "one copy")).named("stored"));
    }

    @Test
    void toString_defaultOtherThanOne() {
        assertExplained(
                """
                assumed
                  a = 11 GB
                not set, so left at the default
                  replication factor = ×3  (HDFS)
                calculated
                  stored = a × replication factor
                         = 11 GB × 3
                         = 33 GB""",
                A.times(assumeDefault("replication factor", ratio(3), "HDFS")).named("stored"));
    }

    @Test
    void toString_elidedOneOnBothSidesOfASum() {
        Bytes both = A.plus(B).plus(assumeDefault("index", bytes(0), "none"));
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                not set, so left at the default
                  index = 0 B  (none)
                calculated
                  size (1) = a + b
                           = 11 GB + 5 GB
                           = 16 GB
                  size = (size (1) + c) × 2 + (size (1) + 3 GB) × 5
                       = (16 GB + 2 GB) × 2 + (16 GB + 3 GB) × 5
                       = 131 GB""", both.plus(C).times(2).plus(both.plus(gb(3)).times(5)));
    }

    @Test
    void toString_whatIf() {
        assertExplained("""
                assumed
                  a = 7 GB  (what if, instead of 11 GB)
                  b = 5 GB
                calculated
                  both = a + b
                       = 7 GB + 5 GB
                       = 12 GB
                  size = both × 3
                       = 12 GB × 3
                       = 36 GB""", A.plus(B).named("both").times(3).given(A, gb(7)));
    }

    @Test
    void toString_whatIfByACalculation() {
        assertExplained("""
                assumed
                  c = 2 GB
                  b = 5 GB
                calculated
                  a = c × 4
                    = 2 GB × 4
                    = 8 GB
                  size = a + b
                       = 8 GB + 5 GB
                       = 13 GB""", A.plus(B).given(A, C.times(4)));
    }

    @Test
    void toString_equalTerms() {
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                calculated
                  size = 3 × a + b + b
                       = 3 × 11 GB + 5 GB + 5 GB
                       = 43 GB""", A.plus(A).plus(A).plus(B).plus(B));
    }

    @Test
    void toString_longSum() {
        Bytes sum = A;
        for (int i = 1; i <= 20; i++) {
            sum = sum.plus(gb(i * 3));
        }
        Bytes longSum = sum;
        assertExplained("""
                assumed
                  a = 11 GB
                calculated
                  size = a + 3 GB + 6 GB + 9 GB + … 16 more … + 60 GB
                       = 11 GB + 3 GB + 6 GB + 9 GB + … 16 more … + 60 GB
                       = 641 GB""", longSum);
    }

    @Test
    void toString_longProduct() {
        Ratio product = X;
        for (int i = 1; i <= 12; i++) {
            product = product.times(assume("f" + i, ratio(1 + i / 16.0)));
        }
        Ratio growth = product;
        assertExplained("""
                assumed
                  x   = ×12
                  f1  = ×1.063
                  f2  = ×1.125
                  f3  = ×1.188
                  f4  = ×1.25
                  f5  = ×1.313
                  f6  = ×1.375
                  f7  = ×1.438
                  f8  = ×1.5
                  f9  = ×1.563
                  f10 = ×1.625
                  f11 = ×1.688
                  f12 = ×1.75
                calculated
                  ratio (1) = x × f1 × f2 × f3 × f4 × f5 × f6 × f7 × f8 × f9
                            = 12 × 1.063 × 1.125 × 1.188 × 1.25 × 1.313 × 1.375 × 1.438 × 1.5 × 1.563
                            = ×129.5
                  ratio = ratio (1) × f10 × f11 × f12
                        = 129.5 × 1.625 × 1.688 × 1.75
                        = ×621.2""", growth);
    }

    @Test
    void toString_severalValues() {
        Bytes both = A.plus(B).named("both");
        assertEquals(
                """
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  both = a + b
                       = 11 GB + 5 GB
                       = 16 GB
                  size (1) = both × 3
                           = 16 GB × 3
                           = 48 GB
                  size (2) = both − c
                           = 16 GB − 2 GB
                           = 14 GB""",
                Explanation.of(List.of(both, both.times(3), both.minus(C), gb(7)))
                        .toString());
    }

    @Test
    void of_nothing() {
        assertEquals(
                "a plain number: nothing was assumed", Explanation.of(List.of()).toString());
    }

    @Test
    void contents() {
        Bytes stored = A.plus(B)
                .named("both")
                .times(assumeDefault("copies", ratio(3), "HDFS"))
                .named("stored");
        Explanation explanation = stored.explain();
        assertEquals(
                List.of(new Explanation.Assumption("a", A, null), new Explanation.Assumption("b", B, null)),
                explanation.assumptions());
        assertEquals(List.of(new Explanation.Assumption("copies", ratio(3), "HDFS")), explanation.defaults());
        assertEquals(
                List.of(
                        new Explanation.Step("both", "a + b", "11 GB + 5 GB", gb(16)),
                        new Explanation.Step("stored", "both × copies", "16 GB × 3", gb(48))),
                explanation.steps());
    }

    @Test
    void contents_areQuantitiesThatAnswer() {
        Explanation explanation = A.plus(B).named("both").times(3).explain();
        Quantity<?> both = explanation.steps().get(0).result();
        assertEquals("both", both.name());
        assertEquals(gb(12), both.given("a", gb(7)));
        assertEquals("a", explanation.assumptions().get(0).value().name());
    }

    @Test
    void contents_cannotBeChanged() {
        Explanation explanation = A.plus(B).explain();
        assertThrows(
                UnsupportedOperationException.class, () -> explanation.steps().remove(0));
        assertThrows(
                UnsupportedOperationException.class,
                () -> explanation.assumptions().remove(0));
    }

    @Test
    void longChain_ofOneSummand() throws InterruptedException {
        SmallStack.run(() -> {
            Bytes step = assume("step", bytes(3));
            Bytes sum = step;
            for (int i = 1; i < LONG; i++) {
                sum = sum.plus(step);
            }
            assertExplained("""
                    assumed
                      step = 3 B
                    calculated
                      size = 100k × step
                           = 100k × 3 B
                           = 300 kB""", sum);
            assertEquals(bytes(700_000), sum.given(step, bytes(7)));
        });
    }

    @Test
    void longChain_ofDifferentSummands() throws InterruptedException {
        SmallStack.run(() -> {
            Bytes sum = assume("start", bytes(3));
            for (int i = 1; i < 10_000; i++) {
                sum = sum.plus(bytes(i));
            }
            Explanation explanation = sum.explain();
            assertEquals(1, explanation.steps().size());
            assertEquals(
                    "start + 1 B + 2 B + 3 B + … 9,995 more … + 9.999 kB",
                    explanation.steps().get(0).formula());
        });
    }

    /** Linear by structure: so many steps of so many operands, and no text longer than a line or two. */
    @Test
    void longChain_ofProductsAndSums() throws InterruptedException {
        SmallStack.run(() -> {
            Bytes start = assume("start", bytes(3));
            Ratio growth = assume("growth", ratio(1));
            Bytes size = start;
            for (int i = 1; i < LONG; i++) {
                size = size.times(growth).plus(bytes(5));
            }
            Explanation explanation = size.explain();
            assertEquals(2, explanation.assumptions().size());
            assertTrue(explanation.steps().size() < LONG / 3);
            assertTrue(
                    explanation.steps().stream().allMatch(step -> step.formula().length() < 200));
            assertEquals(bytes(3 + 5.0 * (LONG - 1)), size);
            assertEquals(bytes(11 + 5.0 * (LONG - 1)), size.given(start, bytes(11)));
            assertEquals(size, Serial.roundTrip(size));
        });
    }

    /** A step that only passes another on repeats its value, but that once. */
    @Test
    void copiedStep_ofARange() {
        Count servers = between(count(10), count(40)).named("servers");
        assertExplained("""
                        assumed
                          servers = 20 (10 … 40)
                        calculated
                          pair = servers × 2
                               = 20 × 2
                               = 40 (20 … 80)
                          total = pair
                                = 40 (20 … 80)""", servers.times(2).named("pair").named("total"));
    }

    @Test
    void longChain_ofNamedSteps() throws InterruptedException {
        SmallStack.run(() -> {
            Bytes start = assume("start", bytes(3));
            Bytes size = start;
            for (int i = 1; i < LONG; i++) {
                size = size.plus(bytes(5)).named("after day " + i);
            }
            Explanation explanation = size.explain();
            assertEquals(LONG - 1, explanation.steps().size());
            assertEquals(
                    new Explanation.Step("after day 99999", "after day 99998 + 5 B", "500 kB + 5 B", bytes(499_998)),
                    explanation.steps().get(LONG - 2));
            assertEquals(bytes(500_006), size.given(start, bytes(11)));
            assertEquals(size.explain(), Serial.roundTrip(size).explain());
        });
    }

    @Test
    void longChain_ofStepsOfOneName() throws InterruptedException {
        SmallStack.run(() -> {
            Bytes size = assume("start", bytes(3));
            for (int i = 1; i < LONG; i++) {
                size = size.plus(bytes(5)).named("next");
            }
            List<Explanation.Step> steps = size.explain().steps();
            assertEquals("next #1", steps.get(0).name());
            assertEquals("next #99999", steps.get(LONG - 2).name());
            assertEquals("next #99998 + 5 B", steps.get(LONG - 2).formula());
        });
    }

    private static void assertExplained(String text, Quantity<?> quantity) {
        assertEquals(text, quantity.explain().toString());
    }
}
