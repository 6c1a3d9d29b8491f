package dev.estimator.examples.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A method or constructor that was given what it does not take.
 *
 * @param name its name
 * @param found the types of what was given
 * @param candidates what those of that name take
 * @param source what was typed, empty if that is not known
 */
record Misfit(String name, List<String> found, List<Candidate> candidates, String source) {
    /** Above this many ways to call a method no advice on each is given. */
    private static final int FEW = 3;

    /** What stands for a type in the library. */
    private static final Pattern VARIABLE = Pattern.compile("\\b[QAR]\\b");

    /** What the steps of a system are made of. */
    private static final String STEP = "Step";

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

        /** With what was given in the place of the letters that stand for a type: (Bytes, Bytes) for (Q, Q). */
        Candidate concrete(List<String> found) {
            String variables = String.join(" ", types);
            String type = IntStream.range(0, Math.min(types.size(), found.size()))
                    .filter(i -> VARIABLE.matcher(types.get(i)).matches())
                    .mapToObj(found::get)
                    .filter(Advice::isQuantity)
                    .findFirst()
                    .orElse(Advice.QUANTITY);
            return VARIABLE.matcher(variables).find()
                    ? new Candidate(
                            owner,
                            types.stream()
                                    .map(taken -> VARIABLE.matcher(taken).replaceAll(type))
                                    .toList())
                    : this;
        }
    }

    /** 'fanOut does not take (Count, Component)', and below it 'fanOut takes (int, Step); for int write 3'. */
    List<String> lines() {
        List<Candidate> shown = candidates.stream()
                .filter(candidate -> candidates.size() == 1 || !candidate.isOfGeneratedCode())
                .filter(candidate -> candidate.types.stream().noneMatch(Missing::isHidden))
                .map(candidate -> candidate.concrete(found))
                .toList();
        String called = name.equals("of") && !shown.isEmpty() ? shown.get(0).owner + ".of" : name;
        String problem = found.isEmpty() ? called + "() lacks arguments" : called + " does not take " + list(found);
        String taken = shown.stream()
                .map(candidate -> list(candidate.types).replaceAll("\\[]$", "..."))
                .distinct()
                .collect(Collectors.joining(", "));
        String advice = advice(shown).map(words -> "; " + words).orElse("");
        return List.of(problem, called + " takes " + taken + advice);
    }

    private Optional<String> advice(List<Candidate> shown) {
        Optional<String> known = around(shown).or(() -> Advice.instead(name, found, shown));
        if (known.isPresent()) {
            return known;
        }
        List<Candidate> ways = shown.stream()
                .filter(candidate -> candidate.types.size() == found.size())
                .filter(candidate -> !samples(candidate, shown.size()).isEmpty())
                .toList();
        long fewest = ways.stream().mapToLong(this::misfits).min().orElse(0);
        String samples = ways.stream()
                .filter(way -> misfits(way) == fewest)
                .flatMap(way -> samples(way, shown.size()).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return samples.isEmpty() ? added(shown) : Optional.of(samples);
    }

    /** 'times(3, api)' for what was typed as 'api.times(3)': what is done to a step stands around it. */
    private Optional<String> around(List<Candidate> shown) {
        Matcher asked = Pattern.compile("(\\w+)\\s*\\.\\s*" + name + "\\(").matcher(source);
        return asked.find() && !Character.isUpperCase(asked.group(1).charAt(0))
                ? shown.stream()
                        .map(Candidate::types)
                        .filter(types -> types.size() == found.size() + 1
                                && types.get(found.size()).equals(STEP))
                        .map(types -> types.subList(0, found.size()).stream().map(Advice::written))
                        .findFirst()
                        .map(samples -> Stream.concat(samples, Stream.of(asked.group(1)))
                                .collect(Collectors.joining(", ", "write " + name + "(", ")")))
                : Optional.empty();
    }

    /** 'add count(20)' where only the last argument is missing. */
    private Optional<String> added(List<Candidate> shown) {
        return shown.size() > FEW
                ? Optional.empty()
                : shown.stream()
                        .map(Candidate::types)
                        .filter(types -> types.size() == found.size() + 1)
                        .filter(types ->
                                IntStream.range(0, found.size()).noneMatch(i -> isMisfit(found.get(i), types.get(i))))
                        .map(types -> types.get(found.size()))
                        .filter(type ->
                                !type.equals("String") && !Advice.written(type).equals(type))
                        .findFirst()
                        .map(type -> "add " + Advice.written(type, name));
    }

    /** How many arguments are of another type. */
    private long misfits(Candidate candidate) {
        return IntStream.range(0, found.size())
                .filter(i -> isMisfit(found.get(i), candidate.types.get(i)))
                .count();
    }

    private static boolean isMisfit(String given, String wanted) {
        return !given.equals(wanted) && !(Advice.isNumber(given) && wanted.equals("double"));
    }

    /**
     * 'for int write 3' for each argument of another type, with the number that was typed; of many methods only for one
     * among others that fit.
     */
    private Set<String> samples(Candidate candidate, int methods) {
        boolean ofAllTypes = methods <= FEW || (found.size() > 1 && misfits(candidate) == 1);
        Set<String> samples = new LinkedHashSet<>();
        for (int i = 0; i < found.size(); i++) {
            String wanted = candidate.types.get(i).replaceAll("\\.{3}$|\\[]$", "");
            if (ofAllTypes || (found.get(i).equals("String") && wanted.equals("double"))) {
                Optional<String> number = typed(i);
                Advice.sample(found.get(i), wanted, name)
                        .map(sample -> number.map(typed -> Advice.ofTyped(sample, typed))
                                .orElse(sample))
                        .ifPresent(sample -> samples.add("for " + wanted + " write " + sample));
            }
        }
        return samples;
    }

    /** The plain number of an argument, or of a count or ratio, if it was typed as one. */
    private Optional<String> typed(int argument) {
        Matcher number = Pattern.compile("\\b" + Pattern.quote(name) + "\\((?:[^,]*,\\s*){" + argument
                        + "}(?:(?:count|ratio)\\()?([\\d_]*\\.?\\d+)\\)?\\s*[,)]")
                .matcher(source);
        return number.find() ? Optional.of(number.group(1)) : Optional.empty();
    }

    private static String list(List<String> types) {
        return switch (types.size()) {
            case 0 -> "nothing";
            case 1 -> types.get(0);
            default -> "(" + String.join(", ", types) + ")";
        };
    }
}
