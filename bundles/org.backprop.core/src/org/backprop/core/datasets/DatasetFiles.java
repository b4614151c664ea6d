package org.backprop.core.datasets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

/** Copies files of a data set on disk, all or none. */
final class DatasetFiles {
    private final List<Path> written = new ArrayList<>();

    /**
     * Copies a file, or a folder with what is in it.
     *
     * @param to where it is to be; not there yet
     * @throws IOException if something cannot be read or written; what was copied is deleted again
     * @throws OperationCanceledException if {@code monitor} is canceled; what was copied is deleted again
     */
    static void copy(Path from, Path to, IProgressMonitor monitor) throws IOException {
        DatasetFiles copy = new DatasetFiles();
        try {
            copy.copyAll(from, to, SubMonitor.convert(monitor));
        } catch (IOException | OperationCanceledException e) {
            copy.undo();
            throw e;
        }
    }

    private void copyAll(Path from, Path to, SubMonitor progress) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                createFolders(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                progress.setWorkRemaining(1_000).split(1);
                Path target = file.equals(from)
                        ? to
                        : to.resolve(from.relativize(file).toString());
                createFolders(target.getParent());
                if (Files.exists(target)) {
                    throw new FileAlreadyExistsException(target.toString());
                }
                written.add(target);
                Files.copy(file, target);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folder.getParent());
            Files.createDirectory(folder);
            written.add(folder);
        }
    }

    private void undo() throws IOException {
        for (Path path : written.stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
        }
    }
}
