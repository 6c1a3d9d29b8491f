package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that a section of a {@link Page} shows. */
public sealed interface Block {
    private static void requireShare(double share, String name) {
        Refusal.unless(0 <= share && share <= 1, name, "between 0 and 1", share);
    }

    /**
     * Words.
     *
     * @param paragraphs what is said, each a paragraph
     */
    record Text(List<String> paragraphs) implements Block {
        /**
         * Copies the list.
         *
         * @param paragraphs what is said
         */
        public Text {
            paragraphs = Refusal.copy(paragraphs, "paragraphs");
        }
    }

    /**
     * What was assumed.
     *
     * @param assumptions the inputs of the estimate
     */
    record Assumptions(List<Assumption> assumptions) implements Block {
        /**
         * Copies the list.
         *
         * @param assumptions the inputs of the estimate
         */
        public Assumptions {
            assumptions = Refusal.copy(assumptions, "assumptions");
        }
    }

    /**
     * One input.
     *
     * @param name what is assumed
     * @param value the assumed value
     * @param source why it is believed; nothing if that was not said
     * @param isDefault whether nobody set it
     */
    record Assumption(String name, Value value, @Nullable String source, boolean isDefault) {
        /**
         * Checks that all is there.
         *
         * @param name what is assumed
         * @param value the assumed value
         * @param source why it is believed
         * @param isDefault whether nobody set it
         */
        public Assumption {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
        }
    }

    /**
     * Results.
     *
     * @param answers the results with their names
     */
    record Answers(List<Answer> answers) implements Block {
        /**
         * Copies the list.
         *
         * @param answers the results with their names
         */
        public Answers {
            answers = Refusal.copy(answers, "answers");
        }
    }

    /**
     * One result.
     *
     * @param name what it is
     * @param value what was found
     */
    record Answer(String name, Value value) {
        /**
         * Checks that all is there.
         *
         * @param name what it is
         * @param value what was found
         */
        public Answer {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
        }
    }

    /**
     * Limits, and how likely they are kept.
     *
     * @param fits the limits
     */
    record Fits(List<Fit> fits) implements Block {
        /**
         * Copies the list.
         *
         * @param fits the limits
         */
        public Fits {
            fits = Refusal.copy(fits, "fits");
        }
    }

    /**
     * One limit.
     *
     * @param limit the limit in words, as in 'servers ≤ 40'
     * @param found what is limited
     * @param bound what it is limited to
     * @param isUpper whether it must be at most the bound, else at least
     * @param isKept whether it is kept at the best guess
     * @param probability how likely it is kept, 0 to 1
     * @param text the probability in words, as in '93.4%, exact'; of a result that is certain 'yes' or 'no'
     */
    record Fit(
            String limit, Value found, Value bound, boolean isUpper, boolean isKept, double probability, String text) {
        /**
         * Checks that all is there.
         *
         * @param limit the limit in words
         * @param found what is limited
         * @param bound what it is limited to
         * @param isUpper whether it must be at most the bound
         * @param isKept whether it is kept at the best guess
         * @param probability how likely it is kept
         * @param text the probability in words
         */
        public Fit {
            requireNonNull(limit, "limit");
            requireNonNull(found, "found");
            requireNonNull(bound, "bound");
            requireNonNull(text, "text");
            requireShare(probability, "probability");
        }
    }

    /**
     * What an uncertain result depends on most.
     *
     * @param result the result
     * @param drivers its assumptions, the most important first
     * @param note what else is to be said; may be blank
     */
    record Ranking(Answer result, List<Driver> drivers, String note) implements Block {
        /**
         * Copies the list.
         *
         * @param result the result
         * @param drivers its assumptions
         * @param note what else is to be said
         */
        public Ranking {
            requireNonNull(result, "result");
            drivers = Refusal.copy(drivers, "drivers");
            requireNonNull(note, "note");
        }
    }

    /**
     * One assumption that a result depends on.
     *
     * @param name its name
     * @param share the part of the variance that would vanish on average if it became known, 0 to 1
     * @param atLow the result with it at its 5th percentile and all else at the best guess; nothing if there is none
     * @param atHigh the result with it at its 95th percentile
     */
    record Driver(
            String name,
            double share,
            @Nullable Value atLow,
            @Nullable Value atHigh) {
        /**
         * Checks that all is there.
         *
         * @param name its name
         * @param share the part of the variance
         * @param atLow the result with it at its 5th percentile
         * @param atHigh the result with it at its 95th percentile
         */
        public Driver {
            requireNonNull(name, "name");
            requireShare(share, "share");
        }
    }

    /**
     * How an uncertain result is spread.
     *
     * @param result the result
     * @param bins how likely it lies between two amounts, in ascending order; what lies outside of all is in none
     */
    record Distribution(Answer result, List<Bin> bins) implements Block {
        /**
         * Copies the list.
         *
         * @param result the result
         * @param bins how likely it lies between two amounts
         */
        public Distribution {
            requireNonNull(result, "result");
            bins = Page.copyOfSome(bins, "bins");
        }
    }

    /**
     * A part of a histogram.
     *
     * @param from where it begins
     * @param to where it ends
     * @param share how likely a value in it is, 0 to 1
     */
    record Bin(double from, double to, double share) {
        /**
         * Checks the numbers.
         *
         * @param from where it begins
         * @param to where it ends
         * @param share how likely a value in it is
         */
        public Bin {
            Refusal.unless(
                    0 <= from && from <= to && to <= Double.MAX_VALUE,
                    "from",
                    "from 0 up to 'to', which is " + to + ",",
                    from);
            requireShare(share, "share");
        }
    }

    /**
     * How results were reached.
     *
     * @param results their names
     * @param steps the calculation, operands before the steps that use them
     */
    record Derivation(List<String> results, List<Step> steps) implements Block {
        /**
         * Copies the lists.
         *
         * @param results their names
         * @param steps the calculation
         */
        public Derivation {
            results = Refusal.copy(results, "results");
            steps = Refusal.copy(steps, "steps");
        }
    }

    /**
     * One step of a calculation.
     *
     * @param name what it yields
     * @param formula the formula in names
     * @param numbers the formula in numbers with units
     * @param result what it yields
     */
    record Step(String name, String formula, String numbers, Value result) {
        /**
         * Checks that all is there.
         *
         * @param name what it yields
         * @param formula the formula in names
         * @param numbers the formula in numbers with units
         * @param result what it yields
         */
        public Step {
            requireNonNull(name, "name");
            requireNonNull(formula, "formula");
            requireNonNull(numbers, "numbers");
            requireNonNull(result, "result");
        }
    }

    /**
     * How something grows until a limit is reached.
     *
     * @param now what grows
     * @param limit what there is room for
     * @param growth how it grows, in words
     * @param runway how long it fits; nothing if that never ends
     * @param words how long it fits, in words; or why that never ends
     * @param points how much there is later
     */
    record Outlook(
            Answer now,
            Value limit,
            String growth,
            @Nullable Value runway,
            String words,
            List<Point> points) implements Block {
        /**
         * Copies the list.
         *
         * @param now what grows
         * @param limit what there is room for
         * @param growth how it grows, in words
         * @param runway how long it fits; nothing if that never ends
         * @param words how long it fits, in words; or why that never ends
         * @param points how much there is later
         */
        public Outlook {
            requireNonNull(now, "now");
            requireNonNull(limit, "limit");
            requireNonNull(growth, "growth");
            requireNonNull(words, "words");
            points = Page.copyOfSome(points, "points");
        }
    }

    /**
     * How much there is at one time.
     *
     * @param when the time in words, or the date
     * @param days the time from now, in days of 86,400 s
     * @param value how much there is
     */
    record Point(String when, double days, Value value) {
        /**
         * Checks that all is there.
         *
         * @param when the time in words
         * @param days the time from now in days
         * @param value how much there is
         */
        public Point {
            requireNonNull(when, "when");
            Refusal.unless(0 <= days && days <= Double.MAX_VALUE, "days", "finite and not negative", days);
            requireNonNull(value, "value");
        }
    }

    /**
     * How much of each resource is used, the scarcest first.
     *
     * @param usages the resources
     */
    record Utilization(List<Usage> usages) implements Block {
        /**
         * Copies the list.
         *
         * @param usages the resources
         */
        public Utilization {
            usages = Page.copyOfSome(usages, "usages");
        }
    }

    /**
     * How much of one resource is used.
     *
     * @param name the resource
     * @param used the part that is used
     * @param target the part that may be used
     */
    record Usage(String name, Value used, Value target) {
        /**
         * Checks that all is there.
         *
         * @param name the resource
         * @param used the part that is used
         * @param target the part that may be used
         */
        public Usage {
            requireNonNull(name, "name");
            requireNonNull(used, "used");
            requireNonNull(target, "target");
        }
    }

    /**
     * The layers of a system, from the users inwards.
     *
     * @param layers the layers
     * @param latency the sum of their mean latencies, if all are known
     */
    record Layers(List<Layer> layers, @Nullable Value latency) implements Block {
        /**
         * Copies the list.
         *
         * @param layers the layers
         * @param latency the sum of their mean latencies
         */
        public Layers {
            layers = Refusal.copy(layers, "layers");
        }
    }

    /**
     * One layer.
     *
     * @param name what it is
     * @param demand what arrives there at peak
     * @param capacity what it can carry
     * @param utilization how much of that is used
     * @param latency what it adds to the mean latency; nothing if that was not said
     */
    record Layer(
            String name,
            Value demand,
            Value capacity,
            Value utilization,
            @Nullable Value latency) {
        /**
         * Checks that all is there.
         *
         * @param name what it is
         * @param demand what arrives there at peak
         * @param capacity what it can carry
         * @param utilization how much of that is used
         * @param latency what it adds to the mean latency
         */
        public Layer {
            requireNonNull(name, "name");
            requireNonNull(demand, "demand");
            requireNonNull(capacity, "capacity");
            requireNonNull(utilization, "utilization");
        }
    }

    /**
     * What calls what.
     *
     * @param paths the ways of requests
     */
    record Picture(List<Path> paths) implements Block {
        /**
         * Copies the list.
         *
         * @param paths the ways of requests
         */
        public Picture {
            paths = Refusal.copy(paths, "paths");
        }
    }

    /**
     * The way of a request.
     *
     * @param stops who is called, each by the one before
     */
    record Path(List<String> stops) {
        /**
         * Copies the list.
         *
         * @param stops who is called, each by the one before
         */
        public Path {
            stops = Refusal.copy(stops, "stops");
        }
    }

    /**
     * A system: its components, and who calls whom.
     *
     * @param components what it consists of, each with a name of its own
     * @param flows the calls, also of those who are no components
     */
    record Architecture(List<Component> components, List<Flow> flows) implements Block {
        /**
         * Copies the lists.
         *
         * @param components what it consists of
         * @param flows the calls
         * @throws IllegalArgumentException if there is no component, or two have one name
         */
        public Architecture {
            components = Page.copyOfSome(components, "components");
            flows = Refusal.copy(flows, "flows");
            List<String> names = components.stream().map(Component::name).toList();
            Refusal.unless(
                    names.stream().distinct().count() == names.size(), "components", "of different names", names);
        }
    }

    /**
     * One component of a system; what was not said of it is missing.
     *
     * @param name what it is
     * @param peak what comes at peak
     * @param instances how many there are
     * @param utilization how much of its fullest resource is used at peak
     * @param binding the name of that resource
     * @param p99 how long 99 % of visits take at most, at the best guess
     * @param availability how much of the time it is up
     * @param cost what it costs a month
     * @param isBottleneck whether it is the first that more traffic fills
     * @param isSinglePoint whether it takes a use case down alone
     */
    record Component(
            String name,
            Value peak,
            @Nullable Value instances,
            @Nullable Value utilization,
            @Nullable String binding,
            @Nullable Value p99,
            @Nullable Value availability,
            @Nullable Value cost,
            boolean isBottleneck,
            boolean isSinglePoint) {
        /**
         * Checks that all is there.
         *
         * @param name what it is
         * @param peak what comes at peak
         * @param instances how many there are
         * @param utilization how much of its fullest resource is used
         * @param binding the name of that resource
         * @param p99 how long 99 % of visits take at most
         * @param availability how much of the time it is up
         * @param cost what it costs a month
         * @param isBottleneck whether it is the first that more traffic fills
         * @param isSinglePoint whether it takes a use case down alone
         */
        public Component {
            requireNonNull(name, "name");
            requireNonNull(peak, "peak");
        }

        /** How full it is and of what, as in '68% workers'. */
        String busy() {
            return utilization == null ? "" : (utilization.text() + " " + bound()).strip();
        }

        private String bound() {
            return binding == null ? "" : binding;
        }

        /** What stands in its box: how many there are, and how full, without ranges. */
        List<String> lines() {
            String noun = instances != null && instances.size() == 1 ? " instance" : " instances";
            return Stream.of(
                            instances == null ? "" : instances.main() + noun,
                            utilization == null ? "" : (utilization.main() + " " + bound()).strip())
                    .filter(words -> !words.isEmpty())
                    .toList();
        }

        /** What is to be marked, in words. */
        String marks() {
            return String.join(", ", markList());
        }

        List<String> markList() {
            return Stream.of(isBottleneck ? "bottleneck" : "", isSinglePoint ? "single point of failure" : "")
                    .filter(words -> !words.isEmpty())
                    .toList();
        }
    }

    /**
     * What one asks of another, all their calls together.
     *
     * @param caller who calls
     * @param callee who is called
     * @param peak how many calls at peak
     * @param sent what callers send at peak; nothing if that was not said
     * @param returned what they get back at peak
     * @param isAwaited whether somebody waits for it
     */
    record Flow(
            String caller,
            String callee,
            Value peak,
            @Nullable Value sent,
            @Nullable Value returned,
            boolean isAwaited) {
        /**
         * Checks that all is there.
         *
         * @param caller who calls
         * @param callee who is called
         * @param peak how many calls at peak
         * @param sent what callers send
         * @param returned what they get back
         * @param isAwaited whether somebody waits for it
         */
        public Flow {
            requireNonNull(caller, "caller");
            requireNonNull(callee, "callee");
            requireNonNull(peak, "peak");
        }

        /** Who calls whom, as in 'api → cache'; with a dashed arrow if nobody waits. */
        String way() {
            return caller + (isAwaited ? " → " : " ⇢ ") + callee;
        }

        /** What goes each way, as in 'out 2 MB/s', 'back 13 MB/s'; none of what was not said. */
        List<String> bytes() {
            return Stream.concat(bytes("out ", sent), bytes("back ", returned)).toList();
        }

        private static Stream<String> bytes(String way, @Nullable Value value) {
            return Stream.ofNullable(value).map(size -> way + size.main());
        }
    }

    /**
     * What users do with a system.
     *
     * @param useCases the use cases
     */
    record UseCases(List<UseCase> useCases) implements Block {
        /**
         * Copies the list.
         *
         * @param useCases the use cases
         */
        public UseCases {
            useCases = Refusal.copy(useCases, "useCases");
        }
    }

    /**
     * One use case; what was not said is missing.
     *
     * @param name what it is
     * @param average how often it is done on average
     * @param peak how often at peak
     * @param mean how long it takes on average, at peak
     * @param p99 how long 99 % of requests take at most, at the best guess
     * @param availability how much of the time it succeeds
     * @param singlePoints what takes it down alone
     */
    record UseCase(
            String name,
            Value average,
            Value peak,
            @Nullable Value mean,
            @Nullable Value p99,
            @Nullable Value availability,
            List<String> singlePoints) {
        /**
         * Checks that all is there.
         *
         * @param name what it is
         * @param average how often it is done on average
         * @param peak how often at peak
         * @param mean how long it takes on average
         * @param p99 how long 99 % of requests take at most
         * @param availability how much of the time it succeeds
         * @param singlePoints what takes it down alone
         */
        public UseCase {
            requireNonNull(name, "name");
            requireNonNull(average, "average");
            requireNonNull(peak, "peak");
            singlePoints = Refusal.copy(singlePoints, "singlePoints");
        }

        /** What takes it down alone, in words. */
        String failsAlone() {
            String none = availability == null ? Architectures.UNKNOWN : "nothing";
            return singlePoints.isEmpty() ? none : String.join(", ", singlePoints);
        }
    }
}
