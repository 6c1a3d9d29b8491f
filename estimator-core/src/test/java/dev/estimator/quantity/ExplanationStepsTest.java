package dev.estimator.quantity;

import static dev.estimator.quantity.Explained.A;
import static dev.estimator.quantity.Explained.B;
import static dev.estimator.quantity.Explained.C;
import static dev.estimator.quantity.Explained.assertExplained;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which steps there are and what they are called: shared, equal, replaced and elided ones. */
class ExplanationStepsTest {
    /** A sum of several that is named and goes on without its name: its line had what was added to the other. */
    @Test
    void sum_namedAndGoingOn() {
        Bytes base = assume("photos", tb(10))
                .plus(assume("videos", tb(20)))
                .plus(assume("logs", tb(30)))
                .plus(assume("indexes", tb(5)));
        Bytes data = base.named("data");
        assertThat(base.plus(assume("backup", tb(100))).div(data).explain().toString())
                .contains(
                        "data = photos + videos + logs + indexes\n       = 10 TB + 20 TB + 30 TB + 5 TB\n       = 65 TB")
                .contains("(photos + videos + logs + indexes + backup) ÷ data");
    }

    /** The last formulas alone: what goes into them is a number there. */
    @Test
    void explain_levels() {
        Count users = assume("users", million(3), "plan");
        Count posts = users.times(4).named("posts");
        Count likes = posts.times(assume("likes a post", ratio(7))).named("likes");
        Count rows = likes.plus(posts).named("rows");
        assertThat(rows.explain(1).toString()).isEqualTo("""
                        calculated
                          rows = likes + posts
                               = 84M + 12M
                               = 96M""");
        assertThat(rows.explain(2).toString()).isEqualTo("""
                        assumed
                          users        = 3M  (plan)
                          likes a post = ×7
                        calculated
                          posts = users × 4
                                = 3M × 4
                                = 12M
                          likes = posts × likes a post
                                = 12M × 7
                                = 84M
                          rows = likes + posts
                               = 84M + 12M
                               = 96M""");
        assertThat(rows.explain(3)).hasToString(rows.explain().toString());
        assertThat(users.explain(1)).hasToString(users.explain().toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.explain(0))
                .withMessage("levels must be at least 1 but was 0");
    }

    /** However many levels were asked for, a default that formulas leave out was missing. */
    @Test
    void explain_levelsHaveDefaultsThatNoFormulaShows() {
        Count users = assume("users", million(3)).times(4).named("posts");
        Count spares = assumeDefault("spares", count(0), "none");
        Count servers = users.times(assume("servers a post", ratio(0.001)))
                .plus(spares)
                .named("servers")
                .times(assume("regions", count(2)))
                .named("all");
        assertThat(servers.explain(1).toString()).contains("regions").doesNotContain("spares");
        assertThat(servers.explain(2).toString()).contains("spares = 0").doesNotContain("users");
        assertThat(servers.explain(3)).hasToString(servers.explain().toString());
    }

    /** √(1.65 × 6.88) = 3.3693, √(1 × 10) = 3.1623, √(25 × 36) = 30. */
    @Test
    void toString_operandIsInTheUnitOfItsLine() {
        Spending rent = assume("rent", between(usd(1.65).per(HOUR), usd(6.88).per(HOUR)));
        assertExplained("""
                assumed
                  rent = $3.369/h ($1.65 … $6.88)
                calculated
                  cost = 36 × rent
                       = 36 × $3.369/h
                       = $88.54k/month ($43.4k … $181k)""", count(36).times(rent).named("cost"));
        Bandwidth link = assume("link", between(gbitPerSecond(1), gbitPerSecond(10)));
        assertThat(link.times(3).named("links").explain().toString())
                .contains("link = 3.162 Gbit/s (1 … 10)", "= 3.162 Gbit/s × 3");
        TimeSpan time = assume("time", between(hours(25), hours(36)));
        assertThat(time.times(3).named("all").explain().toString()).contains("time = 30 h (25 … 36)", "= 30 h × 3");
    }

    @Test
    void toString_sharedStepOnce() {
        Bytes both = A.plus(B.times(3)).plus(C);
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size (1) = a + b × 3 + c
                           = 11 GB + 5 GB × 3 + 2 GB
                           = 28 GB
                  size = size (1) × 2 + size (1)
                       = 28 GB × 2 + 28 GB
                       = 84 GB""", both.times(2).plus(both));
    }

    @Test
    void toString_sameFormulaTwiceIsOneStep() {
        assertExplained(
                """
                        assumed
                          a = 11 GB
                          b = 5 GB
                          c = 2 GB
                        calculated
                          ratio (1) = (a + b × 3) ÷ c
                                    = (11 GB + 5 GB × 3) ÷ 2 GB
                                    = ×13
                          ratio = ratio (1) + ratio (1) × 2
                                = 13 + 13 × 2
                                = ×39""", A.plus(B.times(3)).div(C).plus(A.plus(B.times(3)).div(C).times(2)));
    }

    /**
     * Steps called 'size (1)' and 'ratio (1)' said nothing. A sum that is written twice goes on in two ways, each its
     * own.
     */
    @Test
    void toString_shortStepIsWrittenWhereverItIsUsed() {
        Bytes both = A.plus(B);
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                calculated
                  size = (a + b) × 2 + a + b
                       = (11 GB + 5 GB) × 2 + 11 GB + 5 GB
                       = 48 GB""", both.times(2).plus(both));
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  ratio = (a + b) ÷ c + (a + b) ÷ c × 3
                        = (11 GB + 5 GB) ÷ 2 GB + (11 GB + 5 GB) ÷ 2 GB × 3
                        = ×32""", A.plus(B).div(C).plus(A.plus(B).div(C).times(3)));
        assertExplained("""
                assumed
                  a = 11 GB
                  b = 5 GB
                  c = 2 GB
                calculated
                  size = (a + a + b) × 2 + a + a + c
                       = (11 GB + 11 GB + 5 GB) × 2 + 11 GB + 11 GB + 2 GB
                       = 78 GB""", A.plus(A).plus(B).times(2).plus(A.plus(A).plus(C)));
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
                  both (of b) = a + b
                              = 11 GB + 5 GB
                              = 16 GB
                  both (of c) = a + c
                              = 11 GB + 2 GB
                              = 13 GB
                  size = both (of b) + both (of c)
                       = 16 GB + 13 GB
                       = 29 GB""", A.plus(B).named("both").plus(A.plus(C).named("both")));
    }

    @Test
    void toString_twoAssumptionsOfOneName() {
        assertExplained("""
                assumed
                  users (here)  = 3M  (here)
                  users (there) = 4M  (there)
                calculated
                  count = users (here) + users (there)
                        = 3M + 4M
                        = 7M""", assume("users", million(3), "here").plus(assume("users", million(4), "there")));
    }

    /** What has one name is called after what follows from it alone; what both share has no need of it. */
    @Test
    void toString_twoModelsOnOnePage() {
        Count copies = count(3).named("copies");
        Count api = count(5).named("zones").times(copies).named("api servers");
        Count workers = count(7).named("zones").times(copies).named("workers");
        assertExplained("""
                assumed
                  api servers: zones = 5
                  copies             = 3
                  workers: zones     = 7
                calculated
                  api servers = api servers: zones × copies
                              = 5 × 3
                              = 15
                  workers = workers: zones × copies
                          = 7 × 3
                          = 21
                  all = api servers + workers
                      = 15 + 21
                      = 36""", api.plus(workers).named("all"));
    }

    /** The last of three has no name after it. */
    @Test
    void toString_oneOfThemWithoutAModel() {
        Count api = count(5).named("zones").times(ratio(2)).named("api");
        Count rest = api.plus(count(7).named("zones")).plus(count(9).named("zones"));
        assertExplained("""
                assumed
                  api: zones = 5
                  zones (7)  = 7
                  zones (9)  = 9
                calculated
                  api = api: zones × 2
                      = 5 × 2
                      = 10
                  all = api + zones (7) + zones (9)
                      = 10 + 7 + 9
                      = 26""", rest.named("all"));
    }

    /** To call a factor a number of things is no step of its own. */
    @Test
    void toString_factorAsCount() {
        assertExplained("""
                assumed
                  file = 24 kB
                calculated
                  blocks = file ÷ 4 kB
                         = 24 kB ÷ 4 kB
                         = ×6
                  count = blocks
                        = 6 pages""", assume("file", kb(24)).div(kb(4)).named("blocks").toCount("pages"));
    }

    /** It was 'bill (second) = bill (first)'. */
    @Test
    void toString_sameNameAgain() {
        assertExplained(
                """
                assumed
                  visits = 300
                calculated
                  bill = visits × $2
                       = 300 × $2
                       = $600""", assume("visits", count(300)).times(usd(2)).named("bill").named("bill"));
    }

    /** A name that an author gave is not given again. */
    @Test
    void toString_nameThatIsTaken() {
        Count users = assume("users", count(3)).plus(assume("users", count(4)));
        assertExplained("""
                assumed
                  users (first)  = 3
                  users (second) = 4
                  users (4)      = 5
                calculated
                  all = users (first) + users (second) + users (4)
                      = 3 + 4 + 5
                      = 12""", users.plus(assume("users (4)", count(5))).named("all"));
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
                  size = (a + b + c) × 2 + (a + b + 3 GB) × 5
                       = (11 GB + 5 GB + 2 GB) × 2 + (11 GB + 5 GB + 3 GB) × 5
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

    /** A step that only passes another on repeats its value, but that once. */
    @Test
    void renamed_lastNameIsEnough() {
        Count servers = between(count(10), count(40)).named("servers");
        assertExplained("""
                        assumed
                          servers = 20 (10 … 40)
                        calculated
                          total = servers × 2
                                = 20 × 2
                                = 40 (20 … 80)""", servers.times(2).named("pair").named("total"));
    }

    /** An answer that was asked for stays, also where another only renames it. */
    @Test
    void renamed_isAnAnswerToo() {
        Bytes sum = A.plus(B).named("sum");
        assertThat(Explanation.of(List.of(sum, sum.named("all"))).steps())
                .extracting(Explanation.Step::name)
                .containsExactly("sum", "all");
    }

    @Test
    void renamedRange() {
        Count users = between(count(10), count(40)).named("users");
        assertThat(users.named("people").plus(count(3)).explain().toString()).contains("people = users");
    }

    /** What has a name stands once, whatever it is called afterwards. */
    @Test
    void explain_withNoun_ofNamed() {
        Count active = assume("hosts", count(2_000, "hosts"))
                .times(count(700, "series"))
                .withNoun("series")
                .named("active");
        Qps samples = active.withNoun("samples").div(15).per(HOUR).named("samples");
        Bytes memory = active.times(kb(3)).named("memory");
        assertThat(Explanation.of(List.of(samples, memory)).toString()).isEqualTo("""
                        assumed
                          hosts = 2,000 hosts
                        calculated
                          active = hosts × 700 series
                                 = 2,000 hosts × 700 series
                                 = 1.4M series
                          samples = active ÷ 15 ÷ 1 h
                                  = 1.4M series ÷ 15 ÷ 1 h
                                  = 25.93 samples/s
                          memory = active × 3 kB
                                 = 1.4M series × 3 kB
                                 = 4.2 GB""");
        assertThat(active.withNoun("rows").explain().toString()).endsWith("= 1.4M rows");
        assertThat(active.withNoun("rows").name()).isEqualTo("active");
    }

    /** Its line was 'query rate = 40 req/s'; where others use it as it was given, that stays. */
    @Test
    void assumption_hasTheNounThatAllItsUsersGiveIt() {
        Qps rate = assume("query rate", qps(40));
        Qps queries = rate.withNoun("queries");
        assertExplained("""
                        assumed
                          query rate = 40 queries/s
                        calculated
                          load = query rate × 2
                               = 40 queries/s × 2
                               = 80 queries/s""", queries.times(2).named("load"));
        assertThat(queries.plus(rate).explain().toString())
                .contains("query rate = 40 req/s\n", "= 40 req/s + 40 req/s");
        Qps daily = assume("daily", between(count(9).per(DAY), count(25).per(DAY)));
        assertThat(daily.withNoun("orders").times(3).explain().toString()).contains("daily = 15 orders/d (9 … 25)");
        Explanation.Assumption line = queries.times(2).explain().assumptions().get(0);
        assertThat(queries.times(2).given((Qps) line.value(), qps(50))).hasToString("100 queries/s");
    }

    /** 'alert rules' were 4,243 evaluations, and 'active series' 16.77M samples. */
    @Test
    void explain_withNoun_keepsTheNounOfWhatHasOne() {
        Count rules = assume("alert rules", between(count(3_000, "rules"), count(6_000, "rules")), "rule files");
        Qps evaluations = rules.withNoun("evaluations").per(seconds(15)).named("rule evaluations");
        assertExplained("""
                        assumed
                          alert rules = 4,243 rules (3,000 … 6,000)  (rule files)
                        calculated
                          rule evaluations = alert rules ÷ 15 s
                                           = 4,243 rules ÷ 15 s
                                           = 282.8 evaluations/s (200 … 400)""", evaluations);
        Count series = assume("hosts", count(5_000, "hosts"))
                .times(assume("series per host", count(800, "series")))
                .named("active series");
        assertExplained("""
                        assumed
                          hosts           = 5,000 hosts
                          series per host = 800 series
                        calculated
                          active series = hosts × series per host
                                        = 5,000 hosts × 800 series
                                        = 4M series
                          samples = active series ÷ 20 s
                                  = 4M series ÷ 20 s
                                  = 200k samples/s""", series.withNoun("samples").per(seconds(20)).named("samples"));
        Qps writes = assume("writes", count(70, "writes").per(SECOND));
        assertThat(writes.withNoun("rows").times(3).named("rows").explain().toString())
                .contains("writes = 70 writes/s", "= 210 rows/s");
    }

    /** What somebody counted under a name is no query, whatever each of them makes. */
    @Test
    void assumed_keepsWhatItCounts() {
        Count rules = assume("alert rules", count(3200));
        assertThat(rules.withNoun("queries")
                        .per(minutes(1))
                        .named("alert queries")
                        .explain()
                        .toString())
                .contains("  alert rules = 3,200\n");
        Count range = assume("alert rules", between(count(3000), count(6000)));
        assertThat(range.withNoun("queries").per(minutes(1)).explain().toString())
                .contains("  alert rules = 4,243 (3,000 … 6,000)\n");
    }

    /** It was 'queries = 40 samples/s'. */
    @Test
    void assumed_keepsWhatItCountsInATime() {
        Qps queries = assume("queries", qps(40));
        assertThat(queries.withNoun("samples").times(3).explain().toString())
                .contains("  queries = 40 req/s\n", " = 40 req/s × 3\n", "= 120 samples/s");
        Qps events = assume("events", count(7).per(SECOND));
        assertThat(events.withNoun("samples").named("samples").explain().toString())
                .contains("  events = 7/s\n", " = 7 samples/s");
        Qps range = assume("user events", between(qps(9), qps(25)));
        assertThat(range.withNoun("samples").times(3).explain().toString())
                .contains("  user events = 15 req/s (9 … 25)\n");
        assertThat(range.withNoun("events").times(3).explain().toString())
                .contains("  user events = 15 events/s (9 … 25)\n");
        for (String name : List.of("peak QPS", "rate of queries", "db access", "Samples (raw)")) {
            Qps rate = assume(name, qps(40));
            assertThat(rate.withNoun("samples").times(3).explain().toString()).contains(name + " = 40 samples/s\n");
        }
        Qps links = assume("new links per month", qps(40));
        assertThat(links.withNoun("clicks").times(3).explain().toString()).contains("per month = 40 req/s\n");
    }
}
