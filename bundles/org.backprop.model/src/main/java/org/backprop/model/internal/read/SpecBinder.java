package org.backprop.model.internal.read;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Family;
import org.backprop.model.Fix;
import org.backprop.model.ParameterInfo;
import org.backprop.model.SampleValue;
import org.backprop.model.SelfChecking;
import org.backprop.model.TypeInfo;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Binds nodes to annotated records. Every method reports what is wrong and gives empty if there is no usable value. */
final class SpecBinder {

    private final Problems problems;
    private final boolean complete;
    private final ScalarReader scalars;
    private final SizeReader sizes;
    private final ListReader lists;
    private final TypeSelector selector;
    private final VariationReader variations;

    /**
     * A binder.
     *
     * @param complete false if the tree ends at a syntax error: then nothing is reported as missing
     */
    SpecBinder(Problems problems, boolean complete) {
        this.problems = problems;
        this.complete = complete;
        this.scalars = new ScalarReader(problems);
        this.sizes = new SizeReader(scalars);
        this.lists = new ListReader(this, scalars);
        this.selector = new TypeSelector(this, problems);
        this.variations = new VariationReader(this, problems);
    }

    /** The type that a node selects; see {@link TypeSelector#select}. */
    Optional<Selection> select(Family family, YamlNode node, Location at, Set<String> beside) {
        return selector.select(family, node, at, beside);
    }

    /** The record of a selected type. */
    Optional<Object> bind(Selection selection) {
        return record(selection.type(), selection.fields(), Map.of());
    }

    /** The record that a mapping under a key describes. */
    Optional<Object> section(TypeInfo type, Entry entry, Map<String, String> defaults) {
        return fields(entry).flatMap(fields -> record(type, fields, defaults));
    }

    /** The keys and values under a key, which must be a mapping. */
    Optional<Fields> fields(Entry entry) {
        if (entry.value() instanceof MappingNode mapping) {
            return Optional.of(Fields.of(entry.name(), entry.key().location(), mapping));
        }
        if (!noValue(entry)) {
            problems.error(
                    entry.valueLocation(),
                    Code.WRONG_TYPE,
                    entry.name() + " must be a mapping of keys to values, is " + Quote.describe(entry.value()));
        }
        return Optional.empty();
    }

    /** The value of a parameter under its key. */
    Optional<Object> value(ParameterInfo parameter, Entry entry) {
        if (noValue(entry)) {
            return Optional.empty();
        }
        return switch (parameter.kind()) {
            case FAMILY ->
                select(Family.of(parameter.element()).orElseThrow(), entry.value(), entry.valueLocation(), Set.of())
                        .flatMap(this::bind);
            case SECTION -> section(Catalogue.describe(parameter.element().asSubclass(Record.class)), entry, Map.of());
            case INTEGERS, NUMBERS, NAMES, FAMILIES -> lists.read(parameter, entry.value(), entry.valueLocation());
            case MAPPING -> variations.read(parameter, entry);
            case SHAPE, SIZE, PADDING -> sizes.read(parameter, entry.value(), entry.valueLocation());
            default -> scalars.read(parameter, entry.value(), entry.valueLocation());
        };
    }

    /** The value of a parameter under its key, its default if the key is not there. */
    Optional<Object> valueOrDefault(ParameterInfo parameter, Optional<Entry> entry, Location at) {
        return entry.isPresent()
                ? value(parameter, entry.get())
                : absent(parameter, Fields.none(parameter.key(), at), Map.of());
    }

    /** The record with these fields; {@code defaults} take the place of the declared ones. */
    Optional<Object> record(TypeInfo type, Fields fields, Map<String, String> defaults) {
        rejectUnknown(fields, type.parameters().stream().map(ParameterInfo::key).toList());
        Object[] values = new Object[type.parameters().size()];
        boolean bound = true;
        for (int i = 0; i < values.length; i++) {
            ParameterInfo parameter = type.parameters().get(i);
            Optional<Object> value = fields.entry(parameter.key())
                    .map(entry -> value(parameter, entry).map(given -> component(parameter, given)))
                    .orElseGet(() -> absent(parameter, fields, defaults));
            bound &= value.isPresent();
            values[i] = value.orElse(null);
        }
        return bound ? checked(construct(type.spec(), values), fields) : Optional.empty();
    }

    private static Object component(ParameterInfo parameter, Object value) {
        return parameter.type() == Optional.class ? Optional.of(value) : value;
    }

    /** Reports keys that are not known. */
    void rejectUnknown(Fields fields, List<String> known) {
        for (Entry entry : fields.entries()) {
            if (!known.contains(entry.name())) {
                Location at = entry.key().location();
                List<String> free =
                        known.stream().filter(key -> !fields.has(key)).toList();
                List<Fix> fixes = new ArrayList<>(ScalarReader.nearest(at, entry.name(), free));
                fixes.add(new Fix.Remove(at.position(), entry.name()));
                problems.error(
                        at,
                        Code.UNKNOWN_KEY,
                        "unknown key " + Quote.of(entry.name()) + " in " + fields.owner()
                                + ScalarReader.suggestion(entry.name(), known),
                        fixes);
            }
        }
    }

    /** Reports that something is missing, unless the text was cut off. */
    void missing(Location at, String message) {
        missing(at, message, List.of());
    }

    /** Reports that something is missing, with what mends it, unless the text was cut off. */
    void missing(Location at, String message, List<Fix> fixes) {
        if (complete) {
            problems.error(at, Code.MISSING, message, fixes);
        }
    }

    /** Whether there is nothing behind a key, which is reported. */
    boolean noValue(Entry entry) {
        if (entry.value().isNull()) {
            missing(
                    entry.valueLocation(),
                    entry.name() + " has no value: give one, or remove the key",
                    List.of(new Fix.Remove(entry.key().location().position(), entry.name())));
        }
        return entry.value().isNull();
    }

    private Optional<Object> absent(ParameterInfo parameter, Fields fields, Map<String, String> defaults) {
        if (parameter.required()) {
            missing(
                    fields.at(),
                    fields.owner() + " needs the key " + parameter.key() + ": " + parameter.doc(),
                    List.of(new Fix.Add(fields.at().position(), parameter.key(), SampleValue.of(parameter))));
            return Optional.empty();
        }
        if (parameter.type() == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (parameter.type() == List.class && parameter.defaultValue().isEmpty()) {
            return Optional.of(List.of());
        }
        String text =
                defaults.getOrDefault(parameter.key(), parameter.defaultValue().orElseThrow());
        if (parameter.kind() == ParameterInfo.Kind.SECTION) {
            TypeInfo type = Catalogue.describe(parameter.type().asSubclass(Record.class));
            return record(type, Fields.none(parameter.key(), fields.at()), Map.of());
        }
        ScalarNode written = new ScalarNode(text, true, fields.at());
        return value(parameter, new Entry(new ScalarNode(parameter.key(), true, fields.at()), written));
    }

    private Optional<Object> checked(Object spec, Fields fields) {
        if (spec instanceof SelfChecking checking && checking.inconsistency().isPresent()) {
            SelfChecking.Inconsistency found = checking.inconsistency().get();
            problems.error(
                    fields.valueAt(found.key()),
                    Code.INCONSISTENT,
                    fields.owner() + ": " + found.key() + " " + found.message());
            return Optional.empty();
        }
        return Optional.of(spec);
    }

    private static Object construct(Class<?> spec, Object[] values) {
        Class<?>[] types = Arrays.stream(spec.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return spec.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + spec.getName() + " cannot be made from its parameters", e);
        }
    }
}
