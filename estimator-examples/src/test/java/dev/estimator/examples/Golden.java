package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Expected texts. {@code mvn test -Dgolden.update=true} writes them anew, and fails so that nobody leaves it on. */
final class Golden {
    private static final Path DIRECTORY = Path.of("src/test/resources/dev/estimator/examples");

    /** 'load #1', but not the colour '#4a86c5'. */
    private static final Pattern NUMBERED = Pattern.compile(" #\\d+(?!\\w)");

    private Golden() {}

    static void verify(String file, String actual) throws IOException {
        assertThat(actual).as("things of one name are told apart in words").doesNotContainPattern(NUMBERED);
        Path path = DIRECTORY.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, actual);
            fail("wrote " + path + ": read it, then run the tests without golden.update");
        }
        assertThat(actual).isEqualTo(Files.readString(path));
    }
}
