package org.backprop.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.backprop.model.internal.catalogue.NearestWord;
import org.backprop.model.internal.catalogue.SpecScanner;

/** Everything a model file may say: families, their types and parameters, read from the annotated records. */
public final class Catalogue {

    private static final Map<Family, List<TypeInfo>> FAMILIES = new EnumMap<>(Family.class);
    private static final Map<Class<?>, TypeInfo> RECORDS = new ConcurrentHashMap<>();

    static {
        for (Family family : Family.values()) {
            FAMILIES.put(family, List.copyOf(SpecScanner.members(family)));
        }
    }

    private Catalogue() {}

    /** The types of a family, in the order of declaration. */
    public static List<TypeInfo> types(Family family) {
        return FAMILIES.get(family);
    }

    /** The keys of the types of a family, in the order of declaration. */
    public static List<String> keys(Family family) {
        return types(family).stream().map(TypeInfo::key).toList();
    }

    /** The type of a family with this key. */
    public static Optional<TypeInfo> type(Family family, String key) {
        return types(family).stream().filter(t -> t.key().equals(key)).findFirst();
    }

    /** The description of a spec or section record, such as {@code TrainingSection.class}. */
    public static TypeInfo describe(Class<? extends Record> record) {
        return RECORDS.computeIfAbsent(record, SpecScanner::describe);
    }

    /** The word nearest to a misspelled one, if one is near enough to be meant. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return NearestWord.find(word, known);
    }
}
