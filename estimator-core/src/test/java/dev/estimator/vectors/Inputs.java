package dev.estimator.vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The inputs of a vector as quantities. */
record Inputs(JsonObject json) {
    /** The table of units at the top of the file, in 1, 1/s, s and B. */
    private static final Map<String, Double> FACTORS = Map.ofEntries(
            Map.entry("1", 1.0),
            Map.entry("erlang", 1.0),
            Map.entry("requests", 1.0),
            Map.entry("1/s", 1.0),
            Map.entry("s", 1.0),
            Map.entry("ms", 1e-3),
            Map.entry("min", 60.0),
            Map.entry("h", 3600.0),
            Map.entry("d", 86_400.0),
            Map.entry("month of 30 d", 2_592_000.0),
            Map.entry("B", 1.0),
            Map.entry("bit", 0.125),
            Map.entry("kB", 1e3),
            Map.entry("GB", 1e9),
            Map.entry("TB", 1e12),
            Map.entry("GiB", 0x1p30),
            Map.entry("MB/s", 1e6),
            Map.entry("GiB/s", 0x1p30),
            Map.entry("Gbit/s", 1.25e8));

    static double factor(String unit) {
        return Objects.requireNonNull(FACTORS.get(unit), () -> "unknown unit " + unit);
    }

    String text(String name) {
        return json.get(name).getAsString();
    }

    /** Number and unit as they are written. */
    String written(String name) {
        JsonObject input = json.getAsJsonObject(name);
        return input.get("value").getAsString() + " " + input.get("unit").getAsString();
    }

    double number(String name) {
        return number(json.get(name));
    }

    /** Several numbers of one unit. */
    double[] numbers(String name) {
        JsonObject input = json.getAsJsonObject(name);
        double factor = factor(input.get("unit").getAsString());
        return input.getAsJsonArray("value").asList().stream()
                .mapToDouble(number -> number.getAsDouble() * factor)
                .toArray();
    }

    int whole(String name) {
        return (int) number(name);
    }

    Qps rate(String name) {
        return Qps.of(number(name), Units.PER_SECOND);
    }

    Bytes size(String name) {
        return Bytes.of(number(name), Units.B);
    }

    Bandwidth bandwidth(String name) {
        return Bandwidth.of(number(name), Units.B_PER_SECOND);
    }

    TimeSpan time(String name) {
        return time(json.get(name));
    }

    Count count(String name) {
        return Count.of(number(name));
    }

    /** From its text where there is one, for that has all the digits. */
    Availability availability(String name) {
        JsonObject input = json.getAsJsonObject(name);
        return input.has("text")
                ? Availability.parse(input.get("text").getAsString())
                : Availability.of(input.get("value").getAsDouble());
    }

    Map<String, TimeSpan> times(String name) {
        Map<String, TimeSpan> times = new LinkedHashMap<>();
        json.getAsJsonObject(name).asMap().forEach((key, value) -> times.put(key, time(value)));
        return times;
    }

    private static TimeSpan time(JsonElement input) {
        return TimeSpan.of(number(input), Units.SECONDS);
    }

    private static double number(JsonElement input) {
        JsonObject object = input.getAsJsonObject();
        return object.get("value").getAsDouble() * factor(object.get("unit").getAsString());
    }
}
