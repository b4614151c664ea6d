package org.backprop.exchange.keras;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.backprop.exchange.ExchangeException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Members of a JSON object of a file that is not trusted.
 *
 * @param where what to call it in messages
 * @param members the object
 */
record Settings(String where, JsonObject members) {

    /** Whether there is a member that is not null. */
    boolean has(String name) {
        return members.has(name) && !members.get(name).isJsonNull();
    }

    /** Whether a member is a list. */
    boolean isList(String name) {
        return members.get(name) != null && members.get(name).isJsonArray();
    }

    /** A text. */
    String text(String name) throws ExchangeException {
        return optionalText(name).orElseThrow(() -> wrong(name, "a text"));
    }

    /** A text, or empty if it is absent or something else. */
    Optional<String> optionalText(String name) {
        return members.get(name) instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    /** A text with a default. */
    String text(String name, String byDefault) throws ExchangeException {
        return has(name) ? text(name) : byDefault;
    }

    /** true or false. */
    boolean flag(String name, boolean byDefault) throws ExchangeException {
        if (!has(name)) {
            return byDefault;
        }
        if (members.get(name) instanceof JsonPrimitive value && value.isBoolean()) {
            return value.getAsBoolean();
        }
        throw wrong(name, "true or false");
    }

    /** A number. */
    double number(String name, double byDefault) throws ExchangeException {
        return has(name) ? number(members.get(name), name) : byDefault;
    }

    /** A whole number. */
    int whole(String name) throws ExchangeException {
        if (!has(name)) {
            throw wrong(name, "a whole number");
        }
        return whole(members.get(name), name);
    }

    /** A whole number with a default. */
    int whole(String name, int byDefault) throws ExchangeException {
        return has(name) ? whole(name) : byDefault;
    }

    /** Whole numbers, one number for a list of {@code count} equal ones. */
    List<Integer> wholes(String name, int count) throws ExchangeException {
        if (!has(name)) {
            throw wrong(name, "a list of whole numbers");
        }
        List<Integer> values = new ArrayList<>();
        if (isList(name)) {
            for (JsonElement element : members.getAsJsonArray(name)) {
                values.add(whole(element, name));
            }
        } else {
            for (int i = 0; i < count; i++) {
                values.add(whole(name));
            }
        }
        if (values.size() != count) {
            throw wrong(name, "a list of " + count + " whole numbers");
        }
        return values;
    }

    /** Whole numbers with a default for all. */
    List<Integer> wholes(String name, int count, int byDefault) throws ExchangeException {
        return has(name) ? wholes(name, count) : Collections.nCopies(count, byDefault);
    }

    /** A shape without its first dimension, which is that of the batch. */
    List<Integer> sampleShape(String name) throws ExchangeException {
        List<Integer> shape = new ArrayList<>();
        for (JsonElement element : list(name)) {
            shape.add(element.isJsonNull() ? 0 : whole(element, name));
        }
        if (shape.size() < 2 || shape.stream().skip(1).anyMatch(size -> size < 1)) {
            throw new ExchangeException(
                    where + ": the shape " + members.get(name)
                            + " is not fixed, but networks have samples of one shape here: give the model an Input of that shape");
        }
        return shape.subList(1, shape.size());
    }

    /** The elements of a list. */
    List<JsonElement> list(String name) throws ExchangeException {
        if (!isList(name)) {
            throw wrong(name, "a list");
        }
        return members.getAsJsonArray(name).asList();
    }

    /** An object. */
    Settings object(String name) throws ExchangeException {
        if (members.get(name) instanceof JsonObject object) {
            return new Settings(where, object);
        }
        throw wrong(name, "an object");
    }

    /** An object, or empty if it is absent or something else. */
    Optional<Settings> optionalObject(String name) {
        return members.get(name) instanceof JsonObject object
                ? Optional.of(new Settings(where, object))
                : Optional.empty();
    }

    private int whole(JsonElement element, String name) throws ExchangeException {
        double value = number(element, name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw wrong(name, "a whole number");
        }
        return (int) value;
    }

    private double number(JsonElement element, String name) throws ExchangeException {
        if (element instanceof JsonPrimitive value && value.isNumber()) {
            try {
                return value.getAsDouble();
            } catch (NumberFormatException e) {
                throw new ExchangeException(where + ": \"" + name + "\" is no number that can be read", e);
            }
        }
        throw wrong(name, "a number");
    }

    private ExchangeException wrong(String name, String expected) {
        return new ExchangeException(where + ": \"" + name + "\" must be " + expected + ", is "
                + (members.has(name) ? members.get(name) : "missing"));
    }
}
