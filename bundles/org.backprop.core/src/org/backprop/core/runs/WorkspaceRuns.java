package org.backprop.core.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/**
 * The run service: one background job that reads the runs and publishes a snapshot when something has changed. It comes
 * back ten times a second as long as a run is active or a folder is watched, and sleeps otherwise.
 */
public final class WorkspaceRuns implements RunService {
    private static final long POLL_MILLIS = 100;
    private static final long PUBLISH_NANOS = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
    private static final int POLLS_PER_LOOK = 5;

    private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
    private final RunsListeners listeners = new RunsListeners();
    private final List<Watched> watched = new CopyOnWriteArrayList<>();
    private final AtomicBoolean scan = new AtomicBoolean(true);
    private final RunTails tails = new RunTails();
    private final SweepTails sweeps = new SweepTails();
    private final RunChanges changes = new RunChanges(this::rescan);
    private final Job follower = Job.createSystem(Messages.WorkspaceRuns_follow, (ICoreRunnable) monitor -> follow());
    private volatile RunsSnapshot snapshot = RunsSnapshot.EMPTY;
    private volatile boolean active;
    private boolean unpublished;
    private long published = System.nanoTime();
    private int polls;

    /** Begins to follow; called before the first client gets the service. */
    void activate() {
        active = true;
        workspace.addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
        follower.setPriority(Job.SHORT);
        follower.schedule();
    }

    /** Ends following. */
    void deactivate() {
        active = false;
        workspace.removeResourceChangeListener(changes);
        follower.cancel();
    }

    @Override
    public RunsSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public void addListener(RunsListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(RunsListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void rescan() {
        scan.set(true);
        if (active) {
            follower.schedule();
        }
    }

    @Override
    public Watch watch(Path folder) {
        var watch = new Watched(folder);
        watched.add(watch);
        rescan();
        return watch;
    }

    @Override
    public void addFolder(Path folder) {
        ListedFolders.add(folder);
        rescan();
    }

    @Override
    public void removeFolder(Path folder) {
        ListedFolders.remove(folder);
        rescan();
    }

    @Override
    public Set<Path> addedFolders() {
        return ListedFolders.all();
    }

    private void follow() {
        if (!active) {
            return;
        }
        if (scan.getAndSet(false)) {
            scanAll();
        } else if (++polls % POLLS_PER_LOOK == 0) {
            look();
        } else {
            tails.pollActive(this::changed);
        }
        unpublished |= sweeps.poll();
        if (unpublished) {
            publish();
        }
        if (active && tails.isBehind()) {
            follower.schedule();
        } else if (active
                && (!watched.isEmpty() || tails.anyRunning() || !sweeps.active().isEmpty())) {
            follower.schedule(POLL_MILLIS);
        }
    }

    /** Looks for what is new in the folders that something is writing to. */
    private void look() {
        for (Watched watch : watched) {
            tails.add(RunFinder.in(watch.folder));
            sweeps.add(RunFinder.sweepsIn(watch.folder));
        }
        sweeps.active().forEach(folder -> tails.add(RunFinder.in(folder)));
        tails.pollAll(this::changed);
    }

    private void scanAll() {
        Set<Path> folders = ListedFolders.all();
        watched.forEach(watch -> folders.add(watch.folder));
        var found = RunFinder.find(folders);
        var foundSweeps = RunFinder.findSweeps(folders);
        unpublished |= sweeps.retain(foundSweeps);
        sweeps.add(foundSweeps);
        unpublished |= sweeps.poll();
        unpublished |= tails.retain(found);
        tails.add(found);
        tails.pollAll(this::changed);
    }

    /** Publishes while a long reading goes on, such as the first one, so that the newest runs appear early. */
    private void changed() {
        unpublished = true;
        if (System.nanoTime() - published > PUBLISH_NANOS) {
            publish();
        }
    }

    private void publish() {
        unpublished = false;
        published = System.nanoTime();
        snapshot = new RunsSnapshot(snapshot.generation() + 1, tails.newestFirst(), sweeps.newestFirst());
        listeners.fire(snapshot);
    }

    private final class Watched implements Watch {
        private final Path folder;

        Watched(Path folder) {
            this.folder = folder;
        }

        @Override
        public void close() {
            if (watched.remove(this)) {
                rescan();
            }
        }
    }
}
