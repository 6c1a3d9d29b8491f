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
import java.util.stream.Stream;
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

    /** The options of which the tool takes one. */
    private static final Pattern FEEDBACK_OPTION = Pattern.compile("-[qsv]|--feedback.*");

    private PromptTool() {}

    /**
     * Runs the tool until it is left.
     *
     * @param args the options of {@code jshell}
     * @throws Exception if the tool cannot start
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        var brief = new PrintStream(
                new BriefOutput(out, Arrays.asList(args).contains(TRACES)), true, StandardCharsets.UTF_8);
        int exitCode = JavaShellToolBuilder.builder()
                .out(brief, out, out)
                .interactiveTerminal(!Boolean.getBoolean(PIPED))
                .start(options(args));
        brief.flush();
        System.exit(exitCode);
    }

    /** Unless another is asked for, the feedback is one of our own, which does not cut long echoes. */
    private static String[] options(String[] args) throws IOException {
        List<String> options = new ArrayList<>(List.of("-C" + Brevity.COMPILER_OPTION));
        if (Stream.of(args).noneMatch(FEEDBACK_OPTION.asMatchPredicate())) {
            options.addAll(List.of("--feedback", "estimate", feedbackScript().toString()));
        }
        options.addAll(List.of(args));
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

    /** Passes on what the tool writes; an error, which has a bar before each line, when it is complete. */
    static final class BriefOutput extends OutputStream {
        private static final String BAR = "|  ";
        private static final Pattern TRACE = Pattern.compile("\\| {4,}at .*\\(.*\\)");
        private static final Pattern NULL =
                Pattern.compile("(\\|  Exception java\\.lang\\.NullPointerException: )(.*)");
        private static final Pattern PLACE = Pattern.compile("\\^-*(\\^|\\.\\.\\.)?");

        /** A line that sets a name. */
        private static final Pattern SET =
                Pattern.compile("\\s*(?:final\\s+)?(?:var|int|long|double|[A-Z][\\w.<>?, ]*)\\s+(\\w+)\\s*=[^=]");

        private static final Pattern ASSIGNED = Pattern.compile("\\s*\\w+\\s*=[^=]");

        private static final Pattern UNSET = Pattern.compile("cannot find symbol: variable (\\w+)");

        private final Set<String> failed = new HashSet<>();
        private final PrintStream out;
        private final boolean showsTraces;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final List<String> error = new ArrayList<>();
        private boolean isInError;

        BriefOutput(PrintStream out, boolean showsTraces) {
            this.out = out;
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
            if (words.equals("|  Error:")) {
                endError();
                isInError = true;
            } else if (isInError && words.startsWith("|")) {
                String told = words.substring(Math.min(BAR.length(), words.length()));
                error.add(told);
                if (PLACE.matcher(told.strip()).matches()) {
                    endError();
                }
            } else {
                endError();
                Matcher nullPointer = NULL.matcher(words);
                if (nullPointer.matches()) {
                    out.println(nullPointer.group(1) + Brevity.nullPointer(nullPointer.group(2)));
                } else if (showsTraces || !TRACE.matcher(words).matches()) {
                    out.print(text);
                }
            }
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
            out.println(BAR + "Error: " + lines.get(0));
            lines.stream().skip(1).forEach(more -> out.println(BAR + more));
            if (error.size() - source > 2) {
                error.subList(source, error.size()).forEach(more -> out.println(BAR + more));
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
            String begun = line.toString(StandardCharsets.UTF_8);
            if (!begun.isEmpty() && !begun.startsWith("|")) {
                endError();
                out.print(begun);
                line.reset();
            }
            out.flush();
        }

        @Override
        public void close() {
            endError();
            flush();
        }
    }
}
