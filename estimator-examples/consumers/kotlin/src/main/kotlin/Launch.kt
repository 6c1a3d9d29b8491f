import dev.estimator.analysis.Questions.*
import dev.estimator.quantity.*
import dev.estimator.quantity.Quantities.*

operator fun Count.div(period: TimeSpan): Qps = per(period) // what Java calls per()

fun main() {
    val users = assume("daily active users", between(million(5.0), million(20.0)), "launch plan")
    val uploads = users * count(2.0) / DAY
    val disk = (uploads * mb(3.0) * years(1.0) + pb(2.0)) * 3.0
    println(disk)
    println(probabilityThat(disk).isAtMost(pb(100.0)))
    println(disk < eb(1.0) && uploads - qps(5.0) in qps(10.0)..qps(1000.0))
}
