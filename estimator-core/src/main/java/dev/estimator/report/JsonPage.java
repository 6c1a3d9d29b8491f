package dev.estimator.report;

import dev.estimator.internal.json.Json;
import dev.estimator.internal.optional.OptionalLibrary;

/** Writes a page as JSON, and reads it back. */
final class JsonPage {
    private JsonPage() {}

    static String write(Page page) {
        return json().write(page.content(), "answers", Named.answers(page));
    }

    static Page read(String json) {
        return new Page(json().read(json));
    }

    private static Json<Page.Content> json() {
        OptionalLibrary.GSON.require("JSON");
        return new Json<>(Page.SCHEMA, Page.Content.class, Block.class);
    }
}
