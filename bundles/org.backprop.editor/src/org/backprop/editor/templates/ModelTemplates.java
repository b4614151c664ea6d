package org.backprop.editor.templates;

import java.io.IOException;

import org.backprop.editor.EditorPreferences;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.text.templates.ContextTypeRegistry;
import org.eclipse.ui.editors.text.templates.ContributionContextTypeRegistry;
import org.eclipse.ui.editors.text.templates.ContributionTemplateStore;

/** The templates of model files, those of the user among them. */
public final class ModelTemplates {
    private static final String REGISTRY = "org.backprop.editor.templates";
    private static final String KEY = "templates";

    private static final ContributionContextTypeRegistry TYPES = new ContributionContextTypeRegistry(REGISTRY);
    private static final ContributionTemplateStore STORE = load();

    private ModelTemplates() {}

    private static ContributionTemplateStore load() {
        ContributionTemplateStore store = new ContributionTemplateStore(TYPES, EditorPreferences.own(), KEY);
        try {
            store.load();
        } catch (IOException e) {
            ILog.of(ModelTemplates.class).log(Status.error(e.getLocalizedMessage(), e));
        }
        return store;
    }

    /** The kinds of places. */
    public static ContributionContextTypeRegistry types() {
        return TYPES;
    }

    /** The kind of place with an id. */
    public static TemplateContextType type(String id) {
        ContextTypeRegistry types = TYPES;
        return types.getContextType(id);
    }

    /** The templates. */
    public static ContributionTemplateStore store() {
        return STORE;
    }
}
