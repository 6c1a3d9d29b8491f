package dev.estimator.internal.input;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The serial form of a record with optional components, which Java does not serialize: null stands for what is not
 * there.
 *
 * @param type the record
 * @param components its components in order
 */
public record SerialRecord(Class<? extends Record> type, ArrayList<Object> components) implements Serializable {
    /** The serial form of a record of this library. */
    public static SerialRecord of(Record whole) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
            Object value = call(() -> {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(whole);
            });
            values.add(value instanceof Optional<?> optional ? optional.orElse(null) : value);
        }
        return new SerialRecord(whole.getClass(), new ArrayList<>(values));
    }

    private Object readResolve() throws InvalidObjectException {
        return FromStream.checked("a record", () -> {
            RecordComponent[] parts = type.getRecordComponents();
            Object[] values = components.toArray();
            Refusal.unless(isOurs() && parts.length == values.length, "type", "a record of this library", type);
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].getType() == Optional.class) {
                    values[i] = Optional.ofNullable(values[i]);
                }
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return call(() -> {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            });
        });
    }

    /** No other class is made because a stream says so. */
    private boolean isOurs() {
        return type.isRecord()
                && type.getModule() == SerialRecord.class.getModule()
                && type.getName().startsWith("dev.estimator.");
    }

    private interface Reflective {
        Object run() throws ReflectiveOperationException;
    }

    private static Object call(Reflective call) {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
