package org.backprop.engine.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

class ThreadSettingsTest {

    @Test
    void givesAllCoresToBlasAndOneThreadToOpenMp() {
        Map<String, String> environment = ThreadSettings.environment(6);
        assertEquals("1", environment.get("OMP_NUM_THREADS"));
        assertEquals("6", environment.get("OPENBLAS_NUM_THREADS"));
    }

    @Test
    void picksTheKernelsThatTheCpuCanRun() {
        assertEquals("SkylakeX", ThreadSettings.coreType("flags : fpu fma avx2 avx512f avx512dq avx512bw avx512vl"));
        assertEquals("Haswell", ThreadSettings.coreType("flags : fpu fma avx2"));
        assertEquals("", ThreadSettings.coreType("flags : fpu avx"));
        assertEquals("", ThreadSettings.coreType("Features : fp asimd"));
    }
}
