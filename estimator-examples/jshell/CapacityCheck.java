import static dev.estimator.analysis.Questions.*;
import static dev.estimator.check.Checks.*;
import static dev.estimator.quantity.Quantities.*;

import dev.estimator.model.*;

/** Do 60 servers carry a launch? An argument says for how many million daily users; exit code 1 if they do not. */
class CapacityCheck {
    public static void main(String[] args) {
        double millions = args.length > 0 ? Double.parseDouble(args[0]) : 5;
        var users = assume("daily active users", plusOrMinus(million(millions), percent(40)), "launch plan");
        var peak = assume("peak to average", between(ratio(2), ratio(5)), "earlier launches");
        var traffic = Traffic.builder().dailyActiveUsers(users).actionsPerUser(count(20)).peakToAverage(peak).build();
        var servers = Servers.builder().limit("requests", traffic.peakQps(), qps(500)).spares(count(2)).build().servers();

        System.out.println(servers);
        System.out.println(largest(users).suchThat(limit(servers).atMost(count(60))));
        check(servers).atMost(count(60));
    }
}
