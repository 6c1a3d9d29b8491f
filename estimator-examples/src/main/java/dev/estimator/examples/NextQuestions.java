package dev.estimator.examples;

import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;

import dev.estimator.latency.Latency;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import dev.estimator.queueing.Staffing;
import dev.estimator.reliability.ActivePassive;
import dev.estimator.reliability.Repairable;
import dev.estimator.report.Report;
import dev.estimator.slo.Slo;

/** A checkout has its estimate; and at 80 % load? and with two zones? and the p99? */
public final class NextQuestions {
    static final Qps PEAK = assume("peak rate", between(qps(600), qps(1350)), "last year's sales day, twice");
    static final TimeSpan SERVICE = assume("service time", ms(50), "load test of March");
    static final TimeSpan HEDGE = assume("hedge delay", ms(500), "about the p95 of a payment");

    private NextQuestions() {}

    /** Sixteen workers would be busy to 80 % with 256 requests a second. */
    static ErlangC queueAt80Percent() {
        return ErlangC.of(assume("rate at 80%", qps(256), "16 × 80% ÷ 50 ms"), SERVICE, count(16));
    }

    static Servers servers() {
        return Servers.builder()
                .limit("requests", Staffing.of(PEAK, SERVICE).forWait(99, ms(20)), count(8))
                .build();
    }

    static Repairable database() {
        return Repairable.of(
                assume("time between failures", hours(4000), "two in the last year"),
                assume("time to repair", hours(2), "the longer of the two"));
    }

    static ActivePassive inTwoZones() {
        return ActivePassive.of(
                database(),
                assume("failover time", seconds(90), "game day in May"),
                assume("failovers that succeed", percent(95), "19 of 20 drills"));
    }

    static Latency payment() {
        return latencyP50P99(ms(120), ms(900)).named("payment");
    }

    static Latency checkout(Latency payment) {
        Latency auth = latencyP50P99(ms(5), ms(40)).named("auth");
        Latency stock = latencyP50P99(ms(12), ms(80)).fanOut(3).named("stock of 3 items");
        return Latency.inSequence(auth, stock, payment).named("checkout");
    }

    static Report report() {
        Slo slo = Slo.of(percentUp(99.95), days(30));
        return Report.titled("The next questions about a checkout")
                .section(
                        "And at 80 % load?",
                        queueAt80Percent().waitProbability(),
                        queueAt80Percent().meanWait(),
                        queueAt80Percent().waitPercentile(99),
                        servers().needed())
                .section(
                        "And with two zones?",
                        database().availability().named("one zone"),
                        inTwoZones().availability().named("two zones"),
                        inTwoZones().downtime(MONTH).named("downtime with two zones"),
                        slo.allowedDowntime())
                .section(
                        "And the p99?",
                        checkout(payment()).p50(),
                        checkout(payment()).p99(),
                        checkout(payment().hedgedAfter(HEDGE)).p99().named("p99 with a hedged payment"),
                        payment().extraLoadOfHedging(HEDGE).named("extra load of hedging"))
                .headline(servers().needed());
    }

    /**
     * Prints the answers, and where the time of the checkout goes.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        System.out.println(report());
        System.out.println();
        System.out.println(checkout(payment()).criticalPath());
    }
}
