package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One assumption.
 *
 * @param name what is assumed
 * @param value the assumed value
 * @param source why it is believed; nothing if that was not said
 * @param isDefault whether nobody set it
 * @param section the component, model or section of the page that it belongs to; nothing if several use it, or a page
 *     has few
 * @param below what it is called below the heading of that; nothing if its name without the heading, as in 'servers' of
 *     'api: servers'
 */
record Assumption(
        String name,
        Value value,
        @Nullable String source,
        boolean isDefault,
        @Nullable String section,
        @Nullable String below) {
    Assumption {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }

    Assumption(String name, Value value, @Nullable String source, boolean isDefault, @Nullable String section) {
        this(name, value, source, isDefault, section, null);
    }

    /** The name below the heading of its section, without repeating that: 'servers' of 'api: servers'. */
    String shortName() {
        return section == null ? name : below != null ? below : Block.below(section, name);
    }

    /** With its name as it is also below a heading that it begins with. */
    Assumption whole() {
        return shortName().equals(name) ? this : new Assumption(name, value, source, isDefault, section, name);
    }

    Assumption called(String newName) {
        return new Assumption(newName, value, source, isDefault, section);
    }

    Assumption in(@Nullable String newSection) {
        return new Assumption(name, value, source, isDefault, newSection);
    }
}
