package org.backprop.editor.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.editor.network.Step.Result;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.ModelEdit;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource2;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;

/** The parameters of a layer as the Properties view shows and changes them. A value that is not given is the default. */
final class LayerProperties implements IPropertySource2 {
    private static final String NAME = "name";

    private final LayerText layer;
    private final NetworkActions actions;
    /** What was changed here and is not in the text yet. */
    private final Map<String, String> changed = new HashMap<>();

    LayerProperties(LayerText layer, NetworkActions actions) {
        this.layer = layer;
        this.actions = actions;
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
        ParameterCells cells = new ParameterCells(parameter);
        cells.setCategory(type.key());
        cells.setDescription(description(parameter));
        cells.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object value) {
                return isPropertySet(parameter.key()) || String.valueOf(value).isEmpty()
                        ? String.valueOf(value)
                        : NLS.bind(Messages.by_default, value);
            }

            @Override
            public Image getImage(Object value) {
                return cells.image(value);
            }
        });
        return cells;
    }

    private static String description(ParameterInfo parameter) {
        String unit = parameter.unit().isEmpty() ? "" : " " + NLS.bind(Messages.unit, parameter.unit());
        String choices = parameter.choices().isEmpty()
                ? ""
                : " " + NLS.bind(Messages.choices, String.join(", ", parameter.choices()));
        return parameter.doc() + unit + choices;
    }

    @Override
    public Object getPropertyValue(Object id) {
        if (NAME.equals(id)) {
            return changed.getOrDefault(
                    NAME, layer.name().substring(layer.name().lastIndexOf('/') + 1));
        }
        Optional<ParameterInfo> parameter = type().flatMap(type -> type.parameter((String) id));
        String text = Optional.ofNullable(
                        changed.getOrDefault(id, layer.parameters().get(id)))
                .or(() -> parameter.flatMap(ParameterInfo::defaultValue))
                .orElse("");
        return parameter
                        .filter(known -> known.kind() == ParameterInfo.Kind.BOOLEAN)
                        .isPresent()
                ? (Object) Boolean.valueOf(text)
                : text;
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        String text = String.valueOf(value).strip();
        if (text.equals(String.valueOf(getPropertyValue(id)))) {
            return;
        }
        if (NAME.equals(id)) {
            changed.put(NAME, text);
            actions.rename(layer.name(), text);
        } else if (text.isEmpty()) {
            resetPropertyValue(id);
        } else {
            changed.put((String) id, text);
            actions.edit((edit, selected) -> new Result(edit.set(path(edit, id), text), null));
        }
    }

    /** Where a parameter stands in the text of today. */
    private List<String> path(ModelEdit edit, Object id) throws EditRefusedException {
        List<LayerText> layers = edit.layers();
        LayerText now = Layers.named(layers, layer.name())
                .orElseThrow(() -> new EditRefusedException(NLS.bind(Messages.no_layer, layer.name())));
        List<String> full = new ArrayList<>(Layers.path(layers, now));
        if (now.index() < 0) {
            full.add(now.type());
        }
        full.add((String) id);
        return full;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return changed.containsKey(id) || layer.parameters().containsKey(id);
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
            actions.edit((edit, selected) -> new Result(edit.remove(path(edit, id)), null));
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
                && properties.changed.equals(changed);
    }

    @Override
    public int hashCode() {
        return layer.hashCode();
    }
}
