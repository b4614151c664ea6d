package org.backprop.runlog.control;

import java.util.Objects;

/** First line of a trainer: {@code {"token":"..."}}. Printing it does not show the token. */
public record Hello(String token) implements Greeting {
    /** Checks that there is a token. */
    public Hello {
        Objects.requireNonNull(token, "token");
    }

    @Override
    public String toString() {
        return "Hello[token]";
    }
}
