package org.backprop.runlog.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the parts of a run lie.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String INFO = "run.json";
    private static final int MAX_NAME = 64;
    private static final int DEPTH = 4;

    /**
     * Creates {@code <yyyyMMdd-HHmmss>-<model>-<n>} in {@code runs}, which is created too if needed. {@code n} is the first
     * free number from 1 on; two trainers never get the same folder.
     *
     * @param model name of the model; characters other than ASCII letters, digits, {@code _ . -} become {@code -}
     */
    public static RunFolder create(Path runs, String model) throws IOException {
        return create(runs, model, LocalDateTime.now());
    }

    /** The same with the given time. */
    public static RunFolder create(Path runs, String model, LocalDateTime time) throws IOException {
        Files.createDirectories(runs);
        String stem = time.format(STAMP) + "-" + safe(model) + "-";
        for (int n = 1; ; n++) {
            try {
                return new RunFolder(Files.createDirectory(runs.resolve(stem + n)));
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
    }

    /**
     * The runs in a folder and up to three levels of subfolders, newest folder name first. A folder is a run if it holds a {@code run.json} or
     * an event file; what lies in the {@linkplain RunTrash trash} is none. Empty if {@code runs} does not exist.
     */
    public static List<RunFolder> list(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        Set<Path> found = new HashSet<>();
        Files.walkFileTree(runs, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith(RunTrash.NAME) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isPartOfRun(file)) {
                    found.add(file.getParent());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream()
                .map(RunFolder::new)
                .sorted(Comparator.comparing(RunFolder::name).reversed().thenComparing(RunFolder::path))
                .toList();
    }

    /** Name of the folder. */
    public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** {@code run.json}. */
    public Path infoFile() {
        return path.resolve(INFO);
    }

    /** {@code signature.json}; absent in runs of other tools and of the first versions of Backprop. */
    public Path signatureFile() {
        return path.resolve("signature.json");
    }

    /** {@code journal.jsonl}. */
    public Path journalFile() {
        return path.resolve("journal.jsonl");
    }

    /** {@code trainer.lock}, which a trainer holds locked; empty. */
    Path lockFile() {
        return path.resolve("trainer.lock");
    }

    /** {@code notes.json}; absent where nothing was said. */
    public Path notesFile() {
        return path.resolve("notes.json");
    }

    /** {@code checkpoints/}; not created by this. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The event files in the folder itself, in the order of their names, which is that of their creation. */
    public List<Path> eventFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*tfevents*")) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    private static boolean isPartOfRun(Path file) {
        String name = file.getFileName().toString();
        return name.equals(INFO) || name.contains("tfevents");
    }

    private static String safe(String model) {
        String name = model.replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return name.isEmpty() ? "model" : name.substring(0, Math.min(MAX_NAME, name.length()));
    }
}
