package org.backprop.editor.dataimport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** A kind of data set that can be imported. */
enum DataKind {
    CSV(Messages.kind_csv, true, false),
    IMAGES(Messages.kind_images, false, true),
    IDX(Messages.kind_idx, true, true);

    private final String label;
    private final boolean file;
    private final boolean folder;

    DataKind(String label, boolean file, boolean folder) {
        this.label = label;
        this.file = file;
        this.folder = folder;
    }

    String label() {
        return label;
    }

    /** Whether it may be a single file. */
    boolean isFile() {
        return file;
    }

    /** What is wrong with a path, without reading what is there. */
    Optional<String> problem(Path path) {
        if (!Files.exists(path)) {
            return Optional.of(NLS.bind(Messages.path_missing, path));
        } else if (Files.isDirectory(path) ? !folder : !file) {
            return Optional.of(NLS.bind(folder ? Messages.path_notFolder : Messages.path_notFile, path));
        }
        return Optional.empty();
    }

    /** The kind that a file or folder most likely is. */
    static DataKind of(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve("train-images-idx3-ubyte"))
                            || Files.isRegularFile(path.resolve("train-images-idx3-ubyte.gz"))
                    ? IDX
                    : IMAGES;
        }
        return name.contains("ubyte") ? IDX : CSV;
    }
}
