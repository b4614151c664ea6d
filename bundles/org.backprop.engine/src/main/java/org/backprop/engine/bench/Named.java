package org.backprop.engine.bench;

import java.util.List;

/** Something that the command line chooses by its name. */
interface Named {

    /** The name on the command line and in results. */
    String key();

    /**
     * The one of this name, in capitals or not.
     *
     * @param kind what they are, for the message
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    static <T extends Named> T find(String kind, List<T> all, String key) {
        return all.stream()
                .filter(named -> named.key().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " is called \"" + key + "\"; there are "
                        + String.join(", ", all.stream().map(Named::key).toList())));
    }
}
