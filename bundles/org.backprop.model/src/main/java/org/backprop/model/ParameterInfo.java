package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of a type, as described on its record component.
 *
 * @param key the name in the file, snake_case
 * @param kind what kind of value it takes
 * @param required whether it must be given
 * @param defaultValue the default as it would stand in the file; empty if required or absent by default
 * @param range the numbers allowed, for lists each of them; for other kinds {@link Range#ALL}
 * @param unit unit of the value, may be empty
 * @param zeroWord a word that stands for 0, may be empty
 * @param doc one line: what it means
 * @param main whether a scalar in place of the mapping sets it
 * @param choices words to choose from for {@link Kind#CHOICE}, {@link Kind#FAMILY}, {@link Kind#FAMILIES} and
 *     {@link Kind#PADDING}
 * @param component name of the record component
 * @param type the record component's type
 * @param element the type of its value or values: what is inside of an Optional or a List, else the type itself
 */
public record ParameterInfo(
        String key,
        Kind kind,
        boolean required,
        Optional<String> defaultValue,
        Range range,
        String unit,
        String zeroWord,
        String doc,
        boolean main,
        List<String> choices,
        String component,
        Class<?> type,
        Class<?> element) {

    /** Copies the list. */
    public ParameterInfo {
        choices = List.copyOf(choices);
    }

    /** What kind of value a parameter takes. */
    public enum Kind {
        /** A whole number. */
        INTEGER,
        /** A finite number. */
        NUMBER,
        /** true or false. */
        BOOLEAN,
        /** Text, such as a name or a path. */
        TEXT,
        /** One of a few words. */
        CHOICE,
        /** One type of a family, with its parameters. */
        FAMILY,
        /** A mapping with keys of its own. */
        SECTION,
        /** A list of whole numbers. */
        SHAPE,
        /** A {@link Size2d}: a whole number for both, or a list of two. */
        SIZE,
        /** A {@link Padding}: one of a few words, or as a size. */
        PADDING,
        /** A list of whole numbers of any length. */
        INTEGERS,
        /** A list of numbers. */
        NUMBERS,
        /** A list of types of a family, or one in place of a list of one. */
        FAMILIES,
        /** A list of names. */
        NAMES,
        /** A mapping of names to names, or of paths to {@link Variation}s. */
        MAPPING,
        /** The list of layers. */
        LAYERS
    }
}
