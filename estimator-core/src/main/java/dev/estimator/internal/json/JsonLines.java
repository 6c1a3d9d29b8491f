package dev.estimator.internal.json;

import com.google.gson.stream.JsonWriter;
import dev.estimator.internal.numeric.ShortestDecimal;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Writes numbers by name as JSON Lines: an object to each line. */
public final class JsonLines {
    private JsonLines() {}

    /** The line of some numbers, with its end. JSON has no infinite numbers; they are texts. */
    public static String line(Map<String, Double> numbers) {
        var text = new StringWriter();
        try (var json = new JsonWriter(text)) {
            json.beginObject();
            for (Map.Entry<String, Double> number : numbers.entrySet()) {
                json.name(number.getKey());
                if (number.getValue().isInfinite()) {
                    json.value(number.getValue().toString());
                } else {
                    json.value(ShortestDecimal.of(number.getValue()));
                }
            }
            json.endObject();
        } catch (IOException e) {
            throw new AssertionError("text was written to memory", e);
        }
        return text + "\n";
    }
}
