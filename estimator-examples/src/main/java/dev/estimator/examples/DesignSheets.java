package dev.estimator.examples;

import dev.estimator.quantity.Availability;
import dev.estimator.reliability.Quorum;
import dev.estimator.report.DesignSheet;
import dev.estimator.report.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How do the design sheets look as text, Markdown, HTML, CSV and JSON? */
public final class DesignSheets {
    static final Map<String, DesignSheet> SHEETS = sheets();

    private DesignSheets() {}

    private static Map<String, DesignSheet> sheets() {
        Map<String, DesignSheet> sheets = new LinkedHashMap<>();
        sheets.put("shop", Shop.sheet());
        sheets.put("messenger", Messenger.sheet());
        sheets.put("url-shortener", UrlShortenerSheet.sheet());
        sheets.put("video-service", YouTubeSheet.sheet());
        sheets.put("chat", Chat.sheet());
        sheets.put("checkout-path", CheckoutPath.sheet());
        return sheets;
    }

    /** Three copies of everything. */
    static Quorum ofThree(int readsFrom, int writesTo, Availability copy) {
        return Quorum.builder()
                .copies(3)
                .readsFrom(readsFrom)
                .writesTo(writesTo)
                .availabilityOfCopy(copy)
                .build();
    }

    /** The module's target where it is known, so that it does not matter where Maven was started. */
    private static Path usualDirectory() {
        return Path.of(System.getProperty("basedir", ""), "target", "estimates");
    }

    /**
     * Writes every sheet in every form, and prints where.
     *
     * @param args a directory; {@code target/estimates} unless given
     */
    public static void main(String[] args) {
        Path directory = (args.length == 0 ? usualDirectory() : Path.of(args[0])).toAbsolutePath();
        SHEETS.forEach((name, sheet) -> {
            Page page = sheet.page();
            for (String ending : Page.endings()) {
                Path file = directory.resolve(name + ending);
                page.write(file);
                System.out.println(file);
            }
        });
    }
}
