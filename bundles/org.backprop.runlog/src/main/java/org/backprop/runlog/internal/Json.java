package org.backprop.runlog.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** A JSON object from a source that is not trusted: members are read by name and type, each failure is explained. */
public final class Json {
    private static final Gson GSON = new GsonBuilder()
            .setObjectToNumberStrategy(Json::finite)
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private final JsonObject members;
    private final String prefix;

    private Json(JsonObject members, String prefix) {
        this.members = members;
        this.prefix = prefix;
    }

    /** Parses exactly one JSON object, strictly after RFC 8259. */
    public static Json parse(String text) throws JsonException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement element = JsonParser.parseReader(reader);
            if (!element.isJsonObject()) {
                throw new JsonException("not a JSON object");
            }
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonException("more text follows the JSON object");
            }
            return new Json(element.getAsJsonObject(), "");
        } catch (JsonException e) {
            throw e;
        } catch (JsonParseException | IOException e) {
            throw new JsonException("not valid JSON " + reader.toString().replaceFirst("^JsonReader ?", ""), e);
        }
    }

    /** Indented JSON text of maps, lists, strings, booleans and finite numbers, ending with a line feed. */
    public static String pretty(Object value) {
        return GSON.toJson(value) + "\n";
    }

    /** JSON text of the same on one line, without a line feed. */
    public static String compact(Object value) {
        return GSON.toJsonTree(value).toString();
    }

    /** Whether there is a member of this name that is not null. */
    public boolean has(String name) {
        return members.has(name) && !members.get(name).isJsonNull();
    }

    /** Whether the member of this name is a number. */
    public boolean isNumber(String name) {
        return members.get(name) instanceof JsonPrimitive value && value.isNumber();
    }

    /** Names of the members, in the order of the text. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** The string at {@code name}. */
    public String string(String name) throws JsonException {
        return primitive(name, "a string", JsonPrimitive::isString).getAsString();
    }

    /** The string at {@code name}; empty if there is none or it is null. */
    public Optional<String> optionalString(String name) throws JsonException {
        return has(name) ? Optional.of(string(name)) : Optional.empty();
    }

    /** The boolean at {@code name}. */
    public boolean bool(String name) throws JsonException {
        return primitive(name, "true or false", JsonPrimitive::isBoolean).getAsBoolean();
    }

    /** The whole number at {@code name}. */
    public long integer(String name) throws JsonException {
        return whole(primitive(name, "a whole number", JsonPrimitive::isNumber), prefix + name);
    }

    /** The whole number at {@code name}, which must lie from {@code least} to {@code most}. */
    public long integer(String name, long least, long most) throws JsonException {
        long value = integer(name);
        if (value < least || value > most) {
            throw new JsonException(
                    "\"" + prefix + name + "\" must be from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    /** The finite number at {@code name}. */
    public double number(String name) throws JsonException {
        double value = primitive(name, "a number", JsonPrimitive::isNumber).getAsDouble();
        if (!Double.isFinite(value)) {
            throw expected(name, "a number in range");
        }
        return value;
    }

    /** The object at {@code name}. */
    public Json object(String name) throws JsonException {
        if (!members.has(name) || !members.get(name).isJsonObject()) {
            throw expected(name, "an object");
        }
        return new Json(members.getAsJsonObject(name), prefix + name + ".");
    }

    /** The array of whole numbers at {@code name}. */
    public List<Long> integers(String name) throws JsonException {
        List<Long> values = new ArrayList<>();
        for (JsonElement element : array(name)) {
            values.add(whole(element, prefix + name));
        }
        return values;
    }

    /** The array of finite numbers at {@code name}. */
    public float[] floats(String name) throws JsonException {
        JsonArray array = array(name);
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(array.get(i) instanceof JsonPrimitive number && number.isNumber())) {
                throw expected(name, "an array of numbers");
            }
            values[i] = number.getAsFloat();
            if (!Float.isFinite(values[i])) {
                throw expected(name, "an array of numbers in range");
            }
        }
        return values;
    }

    /** The array of strings at {@code name}. */
    public List<String> strings(String name) throws JsonException {
        List<String> values = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonPrimitive text && text.isString())) {
                throw expected(name, "an array of strings");
            }
            values.add(element.getAsString());
        }
        return values;
    }

    /** The array of objects at {@code name}. */
    public List<Json> objects(String name) throws JsonException {
        List<Json> values = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonObject()) {
                throw expected(name, "an array of objects");
            }
            values.add(new Json(element.getAsJsonObject(), prefix + name + "[" + values.size() + "]."));
        }
        return values;
    }

    /** The members, all of which must be strings. */
    public Map<String, String> stringMap() throws JsonException {
        Map<String, String> map = new LinkedHashMap<>();
        for (String name : members.keySet()) {
            map.put(name, string(name));
        }
        return map;
    }

    /** The members as maps, lists, strings, booleans, {@code Long} and {@code Double}. */
    public Map<String, Object> toMap() throws JsonException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name : members.keySet()) {
            try {
                map.put(name, GSON.fromJson(members.get(name), Object.class));
            } catch (JsonParseException e) {
                throw new JsonException("\"" + prefix + name + "\" has a number out of range", e);
            }
        }
        return map;
    }

    private JsonArray array(String name) throws JsonException {
        if (!members.has(name) || !members.get(name).isJsonArray()) {
            throw expected(name, "an array");
        }
        return members.getAsJsonArray(name);
    }

    private JsonPrimitive primitive(String name, String kind, Predicate<JsonPrimitive> test) throws JsonException {
        if (members.get(name) instanceof JsonPrimitive value && test.test(value)) {
            return value;
        }
        throw expected(name, kind);
    }

    private JsonException expected(String name, String kind) {
        String missing = members.has(name) ? "must be " + kind : "is missing";
        return new JsonException("\"" + prefix + name + "\" " + missing);
    }

    private static Number finite(JsonReader in) throws IOException {
        Number number = ToNumberPolicy.LONG_OR_DOUBLE.readNumber(in);
        if (!Double.isFinite(number.doubleValue())) {
            throw new JsonParseException("a number out of range");
        }
        return number;
    }

    private static long whole(JsonElement element, String where) throws JsonException {
        if (element instanceof JsonPrimitive number && number.isNumber()) {
            try {
                return Long.parseLong(number.getAsString());
            } catch (NumberFormatException e) {
                throw new JsonException("\"" + where + "\" must be a whole number, not " + number, e);
            }
        }
        throw new JsonException("\"" + where + "\" must hold whole numbers");
    }
}
