package fr.microcredit.eligibility.scheme.domain;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of records in which one thing is another. */
public final class Altered {
    private Altered() {
    }

    /** @param path of the component, such as {@code loan/bankRate} */
    public static <R extends Record> R copy(R original, String path, Object value) {
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        RecordComponent[] components = original.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components).map(each -> read(original, each)).toArray();
        for (int index = 0; index < components.length; index++) {
            if (components[index].getName().equals(name)) {
                values[index] = slash < 0 ? value : copy((Record) values[index], path.substring(slash + 1), value);
                return make(original, components, values);
            }
        }
        throw new AssertionError("No component " + name + " in " + original.getClass());
    }

    private static Object read(Record original, RecordComponent component) {
        try {
            return component.getAccessor().invoke(original);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R make(R original, RecordComponent[] components, Object... values) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
