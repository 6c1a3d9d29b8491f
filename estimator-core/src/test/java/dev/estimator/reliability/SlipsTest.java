package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips that a first user made and that went through without a word. */
class SlipsTest {
    @Test
    void quorum_ofOneMachine() {
        Call db = Call.of("db", nines(3));
        assertThatThrownBy(() -> Call.atLeast(2, db, db, db))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calls must differ: a service that stands several times in a group of 3 is one machine, not"
                        + " several; name its copies, such as db-1 and db-2");
    }

    @Test
    void percentUp_ofAShare() {
        assertThatThrownBy(() -> percentUp(0.999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("percent must be 0 or above 1 but was 0.999: that looks like a share; write"
                        + " Availability.of(0.999), or parse(\"0.999%\") if you mean it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 milion",
                "10 mill",
                "2 Milion",
                "3 bilion users",
                "5 thousends",
                "4 Millionen Nutzer",
                "7 billionen",
                "4 bilhões de usuários",
                "4 millones",
                "4 миллиона",
                "3 sextillion users",
                "3 zillion",
                "100 万",
                "3 亿 users"
            })
    void parse_misspelledMultiple(String text) {
        assertThatThrownBy(() -> Count.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Qps.parse(text + " per day")).isInstanceOf(IllegalArgumentException.class);
    }
}
