package org.backprop.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.engine.cuda.Cuda;
import org.backprop.engine.cuda.CudaException;
import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Nd4jKernels;

/** The places where a training can compute, and the kernels that it can compute with. */
public final class Backends {
    /** The processor. */
    public static final String NATIVE = "native";

    /** An NVIDIA GPU. */
    public static final String CUDA = "cuda";

    private Backends() {}

    /** Names of the backends that this build knows, the default first. */
    public static List<String> names() {
        return List.of(NATIVE, CUDA);
    }

    /** Opens a backend with a thread for each processor, see {@link #open(String, KernelsChoice, int, Consumer)}. */
    public static Kernels open(String name, KernelsChoice choice, Consumer<String> warning) throws BackendException {
        return open(name, choice, Runtime.getRuntime().availableProcessors(), warning);
    }

    /**
     * Opens a backend.
     *
     * @param threads threads that compute, at least 1
     * @param warning receives a line if the fast kernels were meant but cannot run here, so that others compute
     * @throws BackendException if it is not installed or cannot run on this machine
     */
    public static Kernels open(String name, KernelsChoice choice, int threads, Consumer<String> warning)
            throws BackendException {
        if (CUDA.equals(name)) {
            return cuda(threads);
        }
        if (!NATIVE.equals(name)) {
            throw new BackendException("there is no backend '" + name + "'; there are: " + String.join(", ", names()));
        }
        if (choice == KernelsChoice.NATIVE) {
            Optional<String> obstacle = FastKernels.obstacle();
            if (obstacle.isEmpty()) {
                return FastKernels.open(threads);
            }
            warning.accept("computing with the portable kernels of ND4J, because the fast ones cannot run here: "
                    + obstacle.get());
        }
        return portable(threads);
    }

    /** A training that asks for the GPU computes there or not at all. */
    private static Kernels cuda(int threads) throws BackendException {
        try {
            return Nd4jKernels.onGpu(threads, Cuda.require().describe());
        } catch (CudaException e) {
            throw new BackendException(
                    "the backend cuda cannot compute here: " + e.getMessage() + ". The backend native can", e);
        } catch (LinkageError | RuntimeException e) {
            throw new BackendException(
                    "the libraries of CUDA cannot be loaded: " + root(e).getMessage()
                            + ". The backend native can compute here",
                    e);
        }
    }

    private static Kernels portable(int threads) throws BackendException {
        try {
            return new Nd4jKernels(threads);
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
