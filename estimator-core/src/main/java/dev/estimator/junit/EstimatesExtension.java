package dev.estimator.junit;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives {@link Estimates} to test methods, and publishes what they estimated to {@code target/estimates}: for each test
 * a page on what it checked, each report given to it, and for all of them {@code index.html}, to be opened first, with
 * every verdict and links to the pages, and {@code summary.md}, the same for a CI page to show.
 *
 * <p>Pages are written as Markdown, text and CSV; as HTML and JSON too where the libraries for these are present; where
 * not, the index says which are missing. The configuration parameter {@code estimates.directory} of JUnit names another
 * place.
 */
@SuppressWarnings("exports") // JUnit is there where this is used
public final class EstimatesExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace HERE = Namespace.create(EstimatesExtension.class);
    private static final String DIRECTORY = "estimates.directory";
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final String USUAL_DIRECTORY = "target/estimates";

    /** Makes the extension; JUnit does so. */
    public EstimatesExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Estimates.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public Estimates resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return estimates(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Estimates estimates = context.getStore(HERE).get(Estimates.class, Estimates.class);
        if (estimates == null) {
            return;
        }
        Path directory = Path.of(context.getConfigurationParameter(DIRECTORY).orElse(USUAL_DIRECTORY));
        String testClass = context.getRequiredTestClass().getName().replace('$', '.');
        Published published = context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(testClass, name -> new Published(directory, name), Published.class);
        published.add(estimates);
    }

    private static Estimates estimates(ExtensionContext context) {
        return context.getStore(HERE)
                .getOrComputeIfAbsent(Estimates.class, type -> new Estimates(testName(context)), Estimates.class);
    }

    /** The name of the method, and what tells its invocations apart. */
    private static String testName(ExtensionContext context) {
        String method = context.getRequiredTestMethod().getName();
        String shown = CONTROLS.matcher(context.getDisplayName()).replaceAll(" ");
        return shown.startsWith(method + "(") ? method : method + " " + shown;
    }
}
