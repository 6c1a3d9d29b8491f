package dev.estimator;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/**
 * With {@code -Dgolden.update=true} a text that a test expected and did not get is written into the source of the test.
 * The test fails all the same, so that nobody leaves the flag on; one that compares several texts has to be run as
 * often.
 */
public final class ExpectedTexts implements TestExecutionExceptionHandler {
    private static final Path SOURCES = Path.of("src/test/java");

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (Boolean.getBoolean("golden.update")
                && Throwables.getRootCause(failure) instanceof AssertionFailedError error) {
            String written = rewrite(error, context.getRequiredTestClass());
            if (!written.isEmpty()) {
                throw new AssertionError(
                        "wrote " + written + ": read it, then run the tests without golden.update", failure);
            }
        }
        throw failure;
    }

    /** Where, or nothing if the text stands nowhere in the test. */
    private static String rewrite(AssertionFailedError error, Class<?> test) throws IOException {
        Path file = SOURCES.resolve(outermost(test).getName().replace('.', '/') + ".java");
        String expected = text(error.getExpected());
        String actual = text(error.getActual());
        if (expected.isEmpty() || actual.isEmpty() || !Files.exists(file)) {
            return "";
        }
        int line = lines(error, file).findFirst().orElse(1);
        synchronized (ExpectedTexts.class) {
            String source = Files.readString(file);
            String changed = SourceText.replaced(source, expected, actual, line);
            Files.writeString(file, changed);
            return changed.equals(source) ? "" : file + ":" + line;
        }
    }

    private static String text(ValueWrapper value) {
        return value == null || value.getStringRepresentation() == null ? "" : value.getStringRepresentation();
    }

    private static Class<?> outermost(Class<?> test) {
        return test.getEnclosingClass() == null ? test : outermost(test.getEnclosingClass());
    }

    private static Stream<Integer> lines(Throwable error, Path file) {
        return Arrays.stream(error.getStackTrace())
                .filter(frame -> file.endsWith(String.valueOf(frame.getFileName())))
                .map(StackTraceElement::getLineNumber);
    }
}
