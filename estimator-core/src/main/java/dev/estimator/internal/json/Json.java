package dev.estimator.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.estimator.internal.numeric.ShortestDecimal;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads trees of records. An object whose declared type is a sealed interface names its {@code kind}.
 *
 * @param <T> the record at the root
 */
public final class Json<T> {
    private static final String SCHEMA = "schema";
    private static final JsonSerializer<Double> NUMBER =
            (number, type, context) -> new JsonPrimitive(ShortestDecimal.of(number));

    private final String schema;
    private final Class<T> root;
    private final Gson gson;

    /**
     * Prepares for records of one schema.
     *
     * @param schema the name and version that the text carries
     * @param root the record at the root
     * @param sealed the sealed interface whose records occur in the tree
     */
    public Json(String schema, Class<T> root, Class<?> sealed) {
        this.schema = schema;
        this.root = root;
        this.gson = new GsonBuilder()
                .registerTypeAdapterFactory(new RecordAdapters(sealed))
                .registerTypeAdapter(double.class, NUMBER)
                .registerTypeAdapter(Double.class, NUMBER)
                .setStrictness(Strictness.STRICT)
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create();
    }

    /**
     * Writes a tree of records.
     *
     * @param value the record at the root
     * @param index what stands in it, by name, once more; not read back
     * @param name what the index is called
     */
    public String write(T value, String name, Map<String, ?> index) {
        var object = new JsonObject();
        object.add(SCHEMA, new JsonPrimitive(schema));
        gson.toJsonTree(value).getAsJsonObject().asMap().forEach(object::add);
        object.add(name, gson.toJsonTree(index));
        return gson.toJson(object) + "\n";
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, of another schema, or lacks something
     */
    public T read(String text) {
        try {
            JsonObject object = gson.fromJson(text, JsonObject.class);
            requireSchema(object == null ? null : object.get(SCHEMA));
            requireDistinctNames(text);
            return gson.fromJson(object, root);
        } catch (JsonParseException | IOException | IllegalStateException e) {
            throw new IllegalArgumentException("json must be of schema " + schema + " but: " + e.getMessage(), e);
        }
    }

    /** Refuses two values of one name, of which another reader might take the other one. */
    private void requireDistinctNames(String text) throws IOException {
        JsonReader in = gson.newJsonReader(new StringReader(text));
        Deque<Set<String>> open = new ArrayDeque<>();
        for (JsonToken next = in.peek(); next != JsonToken.END_DOCUMENT; next = in.peek()) {
            if (next == JsonToken.BEGIN_OBJECT) {
                in.beginObject();
                open.push(new HashSet<>());
            } else if (next == JsonToken.END_OBJECT) {
                in.endObject();
                open.pop();
            } else if (next == JsonToken.BEGIN_ARRAY) {
                in.beginArray();
            } else if (next == JsonToken.END_ARRAY) {
                in.endArray();
            } else if (next != JsonToken.NAME) {
                in.skipValue();
            } else if (!open.getFirst().add(in.nextName())) {
                throw new JsonParseException("there must be one value but there are two at " + in.getPath());
            }
        }
    }

    private void requireSchema(@Nullable JsonElement found) {
        if (!new JsonPrimitive(schema).equals(found)) {
            throw new IllegalArgumentException("json must be of schema " + schema + " but was of " + found);
        }
    }
}
