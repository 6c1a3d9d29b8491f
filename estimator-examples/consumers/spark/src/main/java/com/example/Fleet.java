package com.example;

import static dev.estimator.quantity.Quantities.*;

import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepRow;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Units;
import java.io.Serializable;
import java.util.Map;

/** What each service of a fleet needs: its users and the size of what it stores are known, the rest are ranges. */
public final class Fleet {
    static final Count USERS = assume("users", million(1));
    static final Bytes SIZE = assume("size", kb(50));

    private static final Count ACTIONS = assume("actions per user", between(count(10), count(40)), "a guess");

    static final Count SERVERS = servers();
    static final Bytes DISK = disk();

    private Fleet() {}

    private static Count servers() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(USERS)
                .actionsPerUser(ACTIONS)
                .peakToAverage(assume("peak to average", between(ratio(2), ratio(5)), "earlier launches"))
                .build();
        return Servers.builder()
                .limit("requests", traffic.peakQps(), assume("per server", between(qps(300), qps(700)), "a load test"))
                .spares(count(2))
                .build()
                .servers();
    }

    private static Bytes disk() {
        return Storage.builder()
                .kind(RecordKind.builder("record").rate(USERS.times(ACTIONS).per(DAY)).size(SIZE).build())
                .retention(years(2))
                .replicationFactor(ratio(3))
                .build()
                .physical();
    }

    static Sweep sweep() {
        return Sweep.of(SERVERS, DISK).over(USERS, SIZE).withPercentiles(5, 95);
    }

    /** A service, as it lies in the table. */
    record Service(long id, double users, double kilobytes) implements Serializable {
        /** One that was made up, all different. */
        static Service of(long id) {
            return new Service(id, 1_000 + 37.0 * id, 1 + id % 997 / 7.0);
        }

        Map<String, Quantity<?>> values() {
            return Map.of("users", count(users), "size", kb(kilobytes));
        }
    }

    /** What follows from it. */
    record Needs(long id, double servers, double servers5, double servers95, double disk, double disk5, double disk95) {
        static Needs of(long id, SweepRow row) {
            return new Needs(
                    id,
                    row.at(SERVERS).to(Units.ONES),
                    row.percentile(SERVERS, 5).to(Units.ONES),
                    row.percentile(SERVERS, 95).to(Units.ONES),
                    row.at(DISK).to(Units.B),
                    row.percentile(DISK, 5).to(Units.B),
                    row.percentile(DISK, 95).to(Units.B));
        }
    }
}
