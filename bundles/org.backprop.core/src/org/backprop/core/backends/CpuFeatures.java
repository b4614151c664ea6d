package org.backprop.core.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/** The vector instructions of this machine's processor. */
final class CpuFeatures {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final List<String> OF_INTEREST =
            List.of("sse4_2", "avx", "avx2", "fma", "avx512f", "avx512vl", "avx512bw", "avx512_vnni", "asimd", "sve");

    private CpuFeatures() {}

    /** Returns a line that names them; empty where the system does not tell. */
    static Optional<String> here() {
        try {
            return Files.isReadable(CPU_INFO) ? of(Files.readString(CPU_INFO)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> of(String cpuInfo) {
        return cpuInfo.lines()
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .findFirst()
                .map(line -> Set.copyOf(Arrays.asList(
                        line.substring(line.indexOf(':') + 1).strip().split("\\s+"))))
                .map(flags -> OF_INTEREST.stream().filter(flags::contains).toList())
                .map(found -> NLS.bind(Messages.CpuFeatures_list, String.join(", ", found)));
    }
}
