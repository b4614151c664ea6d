package org.backprop.core.runs;

import java.nio.file.Path;
import java.util.Set;

/**
 * The run folders of the workspace, followed while they grow. It is an OSGi service; a part gets it from its site, and
 * only reads snapshots: no client reads a run's files.
 *
 * <p>Runs are the folders in {@code runs} of each open project, every other folder of an open project that holds a
 * {@code run.json}, and those in the folders that the user added. All methods return at once and may be called on any thread.
 */
public interface RunService {
    /** Returns what is known now; empty until the folders were read for the first time. */
    RunsSnapshot snapshot();

    /** Adds a listener to later snapshots; has no effect if it was added before. */
    void addListener(RunsListener listener);

    /** Removes a listener; it may be notified once more if a notification is under way. */
    void removeListener(RunsListener listener);

    /** Looks for new and deleted run folders soon, for what other programs did to them. */
    void rescan();

    /**
     * Looks for new run folders in {@code folder} until the watch is closed, for a trainer that writes there.
     *
     * @param folder absolute path of a folder of run folders; it need not exist yet
     */
    Watch watch(Path folder);

    /**
     * Lists the runs in {@code folder} and below from now on, in later sessions too.
     *
     * @param folder absolute path of a run folder, or of a folder of run folders, anywhere
     */
    void addFolder(Path folder);

    /** Takes back {@link #addFolder}; the folder itself stays as it is. */
    void removeFolder(Path folder);

    /** The folders that were added. */
    Set<Path> addedFolders();

    /** Ends when closed; then the folder is read a last time. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
