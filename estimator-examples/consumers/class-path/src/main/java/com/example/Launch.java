package com.example;

import static dev.estimator.analysis.Questions.*;
import static dev.estimator.quantity.Quantities.*;

import dev.estimator.model.*;

/** How many servers does the launch need? */
public final class Launch {
    private Launch() {}

    public static void main(String[] args) {
        var users = assume("daily active users", between(million(5), million(20)), "launch plan");
        var traffic = Traffic.builder().dailyActiveUsers(users).actionsPerUser(count(20)).build();
        var servers = Servers.builder().limit("requests", traffic.peakQps(), qps(500)).spares(count(2)).build().servers();
        System.out.println(servers);
        System.out.println(probabilityThat(servers).isAtMost(count(20)));
        System.out.println(drivers(servers));
    }
}
