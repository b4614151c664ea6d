package org.backprop.engine.cuda;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generation of an NVIDIA GPU.
 *
 * @param major generation of the instruction set
 * @param minor revision within it
 */
public record ComputeCapability(int major, int minor) {
    /**
     * The capabilities that libnd4jcuda.so of nd4j-cuda-11.6 1.0.0-M2.1 has machine code for; it has no PTX, which newer
     * GPUs could compile. Read from the library itself, see docs/adr/0014-cuda.md.
     */
    public static final List<ComputeCapability> OF_ND4J = List.of(
            new ComputeCapability(3, 7),
            new ComputeCapability(5, 0),
            new ComputeCapability(5, 2),
            new ComputeCapability(6, 0),
            new ComputeCapability(6, 1),
            new ComputeCapability(7, 0),
            new ComputeCapability(7, 5),
            new ComputeCapability(8, 0),
            new ComputeCapability(8, 6));

    private static final Pattern TEXT = Pattern.compile("(\\d+)\\.(\\d+)");

    /**
     * Reads a text such as {@code 8.6}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ComputeCapability parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a compute capability: " + text);
        }
        return new ComputeCapability(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether it runs machine code for another capability: that of its own generation up to its own revision. */
    public boolean runs(ComputeCapability code) {
        return code.major == major && code.minor <= minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
