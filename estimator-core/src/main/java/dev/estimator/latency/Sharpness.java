package dev.estimator.latency;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a term of a sum leaves single times of the other terms where they are.
 *
 * @param law the term
 * @param times how often it comes
 * @param atoms its own single times
 * @param width how far apart the middle half of its requests is, without its single times
 */
record Sharpness(LatencyLaw law, double times, @Nullable Atoms atoms, double width) {
    /** What is wider than this part of a time hides where in its cell the time is, also where cells are widest. */
    private static final double HIDING = Knots.HIDING * (Knots.COARSE.ratio() - 1);

    /** Rarer atoms do not show in a p99.9. */
    private static final double LEAST = 1e-4;

    /** More atoms than this are as good as a continuous law. */
    private static final double MOST = 2048;

    /** Of the terms of a sum; empty if none has single times. */
    static List<Sharpness> of(Map<LatencyLaw, Double> terms) {
        if (terms.keySet().stream().noneMatch(law -> law.singleTimes().findAny().isPresent())) {
            return List.of();
        }
        return terms.entrySet().stream()
                .map(term -> of(term.getKey(), term.getValue()))
                .toList();
    }

    /** Whether it has single times beside the constant of its grid. */
    boolean hasSteps() {
        return atoms != null && firstStep(atoms.times()) < atoms.times().size();
    }

    /** Whether some requests take nearly the same time, far from the others, as those do that ran into a timeout. */
    static boolean hasNarrowBranch(LatencyLaw law) {
        return law instanceof Shifted shifted
                ? hasNarrowBranch(shifted.law())
                : law instanceof TwoWayMixture either && (isNarrow(either.first()) || isNarrow(either.other()));
    }

    private static boolean isNarrow(LatencyLaw branch) {
        double width = branch.exceededBy(0.25) - branch.exceededBy(0.75);
        return (width > 0 && width < HIDING * branch.exceededBy(0.5)) || hasNarrowBranch(branch);
    }

    private int firstStep(Points times) {
        return times.time(0) == Grid.constantOf(law) ? 1 : 0;
    }

    private static Sharpness of(LatencyLaw law, double times) {
        Atoms atoms = Atoms.of(law);
        LatencyLaw rest = atoms == null ? law : new Remainder(law, atoms);
        boolean isSpread = atoms == null || atoms.share() < 1 - LEAST;
        return new Sharpness(law, times, atoms, isSpread ? rest.exceededBy(0.25) - rest.exceededBy(0.75) : 0);
    }

    /** Whether its atoms remain visible in the sum. */
    boolean standsOutOf(List<Sharpness> all) {
        if (atoms == null) {
            return false;
        }
        Points times = atoms.times();
        if (combinations(times.size()) > MOST) {
            return false;
        }
        for (int i = firstStep(times); i < times.size(); i++) {
            double chance = atoms.share() * times.weight(i) / sharp(times.time(i));
            for (Sharpness term : all) {
                chance *= Math.pow(term.sharp(times.time(i)), term.times);
            }
            if (chance >= LEAST) {
                return true;
            }
        }
        return false;
    }

    /** The number of different sums of a number of atoms. */
    private double combinations(int n) {
        double sums = n;
        for (int i = 2; i <= times && sums <= MOST; i++) {
            sums *= (n + i - 1.0) / i;
        }
        return sums;
    }

    /** How likely this leaves a time of another term where it is. */
    private double sharp(double time) {
        if (width < HIDING * time) {
            return 1;
        }
        return atoms == null ? 0 : atoms.share();
    }
}
