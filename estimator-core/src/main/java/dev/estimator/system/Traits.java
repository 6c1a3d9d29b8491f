package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Price;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** What was said of a component; what was not does not limit, costs nothing, takes no time and does not fail. */
@Value.Immutable(copy = false)
@SuppressWarnings("serial") // lists are serializable
abstract class Traits implements Serializable {
    private static final long serialVersionUID = 1L;

    abstract Optional<TimeSpan> serviceTime();

    abstract Optional<Count> workers();

    abstract Optional<Ratio> variability();

    @Value.Default
    boolean isOneLine() {
        return false;
    }

    abstract Optional<Latency> latency();

    abstract Optional<Latency> roundTrip();

    abstract Optional<Qps> requests();

    abstract Optional<Count> threads();

    abstract Optional<Bandwidth> bandwidth();

    /** Others that do not grow with requests, such as memory. */
    abstract List<Resource<?>> needs();

    abstract Optional<Count> instances();

    /** Whether the number of instances was bought, not stated: who chose it makes it no other component. */
    @Value.Default
    @Value.Auxiliary
    boolean isBought() {
        return false;
    }

    /** The instances that are paid for, where some of them were lost. */
    abstract Optional<Count> paid();

    /** What was stated; else the default of {@link dev.estimator.model.Servers}, which a page tells from that. */
    abstract Optional<Share> targetUtilization();

    abstract Optional<Count> spares();

    @Value.Default
    int zones() {
        return 1;
    }

    /** Whether somebody said that, who may have said one: that makes it no other component. */
    @Value.Default
    @Value.Auxiliary
    boolean areZonesStated() {
        return false;
    }

    @Value.Default
    int zonesThatMayFail() {
        return 0;
    }

    abstract Optional<Count> shards();

    abstract Optional<Share> hottest();

    abstract Optional<Availability> perInstance();

    abstract Optional<Call> whole();

    abstract List<Component> dependencies();

    abstract Optional<Spending> price();

    abstract Optional<Price<Count>> perRequest();

    abstract Optional<Price<Bytes>> perByte();

    abstract List<Charge> charges();

    abstract List<Written> written();

    /** Whether visits of use cases that write leave something behind. */
    boolean keepsWrites() {
        return written().stream().anyMatch(kept -> !kept.isOfReads());
    }

    /** Money that comes due whatever the load. */
    record Charge(String name, Spending amount) implements Serializable {}

    /** What visits leave behind, such as messages or log lines, for how long, and whether reads do so, too. */
    record Written(String name, Bytes size, TimeSpan kept, boolean isOfReads) implements Serializable {}

    /** Refuses what is up as a whole and of each instance. */
    Traits requireOneUp(String component) {
        Refusal.unless(
                whole().isEmpty() || perInstance().isEmpty(),
                "up",
                "of the whole or of each instance",
                "of both: what " + component + " needs besides is said with dependsOn(...)");
        return this;
    }

    /** Adds an element to a list; it replaces one of the same name. */
    static <T> List<T> with(List<T> all, T one, Function<T, String> name) {
        return Stream.concat(all.stream().filter(other -> !name.apply(other).equals(name.apply(one))), Stream.of(one))
                .toList();
    }

    /** What was said, in a line; nothing if nothing was. */
    String inWords() {
        Optional<Availability> up =
                whole().map(call -> CallChain.builder().call(call).build().availability());
        Optional<Count> several = shards().filter(all -> isAbove(1, all));
        return Stream.of(
                        said("", serviceTime(), " a visit"),
                        said("service variability ", variability(), ""),
                        said("latency ", latency(), ""),
                        said("round trip ", roundTrip(), ""),
                        number(workers(), "worker"),
                        number(threads(), "thread"),
                        isOneLine() ? "one line" : "",
                        said("", requests(), " per instance"),
                        said("", bandwidth(), " per instance"),
                        said("needs ", names(needs().stream().map(Resource::name)), ""),
                        number(instances(), "instance"),
                        said("at most ", targetUtilization(), " used"),
                        number(spares().filter(some -> isAbove(0, some)), "spare"),
                        zones() > 1 ? zones() + " zones" + mayFail() : "",
                        number(several, "shard"),
                        said("the hottest with ", several.flatMap(all -> hottest()), " of requests"),
                        said("up ", perInstance().map(NumberCells::up), " per instance"),
                        said("up ", up.map(NumberCells::up), ""),
                        said("depends on ", names(dependencies().stream().map(Component::name)), ""),
                        said("", price(), " per instance"),
                        said("", perRequest(), " for requests"),
                        said("", perByte(), " for bytes returned"),
                        said("charged for ", names(charges().stream().map(Charge::name)), ""),
                        said("keeps ", names(written().stream().map(Written::name)), ""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String mayFail() {
        return zonesThatMayFail() > 0 ? " of which " + zonesThatMayFail() + " may fail" : "";
    }

    private static String said(String before, Optional<?> what, String after) {
        return what.map(value -> before + value + after).orElse("");
    }

    private static String number(Optional<Count> number, String one) {
        return number.map(count -> number(count, one)).orElse("");
    }

    /** As in '1 shard', '30 instances', and 'instances 9, overloaded in 20.1% of cases'. */
    static String number(Count number, String one) {
        String text = number.toString();
        if (Inside.node(number).kind().noun() != null) {
            return text;
        }
        if (number.isBeyond() || text.contains(", ")) {
            return one + "s " + NumberCells.of(number);
        }
        return text + " " + one + (!number.isUncertain() && number.value() == 1 ? "" : "s");
    }

    private static boolean isAbove(int least, Count number) {
        return number.isUncertain() || number.value() > least;
    }

    private static Optional<String> names(Stream<String> names) {
        return Optional.of(names.collect(Collectors.joining(" and "))).filter(all -> !all.isEmpty());
    }

    /** Whether a user fixed the number of instances. */
    boolean isStated() {
        return instances().isPresent() && !isBought();
    }

    /** Whether nobody said how long a visit takes, apart from lines. */
    boolean isTimeless() {
        return ways().isEmpty() && serviceTime().isEmpty();
    }

    /** The round trip and the time of others, without lines. */
    List<Latency> ways() {
        return Stream.of(roundTrip(), latency()).flatMap(Optional::stream).toList();
    }
}
