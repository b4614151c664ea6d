package org.backprop.exchange.keras;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

import org.backprop.exchange.ExchangeException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * The layers of a Sequential or functional model with one input and one output.
 *
 * @param name name of the model
 * @param listed all layers in the order of the file, which the names of weights go by
 * @param ordered those that lead from the input to the output, each after those that it takes
 * @param output name of the layer whose output is that of the model
 */
record KerasGraph(String name, List<KerasLayer> listed, List<KerasLayer> ordered, String output) {

    private static final int MOST_LAYERS = 100_000;

    /**
     * Reads a model's configuration.
     *
     * @param model the object with {@code class_name} and {@code config}
     */
    static KerasGraph read(Settings model) throws ExchangeException {
        String type = model.text("class_name");
        if (type.equals("Sequential")) {
            return sequential(config(model));
        }
        if (type.equals("Functional") || type.equals("Model")) {
            return functional(config(model));
        }
        throw new ExchangeException(model.where() + ": the model is a " + type
                + "; only Sequential and functional models say what they are made of");
    }

    /** In the oldest files the configuration of a Sequential model is the list of its layers. */
    private static Settings config(Settings model) throws ExchangeException {
        if (model.isList("config")) {
            JsonObject config = new JsonObject();
            config.addProperty("name", "sequential");
            config.add("layers", model.members().get("config"));
            return new Settings(model.where(), config);
        }
        return model.object("config");
    }

    private static List<Settings> layers(Settings config) throws ExchangeException {
        List<Settings> layers = new ArrayList<>();
        for (JsonElement element : config.list("layers")) {
            if (!(element instanceof JsonObject object) || layers.size() == MOST_LAYERS) {
                throw new ExchangeException(config.where() + ": \"layers\" must be a list of objects");
            }
            layers.add(new Settings(config.where(), object));
        }
        return layers;
    }

    private static KerasGraph sequential(Settings config) throws ExchangeException {
        List<KerasLayer> layers = new ArrayList<>();
        for (Settings entry : layers(config)) {
            KerasLayer layer = layer(
                    entry,
                    layers.isEmpty() ? List.of() : List.of(layers.getLast().name()));
            if (layers.isEmpty() && !layer.type().equals(KerasLayer.INPUT)) {
                KerasLayer input = input(layer, config);
                layers.add(input);
                layer = new KerasLayer(layer.name(), layer.type(), layer.config(), List.of(input.name()));
            }
            layers.add(layer);
        }
        if (layers.isEmpty()) {
            throw new ExchangeException(config.where() + ": the model has no layers");
        }
        return new KerasGraph(
                config.text("name", "model"), layers, layers, layers.getLast().name());
    }

    /** The input of a Sequential model whose first layer tells the shape. */
    private static KerasLayer input(KerasLayer first, Settings model) throws ExchangeException {
        JsonObject config = new JsonObject();
        for (Settings settings : List.of(first.config(), model)) {
            for (String key : List.of("batch_input_shape", "batch_shape", "build_input_shape")) {
                if (settings.isList(key)) {
                    config.add("batch_shape", settings.members().get(key));
                    return new KerasLayer(
                            first.name() + "_input", KerasLayer.INPUT, new Settings(first.title(), config), List.of());
                }
            }
        }
        throw new ExchangeException(model.where()
                + ": the model does not say the shape of its input; build it with an Input before it is saved");
    }

    private static KerasLayer layer(Settings entry, List<String> inputs) throws ExchangeException {
        String type = entry.text("class_name");
        Settings config = entry.object("config");
        String name = entry.optionalText("name").orElse(config.text("name", type));
        return new KerasLayer(
                name, type, new Settings("layer '" + name + "' (" + type + ")", config.members()), inputs);
    }

    private static KerasGraph functional(Settings config) throws ExchangeException {
        Map<String, KerasLayer> layers = new LinkedHashMap<>();
        for (Settings entry : layers(config)) {
            KerasLayer layer = layer(entry, List.of());
            List<JsonElement> nodes = entry.list("inbound_nodes");
            if (nodes.size() > 1) {
                throw layer.refused("it is used " + nodes.size()
                        + " times, but layers do not share weights here: give each use a layer of its own");
            }
            List<String> inputs = new ArrayList<>();
            for (JsonElement node : nodes) {
                collect(node, inputs, layer);
            }
            if (layers.put(layer.name(), new KerasLayer(layer.name(), layer.type(), layer.config(), inputs)) != null) {
                throw layer.refused("another layer has the same name");
            }
        }
        String output = single(config, "output_layers", "output");
        single(config, "input_layers", "input");
        return new KerasGraph(
                config.text("name", "model"), List.copyOf(layers.values()), ordered(layers, output, config), output);
    }

    /** Names of the layers in an inbound node: {@code keras_history} of Keras 3, or [name, 0, 0, {}] before. */
    private static void collect(JsonElement node, List<String> names, KerasLayer layer) throws ExchangeException {
        if (node instanceof JsonArray array) {
            if (isReference(array)) {
                if (array.get(2).getAsInt() != 0) {
                    throw layer.refused("it takes the second output of '"
                            + array.get(0).getAsString() + "', but layers have one output here");
                }
                names.add(array.get(0).getAsString());
            } else {
                for (JsonElement element : array) {
                    collect(element, names, layer);
                }
            }
        } else if (node instanceof JsonObject object) {
            for (String key : object.keySet()) {
                collect(object.get(key), names, layer);
            }
        }
    }

    private static boolean isReference(JsonArray array) {
        return array.size() >= 3
                && array.get(0) instanceof JsonPrimitive name
                && name.isString()
                && array.get(1) instanceof JsonPrimitive use
                && use.isNumber()
                && array.get(2) instanceof JsonPrimitive output
                && output.isNumber();
    }

    private static String single(Settings config, String key, String what) throws ExchangeException {
        JsonArray all = new JsonArray();
        config.list(key).forEach(all::add);
        JsonArray only =
                isReference(all) ? all : all.size() == 1 && all.get(0) instanceof JsonArray array ? array : null;
        if (only == null || !isReference(only)) {
            throw new ExchangeException(
                    config.where() + ": the model has " + all.size() + " " + what + "s, but networks have one here");
        }
        return only.get(0).getAsString();
    }

    /** The layers that lead to the output, inputs first; without recursion, as a model may be deep. */
    private static List<KerasLayer> ordered(Map<String, KerasLayer> layers, String output, Settings config)
            throws ExchangeException {
        SequencedSet<String> done = new LinkedHashSet<>();
        Set<String> open = new HashSet<>();
        List<String> stack = new ArrayList<>(List.of(output));
        while (!stack.isEmpty()) {
            String name = stack.getLast();
            KerasLayer layer = layers.get(name);
            if (layer == null) {
                throw new ExchangeException(config.where() + ": there is no layer '" + name + "'");
            }
            List<String> missing = layer.inputs().stream()
                    .filter(input -> !done.contains(input))
                    .toList();
            if (missing.isEmpty()) {
                done.add(name);
                stack.removeLast();
            } else if (open.add(name)) {
                stack.addAll(missing.reversed());
            } else {
                throw layer.refused("it takes its own output");
            }
        }
        return done.stream().map(layers::get).toList();
    }
}
