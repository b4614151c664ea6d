package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Environment variables without which ND4J reaches a fraction of the speed of this machine: its OpenMP threads and those
 * of OpenBLAS fight for the same cores, and its OpenBLAS takes slower kernels on processors newer than itself. They are
 * read when the native libraries load, so the trainer cannot set them itself.
 */
final class NativeThreads {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private NativeThreads() {}

    /** Returns the variables for this machine; a user's own values take precedence. */
    static Map<String, String> environment() {
        return environment(cpuInfo());
    }

    /** Returns the variables for the processor that Linux describes so; empty text for other systems. */
    static Map<String, String> environment(String cpuInfo) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("OMP_WAIT_POLICY", "passive");
        if (cpuInfo.contains(" avx512vl")) {
            environment.put("OPENBLAS_CORETYPE", "SkylakeX");
        } else if (cpuInfo.contains(" avx2") && cpuInfo.contains(" fma")) {
            environment.put("OPENBLAS_CORETYPE", "Haswell");
        }
        return environment;
    }

    private static String cpuInfo() {
        try {
            return Files.isReadable(CPU_INFO) ? Files.readString(CPU_INFO) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
