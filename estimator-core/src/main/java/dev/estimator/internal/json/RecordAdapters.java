package dev.estimator.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads records more strictly than usual: a missing number is refused, and the {@code kind} of an object tells which
 * record of a sealed interface it is.
 */
final class RecordAdapters implements TypeAdapterFactory {
    private static final String KIND = "kind";
    private static final int MOST_SHOWN = 60;

    private final Class<?> sealed;

    RecordAdapters(Class<?> sealed) {
        this.sealed = sealed;
    }

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (type.getRawType() == sealed) {
            return new SealedAdapter<>(gson, type.getRawType());
        }
        return type.getRawType().isRecord()
                ? new RecordAdapter<>(gson, gson.getDelegateAdapter(this, type), type)
                : null;
    }

    /** Reads a value as a tree first, so that an object can be examined before it becomes a record. */
    private abstract static class TreeAdapter<T> extends TypeAdapter<T> {
        private final TypeAdapter<JsonElement> trees;

        TreeAdapter(Gson gson) {
            trees = gson.getAdapter(JsonElement.class);
        }

        abstract JsonElement toTree(T value);

        abstract T fromTree(JsonObject object);

        @Override
        public void write(JsonWriter out, @Nullable T value) throws IOException {
            if (value == null) {
                out.nullValue();
            } else {
                trees.write(out, toTree(value));
            }
        }

        @Override
        public @Nullable T read(JsonReader in) throws IOException {
            String path = in.getPath();
            JsonElement tree = trees.read(in);
            if (tree.isJsonNull()) {
                return null; // the record around it refuses a null that it must not have
            }
            if (!tree.isJsonObject()) {
                throw new Misread("there must be an object but was " + shown(tree), path, null);
            }
            try {
                return fromTree(tree.getAsJsonObject());
            } catch (Misread e) { // its path begins at this object
                throw new Misread(e.reason, path + e.path.substring(1), e);
            } catch (JsonParseException e) {
                throw e;
            } catch (RuntimeException e) { // thrown by the constructor of the record, and wrapped by Gson
                Throwable reason = e instanceof IllegalArgumentException || e.getCause() == null ? e : e.getCause();
                String lack = reason instanceof NullPointerException ? " must be given but is missing" : "";
                throw new Misread(reason.getMessage() + lack, path, e);
            }
        }
    }

    /** Says what is wrong, and where in the text. */
    private static final class Misread extends JsonParseException {
        private static final long serialVersionUID = 1;

        private final String reason;
        private final String path;

        Misread(String reason, String path, @Nullable Throwable cause) {
            super(reason + " at " + path, cause);
            this.reason = reason;
            this.path = path;
        }
    }

    private final class RecordAdapter<T> extends TreeAdapter<T> {
        private final TypeAdapter<T> usual;
        private final TypeToken<T> type;

        RecordAdapter(Gson gson, TypeAdapter<T> usual, TypeToken<T> type) {
            super(gson);
            this.usual = usual;
            this.type = type;
        }

        /** Adds the kind here, as a value in a list is written by the adapter of its own type, not of the interface. */
        @Override
        JsonElement toTree(T value) {
            JsonElement tree = usual.toJsonTree(value);
            if (!sealed.isInstance(value)) {
                return tree;
            }
            var object = new JsonObject();
            object.add(KIND, new JsonPrimitive(kind(value.getClass())));
            tree.getAsJsonObject().asMap().forEach(object::add);
            return object;
        }

        @Override
        T fromTree(JsonObject object) {
            for (RecordComponent component : type.getRawType().getRecordComponents()) {
                String name = component.getName();
                JsonElement found = object.get(name);
                if (found != null) {
                    requireType(component.getGenericType(), found, name);
                } else if (component.getType().isPrimitive()) {
                    throw new IllegalArgumentException(name + " must be given but is missing");
                }
            }
            return usual.fromJsonTree(object);
        }
    }

    /** Refuses what Gson by itself accepts: a text for a number, a number for a text, and 2.5 for a whole number. */
    private static void requireType(Type type, JsonElement found, String name) {
        if (type instanceof ParameterizedType list) {
            if (found.isJsonArray()) {
                found.getAsJsonArray()
                        .forEach(each -> requireType(list.getActualTypeArguments()[0], each, "each of " + name));
            } else {
                require(found.isJsonNull(), found, name, "a list");
            }
        } else if (type == String.class) {
            require(
                    found.isJsonNull() || (found instanceof JsonPrimitive text && text.isString()),
                    found,
                    name,
                    "a text");
        } else if (type == boolean.class) {
            require(found instanceof JsonPrimitive truth && truth.isBoolean(), found, name, "true or false");
        } else if (type == double.class || type == Double.class) {
            require(
                    (type == Double.class && found.isJsonNull()) || Double.isFinite(number(found)),
                    found,
                    name,
                    "a number");
        } else if (type == int.class) {
            require((int) number(found) == number(found), found, name, "a whole number");
        }
    }

    private static double number(JsonElement found) {
        return found instanceof JsonPrimitive number && number.isNumber() ? number.getAsDouble() : Double.NaN;
    }

    private static void require(boolean isAllowed, JsonElement found, String name, String rule) {
        if (!isAllowed) {
            throw new IllegalArgumentException(name + " must be " + rule + " but was " + shown(found));
        }
    }

    private static String shown(JsonElement found) {
        String text = found.toString();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    private static final class SealedAdapter<T> extends TreeAdapter<T> {
        private final Gson gson;
        private final Class<?>[] kinds;

        SealedAdapter(Gson gson, Class<?> sealed) {
            super(gson);
            this.gson = gson;
            this.kinds = sealed.getPermittedSubclasses();
        }

        @Override
        JsonElement toTree(T value) {
            return gson.toJsonTree(value);
        }

        @Override
        @SuppressWarnings("unchecked") // the kinds implement the interface
        T fromTree(JsonObject object) {
            JsonElement kind = object.get(KIND);
            for (Class<?> candidate : kinds) {
                if (new JsonPrimitive(kind(candidate)).equals(kind)) {
                    return (T) gson.fromJson(object, candidate);
                }
            }
            throw new IllegalArgumentException("kind must be one of "
                    + Arrays.stream(kinds).map(RecordAdapters::kind).toList() + " but was " + kind);
        }
    }

    private static String kind(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
