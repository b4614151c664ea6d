package org.backprop.install;

import java.nio.file.Path;

/** The Eclipse platforms without Backprop that the build makes. */
enum Product {
    /** The one that Backprop is developed and tested with. */
    NEWEST("org.backprop.ide", "org.backprop.ide.bare"),
    /** Eclipse 4.36, the first that Backprop is installed into. */
    OLDEST("org.backprop.ide.oldest", "org.backprop.ide.oldest");

    private final String module;
    private final String id;

    Product(String module, String id) {
        this.module = module;
        this.id = id;
    }

    Path folder() {
        return Eclipse.checkout()
                .resolve("releng")
                .resolve(module)
                .resolve("target/products")
                .resolve(id)
                .resolve("linux/gtk/x86_64");
    }
}
