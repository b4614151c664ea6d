package org.backprop.model.edit;

/** Says why a text cannot be edited as asked; the message is a sentence for the user. */
public final class EditRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A refusal for this reason. */
    public EditRefusedException(String reason) {
        super(reason);
    }
}
