package org.backprop.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class CudaTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "7.5, 535.161.08, true", "8.6, 450.80.02, true", "8.9, 535.1, true", "6.2, 470.1, true",
        "9.0, 550.54, false", "12.0, 570.1, false", "3.5, 470.1, false", "8.6, 440.33, false"
    })
    void onlyGpusThatTheLibraryHasCodeForCanCompute(String capability, String driver, boolean can) {
        CudaDevice device = CudaDevice.parse("NVIDIA X, 8192, " + driver + ", " + capability);
        assertEquals(can, device.obstacle().isEmpty(), () -> device.obstacle().toString());
    }

    @Test
    void theReasonNamesGpuCapabilityAndLibrary() {
        String reason = CudaDevice.parse("NVIDIA H200, 143771, 550.54.15, 9.0")
                .obstacle()
                .orElseThrow();
        assertTrue(reason.contains("NVIDIA H200 has the compute capability 9.0"), reason);
        assertTrue(reason.contains("3.7 to 8.6 only"), reason);
    }

    @Test
    void whatTheDriverSaysIsRead() throws Exception {
        program("echo 'NVIDIA GeForce RTX 3080, 10240, 535.161.08, 8.6'");
        CudaDevice device = Cuda.devices(folder).getFirst();
        assertEquals(
                new CudaDevice(
                        "NVIDIA GeForce RTX 3080", 10240, "535.161.08", Optional.of(new ComputeCapability(8, 6))),
                device);
    }

    @Test
    void anOldDriverThatDoesNotTellTheCapabilityIsTooOld() throws Exception {
        program("echo 'Tesla K80, 11441, 418.39, [N/A]'");
        CudaDevice device = Cuda.devices(folder).getFirst();
        assertTrue(device.obstacle().orElseThrow().contains("418.39 of Tesla K80 is too old"));
    }

    @Test
    void aDriverThatFailsIsQuoted() throws Exception {
        program("echo 'Driver/library version mismatch'; exit 18");
        String message =
                assertThrows(CudaException.class, () -> Cuda.devices(folder)).getMessage();
        assertTrue(message.contains("Driver/library version mismatch"), message);
    }

    @Test
    void aMachineWithoutDriverOrGpuIsToldApart() throws Exception {
        assertTrue(assertThrows(CudaException.class, () -> Cuda.devices(folder))
                .getMessage()
                .contains("no NVIDIA driver is installed"));
        program("true");
        assertTrue(assertThrows(CudaException.class, () -> Cuda.devices(folder))
                .getMessage()
                .contains("finds no GPU"));
    }

    @Test
    void theLibrariesAreNotOnTheClassPathOfTheTests() {
        assertFalse(Cuda.isInstalled());
    }

    private void program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
