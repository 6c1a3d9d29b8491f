package dev.estimator.reliability;

import dev.estimator.internal.diagram.ReliabilityBlock;
import dev.estimator.internal.diagram.Structure;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns minimal cuts of parts, which also hold decisions about calls, into cuts of services. */
final class ChainCuts {
    private final ChainParts parts;

    ChainCuts(ChainParts parts) {
        this.parts = parts;
    }

    /** One cut for each set of services, for all requests that need any of them. */
    List<CallChain.Cut> of(List<List<Integer>> cuts) {
        Map<List<Integer>, List<List<Integer>>> madeBy = new LinkedHashMap<>();
        for (List<Integer> cut : cuts) {
            List<Integer> services = cut.stream().filter(parts::isService).toList();
            List<Integer> made =
                    cut.stream().filter(part -> !parts.isService(part)).toList();
            madeBy.computeIfAbsent(services, s -> new ArrayList<>()).add(made);
        }
        return madeBy.entrySet().stream()
                .map(cut -> cut(cut.getKey(), cut.getValue()))
                .toList();
    }

    private CallChain.Cut cut(List<Integer> services, List<List<Integer>> made) {
        List<String> names = services.stream().map(parts::name).distinct().toList();
        int[] failures = parts.failures();
        int needed = Math.toIntExact(Math.min(
                Integer.MAX_VALUE, services.stream().mapToLong(s -> failures[s]).sum()));
        Share down = services.stream()
                .map(parts::unavailability)
                .reduce(Share::times)
                .orElseThrow();
        Share requests = requests(made);
        Share probability = made.contains(List.of()) ? down : down.times(requests);
        return new CallChain.Cut(names, needed, requests, probability.named(String.join(" and ", names) + " down"));
    }

    /** The share of requests that make all calls of at least one of these lists. */
    private Share requests(List<List<Integer>> made) {
        if (made.contains(List.of())) {
            return Share.of(1);
        }
        if (made.size() == 1) {
            return made.get(0).stream().map(parts::made).reduce(Share::times).orElseThrow();
        }
        int[] all = made.stream()
                .flatMapToInt(list -> list.stream().mapToInt(i -> i))
                .distinct()
                .sorted()
                .toArray();
        List<ReliabilityBlock> anyNotMade = made.stream()
                .<ReliabilityBlock>map(list -> new ReliabilityBlock.Group(
                        1,
                        list.stream()
                                .<ReliabilityBlock>map(
                                        part -> new ReliabilityBlock.Component(Arrays.binarySearch(all, part)))
                                .toList()))
                .toList();
        var structure = new Structure(new ReliabilityBlock.Group(anyNotMade.size(), anyNotMade));
        return Share.computed(
                "requests that make one of these calls",
                new ChainFormula(structure),
                Arrays.stream(all).mapToObj(parts::made).toArray(Quantity<?>[]::new));
    }
}
