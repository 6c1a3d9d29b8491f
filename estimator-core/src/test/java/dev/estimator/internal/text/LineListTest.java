package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineListTest {
    @Test
    void toString_isOneLineForEach() {
        assertThat(new LineList<>(List.of("api", "store"))).hasToString("api\nstore");
        assertThat(new LineList<>(List.of())).hasToString("[]");
    }

    @Test
    void isACopyThatCannotBeChanged() {
        List<Integer> given = new ArrayList<>(List.of(3, 5));
        var list = new LineList<>(given);
        given.add(7);
        assertThat(list).isEqualTo(List.of(3, 5)).hasSameHashCodeAs(List.of(3, 5));
        assertThatThrownBy(() -> list.add(7)).isInstanceOf(UnsupportedOperationException.class);
    }
}
