// A URL shortener, from its users to its servers. The numbers are those of Karan Pratap Singh's course 'System Design',
// chapter URL Shortener; what he does not say is marked as ours.
//
// 1. A number with a name and a source. Each line echoes its answer.
var links = assume("new links per month", million(100), "K. P. Singh, System Design")
var reads = assume("reads per link", ratio(100), "K. P. Singh, System Design")

// 2. From a count in a month, his of 30 days, to a rate: units take part in the arithmetic.
var writeRate = links.per(days(30)).named("write rate")
var readRate = writeRate.times(reads).named("read rate")

// 3. A rate times a size is a bandwidth, a bandwidth times a time a size again.
var size = assume("size of a link", bytes(500), "K. P. Singh, System Design")
readRate.times(size)

// 4. A model knows the formulas. What is not set stays at its default, and the explanation says so.
var traffic = Traffic.builder().writeRate(writeRate).readsPerWrite(reads).build()
traffic.peakQps()
traffic.peakQps().explain()

// 5. Ten years of links on disk; three copies are ours.
var link = RecordKind.builder("link").rate(traffic.writeQps()).size(size).build()
var storage = Storage.builder().kind(link).retention(years(10)).replicationFactor(ratio(3)).build()
storage.records()
var disk = storage.physical().named("disk")

// 6. A cache for the hottest fifth of a day's reads, and what it leaves to the store.
var cache = CacheMemory.builder().reads(traffic.readQps()).itemSize(size).build()
cache.residualLoad(percent(80))

// 7. Nobody knows these numbers exactly. A range says how well: 9 times in 10 between the two. These two ranges are ours.
var plan = assume("new links per month, as a range", between(million(50), million(200)), "ours")
var peak = assume("peak to average", between(ratio(2), ratio(5)), "ours")
var load = traffic.peakQps().given(links, plan).given("peak to average", peak)
var servers = Servers.builder().limit("requests", load, qps(500)).spares(count(2)).build().servers()

// 8. Are 60 servers enough? What does it depend on? How far do 60 go?
probabilityThat(servers).isAtMost(count(60))
drivers(servers)
largest(plan).suchThat(limit(servers).atMost(count(60)))

// 9. What if?
servers.given(plan, million(400))
Scenarios.of(servers).with("twice the links", c -> c.given(plan, million(200))).with("even days", c -> c.given(peak, ratio(1.5)))

// 10. And in two years, with 3% more each month?
var growth = Growth.compound(percent(3), MONTH)
growth.at(disk, years(2))
growth.fits(disk, tb(40))

// 11. A check keeps a limit from now on: in a script or a unit test it fails when the design outgrows it.
check(disk).growing(growth).atMost(tb(40))
check(servers).withConfidence(percent(80)).atMost(count(60))

// 12. All of it on one page; page().write(Path.of("shortener.html")) makes it a file with plots.
println(Report.titled("URL shortener").section("Answers", disk, servers).fits(limit(servers).atMost(count(60))))
