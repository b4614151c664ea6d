package org.backprop.editor.source;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.TypeInfo;

/** The names of types that a model file may use. */
final class ModelVocabulary {
    /** Keys of all types of all families. */
    static final Set<String> TYPES = Arrays.stream(Family.values())
            .flatMap(family -> Catalogue.types(family).stream())
            .map(TypeInfo::key)
            .collect(Collectors.toUnmodifiableSet());

    private ModelVocabulary() {}
}
