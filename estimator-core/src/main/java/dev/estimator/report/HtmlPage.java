package dev.estimator.report;

import dev.estimator.internal.html.Template;
import dev.estimator.internal.text.WrappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a page as HTML, by the template that lies beside this class. */
final class HtmlPage {
    private static final String TEMPLATE = "page.html";

    private final boolean hasChapters;
    private int plots;

    private HtmlPage(Page page) {
        hasChapters = page.sections().stream().anyMatch(section -> section.level() == 1);
    }

    static String write(Page page) {
        List<Map<String, Object>> sections = new ArrayList<>();
        var html = new HtmlPage(page);
        page.sections().forEach(section -> sections.add(html.view(section)));
        return WrappedText.visible(Template.beside(HtmlPage.class, TEMPLATE)
                .filled(Map.of("page", page, "sections", sections), Findings::percent));
    }

    private Map<String, Object> view(Page.Section section) {
        return Map.of(
                "heading",
                section.heading(),
                "isChapter",
                section.level() == 1,
                "hasChapters",
                hasChapters,
                "blocks",
                section.blocks().stream().map(this::view).toList());
    }

    /** The block under the name of its kind, with what the template cannot find out by itself. */
    private Map<String, Object> view(Block block) {
        Map<String, Object> view = new HashMap<>();
        String kind = block.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (block instanceof Block.Assumptions given) {
            boolean areDefaults = given.assumptions().stream().allMatch(Block.Assumption::isDefault);
            view.put(areDefaults ? "defaults" : "given", block);
            view.put("count", given.assumptions().size());
        } else {
            view.put(kind, block);
        }
        if (block instanceof Block.Derivation derivation) {
            view.put("calculation", TextPage.calculation(derivation));
        }
        view.put("lack", Pictures.lack(block));
        view.put("svg", Pictures.of(block, "plot" + ++plots).orElse(""));
        return view;
    }
}
