package org.backprop.editor.templates;

import org.backprop.editor.EditorPreferences;
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
    protected boolean isShowFormatterSetting() {
        return false;
    }
}
