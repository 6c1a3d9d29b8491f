package dev.estimator.internal.text;

import dev.estimator.internal.unit.Kind;

/** How often a limit is kept, beside how often it has to be, and what follows: one way of saying it everywhere. */
public final class VerdictText {
    private static final double MOST = 0.999999;

    private VerdictText() {}

    /**
     * Says whether a limit holds and why, as in 'fails: kept in 89.4% of cases, 95% needed'.
     *
     * @param verdict 'holds', 'fails' or 'undecided', which programs read
     * @param share in how many cases it is kept
     * @param error how far off that may be, as it was drawn; 0 if it is exact
     * @param needed how many are needed
     */
    public static String of(String verdict, double share, double error, double needed) {
        String confidence = QuantityWriter.summary(Kind.SHARE, needed);
        String kept = verdict + ": kept " + in(verdict, share, error, confidence);
        return kept
                + (verdict.equals("undecided")
                        ? ", too near to " + confidence + " to tell"
                        : ", " + confidence + " needed");
    }

    private static String in(String verdict, double share, double error, String confidence) {
        String found = cases(share, error);
        boolean isMissedByLittle = verdict.equals("fails") && found.startsWith("in " + confidence);
        return isMissedByLittle ? found.replaceFirst("in ", "in just below ") : found;
    }

    /** 'in 89.4% ± 0.3% of cases'. */
    public static String cases(double share, double error) {
        if (share == 0 || share == 1) {
            String all = share == 0 ? "no " : "every ";
            return error == 0 ? "in " + all + "case" : "in " + all + "case drawn";
        }
        if (share > MOST || share < 1 - MOST) {
            return share > MOST ? "in over 99.9999% of cases" : "in less than 0.0001% of cases";
        }
        String drawn = error == 0 ? "" : " ± " + QuantityWriter.error(error);
        return "in " + QuantityWriter.summary(Kind.SHARE, share) + drawn + " of cases";
    }
}
