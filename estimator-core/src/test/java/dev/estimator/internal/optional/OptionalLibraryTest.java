package dev.estimator.internal.optional;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionalLibraryTest {
    /** Sees the JDK's own classes only. */
    private static final ClassLoader BARE = new ClassLoader(null) {};

    /** The names of the classes are right: all of these are on the class path of the tests. */
    @ParameterizedTest
    @EnumSource
    void require_thereGoesOn(OptionalLibrary library) {
        assertThatCode(() -> library.require("A test")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DESKTOP")
    void require_missing(OptionalLibrary library) {
        assertThatIllegalStateException()
                .isThrownBy(() -> library.require("A test", BARE))
                .withMessageStartingWith("A test needs ")
                .withCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void require_missingSaysWhatToAdd() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OptionalLibrary.BATIK.require("A plot", BARE))
                .withMessage(
                        "A plot needs org.apache.xmlgraphics:batik-svggen, which is optional: add it to the class path"
                                + " (on the module path also --add-modules org.apache.xmlgraphics.batik.svggen)");
    }
}
