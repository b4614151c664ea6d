package org.backprop.runlog.sweep;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.backprop.runlog.run.RunFolder;

/**
 * Where the parts of a sweep lie.
 *
 * @param path the folder; the run folders of its trials lie beside it
 */
public record SweepFolder(Path path) {
    /** Name of the record. */
    public static final String INFO = "sweep.json";

    /** Creates {@code <yyyyMMdd-HHmmss>-<model>-sweep-<n>} in {@code runs}, as {@link RunFolder#create} does. */
    public static SweepFolder create(Path runs, String model) throws IOException {
        return new SweepFolder(RunFolder.create(runs, model + "-sweep").path());
    }

    /** The sweeps in a folder of runs, the newest name first; empty if it does not exist. */
    public static List<SweepFolder> list(Path runs) throws IOException {
        List<SweepFolder> found = new ArrayList<>();
        if (Files.isDirectory(runs)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs, "*-sweep-*")) {
                for (Path folder : folders) {
                    if (Files.isRegularFile(folder.resolve(INFO))) {
                        found.add(new SweepFolder(folder));
                    }
                }
            }
        }
        found.sort(Comparator.comparing(SweepFolder::path).reversed());
        return found;
    }

    /** {@code sweep.json}. */
    public Path infoFile() {
        return path.resolve(INFO);
    }

    /** {@code journal.jsonl}: commands to the sweep, see {@link SweepCommand}. */
    public Path journalFile() {
        return path.resolve("journal.jsonl");
    }

    /** The folder of a trial's run. */
    public Path run(String name) {
        return path.resolveSibling(name);
    }
}
