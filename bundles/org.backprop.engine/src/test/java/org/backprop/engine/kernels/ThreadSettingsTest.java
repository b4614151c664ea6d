package org.backprop.engine.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ThreadSettingsTest {

    @Test
    void openBlasIsToldWhichKernelsACpuNewerThanItselfCanRun() {
        assertEquals("SkylakeX", coreType("flags : fpu fma avx2 avx512f avx512dq avx512bw avx512vl"));
        assertEquals("Haswell", coreType("flags : fpu fma avx2"));
        assertNull(coreType("flags : fpu avx"));
        assertNull(coreType("Features : fp asimd"));
    }

    @Test
    void theThreadsBelongToTheKernels() {
        assertEquals("1", ThreadSettings.environment("").get("OMP_NUM_THREADS"));
        assertEquals("1", ThreadSettings.environment("").get("OPENBLAS_NUM_THREADS"));
    }

    private static String coreType(String cpuInfo) {
        return ThreadSettings.environment(cpuInfo).get("OPENBLAS_CORETYPE");
    }
}
