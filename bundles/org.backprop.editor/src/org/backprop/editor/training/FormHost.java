package org.backprop.editor.training;

import org.backprop.editor.page.TextEdits.Edit;
import org.backprop.model.form.FormField;
import org.eclipse.core.resources.IFile;

/** What the lines of a form ask of their page. */
interface FormHost {

    /** Changes the text, after what is being typed has been put into it. */
    void edit(Edit edit);

    /** A value is being typed; it is put into the text when the user goes on. */
    void type(FormField field, String text);

    /** Puts what is being typed into the text. */
    void commit();

    /** Forgets what is being typed; false if nothing is. */
    boolean forget();

    /** What is being typed into the field; null if nothing is. */
    String typed(FormField field);

    /** The file, or null if it is not in the workspace. */
    IFile file();

    /** Says something in the status line; empty for nothing. */
    void say(String message);
}
