package org.backprop.core.backends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.testkit.LoggedErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class BackendsTest {
    @Test
    void theBackendsAreContributed() {
        assertEquals(
                List.of("native", "cuda", "spark"),
                Backends.all().stream().map(BackendDescriptor::id).toList());
    }

    @Test
    void onlyTheBackendsThatDoNotComeWithThePluginsAreInstalledApart() {
        assertTrue(
                Backends.find("native").orElseThrow().backend().installation().isEmpty());
        BackendInstallation cuda =
                Backends.find("cuda").orElseThrow().backend().installation().orElseThrow();
        assertTrue(cuda.bytes() > 2_000_000_000L);
        assertTrue(cuda.folder().endsWith("cuda"));
        Backend spark = Backends.find("spark").orElseThrow().backend();
        assertEquals(
                Map.of(
                        "SPARK_HOME",
                        spark.installation().orElseThrow().folder().getParent().toString()),
                spark.environment());
    }

    @Test
    void whatTheTrainerFindsOutIsTheState() {
        List<String> lines = List.of(
                "backprop 0.1",
                "nd4j 1.0",
                "native: CPU (amd64, 2 threads)",
                "cuda: not available: no NVIDIA driver is installed",
                "  GPU {}");
        BackendState ready = Probe.parse("native", lines, List.of("known"));
        assertEquals(BackendState.Kind.READY, ready.kind());
        assertEquals("CPU (amd64, 2 threads)", ready.summary());
        assertEquals(List.of("known", "nd4j 1.0"), ready.details());
        BackendState missing = Probe.parse("cuda", lines, List.of());
        assertEquals(BackendState.Kind.CANNOT_RUN, missing.kind());
        assertEquals("no NVIDIA driver is installed", missing.summary());
        assertEquals(List.of("nd4j 1.0", "GPU {}"), missing.details());
        assertEquals(
                BackendState.Kind.CANNOT_RUN,
                Probe.parse("native", List.of(), List.of()).kind());
    }

    @Test
    void theInstructionsThatMatterAreNamed() {
        assertEquals(
                Optional.of("Vector instructions: avx2, fma"),
                CpuFeatures.of("processor : 0\nflags\t\t: fpu avx2 sse fma\n"));
        assertEquals(Optional.empty(), CpuFeatures.of("nothing"));
    }
}
