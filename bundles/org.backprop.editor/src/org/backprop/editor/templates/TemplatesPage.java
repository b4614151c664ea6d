package org.backprop.editor.templates;

import org.backprop.editor.EditorPreferences;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.templates.TemplatePreferencePage;

/** Neural Network &gt; Templates: add, change and remove templates of model files. */
public final class TemplatesPage extends TemplatePreferencePage {

    /** Called by the platform. */
    public TemplatesPage() {
        setPreferenceStore(EditorPreferences.own());
        setTemplateStore(ModelTemplates.store());
        setContextTypeRegistry(ModelTemplates.types());
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        HelpContexts.set(getControl(), HelpContexts.PREFERENCES_TEMPLATES);
    }

    @Override
    protected boolean isShowFormatterSetting() {
        return false;
    }
}
