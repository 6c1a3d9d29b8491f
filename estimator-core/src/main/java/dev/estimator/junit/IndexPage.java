package dev.estimator.junit;

import static dev.estimator.internal.text.Markdown.html;

import dev.estimator.report.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page that one opens first: what was checked, each verdict with a link to its page, for any browser. It needs no
 * optional library, and says which are not there.
 */
final class IndexPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #d9dde3; --good: #1a7f37; --bad: #b3261e; --link: #2563a8; }
            @media (prefers-color-scheme: dark) {
              :root { --line: #343b44; --good: #57c173; --bad: #ff8a80; --link: #7fb4ec; }
            }
            body { margin: 1.5rem auto; max-width: 68rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
            a { color: var(--link); }
            h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
            div { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-size: .93rem; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); }
            .holds { color: var(--good); font-weight: 600; }
            .fails, .undecided { color: var(--bad); font-weight: 600; }
            """;
    private static final Pattern HOLDS = Pattern.compile("<td class=\"holds\">");
    private static final Pattern FAILS = Pattern.compile("<td class=\"fails\">");
    private static final Pattern UNDECIDED = Pattern.compile("<td class=\"undecided\">");

    private IndexPage() {}

    /** How the pages end that one follows the links to. */
    static String ending() {
        return Page.endings().contains(".html") ? ".html" : ".txt";
    }

    static String of(String checksOfAllClasses) {
        String lacks = Page.missingForms().stream()
                .map(line -> "<p>" + html(line) + "</p>\n")
                .collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,">
                <title>Estimates</title>
                <style>
                """
                + STYLE + "</style>\n</head>\n<body>\n<h1>Estimates</h1>\n<p>"
                + verdicts(checksOfAllClasses) + "</p>\n" + checksOfAllClasses + lacks + "</body>\n</html>\n";
    }

    /** As in '7 checks: 5 hold, 1 fails, 1 undecided'. */
    private static String verdicts(String checks) {
        long hold = HOLDS.matcher(checks).results().count();
        long fail = FAILS.matcher(checks).results().count();
        long undecided = UNDECIDED.matcher(checks).results().count();
        long all = hold + fail + undecided;
        return all + (all == 1 ? " check: " : " checks: ") + hold + (hold == 1 ? " holds, " : " hold, ") + fail
                + (fail == 1 ? " fails, " : " fail, ") + undecided + " undecided";
    }

    /** A table; its cells are HTML already, and that of the verdict is in its colour. */
    static String table(List<String> header, List<List<String>> rows, int verdict) {
        String head = header.stream().map(name -> "<th>" + html(name) + "</th>").collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> row(row, verdict))
                .map(row -> "<tr>" + row + "</tr>\n")
                .collect(Collectors.joining());
        return "<div><table><thead><tr>" + head + "</tr></thead><tbody>\n" + body + "</tbody></table></div>\n";
    }

    private static String row(List<String> cells, int verdict) {
        var row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            row.append(i == verdict ? "<td class=\"" + cell + "\">" : "<td>")
                    .append(cell)
                    .append("</td>");
        }
        return row.toString();
    }

    static String link(String file, String words) {
        return "<a href=\"" + file + "\">" + html(words) + "</a>";
    }
}
