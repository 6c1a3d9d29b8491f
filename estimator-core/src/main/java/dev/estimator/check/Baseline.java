package dev.estimator.check;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.SafeFile;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Estimates that were approved, in a small text file in the repository. A change beyond the tolerance fails a test, and
 * the failure names the assumptions that changed:
 *
 * <pre>{@code
 * Baseline.at(Path.of("src/test/estimates/url-shortener.txt")).withTolerance(percent(5)).verify(disk, servers);
 * }</pre>
 *
 * <p>Once run with {@code -Destimates.approve=true}, the file is written anew and the test passes; then read the diff
 * of the file and commit it. Maven hands the flag on to tests; for Gradle say {@code systemProperty} in the test task.
 *
 * <p>An assumption may change as long as the answers stay within the tolerance of what was approved. For an uncertain
 * answer this holds for the best guess and both ends of its 90 % range; for an availability, for its complement.
 */
public final class Baseline {
    private static final String FLAG = "estimates.approve";
    private static final Share USUAL_TOLERANCE = Share.ofPercent(1);

    private final Path file;
    private final Share tolerance;

    private Baseline(Path file, Share tolerance) {
        this.file = file;
        this.tolerance = tolerance;
    }

    /**
     * Obtains the approved estimates in a file, with a tolerance of 1 %.
     *
     * @param file where they are, or will be once they are approved
     * @return the approved estimates
     */
    public static Baseline at(Path file) {
        return new Baseline(requireNonNull(file, "file"), USUAL_TOLERANCE);
    }

    /**
     * Says how far answers may be from what was approved.
     *
     * @param newTolerance relative to the approved value, above 0 %
     * @return the changed baseline
     * @throws IllegalArgumentException if the tolerance is 0 %
     */
    public Baseline withTolerance(Share newTolerance) {
        if (!(requireNonNull(newTolerance, "newTolerance").value() > 0)) {
            throw new IllegalArgumentException("tolerance must be above 0% but was " + newTolerance
                    + ": the last digits may differ between machines");
        }
        return new Baseline(file, newTolerance);
    }

    /**
     * Checks that answers are as approved; or with the flag approves them.
     *
     * @param answers all answers in the file, each under a name of its own
     * @throws AssertionError if there is no file yet, or an answer is not as approved, is new or is gone
     * @throws IllegalArgumentException if there is no answer, one has no name, or two have the same; if the flag is
     *     neither true nor false; or if the file is not one that this class wrote: the message names the line and the
     *     rule
     * @throws UncheckedIOException if the file cannot be read or written; a file that was there before is left as it
     *     was
     * @throws ArithmeticException if an answer has no value for some draws of its ranges
     */
    public void verify(Quantity<?>... answers) {
        Approved now = Approved.of(Refusal.copy("answers", answers));
        if (isApproving()) {
            SafeFile.write(file, BaselineText.of(now));
            return;
        }
        Approved before = read().map(text -> BaselineText.parse(text, file)).orElseThrow(() -> missing(now));
        var difference = new Difference(before, now, tolerance);
        if (!difference.isEmpty()) {
            throw new AssertionError(difference.text(file, Refusal.copy("answers", answers)) + "\n" + howToApprove());
        }
    }

    private static boolean isApproving() {
        String flag = System.getProperty(FLAG, "false");
        if (!flag.equals("true") && !flag.equals("false")) {
            throw new IllegalArgumentException("-D" + FLAG + " must be true or false but was '" + flag + "'");
        }
        return flag.equals("true");
    }

    private Optional<String> read() {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        }
    }

    private AssertionError missing(Approved now) {
        return new AssertionError(
                "no estimates are approved yet in " + file + "\n" + BaselineText.of(now) + howToApprove());
    }

    static String howToApprove() {
        return "to approve this, run once with -D" + FLAG + "=true, then read the file and commit it";
    }

    /** Returns where the approved estimates are. */
    @Override
    public String toString() {
        return "estimates approved in " + file + ", within " + tolerance + ": go on with verify(answers)";
    }
}
