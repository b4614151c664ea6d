package org.backprop.engine.kernels.vector;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells HotSpot to compile the tiles of the matrix products with its second compiler only. The first one runs out of virtual
 * registers there, and then a tile may stay half compiled for good, with its vectors on the heap: twenty times slower, in
 * some runs and not in others.
 */
final class CompilerDirectives {

    private static final List<String> TILES =
            List.of("FilterTile*.*", "GradientTile*.*", "OuterProduct.tile*", "InnerProduct.tile*");

    private CompilerDirectives() {}

    private static String directives() {
        String folder = CompilerDirectives.class.getPackageName().replace('.', '/') + "/";
        return TILES.stream()
                .map(tile -> "\"" + folder + tile + "\"")
                .collect(Collectors.joining(", ", "[{match: [", "], c1: {Exclude: true}}]"));
    }

    /** Gives the directives, as {@code jcmd PID Compiler.directives_add} does; without them all works, but maybe slowly. */
    static void apply() {
        try {
            Path file = Files.createTempFile("backprop", ".json");
            try {
                Files.writeString(file, directives());
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {file.toString()}},
                                new String[] {String[].class.getName()});
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException | RuntimeException e) {
            System.getLogger(CompilerDirectives.class.getName())
                    .log(System.Logger.Level.WARNING, "the kernels may be slow: no compiler directives", e);
        }
    }
}
