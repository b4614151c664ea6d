package org.backprop.editor.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Range;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.LayerText;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource2;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;

/** The parameters of a layer as the Properties view shows and changes them. A value that is not given is the default. */
final class LayerProperties implements IPropertySource2 {
    private static final String NAME = "name";

    private final LayerText layer;
    private final List<String> path;
    private final NetworkEdits edits;

    /**
     * The parameters of a layer.
     *
     * @param path where it stands in the file
     */
    LayerProperties(LayerText layer, List<String> path, NetworkEdits edits) {
        this.layer = layer;
        this.path = path;
        this.edits = edits;
    }

    String name() {
        return layer.name();
    }

    private Optional<TypeInfo> type() {
        return Catalogue.type(Family.LAYER, layer.type());
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        List<IPropertyDescriptor> descriptors = new ArrayList<>();
        PropertyDescriptor name = new TextPropertyDescriptor(NAME, NAME);
        name.setCategory(Messages.category_layer);
        name.setDescription(Messages.name_description);
        descriptors.add(name);
        type().ifPresent(type -> type.parameters().stream()
                .filter(parameter -> parameter.kind() != ParameterInfo.Kind.LAYERS)
                .forEach(parameter -> descriptors.add(descriptor(type, parameter))));
        return descriptors.toArray(IPropertyDescriptor[]::new);
    }

    private IPropertyDescriptor descriptor(TypeInfo type, ParameterInfo parameter) {
        TextPropertyDescriptor descriptor = new TextPropertyDescriptor(parameter.key(), parameter.key());
        descriptor.setCategory(type.key());
        descriptor.setDescription(description(parameter));
        descriptor.setValidator(value -> problem(parameter, String.valueOf(value)));
        boolean given = layer.parameters().containsKey(parameter.key());
        descriptor.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object value) {
                return given || String.valueOf(value).isEmpty()
                        ? String.valueOf(value)
                        : NLS.bind(Messages.by_default, value);
            }
        });
        return descriptor;
    }

    private static String description(ParameterInfo parameter) {
        String unit = parameter.unit().isEmpty() ? "" : " " + NLS.bind(Messages.unit, parameter.unit());
        String choices = parameter.choices().isEmpty()
                ? ""
                : " " + NLS.bind(Messages.choices, String.join(", ", parameter.choices()));
        return parameter.doc() + unit + choices;
    }

    /** What is wrong with a value typed in, or null. */
    static String problem(ParameterInfo parameter, String value) {
        String text = value.strip();
        if (text.isEmpty() || text.equals(parameter.zeroWord())) {
            return null;
        }
        return switch (parameter.kind()) {
            case INTEGER, NUMBER -> numberProblem(parameter, text);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? null : Messages.true_or_false;
            case CHOICE ->
                parameter.choices().isEmpty() || parameter.choices().contains(text)
                        ? null
                        : NLS.bind(Messages.choices, String.join(", ", parameter.choices()));
            default -> null;
        };
    }

    private static String numberProblem(ParameterInfo parameter, String text) {
        try {
            double number =
                    parameter.kind() == ParameterInfo.Kind.INTEGER ? Integer.parseInt(text) : Double.parseDouble(text);
            Range range = parameter.range();
            return range.contains(number)
                    ? null
                    : NLS.bind(Messages.out_of_range, new Object[] {
                        range.minExclusive() ? Messages.more_than : Messages.at_least,
                        plain(range.min()),
                        range.maxExclusive() ? Messages.less_than : Messages.at_most,
                        plain(range.max())
                    });
        } catch (NumberFormatException e) {
            return parameter.kind() == ParameterInfo.Kind.INTEGER ? Messages.whole_number : Messages.number;
        }
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e9
                ? Long.toString((long) bound)
                : Double.toString(bound).replace("Infinity", "\u221e");
    }

    @Override
    public Object getPropertyValue(Object id) {
        if (NAME.equals(id)) {
            return layer.name().substring(layer.name().lastIndexOf('/') + 1);
        }
        String given = layer.parameters().get(id);
        return given != null
                ? given
                : type().flatMap(type -> type.parameter((String) id))
                        .flatMap(ParameterInfo::defaultValue)
                        .orElse("");
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        String text = String.valueOf(value).strip();
        if (text.equals(getPropertyValue(id))) {
            return;
        }
        if (NAME.equals(id)) {
            edits.run(edit -> edit.rename(layer.name(), text));
        } else if (text.isEmpty()) {
            resetPropertyValue(id);
        } else {
            edits.run(edit -> edit.set(with(id), text));
        }
    }

    private List<String> with(Object id) {
        List<String> full = new ArrayList<>(path);
        if (layer.index() < 0) {
            full.add(layer.type());
        }
        full.add((String) id);
        return full;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return layer.parameters().containsKey(id);
    }

    @Override
    public boolean isPropertyResettable(Object id) {
        return type().flatMap(type -> type.parameter(String.valueOf(id)))
                .filter(parameter -> !parameter.required())
                .isPresent();
    }

    @Override
    public void resetPropertyValue(Object id) {
        if (isPropertySet(id) && isPropertyResettable(id)) {
            edits.run(edit -> edit.remove(with(id)));
        }
    }

    @Override
    public Object getEditableValue() {
        return layer.name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayerProperties properties
                && properties.layer.equals(layer)
                && properties.path.equals(path);
    }

    @Override
    public int hashCode() {
        return layer.hashCode();
    }
}
