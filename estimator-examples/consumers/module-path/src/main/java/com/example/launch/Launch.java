package com.example.launch;

import static dev.estimator.analysis.Questions.*;
import static dev.estimator.quantity.Quantities.*;

/** How much disk does the launch need? A sum of ranges has to be drawn, which takes more of Commons Math than a product. */
public final class Launch {
    private Launch() {}

    public static void main(String[] args) {
        var users = assume("daily active users", between(million(5), million(20)), "launch plan");
        var photos = users.times(count(2)).per(DAY).times(assume("size", between(mb(1), mb(2), mb(8)))).times(years(1));
        var moved = assume("moved from the old service", between(pb(1), pb(30)));
        var disk = photos.plus(moved).times(3);
        System.out.println(disk);
        System.out.println(probabilityThat(disk).isAtMost(pb(200)));
        System.out.println(drivers(disk));
    }
}
