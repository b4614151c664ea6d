package org.backprop.editor.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.TypedValue;
import org.backprop.model.edit.ValueText;
import org.backprop.model.form.FormItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.TableWrapData;

/** One of a few words, or one type of a family with what it does below. The first choice is not to say anything. */
class ChoiceWidget extends RowWidget {
    private Combo combo;
    private Label summary;

    ChoiceWidget(FormHost host, FormToolkit toolkit, Composite parent, Row row) {
        super(host, toolkit, parent, row);
        if (row.kind() != Row.Kind.VALUE) {
            toolkit.createLabel(parent, "");
            summary = toolkit.createLabel(parent, "", SWT.WRAP);
            TableWrapData data = new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP);
            data.colspan = 2;
            summary.setLayoutData(data);
        }
    }

    @Override
    Control create(Composite parent) {
        combo = choice(parent, SWT.READ_ONLY);
        combo.setVisibleItemCount(20);
        combo.addListener(SWT.Selection, event -> choose());
        return combo;
    }

    @Override
    void addLinks() {
        if (row().kind() != Row.Kind.VALUE) {
            link(Messages.help, Messages.help_hint, this::help);
        }
    }

    private void help() {
        row().type().ifPresent(type -> new Hint(type, control()).open());
    }

    private ParameterInfo parameter() {
        return row().field().parameter();
    }

    private List<String> known() {
        return parameter().kind() == ParameterInfo.Kind.BOOLEAN
                ? List.of("true", "false")
                : parameter().choices();
    }

    private boolean mayBeAbsent() {
        return row().kind() != Row.Kind.ITEM && (!parameter().required() || given().isEmpty());
    }

    private Optional<ValueText> given() {
        return row().isDataSource() && row().type().isEmpty()
                ? Optional.empty()
                : row().item().map(FormItem::given).or(() -> row().field().given());
    }

    /** The word that is chosen, as the text has it. */
    private Optional<String> chosen() {
        return row().kind() == Row.Kind.VALUE || row().type().isEmpty()
                ? given().map(TypedValue::typed)
                : given().flatMap(value -> row().type()).map(TypeInfo::key);
    }

    private void choose() {
        Row now = row();
        int index = combo.getSelectionIndex();
        if (mayBeAbsent() && index == 0) {
            if (now.field().isResettable()) {
                reset();
            }
        } else if (!chosen().equals(Optional.of(combo.getText()))) {
            select(now, combo.getText());
        }
    }

    private void select(Row now, String word) {
        Optional<Family> family = Family.of(parameter().element());
        boolean isType = now.kind() != Row.Kind.VALUE && family.isPresent();
        host.edit(edit -> isType ? edit.select(now.path(), family.get(), word) : edit.set(now.path(), word));
    }

    @Override
    void showValue() {
        List<String> words = new ArrayList<>();
        if (mayBeAbsent()) {
            words.add(Labels.absent(parameter()));
        }
        words.addAll(known());
        Optional<String> chosen = chosen();
        chosen.filter(word -> !words.contains(word)).ifPresent(words::add);
        if (!Arrays.asList(combo.getItems()).equals(words)) {
            combo.setItems(words.toArray(String[]::new));
        }
        combo.select(chosen.map(words::lastIndexOf).orElse(0));
        if (summary != null) {
            summary.setText(row().type().map(TypeInfo::doc).orElse("").replace("&", "&&"));
        }
    }
}
