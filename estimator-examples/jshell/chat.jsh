// A chat for 50 million daily users who send 40 messages each: rates, disks, servers, and what binds.
var traffic = Traffic.builder().
    dailyActiveUsers(assume("daily active users", million(50), "A. Xu, chapter 12")).
    actionsPerUser(count(40)).
    readShare(percent(50)).
    peakToAverage(ratio(3)).
    sessionLength(hours(2)).
    build()
println(traffic.peakWriteQps())
println(traffic.concurrentUsers())
var message = RecordKind.builder("message").rate(traffic.writeQps()).field("text", bytes(100)).field("header", bytes(36)).build()
var storage = Storage.builder().kind(message).retention(years(1)).replicas(count(2)).build()
println(storage.physical())
var servers = Servers.builder().
    limit("requests", traffic.peakQps(), qps(10_000)).
    limit("connections", traffic.peakConcurrentUsers(), count(100_000)).
    zones(count(3)).zonesThatMayFail(count(1)).
    build()
println(servers)
println(servers.nextLimit())
println(servers.servers().given("daily active users", million(100)))
/exit
