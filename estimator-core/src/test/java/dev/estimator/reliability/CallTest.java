package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Explanation;
import dev.estimator.reliability.Call.Group;
import dev.estimator.reliability.Call.Service;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {
    private static final Call CACHE = Call.of("cache", percentUp(99));
    private static final Call DATABASE = Call.of("database", percentUp(98));
    private static final Call QUEUE = Call.of("queue", percentUp(97));

    @Test
    void of_namesTheAvailability() {
        Service service = new Service("cache", percentUp(99));
        assertThat(service.availability().name()).isEqualTo("cache");
        assertThat(service).isEqualTo(CACHE);
    }

    /** The service is known by its name, and the assumption by the one that its author gave it. */
    @Test
    void of_namesTheAvailabilityThatIsAssumed() {
        Service service = new Service("cache", assume("cache up", percentUp(99)));
        assertThat(service.availability().name()).isEqualTo("cache");
        assertThat(service.availability().explain().assumptions())
                .extracting(Explanation.Assumption::name)
                .containsExactly("cache up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\t"})
    void of_blank(String name) {
        assertThatThrownBy(() -> Call.of(name, percentUp(99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must not be blank");
    }

    @Test
    void inSequence_needsAll() {
        assertThat(Call.inSequence(CACHE, DATABASE, QUEUE)).isEqualTo(new Group(3, List.of(CACHE, DATABASE, QUEUE)));
    }

    @Test
    void anyOf_needsOne() {
        assertThat(Call.anyOf(CACHE, DATABASE, QUEUE)).isEqualTo(new Group(1, List.of(CACHE, DATABASE, QUEUE)));
    }

    @Test
    void atLeast_needsSo() {
        assertThat(Call.atLeast(2, CACHE, DATABASE, QUEUE)).isEqualTo(new Group(2, List.of(CACHE, DATABASE, QUEUE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void atLeast_outOfRange(int needed) {
        assertThatThrownBy(() -> Call.atLeast(needed, CACHE, DATABASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needed must be between 1 and 2 but was " + needed);
    }

    @Test
    void group_ofNone() {
        String message = "calls must not be empty";
        assertThatThrownBy(Call::inSequence)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(Call::anyOf)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Call.atLeast(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void group_copiesTheList() {
        List<Call> calls = new ArrayList<>(List.of(CACHE, DATABASE));
        Group group = new Group(1, calls);
        calls.clear();
        assertThat(group.calls()).containsExactly(CACHE, DATABASE);
    }
}
