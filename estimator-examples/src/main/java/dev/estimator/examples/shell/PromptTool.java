package dev.estimator.examples.shell;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * The {@code jshell} tool with the same options, which says in one or two lines what went wrong: without stack traces,
 * without the methods that do not fit, and with the name of what is null.
 */
public final class PromptTool {
    /** Of the tool: brings stack traces back. */
    private static final String TRACES = "-R-XX:+StackTraceInThrowable";

    /** The property that says that nobody types; the console of a JVM does not tell from JDK 22 on. */
    private static final String PIPED = "estimate.piped";

    /** Before each line of an error in what is typed. */
    static final String BAR = "|  ";

    /** Before each line of an error in a file that stands among the options, as /dev/stdin or - may do. */
    static final String NO_BAR = "";

    /** The option that shows no echoes. */
    private static final String SILENT = "-s";

    /** The options of which the tool takes one. */
    private static final Pattern FEEDBACK_OPTION = Pattern.compile("-[qv]|--feedback.*");

    private PromptTool() {}

    /**
     * Runs the tool until it is left.
     *
     * @param args the options of {@code jshell}
     * @throws Exception if the tool cannot start
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        boolean showsTraces = Arrays.asList(args).contains(TRACES);
        PrintStream brief = brief(new BriefOutput(out, BAR, showsTraces));
        PrintStream ofFiles = brief(new BriefOutput(err, NO_BAR, showsTraces));
        int exitCode = JavaShellToolBuilder.builder()
                .out(brief, out, out)
                .err(ofFiles, err)
                .interactiveTerminal(!Boolean.getBoolean(PIPED))
                .start(options(args));
        brief.close();
        ofFiles.close();
        System.exit(exitCode);
    }

    private static PrintStream brief(BriefOutput output) {
        return new PrintStream(output, true, StandardCharsets.UTF_8);
    }

    /**
     * Unless another is asked for, the feedback is one of our own, which does not cut long echoes; so is that of -s.
     */
    private static String[] options(String[] args) throws IOException {
        List<String> options = new ArrayList<>(List.of("-C" + Brevity.COMPILER_OPTION));
        List<String> others = new ArrayList<>(List.of(args));
        boolean isSilent = others.remove(SILENT);
        if (others.stream().noneMatch(FEEDBACK_OPTION.asMatchPredicate())) {
            options.addAll(List.of(
                    "--feedback",
                    isSilent ? "unechoed" : "estimate",
                    feedbackScript().toString()));
        }
        options.addAll(others);
        return options.toArray(String[]::new);
    }

    /** A file, as the tool reads nothing else; not a part of the start-up script, as /reset runs that again. */
    private static Path feedbackScript() throws IOException {
        Path script = Files.createTempFile("estimate", ".jsh");
        script.toFile().deleteOnExit();
        try (InputStream in = requireNonNull(PromptTool.class.getResourceAsStream("feedback.jsh"), "feedback.jsh")) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }

    /** Passes on what the tool writes; an error, which may have a bar before each line, when it is complete. */
    static final class BriefOutput extends OutputStream {
        private static final Pattern TRACE = Pattern.compile("\\|? {4,}at .*\\(.*\\)");

        /** What says in words what is wrong, as the library does in each of these, but for nulls in lists of Java. */
        private static final Pattern REFUSAL = Pattern.compile(
                "((?:\\|  )?)Exception (?:dev\\.estimator\\.[\\w.]+"
                        + "|java\\.lang\\.(?:IllegalArgument|IllegalState|Arithmetic|(NullPointer))Exception"
                        + "|java\\.io\\.UncheckedIOException|java\\.util\\.concurrent\\.CancellationException)(?:: |(?<=NullPointerException)$)(.*)");

        /** What follows a refusal, which tells it already. */
        private static final Pattern CAUSE = Pattern.compile("(?:\\|  )?Caused by: .*|\\|? {4,}(?:at .*|\\.\\.\\.)");

        /** What follows no refusal: an echo, or another exception. */
        private static final Pattern NEXT = Pattern.compile("[\\w$]+ ==> |(?:\\|  )?Exception ");

        private static final Pattern PLACE = Pattern.compile("\\^-*(\\^|\\.\\.\\.)?");

        /** A line that sets a name. */
        private static final Pattern SET =
                Pattern.compile("\\s*(?:final\\s+)?(?:var|int|long|double|[A-Z][\\w.<>?, ]*)\\s+(\\w+)\\s*=[^=]");

        private static final Pattern ASSIGNED = Pattern.compile("\\s*\\w+\\s*=[^=]");

        private static final Pattern UNSET = Pattern.compile("cannot find symbol: variable (\\w+)");

        /** What the compiler says, too, where it did not understand what came before. */
        private static final Pattern AFTER_ANOTHER =
                Pattern.compile("not a statement|variable \\w+ might not have been initialized");

        private static final Pattern ECHO = Pattern.compile("[\\w$]+ ==> ");

        /** So many characters of an echo, and no more, does JShell get from the JVM that runs what is typed. */
        private static final int MOST_ECHOED = 65_535 / 3 - 1;

        private final Set<String> failed = new HashSet<>();
        private final PrintStream out;
        private final String bar;
        private final boolean showsTraces;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final List<String> error = new ArrayList<>();
        private boolean isInError;
        private boolean isAfterRefusal;
        private int echoed;

        /** What was typed where the last error is. */
        private String lastTyped = "";

        BriefOutput(PrintStream out, String bar, boolean showsTraces) {
            this.out = out;
            this.bar = bar;
            this.showsTraces = showsTraces;
        }

        @Override
        public void write(int b) {
            line.write(b);
            if (b == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                write(text, text.stripTrailing());
            }
        }

        private void write(String text, String words) {
            if (words.equals(bar + "Error:")) {
                endError();
                isAfterRefusal = false;
                isInError = true;
            } else if (isInError && words.startsWith(bar.strip())) {
                String told = words.substring(Math.min(bar.length(), words.length()));
                error.add(told);
                if (PLACE.matcher(told.strip()).matches()) {
                    endError();
                }
            } else {
                endError();
                Matcher refusal = REFUSAL.matcher(words);
                isAfterRefusal = !showsTraces
                        && (refusal.matches()
                                || (isAfterRefusal && !NEXT.matcher(words).lookingAt()));
                if (isAfterRefusal && refusal.matches()) {
                    String told = refusal.group(3);
                    out.println(refusal.group(1) + "Error: "
                            + (refusal.group(2) == null ? told : Brevity.nullPointer(told)));
                } else if (!(isAfterRefusal && CAUSE.matcher(words).matches())
                        && (showsTraces || !TRACE.matcher(words).matches())) {
                    out.print(text);
                    if (echoed(text) == MOST_ECHOED + System.lineSeparator().length()) {
                        out.println(BAR + "cut after 21,844 characters: println(...) prints all");
                    }
                }
            }
        }

        /** How long the echo is up to here. */
        private int echoed(String text) {
            Matcher echo = ECHO.matcher(text);
            echoed = echo.lookingAt() ? text.length() - echo.end() : echoed + text.length();
            return echoed;
        }

        /** The message, and where it is if what was typed has several lines. */
        private void endError() {
            if (!isInError) {
                return;
            }
            isInError = false;
            int source = 1;
            while (source < error.size() && Brevity.isDetail(error.get(source))) {
                source++;
            }
            List<String> message = error.isEmpty() ? List.of("") : error.subList(0, Math.min(source, error.size()));
            String typed = String.join(
                    "\n", error.subList(Math.min(source, error.size()), Math.max(source, error.size() - 1)));
            List<String> lines = lines(message, typed);
            boolean isTold = typed.equals(lastTyped)
                    && AFTER_ANOTHER.matcher(lines.get(0)).matches();
            lastTyped = typed;
            if (isTold) {
                error.clear();
                return;
            }
            out.println(bar + "Error: " + lines.get(0));
            lines.stream().skip(1).forEach(more -> out.println(bar + more));
            if (error.size() - source > 2) {
                error.subList(source, error.size()).forEach(more -> out.println(bar + more));
            }
            error.clear();
        }

        /** What went wrong; of a name that an earlier line should have set, that it failed. */
        private List<String> lines(List<String> message, String typed) {
            List<String> lines = Brevity.problem(message, typed);
            Matcher missing = UNSET.matcher(lines.get(0));
            Matcher set = SET.matcher(typed);
            if (set.lookingAt()) {
                failed.add(set.group(1));
            }
            return missing.matches()
                            && failed.contains(missing.group(1))
                            && !ASSIGNED.matcher(typed).lookingAt()
                    ? List.of(missing.group(1) + " is not set: the line that should set it failed")
                    : lines;
        }

        /** What is not a whole line yet is shown, unless it may become part of an error. */
        @Override
        public void flush() {
            boolean mayBeError =
                    bar.isEmpty() || line.toString(StandardCharsets.UTF_8).startsWith(bar.strip());
            if (line.size() > 0 && !mayBeError) {
                showBegun();
            }
            out.flush();
        }

        private void showBegun() {
            endError();
            String begun = line.toString(StandardCharsets.UTF_8);
            echoed(begun);
            out.print(begun);
            line.reset();
        }

        @Override
        public void close() {
            showBegun();
            out.flush();
        }
    }
}
