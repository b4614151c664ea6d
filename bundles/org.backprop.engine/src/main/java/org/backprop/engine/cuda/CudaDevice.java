package org.backprop.engine.cuda;

import java.util.Optional;

/**
 * A GPU as its driver describes it.
 *
 * @param name such as {@code NVIDIA GeForce RTX 3080}
 * @param mebibytes its memory
 * @param driver version of the driver, such as {@code 535.161.08}
 * @param capability its generation; empty if the driver is too old to tell
 */
public record CudaDevice(String name, long mebibytes, String driver, Optional<ComputeCapability> capability) {
    /** The oldest driver for CUDA 11.6, from NVIDIA's table of minor version compatibility for CUDA 11. */
    static final int OLDEST_DRIVER = 450;

    private static final int FIELDS = 4;

    /**
     * Reads a line of nvidia-smi: name, memory in MiB, driver, compute capability, with commas between.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static CudaDevice parse(String line) {
        String[] fields = line.split("\\s*,\\s*");
        if (fields.length < FIELDS) {
            throw new IllegalArgumentException("not the description of a GPU: " + line);
        }
        return new CudaDevice(
                fields[0].strip(),
                Long.parseLong(fields[1].strip()),
                fields[2].strip(),
                fields[3].matches("\\d+\\.\\d+.*")
                        ? Optional.of(ComputeCapability.parse(fields[3]))
                        : Optional.empty());
    }

    /** Why the library cannot drive this GPU; empty if it can. */
    Optional<String> obstacle() {
        if (driverRelease() < OLDEST_DRIVER) {
            return Optional.of("the driver " + driver + " of " + name + " is too old: CUDA 11.6 needs " + OLDEST_DRIVER
                    + ".80.02 or newer");
        }
        if (capability
                .filter(own -> ComputeCapability.OF_ND4J.stream().noneMatch(own::runs))
                .isPresent()) {
            return Optional.of(name + " has the compute capability " + capability.get()
                    + ", but nd4j-cuda-11.6 holds code for " + ComputeCapability.OF_ND4J.getFirst() + " to "
                    + ComputeCapability.OF_ND4J.getLast() + " only and none that newer GPUs could compile");
        }
        return Optional.empty();
    }

    private int driverRelease() {
        String release = driver.replaceFirst("\\D.*", "");
        return release.isEmpty() ? 0 : Integer.parseInt(release);
    }

    /** The device for people and for run.json. */
    public String describe() {
        return name + " (" + mebibytes + " MiB"
                + capability.map(own -> ", compute capability " + own).orElse("") + ", driver " + driver + ")";
    }
}
