package org.backprop.engine.run;

/** Takes what a training has to say before it begins. */
public interface Remarks {
    /** Something worth to know, such as the size of the data. */
    void tell(String message);

    /** Something that is not as it could be. */
    void warn(String message);
}
