package dev.estimator.quantity;

import static dev.estimator.quantity.Explained.A;
import static dev.estimator.quantity.Explained.B;
import static dev.estimator.quantity.Explained.X;
import static dev.estimator.quantity.Explained.assertExplained;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.estimator.Serial;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Formulas of many terms and chains of many steps. */
class ExplanationLengthTest {
    private static final int LONG = 8_000;

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
                  size = a + 3 GB + 6 GB + 9 GB + 12 GB + 15 GB + 18 GB + … 13 more … + 60 GB
                       = 11 GB + 3 GB + 6 GB + 9 GB + 12 GB + 15 GB + 18 GB + … 13 more … + 60 GB
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
                  f1  = ×1.0625
                  f2  = ×1.125
                  f3  = ×1.1875
                  f4  = ×1.25
                  f5  = ×1.3125
                  f6  = ×1.375
                  f7  = ×1.4375
                  f8  = ×1.5
                  f9  = ×1.5625
                  f10 = ×1.625
                  f11 = ×1.6875
                  f12 = ×1.75
                calculated
                  ratio (1) = x × f1 × f2 × f3 × f4 × f5 × f6 × f7 × f8 × f9
                            = 12 × 1.0625 × 1.125 × 1.1875 × 1.25 × 1.3125 × 1.375 × 1.4375 × 1.5 × 1.5625
                            = ×129.5
                  ratio = ratio (1) × f10 × f11 × f12
                        = 129.5 × 1.625 × 1.6875 × 1.75
                        = ×621.2""", growth);
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
                      size = 8,000 × step
                           = 8,000 × 3 B
                           = 24 kB""", sum);
            assertEquals(bytes(56_000), sum.given(step, bytes(7)));
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
                    "start + 1 B + 2 B + 3 B + 4 B + 5 B + 6 B + … 9,992 more … + 9,999 B",
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
                    new Explanation.Step("after day 7999", "after day 7998 + 5 B", "39.99 kB + 5 B", bytes(39_998)),
                    explanation.steps().get(LONG - 2));
            assertEquals(bytes(40_006), size.given(start, bytes(11)));
            assertEquals(size.explain(), Serial.roundTrip(size).explain());
        });
    }

    /** The units of a step follow from the sizes behind it, which are looked at once and not for each step again. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void longChain_timeIsLinear() {
        Bytes size = assume("start", gib(64));
        for (int i = 1; i < 20_000; i++) {
            size = size.plus(gib(3)).named("after day " + i);
        }
        assertThat(size.explain().toString()).endsWith("= 58.65 TiB");
    }

    @Test
    void longChain_ofStepsOfOneName() throws InterruptedException {
        SmallStack.run(() -> {
            Bytes size = assume("start", bytes(3));
            for (int i = 1; i < LONG; i++) {
                size = size.plus(bytes(5)).named("next");
            }
            List<Explanation.Step> steps = size.explain().steps();
            assertEquals("next (of start)", steps.get(0).name());
            assertEquals("next (7999th)", steps.get(LONG - 2).name());
            assertEquals("next (7998th) + 5 B", steps.get(LONG - 2).formula());
        });
    }
}
