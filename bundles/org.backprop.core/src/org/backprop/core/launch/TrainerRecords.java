package org.backprop.core.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;

/** The records of live trainers in a folder, which only the user can read, one file for each. */
record TrainerRecords(Path folder) {
    private static final String PERMISSIONS = "rwx------";
    private static final String FILE_PERMISSIONS = "rw-------";

    /** Those of this workspace. */
    static TrainerRecords ofWorkspace() {
        var bundle = Platform.getBundle(LaunchPreferences.NODE);
        return new TrainerRecords(
                Platform.getStateLocation(bundle).append("trainers").toPath());
    }

    /** Keeps a record; a failure is logged, since the training goes on without. */
    void save(TrainerRecord trainer) {
        Path file = file(trainer);
        try {
            Files.createDirectories(folder, ownersOnly(PERMISSIONS));
            Files.deleteIfExists(file);
            Files.createFile(file, ownersOnly(FILE_PERMISSIONS));
            try (Writer writer = Files.newBufferedWriter(file)) {
                trainer.toProperties().store(writer, null);
            }
        } catch (IOException e) {
            ILog.of(TrainerRecords.class).warn(file.toString(), e);
        }
    }

    private static FileAttribute<?>[] ownersOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0]; // the folder of the user is the user's alone
    }

    /** The trainers that live; what is left of others is deleted. */
    List<TrainerRecord> living() {
        var living = new ArrayList<TrainerRecord>();
        if (!Files.isDirectory(folder)) {
            return living;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                read(file)
                        .filter(trainer -> trainer.process().isPresent())
                        .ifPresentOrElse(living::add, () -> delete(file));
            }
        } catch (IOException e) {
            ILog.of(TrainerRecords.class).warn(folder.toString(), e);
        }
        return living;
    }

    private static Optional<TrainerRecord> read(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return TrainerRecord.of(properties);
    }

    void delete(TrainerRecord trainer) {
        delete(file(trainer));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            ILog.of(TrainerRecords.class).warn(file.toString(), e);
        }
    }

    private Path file(TrainerRecord trainer) {
        return folder.resolve(trainer.pid() + ".properties");
    }
}
