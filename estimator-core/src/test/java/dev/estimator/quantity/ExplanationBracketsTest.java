package dev.estimator.quantity;

import static dev.estimator.quantity.Explained.A;
import static dev.estimator.quantity.Explained.B;
import static dev.estimator.quantity.Explained.C;
import static dev.estimator.quantity.Explained.X;
import static dev.estimator.quantity.Explained.Y;
import static dev.estimator.quantity.Explained.Z;
import static dev.estimator.quantity.Explained.assertExplained;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;

import org.junit.jupiter.api.Test;

/** Formulas are written with the brackets that they need, and no others. */
class ExplanationBracketsTest {
    private static final Share HITS = assume("hit ratio", percent(75));
    private static final Availability FOO = assume("foo", percentUp(99.9));
    private static final Availability BAR = assume("bar", percentUp(99));
    private static final Availability BAZ = assume("baz", percentUp(95));

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
                       = max(11 GB, 5 GB + 2 GB), the greatest is a
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
                  hit ratio = 75%
                  a         = 11 GB
                calculated
                  size = (1 − hit ratio) × a
                       = (1 − 75%) × 11 GB
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
}
