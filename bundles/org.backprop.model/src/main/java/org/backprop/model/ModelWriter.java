package org.backprop.model;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.internal.read.ModelBinder;
import org.backprop.model.internal.write.Defaults;
import org.backprop.model.internal.write.YamlText;

/** Turns a model back into the structure of its file. */
public final class ModelWriter {

    private ModelWriter() {}

    /**
     * The complete configuration in the structure of the file, all defaults filled in: maps, lists, strings, numbers and
     * booleans. Reading it again gives the same model, but for positions and for the sweep section, which is not about a
     * single training and is left out.
     */
    public static Map<String, Object> resolved(Model model) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(ModelBinder.VERSION_KEY, ModelBinder.VERSION);
        file.put("name", model.name());
        file.put("data", data(model.data()));
        file.put("network", network(model.network()));
        file.put("training", parameters(model.training()));
        return file;
    }

    /**
     * A model file for people, in YAML: what has its default value is left out. Reading it gives the same model, but for
     * positions and the sweep section; residual blocks are written as their layers.
     */
    public static String text(Model model) {
        return text(resolved(model));
    }

    /** As {@link #text(Model)}, for a complete configuration as {@link #resolved} gives it. */
    public static String text(Map<String, Object> resolved) {
        String text = YamlText.of(Defaults.without(resolved));
        boolean same = ModelReader.read("model.nn.yaml", text)
                .model()
                .filter(model -> resolved(model).equals(resolved))
                .isPresent();
        return same ? text : YamlText.of(resolved);
    }

    private static Map<String, Object> data(DataSection data) {
        Map<String, Object> section = type((Record) data.source());
        parameters(data).forEach((key, value) -> {
            if (!key.equals("source")) {
                section.put(key, value);
            }
        });
        return section;
    }

    private static Map<String, Object> network(NetworkSection network) {
        Map<String, Object> section = new LinkedHashMap<>();
        if (!network.input().isEmpty()) {
            section.put("input", network.input());
        }
        network.weights().ifPresent(weights -> section.put("weights", weights));
        if (!network.mapping().isEmpty()) {
            section.put("mapping", network.mapping());
        }
        if (!network.freeze().isEmpty()) {
            section.put("freeze", network.freeze());
        }
        section.put("layers", network.layers().stream().map(ModelWriter::layer).toList());
        return section;
    }

    private static Map<String, Object> layer(Layer layer) {
        Map<String, Object> inside = new LinkedHashMap<>();
        inside.put("name", layer.name());
        inside.put("inputs", layer.inputs());
        inside.putAll(parameters((Record) layer.spec()));
        if (!layer.regularizer().isEmpty()) {
            inside.put("regularizer", parameters(layer).get("regularizer"));
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(Catalogue.describe(((Record) layer.spec()).getClass()).key(), inside);
        return entry;
    }

    private static Map<String, Object> type(Record spec) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(Catalogue.describe(spec.getClass()).key(), parameters(spec));
        return entry;
    }

    private static Map<String, Object> parameters(Record spec) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterInfo parameter : Catalogue.describe(spec.getClass()).parameters()) {
            Object value = get(spec, parameter.component());
            Optional<?> given = value instanceof Optional<?> optional ? optional : Optional.of(value);
            given.ifPresent(present -> values.put(parameter.key(), plain(parameter, present)));
        }
        return values;
    }

    private static Object plain(ParameterInfo parameter, Object value) {
        return switch (value) {
            case Integer zero when zero == 0 && !parameter.zeroWord().isEmpty() -> parameter.zeroWord();
            case Double whole when whole > 1 && whole == Math.rint(whole) && whole < 1e15 -> whole.longValue();
            case Padding padding -> Padding.NAMED.contains(padding) ? padding.toString() : size(padding.size());
            case Size2d size -> size(size);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case List<?> list ->
                list.stream().map(item -> plain(parameter, item)).toList();
            case Record spec -> Family.of(parameter.element()).isPresent() ? type(spec) : parameters(spec);
            default -> value;
        };
    }

    private static Object size(Size2d size) {
        return size.height() == size.width() ? size.height() : List.of(size.height(), size.width());
    }

    private static Object get(Record spec, String component) {
        try {
            return spec.getClass().getMethod(component).invoke(spec);
        } catch (IllegalAccessException | NoSuchMethodException | InvocationTargetException e) {
            throw new IllegalStateException("the component " + component + " of " + spec + " cannot be read", e);
        }
    }
}
