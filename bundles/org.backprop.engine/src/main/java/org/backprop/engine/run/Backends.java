package org.backprop.engine.run;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Nd4jKernels;

/** The places where a training can compute. */
public final class Backends {
    /** ND4J on the processor. */
    public static final String NATIVE = "native";

    private Backends() {}

    /** Names of the backends that this build knows, the default first. */
    public static List<String> names() {
        return List.of(NATIVE);
    }

    /**
     * Opens a backend; loads its native libraries.
     *
     * @throws BackendException if it is not installed or cannot run on this machine
     */
    public static Kernels open(String name) throws BackendException {
        if (!NATIVE.equals(name)) {
            throw new BackendException(
                    "backend '" + name + "' is not installed; installed: " + String.join(", ", names()));
        }
        try {
            return new Nd4jKernels();
        } catch (LinkageError | RuntimeException e) {
            throw new BackendException(
                    "the native libraries of ND4J cannot be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": " + root(e).getMessage(),
                    e);
        }
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
