package dev.estimator.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The library's answers against those of {@code vectors.json}, one test for each vector; {@link Operations} computes
 * them.
 */
class ReferenceVectorsTest {
    private static final JsonObject FILE = read();

    @TestFactory
    Stream<DynamicTest> vectors() {
        return all().filter(v -> Operations.ALL.containsKey(op(v)))
                .map(v -> dynamicTest(text(v, "id") + " " + text(v, "title"), () -> check(v)));
    }

    @Test
    void operations_areAllRegistered() {
        assertEquals(
                new TreeSet<>(all().map(ReferenceVectorsTest::op).toList()), new TreeSet<>(Operations.ALL.keySet()));
    }

    @Test
    void vectors_areAllThere() {
        assertEquals(FILE.get("count").getAsLong(), all().count());
    }

    private static void check(JsonObject vector) {
        Set<String> allowed = outcomes(vector);
        Map<String, Double> outputs;
        try {
            outputs = operation(vector).apply(new Inputs(vector.getAsJsonObject("inputs")));
        } catch (IllegalArgumentException | ArithmeticException refusal) {
            // "warn" also allows to mark the result, but the library has no other mark than to refuse.
            assertTrue(allowed.contains("reject") || allowed.contains("warn"), refusal::toString);
            return;
        }
        assertTrue(allowed.contains("values"), () -> "should have been refused but was " + outputs);
        elements(vector, "expected").forEach(expected -> checkOutput(expected, outputs));
        elements(vector, "mustNot").forEach(wrong -> checkNot(wrong, inUnit(vector, text(wrong, "name"), outputs)));
    }

    private static Operations.Operation operation(JsonObject vector) {
        return Objects.requireNonNull(Operations.ALL.get(op(vector)));
    }

    /** The outcome that is asked for, and the others that also pass. */
    private static Set<String> outcomes(JsonObject vector) {
        Set<String> outcomes = new TreeSet<>(Set.of(text(vector, "outcome")));
        elements(vector, "accept").map(accept -> text(accept, "outcome")).forEach(outcomes::add);
        return outcomes;
    }

    /** The answer in the unit in which the vector expects it. */
    private static double inUnit(JsonObject vector, String name, Map<String, Double> outputs) {
        JsonObject expected = elements(vector, "expected")
                .filter(e -> text(e, "name").equals(name))
                .findAny()
                .orElseThrow();
        return inUnit(expected, outputs);
    }

    private static double inUnit(JsonObject expected, Map<String, Double> outputs) {
        String name = text(expected, "name");
        Double got = outputs.get(name);
        assertNotNull(got, () -> "the operation does not answer " + name);
        return got / Inputs.factor(text(expected, "unit"));
    }

    private static void checkOutput(JsonObject expected, Map<String, Double> outputs) {
        String name = text(expected, "name");
        double inUnit = inUnit(expected, outputs);
        double value = expected.get("value").getAsDouble();
        assertTrue(
                Math.abs(inUnit - value) <= tolerance(expected.getAsJsonObject("tolerance"), value),
                () -> name + " is " + inUnit + " but should be " + value);
        if (expected.has("exact") && !text(expected, "exact").contains("/")) {
            assertEquals(Double.parseDouble(text(expected, "exact")), inUnit, name);
        }
    }

    /** Pass if {@code |got − value| ≤ max(absolute, relative × |value|)}. */
    private static double tolerance(JsonObject tolerance, double value) {
        double absolute = tolerance.has("absolute") ? tolerance.get("absolute").getAsDouble() : 0;
        double relative = tolerance.has("relative") ? tolerance.get("relative").getAsDouble() : 0;
        return Math.max(absolute, relative * Math.abs(value));
    }

    private static void checkNot(JsonObject wrong, double got) {
        double distance = Math.abs(got - wrong.get("value").getAsDouble());
        assertTrue(distance > wrong.get("within").getAsDouble(), () -> text(wrong, "name") + ": " + text(wrong, "why"));
    }

    private static Stream<JsonObject> all() {
        return elements(FILE, "vectors");
    }

    private static Stream<JsonObject> elements(JsonObject object, String list) {
        return object.has(list)
                ? StreamSupport.stream(object.getAsJsonArray(list).spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                : Stream.of();
    }

    private static String op(JsonObject vector) {
        return text(vector, "op");
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }

    private static JsonObject read() {
        try (InputStream in = ReferenceVectorsTest.class.getResourceAsStream("vectors.json")) {
            assertNotNull(in);
            return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
