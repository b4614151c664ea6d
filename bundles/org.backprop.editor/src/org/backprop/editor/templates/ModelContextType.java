package org.backprop.editor.templates;

import org.eclipse.jface.text.templates.GlobalTemplateVariables;
import org.eclipse.jface.text.templates.TemplateContextType;

/** A kind of place in a model file where templates may stand: an empty file, between sections, the list of layers. */
public final class ModelContextType extends TemplateContextType {
    /** Id of an empty file. */
    public static final String FILE = "org.backprop.editor.templates.file";
    /** Id of the place between sections. */
    public static final String SECTION = "org.backprop.editor.templates.section";
    /** Id of the list of layers. */
    public static final String LAYER = "org.backprop.editor.templates.layer";

    /** Called by the platform. */
    public ModelContextType() {
        addResolver(new GlobalTemplateVariables.Cursor());
        addResolver(new GlobalTemplateVariables.WordSelection());
        addResolver(new GlobalTemplateVariables.LineSelection());
        addResolver(new GlobalTemplateVariables.Date());
        addResolver(new GlobalTemplateVariables.Year());
        addResolver(new GlobalTemplateVariables.User());
    }
}
