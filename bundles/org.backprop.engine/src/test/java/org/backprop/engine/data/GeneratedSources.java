package org.backprop.engine.data;

import java.util.Map;
import java.util.stream.Stream;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.GeneratedData;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;

/** Every generated data source, with its defaults but for what a test changes. */
final class GeneratedSources {

    private GeneratedSources() {}

    static Stream<TypeInfo> types() {
        return Catalogue.types(Family.DATA).stream().filter(type -> GeneratedData.class.isAssignableFrom(type.spec()));
    }

    static GeneratedData of(TypeInfo type, Map<String, String> changes) {
        Object[] values = type.parameters().stream()
                .map(parameter -> value(
                        parameter,
                        changes.getOrDefault(
                                parameter.key(), parameter.defaultValue().orElseThrow())))
                .toArray();
        try {
            return (GeneratedData) type.spec().getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(ParameterInfo parameter, String text) {
        if (parameter.type() == int.class) {
            return Integer.valueOf(text);
        }
        return parameter.type() == long.class ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
    }
}
