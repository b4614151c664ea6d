package org.backprop.engine.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the program that comes with NVIDIA's driver. ND4J is not loaded for that. */
final class NvidiaSmi {
    private static final String NAME = "nvidia-smi";
    private static final long TIMEOUT_SECONDS = 20;

    private NvidiaSmi() {}

    /**
     * The GPUs of this machine.
     *
     * @param folder where the program is; null to look on the path
     * @throws CudaException if there is no driver, or it says that something is wrong
     */
    static List<CudaDevice> devices(Path folder) throws CudaException {
        String program = folder == null ? NAME : folder.resolve(NAME).toString();
        List<String> lines = run(
                program, "--query-gpu=name,memory.total,driver_version,compute_cap", "--format=csv,noheader,nounits");
        try {
            return lines.stream()
                    .filter(line -> !line.isBlank())
                    .map(CudaDevice::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new CudaException("nvidia-smi says: " + String.join(" ", lines), e);
        }
    }

    private static List<String> run(String... command) throws CudaException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new CudaException("no NVIDIA driver is installed (its program nvidia-smi was not found)", e);
        }
        try {
            process.getOutputStream().close();
            List<String> lines =
                    process.inputReader(StandardCharsets.UTF_8).lines().toList();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new CudaException("nvidia-smi gives no answer");
            }
            if (process.exitValue() != 0) {
                throw new CudaException("the NVIDIA driver does not work: "
                        + String.join(" ", lines).strip());
            }
            return lines;
        } catch (IOException e) {
            throw new CudaException("nvidia-smi gives no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CudaException("nvidia-smi was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
