package org.backprop.core.runs;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** Folders outside the workspace whose runs are listed too; kept in the preferences of the workspace. */
final class ListedFolders {
    private static final String BUNDLE = "org.backprop.core";
    private static final String KEY = "runs.folders";

    private ListedFolders() {}

    static Set<Path> all() {
        var folders = new LinkedHashSet<Path>();
        preferences().get(KEY, "").lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                folders.add(Path.of(line));
            } catch (InvalidPathException fromAnotherPlatform) {
                ILog.of(ListedFolders.class).warn(fromAnotherPlatform.getLocalizedMessage(), fromAnotherPlatform);
            }
        });
        return folders;
    }

    static void add(Path folder) {
        Set<Path> folders = all();
        if (folders.add(folder)) {
            save(folders);
        }
    }

    static void remove(Path folder) {
        Set<Path> folders = all();
        if (folders.remove(folder)) {
            save(folders);
        }
    }

    private static void save(Set<Path> folders) {
        IEclipsePreferences preferences = preferences();
        preferences.put(KEY, folders.stream().map(Path::toString).collect(Collectors.joining("\n")));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(ListedFolders.class).error(e.getLocalizedMessage(), e);
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(BUNDLE);
    }
}
