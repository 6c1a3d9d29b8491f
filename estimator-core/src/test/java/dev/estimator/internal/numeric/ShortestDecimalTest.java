package dev.estimator.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {
    /** As a browser writes them; the last but one has 17 digits in JDK 17 and 16 from JDK 19 on. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.1, 0.1",
        "1825, 1825",
        "-2300.5, -2300.5",
        "9e13, 90000000000000",
        "1e20, 100000000000000000000",
        "1.2e21, 1.2E+21",
        "0.000001, 0.000001",
        "0.0000001, 1E-7",
        "0.30000000000000004, 0.30000000000000004",
        "5.684341886080802E-14, 5.684341886080802E-14",
        "1.7976931348623157E308, 1.7976931348623157E+308"
    })
    void text(double number, String text) {
        assertThat(ShortestDecimal.of(number)).hasToString(text);
    }

    @Property
    void leadsBackToTheNumber(@ForAll double number) {
        assertThat(ShortestDecimal.of(number).doubleValue()).isEqualTo(number == 0 ? 0.0 : number);
    }

    @Property
    void isNoLongerThanThatOfTheJdk(@ForAll double number) {
        int digits =
                new BigDecimal(Double.toString(number)).stripTrailingZeros().precision();
        assertThat(ShortestDecimal.of(number).stripTrailingZeros().precision())
                .isLessThanOrEqualTo(Math.abs(number) < Double.MIN_NORMAL ? 17 : digits);
    }
}
