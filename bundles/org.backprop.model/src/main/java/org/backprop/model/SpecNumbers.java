package org.backprop.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Reads a number of a spec, and makes a copy of a spec with another one. */
final class SpecNumbers {

    private SpecNumbers() {}

    static double get(Record spec, ParameterInfo info) {
        Object value = value(spec, component(spec, info.component()));
        return ((Number) (value instanceof Optional<?> present ? present.orElseThrow() : value)).doubleValue();
    }

    /** A copy of a spec in which one component, a {@code double}, is another. */
    static <T> T with(T spec, ParameterInfo info, double value) {
        return copy(spec, info.component(), value);
    }

    /** A copy of a record in which one component is another. */
    @SuppressWarnings("unchecked") // of the same class
    static <T> T copy(T spec, String component, Object value) {
        RecordComponent[] components = spec.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(each -> each.getName().equals(component) ? value : value(spec, each))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (T) spec.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordComponent component(Record spec, String name) {
        return Arrays.stream(spec.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object value(Object spec, RecordComponent component) {
        try {
            return component.getAccessor().invoke(spec);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
