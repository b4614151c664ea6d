package org.backprop.engine.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Settings without which ND4J reaches a fraction of the speed of this machine. ND4J's own OpenMP threads and OpenBLAS's
 * threads fight for the same cores, so OpenBLAS gets them all; and OpenBLAS 0.3.19 does not know CPUs newer than itself
 * and would take slower kernels.
 */
public final class ThreadSettings {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private ThreadSettings() {}

    /**
     * Environment variables for the trainer's process; a launcher leaves those alone that the user has set.
     *
     * @param cores number of cores to use, at least 1
     */
    public static Map<String, String> environment(int cores) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("OMP_WAIT_POLICY", "passive");
        environment.put("OPENBLAS_NUM_THREADS", Integer.toString(cores));
        String coreType = coreType(cpuInfo());
        if (!coreType.isEmpty()) {
            environment.put("OPENBLAS_CORETYPE", coreType);
        }
        return environment;
    }

    /** The OpenBLAS kernels for the CPU that Linux describes so; empty to leave the choice to OpenBLAS. */
    static String coreType(String cpuInfo) {
        if (cpuInfo.contains(" avx512vl")) {
            return "SkylakeX";
        }
        return cpuInfo.contains(" avx2") && cpuInfo.contains(" fma") ? "Haswell" : "";
    }

    private static String cpuInfo() {
        try {
            return Files.isReadable(CPU_INFO) ? Files.readString(CPU_INFO) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Makes the same settings in this process, as far as a running process can: threads, but not the kind of kernels. */
    static void apply(int cores) {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        openblas_nolapack.blas_set_num_threads(cores);
    }

    /** Number of threads that BLAS uses in this process. */
    static int blasThreads() {
        return openblas_nolapack.blas_get_num_threads();
    }
}
