package org.backprop.engine.cuda;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether this process can compute on an NVIDIA GPU. Nothing here loads ND4J. */
public final class Cuda {
    /** The library and its version. */
    public static final String LIBRARY = "nd4j-cuda-11.6 1.0.0-M2.1";

    private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";
    private static final List<String> LIBRARIES = List.of("libnd4jcuda.so", "nd4jcuda.dll");

    private Cuda() {}

    /**
     * The GPUs of this machine.
     *
     * @throws CudaException if there is none, or no driver
     */
    public static List<CudaDevice> devices() throws CudaException {
        return devices(Optional.ofNullable(System.getProperty("backprop.nvidia-smi"))
                .map(Path::of)
                .orElse(null));
    }

    static List<CudaDevice> devices(Path program) throws CudaException {
        List<CudaDevice> devices = NvidiaSmi.devices(program);
        if (devices.isEmpty()) {
            throw new CudaException("the NVIDIA driver finds no GPU");
        }
        return devices;
    }

    /** The native library is on the class path of this process. */
    public static boolean isInstalled() {
        ClassLoader loader = Cuda.class.getClassLoader();
        return loader.getResource(BACKEND) != null
                && LIBRARIES.stream()
                        .anyMatch(name ->
                                loader.getResource("org/nd4j/linalg/jcublas/bindings/" + platform() + "/" + name)
                                        != null);
    }

    private static String platform() {
        return System.getProperty("os.name").startsWith("Windows") ? "windows-x86_64" : "linux-x86_64";
    }

    /**
     * The GPU that a training computes on.
     *
     * @throws CudaException if none can be used; the message says everything that is missing. cuDNN is not needed.
     */
    public static CudaDevice require() throws CudaException {
        String missing = isInstalled() ? "" : "its libraries are not installed: ./backprop backends install cuda";
        CudaDevice device;
        try {
            device = devices().getFirst();
        } catch (CudaException e) {
            throw new CudaException(missing.isEmpty() ? e.getMessage() : e.getMessage() + "; also, " + missing, e);
        }
        Optional<String> obstacle = device.obstacle();
        if (obstacle.isPresent()) {
            throw new CudaException(obstacle.get());
        }
        if (!missing.isEmpty()) {
            throw new CudaException(missing);
        }
        return device;
    }
}
