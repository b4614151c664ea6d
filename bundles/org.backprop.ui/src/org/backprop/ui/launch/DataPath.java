package org.backprop.ui.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.LaunchValues;
import org.backprop.model.FileData;
import org.backprop.model.Model;
import org.eclipse.core.runtime.CoreException;

/**
 * A path that a model reads from.
 *
 * @param key where it stands in the model file
 * @param path the path as it is written there
 * @param file what it means; empty if it is not a path on this system
 */
record DataPath(String key, String path, Optional<Path> file) {

    boolean exists() {
        return file.filter(Files::exists).isPresent();
    }

    /** The paths of the model of a configuration; none if it cannot be read. */
    static List<DataPath> of(LaunchValues values) {
        List<DataPath> paths = new ArrayList<>();
        Optional<Model> model = ModelText.model(values);
        try {
            if (model.isPresent()) {
                Path home = values.model().getLocation().toPath().getParent();
                Path data = values.path(LaunchAttributes.DATA, Messages.data_folderLabel, values.project())
                        .orElse(home);
                if (model.get().data().source() instanceof FileData source && !source.isRemote()) {
                    paths.add(of("data.path", source.path(), data));
                }
                model.get().network().weights().ifPresent(weights -> paths.add(of("network.weights", weights, home)));
            }
        } catch (CoreException e) {
            return List.of();
        }
        return paths;
    }

    private static DataPath of(String key, String path, Path folder) {
        try {
            return new DataPath(key, path, Optional.of(folder.resolve(path).normalize()));
        } catch (InvalidPathException e) {
            return new DataPath(key, path, Optional.empty());
        }
    }
}
