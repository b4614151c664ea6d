package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

class NativeThreadsTest {
    @Test
    void openBlasGetsTheCores() {
        assertEquals(Map.of("OMP_NUM_THREADS", "1", "OMP_WAIT_POLICY", "passive"), NativeThreads.environment(""));
    }

    @Test
    void theKernelsAreThoseOfTheProcessor() {
        assertEquals("SkylakeX", kernels("flags : fpu fma avx2 avx512f avx512vl"));
        assertEquals("Haswell", kernels("flags : fpu fma avx2"));
        assertEquals(null, kernels("flags : fpu avx"));
    }

    private static String kernels(String cpuInfo) {
        return NativeThreads.environment(cpuInfo).get("OPENBLAS_CORETYPE");
    }
}
