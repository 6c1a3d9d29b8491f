// How many requests and how much disk does photo sharing for five million daily users need?
var users = assume("daily active users", million(5), "launch plan")
var uploads = users.times(percent(10)).per(DAY).named("uploads")
var stored = uploads.times(mb(2)).times(years(5)).times(ratio(3)).named("photos with three copies")
println(uploads)
println(stored)
println(stored.explain())
println(stored.given(users, million(20)))
/exit
