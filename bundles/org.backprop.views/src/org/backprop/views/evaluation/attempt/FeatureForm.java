package org.backprop.views.evaluation.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.evaluation.NetworkDescription;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A field for each feature of a table; of very many features one field for all, divided by commas. */
final class FeatureForm {
    private static final int MOST_FIELDS = 100;

    private final ScrolledComposite control;
    private final Runnable changed;
    private final List<Text> fields = new ArrayList<>();
    private List<String> names = List.of();
    private boolean filling;

    /** @param changed called whenever the user has typed */
    FeatureForm(Composite parent, Runnable changed) {
        this.changed = changed;
        control = new ScrolledComposite(parent, SWT.V_SCROLL);
        control.setExpandHorizontal(true);
        control.setExpandVertical(true);
    }

    Composite control() {
        return control;
    }

    /** Makes fields for a network, filled with its example. */
    void show(NetworkDescription network) {
        Composite form = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(6, 4)
                .spacing(6, 3)
                .applyTo(form);
        fields.clear();
        names = new ArrayList<>();
        boolean single = network.example().length > MOST_FIELDS;
        for (int i = 0; i < (single ? 1 : network.example().length); i++) {
            names.add(
                    single
                            ? NLS.bind(Messages.form_all, network.example().length)
                            : network.columns().isEmpty()
                                    ? NLS.bind(Messages.form_feature, i + 1)
                                    : network.columns().get(i));
            new Label(form, SWT.NONE).setText(names.get(i));
            Text field = new Text(form, SWT.BORDER);
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(60, SWT.DEFAULT)
                    .applyTo(field);
            field.addListener(SWT.Modify, event -> modified());
            fields.add(field);
        }
        if (control.getContent() != null) {
            control.getContent().dispose();
        }
        control.setContent(form);
        control.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        fill(network.example());
    }

    /** Fills the fields. */
    void fill(float[] values) {
        filling = true;
        if (fields.size() == values.length) {
            for (int i = 0; i < values.length; i++) {
                fields.get(i).setText(Float.toString(values[i]));
            }
        } else {
            List<String> texts = new ArrayList<>();
            for (float value : values) {
                texts.add(Float.toString(value));
            }
            fields.getFirst().setText(String.join(", ", texts));
        }
        filling = false;
        changed.run();
    }

    private void modified() {
        if (!filling) {
            changed.run();
        }
    }

    /** The first text that is no number, in words; empty if all are. */
    Optional<String> problem() {
        List<String> texts = texts();
        for (int i = 0; i < texts.size(); i++) {
            if (Float.isNaN(number(texts.get(i)))) {
                return Optional.of(
                        NLS.bind(Messages.form_noNumber, names.get(Math.min(i, names.size() - 1)), texts.get(i)));
            }
        }
        return Optional.empty();
    }

    private List<String> texts() {
        return fields.size() == 1
                ? List.of(fields.getFirst().getText().strip().split("\\s*[,;\\s]\\s*"))
                : fields.stream().map(field -> field.getText().strip()).toList();
    }

    private static float number(String text) {
        try {
            float number = Float.parseFloat(text);
            return Float.isFinite(number) ? number : Float.NaN;
        } catch (NumberFormatException notOne) {
            return Float.NaN;
        }
    }

    /** The numbers; NaN for what is none. */
    float[] values() {
        List<String> texts = texts();
        float[] values = new float[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(texts.get(i));
        }
        return values;
    }
}
