package dev.estimator.examples.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method or constructor that was given what it does not take.
 *
 * @param name its name
 * @param found the types of what was given
 * @param candidates what those of that name take
 */
record Misfit(String name, List<String> found, List<Candidate> candidates) {
    /** Above this many ways to call a method no advice on each is given. */
    private static final int FEW = 3;

    /**
     * One method of that name.
     *
     * @param owner the class that has it
     * @param types what it takes
     */
    record Candidate(String owner, List<String> types) {
        /** Generated builders also take an optional value, which nobody types. */
        boolean isOfGeneratedCode() {
            return types.size() == 1 && types.get(0).startsWith("Optional<");
        }
    }

    /** 'fanOut does not take (Count, Component)', and below it 'fanOut takes (int, Step); for int write 3'. */
    List<String> lines() {
        List<Candidate> shown = candidates.stream()
                .filter(candidate -> candidates.size() == 1 || !candidate.isOfGeneratedCode())
                .toList();
        String called = name.equals("of") && !shown.isEmpty() ? shown.get(0).owner + ".of" : name;
        String problem = found.isEmpty() ? called + "() lacks arguments" : called + " does not take " + list(found);
        String taken = shown.stream()
                .map(candidate -> list(candidate.types))
                .distinct()
                .collect(Collectors.joining(", "));
        String advice = advice(shown).map(words -> "; " + words).orElse("");
        return List.of(problem, called + " takes " + taken + advice);
    }

    private Optional<String> advice(List<Candidate> shown) {
        Optional<String> known = Advice.instead(name, found, shown);
        if (known.isPresent()) {
            return known;
        }
        List<Set<String>> ways = shown.stream()
                .filter(candidate -> candidate.types.size() == found.size())
                .map(candidate -> samples(candidate, shown.size() <= FEW))
                .filter(samples -> !samples.isEmpty())
                .toList();
        int fewest = ways.stream().mapToInt(Set::size).min().orElse(0);
        String samples = ways.stream()
                .filter(way -> way.size() == fewest)
                .flatMap(Set::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        return samples.isEmpty() ? Optional.empty() : Optional.of(samples);
    }

    /** 'for int write 3' for each argument of another type. */
    private Set<String> samples(Candidate candidate, boolean ofAllTypes) {
        Set<String> samples = new LinkedHashSet<>();
        for (int i = 0; i < found.size(); i++) {
            String wanted = candidate.types.get(i).replace("...", "");
            if (ofAllTypes || (found.get(i).equals("String") && wanted.equals("double"))) {
                Advice.sample(found.get(i), wanted)
                        .ifPresent(sample -> samples.add("for " + wanted + " write " + sample));
            }
        }
        return samples;
    }

    private static String list(List<String> types) {
        return switch (types.size()) {
            case 0 -> "nothing";
            case 1 -> types.get(0);
            default -> "(" + String.join(", ", types) + ")";
        };
    }
}
