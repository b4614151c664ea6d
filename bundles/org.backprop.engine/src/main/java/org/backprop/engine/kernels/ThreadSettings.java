package org.backprop.engine.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * Settings without which ND4J reaches a fraction of the speed of this machine. ND4J's own OpenMP threads, OpenBLAS's
 * threads and those of the kernels would fight for the same cores, so the kernels' {@link Team} gets them all; and
 * OpenBLAS 0.3.19 does not know CPUs newer than itself and would take slower kernels.
 *
 * <p>Some of it can only be said by environment variables that the libraries read while they are loaded. The trainer sets
 * them in its own process first, so that every way to start it gives the same speed and the same numbers.
 */
final class ThreadSettings {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private static final String CORE_TYPE = "OPENBLAS_CORETYPE";
    private static final String SMALL_KERNELS = "SkylakeX";

    private ThreadSettings() {}

    /** Makes the settings in this process. The kind of kernels can only be chosen before ND4J is first used. */
    static void apply() {
        if (Platform.isLinux()) {
            environment(cpuInfo()).forEach(ThreadSettings::setUnlessSet);
        }
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        openblas_nolapack.blas_set_num_threads(1);
    }

    /** Whether OpenBLAS has kernels for small matrices here: those for CPUs with AVX-512. */
    static boolean hasSmallKernels() {
        return SmallKernels.ARE_THERE;
    }

    /** Asked once, after the settings were made. */
    private static final class SmallKernels {
        static final boolean ARE_THERE = Platform.isLinux()
                && SMALL_KERNELS.equals(
                        Function.getFunction("c", "getenv").invokeString(new Object[] {CORE_TYPE}, false));
    }

    /** The variables for the CPU that Linux describes so. */
    static Map<String, String> environment(String cpuInfo) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("OPENBLAS_NUM_THREADS", "1");
        environment.put("OMP_WAIT_POLICY", "passive");
        if (cpuInfo.contains(" avx512vl")) {
            environment.put(CORE_TYPE, SMALL_KERNELS);
        } else if (cpuInfo.contains(" avx2") && cpuInfo.contains(" fma")) {
            environment.put(CORE_TYPE, "Haswell");
        }
        return environment;
    }

    /** {@code setenv(3)} with overwrite 0: what the user has set stays. Java's own {@code System.getenv} is a copy. */
    private static void setUnlessSet(String name, String value) {
        Function.getFunction("c", "setenv").invokeInt(new Object[] {name, value, 0});
    }

    private static String cpuInfo() {
        try {
            return Files.isReadable(CPU_INFO) ? Files.readString(CPU_INFO) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
