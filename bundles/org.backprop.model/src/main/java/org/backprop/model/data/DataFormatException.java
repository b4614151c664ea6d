package org.backprop.model.data;

import java.io.IOException;

import org.backprop.model.Code;

/** A data file is not as its spec says; the message names the file and the place. */
public final class DataFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String key;

    /**
     * With the place in the spec to change.
     *
     * @param code kind of the problem
     * @param key key of the data source's parameter that the message is about
     * @param message what is wrong and what to do
     */
    public DataFormatException(Code code, String key, String message) {
        super(message);
        this.code = code;
        this.key = key;
    }

    /** Kind of the problem. */
    public Code code() {
        return code;
    }

    /** Key of the data source's parameter that the message is about. */
    public String key() {
        return key;
    }
}
