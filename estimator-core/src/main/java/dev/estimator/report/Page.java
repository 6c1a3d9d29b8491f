package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as plain data, ready to be written: numbers and texts, with nothing left to compute. Made by
 * {@link Report#page()} and {@link DesignSheet#page()}, or read back by {@link #fromJson}.
 *
 * <p>Amounts are in the canonical unit of their type, which stands beside them.
 */
public final class Page {
    /** The version of the JSON form. It changes when a reader of an older one would misunderstand a newer one. */
    public static final String SCHEMA = "dev.estimator.report/1";

    private static final int USUAL_WIDTH = 100;

    private static final String RANGES =
            "In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.";

    private final Content content;

    Page(String title, List<Section> sections) {
        this(new Content(title, sections));
    }

    Page(Content content) {
        this.content = content;
    }

    /** The root of the JSON form, beside its schema. */
    record Content(String title, List<Section> sections) {
        Content {
            requireNonNull(title, "title");
            sections = Refusal.copy(sections, "sections");
        }
    }

    /**
     * A part of a page.
     *
     * @param heading what it is about
     * @param level 1 for a chapter of a design sheet, 2 for what stands in it or in a plain report
     * @param blocks what it shows
     */
    record Section(String heading, int level, List<Block> blocks) {
        Section {
            requireNonNull(heading, "heading");
            Refusal.unless(level == 1 || level == 2, "level", "1 or 2", level);
            blocks = Refusal.copy(blocks, "blocks");
        }
    }

    /**
     * Returns the title of the page.
     *
     * @return the title
     */
    public String title() {
        return content.title;
    }

    List<Section> sections() {
        return content.sections;
    }

    Content content() {
        return content;
    }

    /** What the brackets of ranges mean, for the first section of which a result has one; else nothing. */
    String rangesBelow(Section section) {
        boolean isFirst = sections().stream()
                .filter(some ->
                        some.blocks.stream().flatMap(Page::found).anyMatch(value -> value != null && value.isRange()))
                .findFirst()
                .filter(section::equals)
                .isPresent();
        return isFirst ? RANGES : "";
    }

    private static Stream<@Nullable Value> found(Block block) {
        if (block instanceof Block.Answers some) {
            return some.answers().stream().map(Block.Answer::value);
        }
        if (block instanceof Block.Fits some) {
            return some.fits().stream().map(Block.Fit::found);
        }
        if (block instanceof Block.Table some) {
            return some.rows().stream().flatMap(row -> row.cells().stream()).map(Block.Cell::value);
        }
        if (block instanceof Block.Utilization some) {
            return some.usages().stream().map(Block.Usage::used);
        }
        if (block instanceof Outlook some) {
            return Stream.of(some.now().value(), some.runway());
        }
        if (block instanceof SystemBlock.Architecture some) {
            return some.components().stream()
                    .flatMap(one ->
                            Stream.of(one.peak(), one.instances(), one.utilization(), one.availability(), one.cost()));
        }
        return block instanceof SystemBlock.UseCases some
                ? some.useCases().stream()
                        .flatMap(one -> Stream.of(one.average(), one.peak(), one.mean(), one.availability()))
                : Stream.empty();
    }

    /**
     * Returns the page as text of the usual width, 100 characters, without colour.
     *
     * @return the text
     */
    public String text() {
        return text(USUAL_WIDTH);
    }

    /**
     * Returns the page as text. Long remarks and formulas are continued on the next line.
     *
     * @param width how many characters a line has, at least 40
     * @return the text, without colour
     * @throws IllegalArgumentException if the width is too small
     */
    public String text(int width) {
        return new TextPage(width, false).write(this);
    }

    /**
     * Returns the page as text for a terminal that shows colours by ANSI escape sequences.
     *
     * @param width how many characters a line has, at least 40
     * @return the text, with headings in bold and limits that fail in red
     * @throws IllegalArgumentException if the width is too small
     */
    public String coloredText(int width) {
        return new TextPage(width, true).write(this);
    }

    /**
     * Returns the page as Markdown, as GitHub shows it: tables, derivations that can be unfolded, and pictures in
     * Mermaid.
     *
     * @return the Markdown text
     */
    public String markdown() {
        return MarkdownPage.write(this);
    }

    /**
     * Returns the page as HTML in one file, with plots, for screens of any width, light or dark. It loads nothing and
     * runs no script.
     *
     * @return the HTML text
     * @throws IllegalStateException if one of the optional libraries that it needs is missing; the message names it
     */
    public String html() {
        return HtmlPage.write(this);
    }

    /**
     * Returns every number of the page as comma-separated values with a header line, as in RFC 4180. A text that a
     * spreadsheet would take for a formula begins with an apostrophe.
     *
     * @return the lines, ended by CR LF
     */
    public String csv() {
        return CsvPage.write(this);
    }

    /**
     * Returns the page as JSON of the schema {@link #SCHEMA}, for programs: it has every number and every text of the
     * page. The description of the package lists its members.
     *
     * @return the JSON text
     * @throws IllegalStateException if the optional library Gson is missing
     */
    public String json() {
        return JsonPage.write(this);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param json the text
     * @return an equal page
     * @throws IllegalArgumentException if it is not JSON, of another schema, lacks something, or holds what no page
     *     can; the message says what and where
     * @throws IllegalStateException if the optional library Gson is missing
     */
    public static Page fromJson(String json) {
        return JsonPage.read(requireNonNull(json, "json"));
    }

    /**
     * Writes the page to a file, in the form that the ending of its name says: .txt, .md, .html, .csv or .json. A
     * temporary file is written first and then moved, so that nobody reads half of a page.
     *
     * @param file where to; folders that are missing are made
     * @return the file
     * @throws IllegalArgumentException if the name has another ending
     * @throws UncheckedIOException if the file cannot be written; the message names it
     */
    public Path write(Path file) {
        PageFile.write(this, file);
        return file;
    }

    /**
     * Returns the endings of files that {@link #write} can write: .txt, .md and .csv, and others if their optional
     * libraries are there.
     *
     * @return the endings, each with its dot
     */
    public static List<String> endings() {
        return PageFile.endings();
    }

    /**
     * Returns which forms {@link #write} cannot write here, as in '.json needs com.google.code.gson:gson, which is
     * optional and not there'.
     *
     * @return a line for each such form
     */
    public static List<String> missingForms() {
        return PageFile.missing();
    }

    /** Returns whether the other object is a page of the same title, sections and numbers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Page page && content.equals(page.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    /** Returns the {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    /** Copies a list that must not be empty. */
    static <T> List<T> copyOfSome(List<T> list, String name) {
        List<T> copy = Refusal.copy(list, name);
        ReportInputs.notEmpty(copy.size(), name, "leave the block out instead");
        return copy;
    }
}
