package dev.estimator.examples;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chromium without a window, as a plain process for each page. No name resolves to an address, so nothing leaves the
 * machine, not even what the browser itself asks of its maker.
 */
final class Browser {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--enable-logging=stderr",
            "--virtual-time-budget=5000",
            "--dump-dom");
    private static final int TIMEOUT_SECONDS = 60;

    /** A request with its initiator: of what the browser asks by itself that is 'not an origin'. */
    private static final Pattern REQUEST = Pattern.compile("\"initiator\":\"([^\"]*)\".*?\"url\":\"([^\"]*)\"");

    private final Path program;

    /**
     * What happened to a page.
     *
     * @param dom the page as the browser understood it
     * @param console what it reported: errors of scripts, violations of the page's security policy
     * @param requests the addresses that the page asked for, files and data in the page itself left out
     */
    record Visit(String dom, List<String> console, List<String> requests) {}

    private Browser(Path program) {
        this.program = program;
    }

    /** The first of the usual names that is on the path. */
    static Optional<Browser> find() {
        List<String> directories =
                List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    Visit open(Path page, Path scratch, String... flags) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(scratch, "profile");
        Path dom = profile.resolve("dom.html");
        Path log = profile.resolve("log.txt");
        Path net = profile.resolve("net.json");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(FLAGS);
        command.addAll(List.of(flags));
        command.addAll(List.of("--user-data-dir=" + profile, "--log-net-log=" + net));
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the browser took longer than " + TIMEOUT_SECONDS + " s for " + page);
            }
        } finally {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        }
        return new Visit(
                Files.readString(dom),
                lines(log).filter(line -> line.contains("CONSOLE")).toList(),
                requests(net));
    }

    private static List<String> requests(Path net) throws IOException {
        return REQUEST.matcher(Files.readString(net))
                .results()
                .filter(request -> !request.group(1).equals("not an origin"))
                .map(MatchResult::group)
                .toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
