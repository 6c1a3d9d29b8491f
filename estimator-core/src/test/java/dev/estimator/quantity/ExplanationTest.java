package dev.estimator.quantity;

import static dev.estimator.quantity.Explained.A;
import static dev.estimator.quantity.Explained.B;
import static dev.estimator.quantity.Explained.C;
import static dev.estimator.quantity.Explained.X;
import static dev.estimator.quantity.Explained.Y;
import static dev.estimator.quantity.Explained.Z;
import static dev.estimator.quantity.Explained.assertExplained;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
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
                               = 2,315/s
                  peak rate = average rate × peak to average
                            = 2,315/s × 3
                            = 6,944/s
                  ingress = peak rate × request size
                          = 6,944/s × 7 kB
                          = 48.61 MB/s""", peak.times(size).named("ingress"));
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
}
