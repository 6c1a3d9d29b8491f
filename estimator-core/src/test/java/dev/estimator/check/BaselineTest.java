package dev.estimator.check;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final Count LINKS = assume("new links", million(3), "launch plan");
    private static final Bytes SIZE = assume("size of a link", bytes(500));
    private static final TimeSpan RETENTION = assume("retention", days(720));
    private static final Bytes DISK =
            LINKS.per(DAY).times(SIZE).times(RETENTION).named("disk");

    private static final Count USERS = assume("users", between(million(5), million(20)));
    private static final Count SERVERS =
            USERS.times(assume("load", uniform(ratio(2), ratio(6)))).div(1e6).named("servers");

    private static final String TO_APPROVE =
            "to approve this, run once with -Destimates.approve=true, then read the file and commit it";

    @TempDir
    Path directory;

    private final String flag = System.clearProperty("estimates.approve");

    @AfterEach
    void restoreTheFlag() {
        System.clearProperty("estimates.approve");
        if (flag != null) {
            System.setProperty("estimates.approve", flag);
        }
    }

    @Test
    void verify_writesTheFile() throws IOException {
        approve(DISK, SERVERS);
        assertThat(Files.readString(file())).isEqualTo("""
                # approved estimates, format 1
                answers
                  disk = 1.08 TB  [Bytes 1.08E12]
                  servers = 40 (16 … 89)  [Count 40.0, p5 15.9615716794, p95 88.8342032685]
                assumptions
                  new links = 3M  [Count 3000000.0]
                  size of a link = 500 B  [Bytes 500.0]
                  retention = 720 d  [TimeSpan 6.2208E7]
                  users = 10M (5M … 20M)  [Count 1.0E7, p5 5000000.0, p95 2.0E7]
                  load = ×4 (×2.2 … ×5.8)  [Ratio 4.0, p5 2.2, p95 5.8]
                defaults
                """);
        assertThat(names()).containsExactly("estimates.txt");
        baseline().verify(DISK, SERVERS);
    }

    @Test
    void verify_missingFile() {
        assertFails(() -> baseline().verify(DISK), """
                no estimates are approved yet in FILE
                # approved estimates, format 1
                answers
                  disk = 1.08 TB  [Bytes 1.08E12]
                assumptions
                  new links = 3M  [Count 3000000.0]
                  size of a link = 500 B  [Bytes 500.0]
                  retention = 720 d  [TimeSpan 6.2208E7]
                defaults
                """);
        assertThat(names()).isEmpty();
    }

    @Test
    void verify_changedAssumption() {
        approve(DISK, SERVERS);
        assertFails(() -> baseline().verify(DISK.given(SIZE, bytes(600)), SERVERS), """
                1 estimate is not as approved in FILE, within 1%
                  disk  is 1.296 TB  was 1.08 TB  +20%
                because
                  size of a link is 600 B, was 500 B
                """);
    }

    @Test
    void verify_changedRange() {
        approve(DISK, SERVERS);
        assertFails(() -> baseline().verify(DISK, SERVERS.given(USERS, between(million(4), million(25)))), """
                1 estimate is not as approved in FILE, within 1%
                  servers  is 40 (13 … 108)  was 40 (16 … 89)  +21.5% at p95
                because
                  users is 10M (4M … 25M), was 10M (5M … 20M)
                """);
    }

    @Test
    void verify_replacedAssumptions() {
        approve(DISK);
        Bytes other = LINKS.per(DAY)
                .times(SIZE)
                .times(assume("time to live", days(90)))
                .times(assume("copies", ratio(3)))
                .named("disk");
        assertFails(() -> baseline().verify(other), """
                1 estimate is not as approved in FILE, within 1%
                  disk  is 405 GB  was 1.08 TB  −62.5%
                because
                  time to live is new: 90 d
                  copies is new: ×3
                  retention is gone, was 720 d
                """);
    }

    @Test
    void verify_changedCalculation() {
        approve(DISK, SERVERS);
        assertFails(
                () -> baseline()
                        .verify(
                                DISK.times(0.5).named("disk"),
                                SERVERS.ceil().times(3).named("servers")),
                """
                2 estimates are not as approved in FILE, within 1%
                  disk     is 540 GB          was 1.08 TB       −50%
                  servers  is 120 (48 … 267)  was 40 (16 … 89)  ×3.01 at p5
                because
                  the calculation of disk itself changed: what it assumes is as approved
                  the calculation of servers itself changed: what it assumes is as approved
                """);
    }

    /** One because of an assumption, the other not. */
    @Test
    void verify_changedAssumptionAndCalculation() {
        approve(DISK, SERVERS);
        assertFails(
                () -> baseline()
                        .verify(DISK.given(LINKS, million(4)), SERVERS.times(2).named("servers")),
                """
                2 estimates are not as approved in FILE, within 1%
                  disk     is 1.44 TB        was 1.08 TB       +33.3%
                  servers  is 80 (32 … 178)  was 40 (16 … 89)  ×2 at p5
                because
                  new links is 4M, was 3M
                  the calculation of servers itself changed: what it assumes is as approved
                """);
    }

    /** That the users changed is not why the disk did. */
    @Test
    void verify_changeThatDoesNotMatter() {
        approve(DISK, SERVERS);
        assertFails(
                () -> baseline()
                        .verify(
                                DISK.given(LINKS, million(4)),
                                SERVERS.given(USERS, between(million(5.01), million(20)))),
                """
                1 estimate is not as approved in FILE, within 1%
                  disk  is 1.44 TB  was 1.08 TB  +33.3%
                because
                  new links is 4M, was 3M
                """);
    }

    @Test
    void verify_otherAnswers() {
        approve(DISK);
        assertFails(() -> baseline().verify(SERVERS), """
                2 estimates are not as approved in FILE, within 1%
                  servers  is 40 (16 … 89)  is new
                  disk     is gone          was 1.08 TB
                """);
    }

    @Test
    void verify_differenceBeyondFourDigits() {
        approve(DISK);
        assertFails(() -> baseline().withTolerance(percent(1e-6)).verify(DISK.given(SIZE, bytes(500.001))), """
                1 estimate is not as approved in FILE, within 1e-6%
                  disk  is 1.08 TB [Bytes 1.08000216E12]  was 1.08 TB [Bytes 1.08E12]  +0.0002%
                because
                  size of a link is 500 B [Bytes 500.001], was 500 B [Bytes 500.0]
                """);
    }

    @Test
    void verify_otherType() {
        approve(SIZE.named("answer"));
        assertFails(() -> baseline().verify(count(500).named("answer")), """
                1 estimate is not as approved in FILE, within 1%
                  answer  is 500  was 500 B  another type
                because
                  answer is new: 500
                  size of a link is gone, was 500 B
                """);
    }

    @Test
    void verify_fromZero() {
        approve(SIZE.times(0).named("waste"));
        baseline().verify(SIZE.times(0).named("waste"));
        assertFails(() -> baseline().verify(SIZE.named("waste")), """
                1 estimate is not as approved in FILE, within 1%
                  waste  is 500 B  was 0 B
                because
                  the calculation of waste itself changed: what it assumes is as approved
                """);
    }

    /** Of an availability the time down counts, or three nines would be within 1 % of two. */
    @Test
    void verify_availability() {
        Availability web = assume("web", percentUp(99.9));
        approve(web.named("service"));
        assertFails(() -> baseline().verify(assume("web", percentUp(99.88)).named("service")), """
                1 estimate is not as approved in FILE, within 1%
                  service  is 99.88%  was 99.9%  +20% downtime
                because
                  web is 99.88%, was 99.9%
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0099, true",
        "1, 1.0101, false",
        "1, 0.9901, true",
        "1, 0.9899, false",
        "20, 1.19, true",
        "20, 0.79, false"
    })
    void verify_withinTolerance(double tolerance, double factor, boolean passes) {
        approve(DISK);
        Bytes changed = DISK.given(SIZE, bytes(500 * factor));
        ThrowingCallable verify =
                () -> baseline().withTolerance(percent(tolerance)).verify(changed);
        if (passes) {
            assertThatNoException().isThrownBy(verify);
        } else {
            assertThatThrownBy(verify).isInstanceOf(AssertionError.class);
        }
    }

    /** The best guess stays, the range does not. */
    @Test
    void verify_widerRange() {
        approve(USERS.named("answer"));
        assertFails(
                () -> baseline()
                        .verify(USERS.given(USERS, between(million(2.5), million(40)))
                                .named("answer")),
                """
                1 estimate is not as approved in FILE, within 1%
                  answer  is 10M (2.5M … 40M)  was 10M (5M … 20M)  +100% at p95
                because
                  users is 10M (2.5M … 40M), was 10M (5M … 20M)
                """);
    }

    @Test
    void verify_approvesAnew() throws IOException {
        Files.writeString(file(), "rubbish");
        approve(DISK);
        baseline().verify(DISK);
        System.setProperty("estimates.approve", "false");
        assertThatThrownBy(() -> baseline().verify(SERVERS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void verify_oddNames() {
        Money cost = usd(12).named("a = b\n\\n= [USD 3]");
        Ratio odd = ratio(2).named(" = ");
        Count noun = count(7, "x = y  [Count 3.0]").named("#");
        approve(cost, odd, noun);
        baseline().verify(cost, odd, noun);
        assertFails(() -> baseline().verify(cost, ratio(3).named(" = "), noun), """
                1 estimate is not as approved in FILE, within 1%
                   =   is ×3  was ×2  +50%
                because
                   =  is ×3, was ×2
                """);
    }

    /** RC-FILES: every character that some program takes for the end of a line. */
    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\r", "\n", "\r\n"})
    void verify_lineBreaksInNames(String lineBreak) {
        Money cost = usd(12).named("cost" + lineBreak + "a month");
        approve(cost);
        baseline().verify(cost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u000b", "\f"})
    void verify_controlCharactersInNames(String control) {
        assertThatThrownBy(() -> usd(12).named("cost" + control + "a month"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must be without control characters but was 'cost\uFFFDa month'");
    }

    /** RC-ROBUST: a damaged line takes time in proportion to its length; a pattern took 30 to 100 s. */
    @ParameterizedTest
    @ValueSource(strings = {" = ", "  [", " = a  [", " 1", ", p5 1", "  ", "[", "x"})
    @Timeout(10)
    void verify_longDamagedLine(String part) throws IOException {
        approve(DISK);
        Files.writeString(
                file(), "# approved estimates, format 1\nanswers\n  disk" + part.repeat(120_000 / part.length()));
        assertThatThrownBy(() -> baseline().verify(DISK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file() + ", line 3, must be like ");
    }

    @Test
    void verify_carriageReturns() throws IOException {
        approve(DISK, SERVERS);
        Files.writeString(file(), Files.readString(file()).replace("\n", "\r\n"));
        baseline().verify(DISK, SERVERS);
    }

    @Test
    void verify_badAnswers() {
        assertRefused(() -> baseline().verify(), "answers must not be empty: there is nothing to verify");
        assertRefused(
                () -> baseline().verify(DISK, count(9)),
                "answers must have names but 9 has none: give it one with named(...)");
        assertRefused(
                () -> baseline().verify(DISK, SERVERS.named("disk")),
                "answers must have names of their own but two are called 'disk'");
        assertRefused(
                () -> baseline().withTolerance(percent(0)),
                "tolerance must be above 0% but was 0%: the last digits may differ between machines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | '' | must be '# approved estimates, format 1' but was ''",
                "1 | # approved estimates, format 2 | must be format 1, all that this version reads, but was 'format 2'",
                "1 | answers | must be '# approved estimates, format 1' but was 'answers'",
                "2 | <<<<<<< HEAD | must be 'answers', 'assumptions' or 'defaults' but was '<<<<<<< HEAD'",
                "3 | disk = 3 | must be like '  name = value  [Type number]' but was 'disk = 3'",
                "3 | '  disk = 3 B  [Bytes three]' | must be like '  name = value  [Type number]' but was '  disk = 3 B  [Bytes three]'",
                "3 | '  disk = 3 B  [Bytes 3x]' | must have a number in place of '3x' but was '  disk = 3 B  [Bytes 3x]'",
                "3 | '  disk = 3 B  [Bytes 3e999]' | must have a finite number in place of '3e999' but was '  disk = 3 B  [Bytes 3e999]'",
                "3 | '  disk = 3 B  [Bytes -3]' | must be like '  name = value  [Type number]' but was '  disk = 3 B  [Bytes -3]'",
                "5 | '  new links = 1  [Count 1.0]' | must have another name than the lines before but was '  new links = 3M  [Count 3000000.0]'",
            })
    void verify_badFile(int line, String text, String rule) throws IOException {
        approve(DISK);
        var lines = new ArrayList<>(Files.readAllLines(file()));
        if (text.contains("new links")) {
            lines.add(line - 1, text);
            line++;
        } else {
            lines.set(line - 1, text);
        }
        Files.write(file(), lines);
        assertRefused(
                () -> baseline().verify(DISK),
                file() + ", line " + line + ", " + rule
                        + ": restore the file, or write it anew with -Destimates.approve=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void verify_emptyFile(String text) throws IOException {
        Files.writeString(file(), text);
        assertRefused(
                () -> baseline().verify(DISK),
                file() + ", line 1, must be '# approved estimates, format 1' but was '': restore the file, or write it"
                        + " anew with -Destimates.approve=true");
    }

    @Test
    void verify_directory() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(() -> baseline().verify(DISK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read " + file() + ": java.io.IOException: ");
        assertThatThrownBy(() -> approve(DISK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file() + ": it is a directory");
        assertThat(names()).containsExactly("estimates.txt");
    }

    @Test
    void toString_saysHowToGoOn() {
        assertThat(Baseline.at(Path.of("a.txt")).withTolerance(percent(5)))
                .hasToString("estimates approved in a.txt, within 5%: go on with verify(answers)");
    }

    private Path file() {
        return directory.resolve("estimates.txt");
    }

    private Baseline baseline() {
        return Baseline.at(file());
    }

    private void approve(Quantity<?>... answers) {
        System.setProperty("estimates.approve", "true");
        try {
            baseline().verify(answers);
        } finally {
            System.clearProperty("estimates.approve");
        }
    }

    private Stream<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole text, in which FILE stands for the file. */
    private void assertFails(ThrowingCallable verify, String text) {
        assertThatThrownBy(verify)
                .isInstanceOf(AssertionError.class)
                .hasMessage(text.replace("FILE", file().toString()) + TO_APPROVE);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
