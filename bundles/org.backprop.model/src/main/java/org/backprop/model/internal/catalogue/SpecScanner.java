package org.backprop.model.internal.catalogue;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import org.backprop.model.Family;
import org.backprop.model.Layer;
import org.backprop.model.Padding;
import org.backprop.model.ParameterInfo;
import org.backprop.model.ParameterInfo.Kind;
import org.backprop.model.Range;
import org.backprop.model.Size2d;
import org.backprop.model.SpecParameter;
import org.backprop.model.SpecType;
import org.backprop.model.TypeInfo;

/** Reads {@link SpecType} and {@link SpecParameter} annotations. */
public final class SpecScanner {

    private SpecScanner() {}

    /** The types of a family in the order of declaration. */
    public static List<TypeInfo> members(Family family) {
        Class<?> root = family.root();
        return root.isEnum()
                ? Arrays.stream(root.getFields())
                        .filter(Field::isEnumConstant)
                        .map(field -> info(field.getAnnotation(SpecType.class), List.of(), root))
                        .toList()
                : records(root).map(SpecScanner::describe).toList();
    }

    private static Stream<Class<?>> records(Class<?> member) {
        return member.isSealed()
                ? Arrays.stream(member.getPermittedSubclasses()).flatMap(SpecScanner::records)
                : Stream.of(member);
    }

    /** The description of one annotated record. */
    public static TypeInfo describe(Class<?> spec) {
        List<ParameterInfo> parameters = new ArrayList<>();
        for (RecordComponent component : spec.getRecordComponents()) {
            SpecParameter annotation = component.getAnnotation(SpecParameter.class);
            if (annotation != null) {
                parameters.add(parameter(component, annotation));
            }
        }
        return info(spec.getAnnotation(SpecType.class), parameters, spec);
    }

    private static TypeInfo info(SpecType type, List<ParameterInfo> parameters, Class<?> spec) {
        return new TypeInfo(type.key(), type.doc(), type.formula(), type.source(), parameters, spec);
    }

    private static ParameterInfo parameter(RecordComponent component, SpecParameter spec) {
        Kind kind = kind(component.getGenericType());
        boolean required = spec.byDefault().equals(SpecParameter.REQUIRED);
        return new ParameterInfo(
                snakeCase(component.getName()),
                kind,
                required,
                required || spec.byDefault().isEmpty() ? Optional.empty() : Optional.of(spec.byDefault()),
                new Range(spec.min(), spec.minExclusive(), spec.max(), spec.maxExclusive()),
                spec.unit(),
                spec.zeroWord(),
                spec.doc(),
                spec.main(),
                choices(element(component.getGenericType())),
                component.getName(),
                component.getType(),
                element(component.getGenericType()));
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Kind kind(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == SequencedMap.class) {
            return Kind.MAPPING;
        }
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class ? kind(argument) : listKind((Class<?>) argument);
        }
        return simpleKind((Class<?>) type);
    }

    private static Kind listKind(Class<?> element) {
        if (element == Integer.class) {
            return Kind.SHAPE;
        } else if (element == Long.class) {
            return Kind.INTEGERS;
        } else if (element == Double.class) {
            return Kind.NUMBERS;
        } else if (element == Layer.class) {
            return Kind.LAYERS;
        }
        return element.isSealed() ? Kind.FAMILIES : Kind.NAMES;
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType generic
                ? element(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
                : (Class<?>) type;
    }

    private static Kind simpleKind(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class) {
            return Kind.INTEGER;
        } else if (type == double.class || type == Double.class) {
            return Kind.NUMBER;
        } else if (type == boolean.class || type == Boolean.class) {
            return Kind.BOOLEAN;
        } else if (type == String.class) {
            return Kind.TEXT;
        } else if (type == Size2d.class) {
            return Kind.SIZE;
        } else if (type == Padding.class) {
            return Kind.PADDING;
        } else if (type.isEnum()) {
            return Kind.CHOICE;
        }
        return type.isSealed() ? Kind.FAMILY : Kind.SECTION;
    }

    private static List<String> choices(Class<?> type) {
        if (type == Padding.class) {
            return Padding.NAMED.stream().map(Padding::toString).toList();
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList();
        }
        return type.isSealed()
                ? records(type)
                        .map(member -> member.getAnnotation(SpecType.class).key())
                        .toList()
                : List.of();
    }
}
