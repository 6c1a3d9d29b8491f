import dev.estimator.analysis.*;
import dev.estimator.check.*;
import dev.estimator.model.*;
import dev.estimator.quantity.*;
import dev.estimator.report.*;
import static dev.estimator.analysis.Questions.*;
import static dev.estimator.check.Checks.*;
import static dev.estimator.quantity.Quantities.*;
import static dev.estimator.quantity.Units.*;

void println(Object text) { System.out.println(text); }

void help() {
    println("""
        Quantities    qps(1200)  perDay(2e8)  kb(4) gib(64) tb(1.5)  mbitPerSecond(100)  ms(20) days(30) years(5)
                      million(10)  count(500, "posts")  ratio(3)  percent(95)  percentUp(99.95) nines(3)  usd(0.02)
        From text     Qps.parse("1.5M/day")  Bytes.parse("3.5 TiB")  TimeSpan.parse("5 min")  Availability.parse("3 nines")
                      Price.parse("$0.02/GB", Bytes.class)
        Periods       SECOND MINUTE HOUR DAY WEEK MONTH YEAR              million(10).per(DAY)
        Arithmetic    plus minus times div max min ceil                   million(10).times(count(20)).per(DAY)
        In a unit     to(unit) gives the number, format(unit) the text    tb(1500).format(PB)
                      GB TIB MBIT_PER_SECOND PER_DAY HOURS MILLIONS ...
        Assumptions   var users = assume("users", million(10), "launch plan")
                      rate.explain()  rate.given(users, million(50))  rate.given("peak to average", ratio(3))
                      println(rate.explain()) shows a long explanation whole: the prompt cuts its echoes
        Ranges        var size = assume("photo", between(mb(1), mb(4)))   9 times in 10 between the two
                      plusOrMinus(tb(5), percent(20))  uniform(a, b)  oneOf(a, b)  measured(list)  correlated(a, b, 0.5)
        Questions     drivers(disk)  probabilityThat(disk).isAtMost(tb(9))  disk.p95()  disk.given(size, mb(5))
                      largest(size).suchThat(limit(disk).atMost(tb(9)))  limit(disk).atMost(tb(9)).holdsWith(percent(95))
        Models        Traffic  Storage with RecordKind  CacheMemory  Servers  CallChain with Call
                      Traffic.builder(). and the Tab key list what can be set; traffic. and Tab what can be asked
        Report        Report.titled("My system").section("Traffic", rate).fits(limit(rate).atMost(qps(99)))
        Leave         /exit""");
}

println("Capacity estimates: help() lists what there is, /exit leaves.");
