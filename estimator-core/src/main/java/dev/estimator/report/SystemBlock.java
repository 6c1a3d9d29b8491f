package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The blocks of a {@link Page} that show a system. */
final class SystemBlock {
    private SystemBlock() {}

    /**
     * A system: its components, and which calls which.
     *
     * @param components what it consists of, each with a name of its own
     * @param flows the calls, also of those who are no components
     */
    record Architecture(List<Component> components, List<Flow> flows) implements Block {
        Architecture {
            components = Page.copyOfSome(components, "components");
            flows = Refusal.copy(flows, "flows");
            List<String> names = components.stream().map(Component::name).toList();
            Refusal.unless(
                    names.stream().distinct().count() == names.size(), "components", "of different names", names);
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * One component of a system; values that do not follow from its inputs are missing.
     *
     * @param name what it is
     * @param peak what comes at peak
     * @param instances how many there are
     * @param utilization how much of its fullest resource is used at peak
     * @param binding the name of that resource
     * @param growing how much is used of the one that more traffic fills first, where that is another
     * @param growingName the name of that one
     * @param p99 how long 99 % of visits take at most, at the best guess
     * @param availability how much of the time it is up
     * @param cost what it costs a month
     * @param isBottleneck whether it is the first that more traffic fills, or one of those that are full together
     * @param isSinglePoint whether it takes a use case down alone
     */
    record Component(
            String name,
            Value peak,
            @Nullable Value instances,
            @Nullable Value utilization,
            @Nullable String binding,
            @Nullable Value growing,
            @Nullable String growingName,
            @Nullable Value p99,
            @Nullable Value availability,
            @Nullable Value cost,
            boolean isBottleneck,
            boolean isSinglePoint) {
        Component {
            requireNonNull(name, "name");
            requireNonNull(peak, "peak");
        }

        /**
         * The resource that binds and how full it is, as in 'workers 68%', and that which traffic fills first; being
         * infinite in less than one case of a thousand is not mentioned.
         */
        String used() {
            String first = utilization == null ? "" : (bound() + " " + utilization.inTable()).strip();
            return growing == null ? first : first + ", " + growingName + " " + growing.inTable();
        }

        private String bound() {
            return binding == null ? "" : binding;
        }

        /**
         * The lines in the box of the component: the number of instances, and how full they are, without ranges. Above
         * the word bottleneck stands what makes it one.
         */
        List<String> lines() {
            String noun = instances != null && instances.size() == 1 ? " instance" : " instances";
            return Stream.of(
                            instances == null ? "" : instances.main() + noun,
                            utilization == null ? "" : (bound() + " " + utilization.main()).strip(),
                            growing == null || !isBottleneck ? "" : growingName + " " + growing.main())
                    .filter(words -> !words.isEmpty())
                    .toList();
        }

        /** The warnings about the component, in words. */
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
     * All calls from one component to another.
     *
     * @param caller who calls
     * @param callee who is called
     * @param peak how many calls at peak
     * @param sent what callers send at peak; nothing if that was not said
     * @param returned what they get back at peak
     * @param isAwaited whether somebody waits for it
     * @param isFallback whether it calls only while another component is down
     */
    record Flow(
            String caller,
            String callee,
            Value peak,
            @Nullable Value sent,
            @Nullable Value returned,
            boolean isAwaited,
            boolean isFallback) {
        Flow {
            requireNonNull(caller, "caller");
            requireNonNull(callee, "callee");
            requireNonNull(peak, "peak");
        }

        /** Caller and callee, as in 'api → cache'; with a dashed arrow if the caller does not wait. */
        String way() {
            return caller + (isAwaited ? " → " : " ⇢ ") + callee;
        }

        /** What is special about it, or nothing. */
        String remark() {
            return isFallback ? "fallback" : isAwaited ? "" : "nobody waits";
        }

        /** What stands beside its arrow. */
        List<String> label() {
            return isFallback
                    ? List.of(remark())
                    : Stream.concat(Stream.of(peak.main()), bytes().stream()).toList();
        }

        /** The bytes each way, as in 'sent 2 MB/s', 'returned 13 MB/s'; without those that were not stated. */
        List<String> bytes() {
            return Stream.concat(bytes("sent ", sent), bytes("returned ", returned))
                    .toList();
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
        UseCases {
            useCases = Refusal.copy(useCases, "useCases");
        }

        @Override
        public void writeTo(Form form) {
            form.write(this);
        }
    }

    /**
     * One use case; values that do not follow from its inputs are missing.
     *
     * @param name what it is
     * @param average how often it is done on average
     * @param peak how often at peak
     * @param mean how long it takes on average, at peak
     * @param p99 how long 99 % of requests take at most, at the best guess
     * @param availability how much of the time it succeeds
     * @param singlePoints what takes it down alone
     * @param failsAlone the same in words, which say for what share of requests; 'nothing' if there is none
     */
    record UseCase(
            String name,
            Value average,
            Value peak,
            @Nullable Value mean,
            @Nullable Value p99,
            @Nullable Value availability,
            List<String> singlePoints,
            String failsAlone) {
        UseCase {
            requireNonNull(name, "name");
            requireNonNull(average, "average");
            requireNonNull(peak, "peak");
            singlePoints = Refusal.copy(singlePoints, "singlePoints");
            requireNonNull(failsAlone, "failsAlone");
        }
    }
}
