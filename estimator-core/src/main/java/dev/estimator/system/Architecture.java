package dev.estimator.system;

import static dev.estimator.quantity.Quantities.ratio;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Limits;
import dev.estimator.analysis.Questions;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Lazy;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.LineList;
import dev.estimator.internal.text.LineMap;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Price;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.CallChain;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A system: use cases, and the components that they visit. It answers how much comes to each component, how many
 * instances that takes, how long a request takes, how much of the time it succeeds, what is full first, and what it
 * costs; and the same of what if.
 *
 * <p>Rates are those of an open network of queues: requests × visits per request. Waits are those at peak; lines are
 * taken as independent of each other, and arrivals as Poisson. All use cases peak together. Every answer is a quantity
 * that can explain itself.
 *
 * <pre>{@code
 * var api = Component.named("api").serviceTime(ms(6), count(8)).zones(3, 1).price(usd(0.35).per(HOUR));
 * var store = Component.named("store").serviceTime(ms(3), count(4)).instances(count(2));
 * var shop = Architecture.of(UseCase.read("browse", qps(900), qps(2700), api.calling(store)));
 * }</pre>
 *
 * @see "J. R. Jackson, Networks of Waiting Lines, Operations Research 5(4), 1957"
 */
@SuppressWarnings("serial") // its serial form is written in its place
public final class Architecture implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<UseCase> useCases;
    private final Setting setting;
    private final Map<String, Load> loads = new LinkedHashMap<>();
    private final List<Edge> edges;
    private final List<Edge> fallbacks;
    private final List<String> caches;
    private final transient Supplier<Takeovers> takeovers;
    private final Waits waits;
    private final transient Supplier<Architecture> idle = Lazy.of(() -> counting(Waits.NONE));
    private final transient Supplier<Architecture> refusing = Lazy.of(this::findRefusing);
    private final transient Supplier<Architecture> asNeeded = Lazy.of(() -> whatIf().asNeeded());

    Architecture(List<UseCase> useCases, Setting setting) {
        this(useCases, setting, Waits.ALL);
    }

    private Architecture(List<UseCase> useCases, Setting setting, Waits waits) {
        this.useCases = useCases;
        this.setting = setting;
        this.waits = waits;
        CallGraph found = CallGraph.in(useCases, setting);
        edges = List.copyOf(found.edges());
        fallbacks = List.copyOf(found.fallbacks());
        caches = List.copyOf(found.caches());
        List<Replacement> replacements = List.copyOf(found.replacements());
        takeovers = Lazy.of(() -> Takeovers.of(this, replacements));
        found.components().values().forEach(component -> loads.put(component.name(), new Load(this, component)));
    }

    /**
     * Obtains the system of some use cases, whose peaks are taken to come at the same time: what runs at another time,
     * such as a batch at night, is a system of its own.
     *
     * @param useCases what users do with it, at least one, with different names
     * @return the system
     * @throws IllegalArgumentException if there is no use case, two have one name, calls or dependencies go round in a
     *     circle, or two different components have one name
     */
    public static Architecture of(UseCase... useCases) {
        List<UseCase> all = Refusal.copy("useCases", useCases);
        Refusal.unless(!all.isEmpty(), "useCases", "at least one", "none");
        List<String> names = all.stream().map(UseCase::name).toList();
        Refusal.unless(names.stream().distinct().count() == names.size(), "useCases", "of different names", names);
        Setting named = Setting.AS_DESCRIBED.withNames(
                CallGraph.in(all, Setting.AS_DESCRIBED).namesInUseCases());
        return new Architecture(all, named);
    }

    /**
     * Says how much of the time a zone is up. Zones are shared: where one is down it is down for all components.
     *
     * <p>A component is up while enough of its instances are, of those in zones that are up, and no more zones are down
     * than {@link Component#zones may fail}. Its instances are spread evenly; where they are no multiple of the zones,
     * the first have one more each, and of several shards, all of which are needed, the zones that are down. Three
     * instances of which two are needed, each up 99 % in zones that are up 99 %, are up 99.88 % of the time.
     *
     * <p>Exact for up to ten zones. Of more, ten numbers of instances that may be left are told apart, and any zone
     * that is down counts as one of those that have more, so that a component is down less than this says.
     *
     * @param each the availability of a zone
     * @return the system in such zones
     */
    public Architecture zones(Availability each) {
        return whatIf(setting.withZone(Refusal.named(each, "each", "availability of a zone")));
    }

    /**
     * Says what it costs to send data from one zone to another. Who calls is taken to know nothing of zones, so that of
     * calls between components in several zones {@code 1 − 1 ÷ zones} go to another; it counts as a cost of who is
     * called.
     *
     * @param sent such as {@code usd(0.02).per(gb(1))} where either side pays a cent
     * @return the system with that price
     */
    public Architecture pricePerByteAcrossZones(Price<Bytes> sent) {
        return whatIf(setting.withPriceAcrossZones(Refusal.named(sent, "sent", "price per byte across zones")));
    }

    /**
     * Asks what if there were more or less traffic.
     *
     * @param factor how many times the traffic of all use cases, above zero
     * @return the system under that load; stated instances stay, and so does what a component
     *     {@linkplain Component#needs needs}, even if it follows from the users from whom the traffic follows
     * @throws IllegalArgumentException if the factor is zero
     */
    public Architecture times(Ratio factor) {
        return whatIf().times(factor);
    }

    /**
     * Buys instances: as many of each component as are enough with the given confidence, where their number was not
     * stated. What is needed follows the load; what was bought does not, so ask of that what fails. What was bought
     * before is bought anew, for the load of now: {@code shop.provisioned(90).times(ratio(5)).provisioned(90)} has as
     * many as {@code shop.times(ratio(5)).provisioned(90)}.
     *
     * @param percent in how many of all cases they are to be enough, above 0 and below 100
     * @return the system with fixed numbers of instances
     * @throws IllegalArgumentException if the percentage is out of range
     * @throws ArithmeticException if no number of instances is enough
     */
    public Architecture provisioned(double percent) {
        return whatIf().provisioned(percent);
    }

    /**
     * Asks what if a component were another. If it says no instances there are as many as were {@linkplain #provisioned
     * bought}. Of its zones those are left that {@linkplain #afterZoneLoss were not lost}.
     *
     * @param component what stands in the place of the component of its name
     * @return the system with it
     * @throws IllegalArgumentException if there is no component of that name, or what it depends on depends on it
     */
    public Architecture with(Component component) {
        return whatIf().with(component);
    }

    /**
     * Asks what if a cache answered another share, as when it is cold, or when objects expire. What reaches a cache
     * does not depend on its hits: {@code shop.withHits(cdn, TtlCache.setAtFill(shop.load(cdn).rate(),
     * minutes(5)).withPopularity(objects).hitRatio())}; of 40 edges each gets a part, {@code rate().div(count(40))}.
     * With other traffic say it anew.
     *
     * @param cache the cache
     * @param hits the share that it answers then
     * @return the system with it
     * @throws IllegalArgumentException if it is not a cache of the system
     */
    public Architecture withHits(Component cache, Share hits) {
        return whatIf().withHits(cache, requireNonNull(hits, "hits"));
    }

    /**
     * Asks what if a component were down: callers use a fallback, or go past the cache; requests that need it fail
     * ({@link #served}), while times are those of what is left.
     *
     * @param component what is down
     * @return the system without it
     * @throws IllegalArgumentException if there is no component of that name
     */
    public Architecture without(Component component) {
        return whatIf().without(component);
    }

    /**
     * Asks what if the first zone were lost, or the first of those that are left: every component in several zones has
     * one part less of its instances, and is down if that leaves none. So is one that stood in that zone alone: what
     * says {@link Component#zones zones(1, 0)}, what has lost all its others and, where {@linkplain #zones zones} were
     * said of the system, what has {@link Component#upPerInstance instances} and no zones of its own. That goes for
     * dependencies, too. The zones that are left keep their names, so that two are 'zone b' and 'zone c'. Of a number
     * of instances that nobody said and nothing limits none are lost. What was bought is still paid for: {@link #cost}
     * is that of all instances, also of those that are lost.
     *
     * @return the system with what is left; buy first with {@link #provisioned}, or the rest grows again to what is
     *     needed
     */
    public Architecture afterZoneLoss() {
        return whatIf().afterZoneLoss();
    }

    /**
     * Asks what if visits failed and were tried again by their callers, who wait for all tries; each takes as long as
     * the first. Requests of which all tries fail are not {@link #served}, unless a fallback answers. Where all fail,
     * which is as much as the tries can add, a component that is overloaded does not come up again by itself. Of a
     * visit of {@linkplain Step#every every} shard or instance each must answer; where no number of instances was
     * stated or {@linkplain #provisioned bought} that counts as one.
     *
     * <p>Where the visit itself is {@linkplain Step#retried retried as described}, these tries and this share of
     * failures take the place of those, within the same budget. Where {@code every}, {@code hedged}, {@code times} or
     * another step is that visits it, they come on top, inside of each try of that step.
     *
     * <p>What retries a step around them, as described or in another what-if, fails, too, where all tries inside do: 1
     * − 95% × 97.3% of the tries of {@code retried(2, percent(5), api.calling(store))} if the store fails 30% of three.
     * What its share tells already, of tries that are described inside, does not count twice.
     *
     * @param component whose visits fail
     * @param tries how often a caller tries, from 1 to 100
     * @param failing the share of tries that fail
     * @return the system with the additional load, and without the answers that are lost
     * @throws IllegalArgumentException if there is no component of that name, or a number is out of range
     */
    public Architecture retried(Component component, int tries, Share failing) {
        return whatIf().retried(component, tries, failing);
    }

    private ChangedSystem whatIf() {
        return new ChangedSystem(this, setting);
    }

    Architecture whatIf(Setting changed) {
        return new Architecture(useCases, changed.withNames(setting.names()));
    }

    /** The same as if nobody waited in a line, in which what waits for an overloaded component is done at some time. */
    Architecture idle() {
        return idle.get();
    }

    /** The same as if what is too much for a resource without a line were refused at once, so that nobody waits. */
    Architecture refusing() {
        return refusing.get();
    }

    private Architecture findRefusing() {
        return waits == Waits.ALL && loads.values().stream().anyMatch(Endless::isPossible)
                ? counting(Waits.IN_LINES)
                : this;
    }

    private Architecture counting(Waits others) {
        return others == waits ? this : new Architecture(useCases, setting, others);
    }

    Waits waits() {
        return waits;
    }

    /** The same as if every component that something limits had the instances that it needs. */
    Architecture asNeeded() {
        return asNeeded.get();
    }

    /**
     * Returns the components that use cases visit, in the order of the calls.
     *
     * @return what comes to each
     */
    public List<Load> loads() {
        return new LineList<>(List.copyOf(loads.values()));
    }

    /**
     * Returns what comes to a component.
     *
     * @param component the component
     * @return its load
     * @throws IllegalArgumentException if no use case visits it
     */
    public Load load(Component component) {
        return requireLoad(requireNonNull(component, "component").name());
    }

    Load requireLoad(String name) {
        Load load = loads.get(name);
        if (load == null) {
            throw new IllegalArgumentException(
                    "component must be one of " + loads.keySet() + " but was '" + name + "'");
        }
        return load;
    }

    /** Includes components that others depend on but that no use case visits. */
    Load anyLoad(Component component) {
        Load load = loads.get(component.name());
        return load == null ? new Load(this, setting.current(component)) : load;
    }

    /** What a component depends on, each once. */
    List<Load> dependencies(Load load) {
        return setting.dependencies(load.component(), loads).stream()
                .map(this::anyLoad)
                .toList();
    }

    /**
     * Returns the use cases.
     *
     * @return them in the order in which they were given
     */
    public List<UseCase> useCases() {
        return new LineList<>(useCases);
    }

    List<Edge> edges() {
        return edges;
    }

    /** The calls that are made only while something else is down. */
    List<Edge> fallbacks() {
        return fallbacks;
    }

    Takeovers takeovers() {
        return takeovers.get();
    }

    /**
     * Returns what components {@linkplain Component#needs need} that more traffic does not fill, and that is too small
     * already, or in more than one case of twenty.
     *
     * @return as in 'db (disk) is 120% full whatever the traffic' and 'db (disk) in 33.5% of cases whatever the
     *     traffic'; none if all is large enough
     */
    public List<String> tooSmall() {
        return new LineList<>(Screen.tooSmall(this));
    }

    /**
     * Returns what does not carry, at the best guess, the requests of what it takes the place of: fallbacks, and stores
     * behind caches. Nothing of it counts as redundant in {@link #availability}: what should be replaced takes requests
     * down with it.
     *
     * @return as in 'second provider in place of card provider, requests at 155%', with 'so not counted in any case' if
     *     a range has cases in which it would carry them; none if all are large enough
     */
    public List<String> tooSmallToReplace() {
        return new LineList<>(takeovers().tooSmall());
    }

    /**
     * Returns what is to be said beside how much of the time components and use cases are up, where that leaves out
     * what some cases of a range have: that they are overloaded, and another number of instances; and how many zones
     * that needs where fewer would do.
     *
     * @return as in 'up leaves out overload: api in 12.2% of cases'; none if nothing is
     */
    public List<String> notesOfUp() {
        return new LineList<>(UpNotes.of(this));
    }

    Setting setting() {
        return setting;
    }

    Journey of(String name) {
        return useCases.stream()
                .filter(useCase -> useCase.name().equals(requireNonNull(name, "useCase")))
                .findFirst()
                .map(useCase -> new Journey(this, useCase))
                .orElseThrow(() -> new IllegalArgumentException("useCase must be one of "
                        + useCases.stream().map(UseCase::name).toList() + " but was '" + name + "'"));
    }

    /**
     * Returns who calls whom, with all calls of a pair together.
     *
     * @return the edges of the system, in the order of the calls
     */
    public List<Flow> flows() {
        return new LineList<>(Flows.of(this));
    }

    /**
     * Returns the caches, of which an answer may be older than what is stored behind them.
     *
     * @return their names, in the order of the calls
     */
    public List<String> caches() {
        return caches;
    }

    /**
     * Returns how long a use case takes end to end, at peak. What comes one after another is taken as independent;
     * {@link Latency#percentileWithoutIndependence} of it says what holds if it is not. Cases of a range in which a
     * component is full are beyond every number, as for the {@link #mean}; where only the hottest shard of one is, so
     * are the requests that ask it, as {@link #served} counts them: 'p50 12 ms, p99 beyond any number'.
     *
     * @param useCase its name
     * @return the distribution over requests
     * @throws IllegalArgumentException if there is no such use case, or it takes no time
     * @throws ArithmeticException if a component is certainly overloaded, and not only its hottest shard
     */
    public Latency latency(String useCase) {
        return of(useCase).latency().orElseThrow(() -> takesNoTime(useCase));
    }

    private static IllegalArgumentException takesNoTime(String useCase) {
        return new IllegalArgumentException(
                "useCase must take time but '" + useCase + "' has no component with a service time or a latency");
    }

    /**
     * Returns how long a use case takes on average, at peak. Means add and mix, so this is quick, also with ranges. In
     * the cases of a range in which a component that somebody waits for is full, by workers, threads, requests or
     * bandwidth, it is beyond every number: 'overloaded in 49% of cases'. What is refused instead, {@link #served}
     * says.
     *
     * @param useCase its name
     * @return the mean
     * @throws IllegalArgumentException if there is no such use case, or no time was stated of what it waits for
     * @throws ArithmeticException if a component is certainly overloaded
     */
    public TimeSpan mean(String useCase) {
        return of(useCase).mean().orElseThrow(() -> takesNoTime(useCase));
    }

    /**
     * Returns what each component adds to the mean of a use case: visits × its own mean, without visits that nobody
     * waits for. They add up to the {@linkplain #mean mean}. Where that of a step is not the sum of its visits (of
     * every instance, hedged, tied), all that it visits add one time together, 'sessions and store'. So does each of
     * steps at once: its mean where it is the slowest, at the best guess; where one has no end at the best guess,
     * nothing of the others.
     *
     * @param useCase its name
     * @return by the name of a component, or by those of several, in the order of the calls
     * @throws IllegalArgumentException if there is no such use case
     * @throws ArithmeticException if a component is certainly overloaded
     */
    public Map<String, TimeSpan> contributions(String useCase) {
        return new LineMap<>(of(useCase).contributions());
    }

    /**
     * Returns what a use case needs to succeed: shared parts are counted once, and what has spare instances is no
     * single point of failure. 'tries of card' in it is what requests lack that go to another step as all their tries
     * fail.
     *
     * @param useCase its name
     * @return the chain, which answers availability, minimal cuts, and what each part must promise
     * @throws IllegalArgumentException if there is no such use case, or no availability was stated
     */
    public CallChain chain(String useCase) {
        return of(useCase)
                .chain()
                .orElseThrow(() ->
                        new IllegalArgumentException("useCase must need a component whose availability is stated but '"
                                + useCase + "' does not: say up(...) or upPerInstance(...)"));
    }

    /**
     * Returns how much of the time a use case succeeds.
     *
     * @param useCase its name
     * @return the availability; what carries less than the peak even if all of it is up is never up, nothing takes its
     *     place, since callers wait for it, and {@link #served} says what share it answers, and what share is lost as
     *     {@linkplain Step#retried all tries} fail, of which only that counts here that goes to another step, and needs
     *     that to be up, such as 2.7 % of requests their fallback; a fallback, or a store behind a cache, that does not
     *     carry the peak {@linkplain #tooSmallToReplace in place of} the other does not count; where it needs more
     *     instances then, those are taken as independent of the fewer that it needs otherwise
     * @throws IllegalArgumentException if there is no such use case, or no availability was stated
     */
    public Availability availability(String useCase) {
        return chain(useCase).availability().named(useCase + " availability");
    }

    /**
     * Returns the share of requests of a use case that are answered at peak. The rest needs what is
     * {@linkplain #without down}, or fails in {@linkplain Step#retried all tries}, or is more than components carry: it
     * is refused, or waits without an end.
     *
     * @param useCase its name
     * @return all but the greatest part that one component refuses, which is all but {@code 1 ÷ its utilization} of the
     *     requests that visit it, however often, threads left aside, which wait and do not refuse; of shards with a
     *     hottest one, {@code 1 ÷ the utilization} of the shard that a request asks, of n at once n times as likely the
     *     hottest, and surely if they are all, a bound where only some requests, or of several calls some, ask; of the
     *     requests that do not need what is down; 100 % if none is overloaded or down. What fails still loads what it
     *     visits afterwards, and nothing takes the place of what is overloaded. Where several components that it visits
     *     are overloaded, in more than 5 % of cases, fewer may be answered, as they may refuse different requests: the
     *     name then says 'served at most'
     * @throws IllegalArgumentException if there is no such use case
     */
    public Share served(String useCase) {
        return of(useCase).served();
    }

    /**
     * Returns in a line the use cases of which not all requests are {@linkplain #served served} at peak, that a
     * fallback does not get what is refused, and that what needs something {@linkplain #without down}, or is refused by
     * one of several, still loads what it would visit afterwards, as far as that is so.
     *
     * @return such as 'served at peak: read 50%'; empty if all are served
     */
    public String notServed() {
        return Screen.served(this);
    }

    /**
     * Returns the share of requests of a use case that are late at peak.
     *
     * @param useCase its name
     * @param deadline how long a request may take
     * @return the share that takes longer; all of them where somebody waits for an overloaded component and nothing is
     *     refused, and so in each case of a range, which then says 'overloaded in 16.5% of cases'; of one whose hottest
     *     shard alone is overloaded those that ask it
     * @throws IllegalArgumentException if there is no such use case, or it takes no time
     */
    public Share late(String useCase, TimeSpan deadline) {
        return of(useCase).late(Refusal.named(deadline, "deadline"));
    }

    /**
     * Returns the components by headroom, the fullest first: the bottleneck, and what is next.
     *
     * @return those that something limits
     */
    public List<Load> byHeadroom() {
        return new LineList<>(limited().stream()
                .filter(load -> load.fullness().growing().value() > 0)
                .sorted(comparing((Load load) -> load.fullness().growing()).reversed())
                .toList());
    }

    List<Load> limited() {
        return loads.values().stream().filter(Load::isFilled).toList();
    }

    /**
     * Returns by how much all traffic can grow until the first component is full. It is about instances that were
     * stated or {@linkplain #provisioned bought}; of what is needed it is what targets leave. What components
     * {@linkplain Component#needs need} is taken as fixed; {@code largest(users).suchThat(shop.fits())} counts it, too.
     *
     * @return {@code 1 ÷ the greatest utilization}
     * @throws IllegalArgumentException if nothing limits any component
     */
    public Ratio headroom() {
        Ratio fullest = byHeadroom().stream()
                .map(load -> load.fullness().growing())
                .reduce(Ratio::max)
                .orElseThrow(() -> new IllegalArgumentException("a component must be limited: say serviceTime(...),"
                        + " requestsPerInstance(...) or another limit"));
        return ratio(1).div(fullest).named("headroom");
    }

    /**
     * Returns how long all that was bought still carries the load while all traffic grows alike: the time until growth
     * uses up the {@linkplain #headroom headroom}. {@code Runway.of(time)} puts it in words, and
     * {@code growth.reachedOn(Runway.of(time))} is the day. As for the headroom, what components
     * {@linkplain Component#needs need} is taken as fixed.
     *
     * @param growth how traffic grows
     * @return the time; zero in cases of a range that are overloaded now, and beyond any number where nothing grows
     * @throws IllegalArgumentException if nothing limits any component
     * @throws ArithmeticException if all is certain and traffic does not grow
     */
    public TimeSpan runway(Growth growth) {
        Ratio now = ratio(1).named("traffic now");
        return requireNonNull(growth, "growth").runway(now, headroom());
    }

    /**
     * Returns that no component is overloaded, as limits: {@code largest(users).suchThat(shop.fits())}, and in a unit
     * test {@code checkAll(shop.fits())}. Ask it of what was {@linkplain #provisioned bought}: of what is needed there
     * is always enough. Of the load while something is down ask {@link #tooSmallToReplace}, or
     * {@code without(...).fits()}.
     *
     * @return a limit for each component that something limits
     */
    public Limits fits() {
        return new Limits(limited().stream()
                .<Limit<?>>map(load -> Questions.limit(load.utilization()).atMost(ratio(1)))
                .toList());
    }

    /**
     * Returns what all components cost as long as they are there.
     *
     * @return the money for a time, such as '$26k/month'
     * @throws IllegalArgumentException if no price was stated
     */
    public Spending cost() {
        return loads.values().stream()
                .map(Load::spending)
                .flatMap(Optional::stream)
                .reduce(Spending::plus)
                .orElseThrow(() -> new IllegalArgumentException("a component must have a price: say price(...)"))
                .named("cost");
    }

    /**
     * Returns what a request costs: the cost of the whole ÷ the requests of all use cases together, whatever each
     * takes. Of one use case it is the cost of what that one does.
     *
     * @return the money for a request of a user, from the average load
     * @throws IllegalArgumentException if no price was stated
     */
    public Price<Count> costPerRequest() {
        Qps all = useCases.stream()
                .map(UseCase::rate)
                .reduce(Qps::plus)
                .map(Inside::ofRequests)
                .orElseThrow();
        String ofAll = useCases.size() == 1 ? "" : ", all use cases together";
        return cost().div(all.named("requests")).named("cost per request" + ofAll);
    }

    /**
     * Returns what was not stated of some components or use cases though it was of others, so that numbers of the whole
     * are too small or too good: instances, times, availabilities, zones, prices, sizes and what is stored; and what is
     * taken as fixed where traffic grows though both follow from one assumption.
     *
     * @return a sentence for each, which says what it counts as and what to say; none if nothing is missing
     */
    public List<String> notStated() {
        return new LineList<>(Screen.notStated(this));
    }

    /**
     * Returns whether a price of any component was stated.
     *
     * @return whether {@link #cost} has an answer
     */
    public boolean hasCost() {
        return loads.values().stream().anyMatch(Load::hasCost);
    }

    /** Returns one screen: a table of components, a line for each use case, what is full first, and what it costs. */
    @Override
    public String toString() {
        return Screen.of(this);
    }

    private Object writeReplace() {
        return new SerialSystem(new ArrayList<>(useCases), setting);
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("systems are read through their serial form");
    }
}
