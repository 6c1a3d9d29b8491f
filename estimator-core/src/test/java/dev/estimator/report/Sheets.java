package dev.estimator.report;

import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;

import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Count;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.Quorum;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Step;
import dev.estimator.system.UseCase;
import java.util.List;

/** The models of a feed reader, for tests of design sheets. */
final class Sheets {
    static final Count USERS = assume("daily users", million(4.32), "launch plan");

    // 86.4 million a day are 1,000 a second: 800 reads, 200 writes.
    static final Traffic TRAFFIC = Traffic.builder()
            .dailyActiveUsers(USERS)
            .actionsPerUser(count(20))
            .readShare(percent(80))
            .peakToAverage(ratio(3))
            .writeSize(kb(2))
            .build();

    static final Storage STORAGE = Storage.builder()
            .kind(RecordKind.builder("post")
                    .rate(TRAFFIC.writeQps())
                    .size(bytes(500))
                    .build())
            .retention(years(2))
            .replicationFactor(ratio(3))
            .build();

    static final CacheMemory CACHE = CacheMemory.builder()
            .items(million(4))
            .hotShare(percent(30))
            .itemSize(bytes(350))
            .copies(ratio(2))
            .build();

    static final Servers SERVERS = Servers.builder()
            .limit("requests", TRAFFIC.peakQps(), qps(400))
            .limit("memory", gb(90), gb(16))
            .targetUtilization(percent(60))
            .build();

    static final Component WEB = Component.named("web")
            .requestsPerInstance(qps(1500))
            .instances(count(4))
            .latency(latency(ms(3)))
            .up(percentUp(99.95));
    static final Component STORE = Component.named("store")
            .serviceTime(ms(1), count(1))
            .instances(count(2))
            .up(Call.atLeast(
                    2, Call.of("db-1", percentUp(98)), Call.of("db-2", percentUp(98)), Call.of("db-3", percentUp(98))));
    static final Component MAIL = Component.named("mail");

    static final Architecture SYSTEM = Architecture.of(
            UseCase.read("read", TRAFFIC, WEB.receiving(kb(5)).calling(Step.sometimes(percent(25), STORE))),
            UseCase.write("write", TRAFFIC, WEB.sending(kb(2)).calling(STORE, Step.async(MAIL))));

    static final Quorum QUORUM = Quorum.builder()
            .copies(3)
            .readsFrom(2)
            .writesTo(2)
            .availabilityOfCopy(percentUp(99))
            .build();

    private Sheets() {}

    /** The blocks under the headings of level 2. */
    static List<Block> blocks(DesignSheet sheet, String heading) {
        return sheet.page().sections().stream()
                .filter(section -> section.level() == 2 && section.heading().equals(heading))
                .findFirst()
                .orElseThrow()
                .blocks();
    }

    /** What a part says in text, without its heading. */
    static String text(DesignSheet sheet, String heading) {
        String page = new Page("", List.of(new Page.Section("", 2, blocks(sheet, heading)))).text();
        return page.strip();
    }
}
