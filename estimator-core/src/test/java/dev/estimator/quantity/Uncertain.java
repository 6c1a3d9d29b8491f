package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.model.Traffic;

/** Ranges, and a model of some, to ask. */
final class Uncertain {
    static final Count USERS = assume("users", between(million(3), million(12)), "launch plan");
    static final Ratio PEAK = assume("peak to average", between(ratio(2), ratio(5)));
    static final Bytes PAGE = between(kb(20), kb(80));
    static final Traffic TRAFFIC = Traffic.builder()
            .dailyActiveUsers(USERS)
            .actionsPerUser(count(20))
            .peakToAverage(between(ratio(2), ratio(5)))
            .build();

    private Uncertain() {}
}
