package org.backprop.core.diagnosis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.backprop.core.model.ModelFiles;
import org.backprop.core.runs.RunModels;
import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsListener;
import org.backprop.runlog.diagnosis.Diagnosis;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Marks in each model file what is wrong with its newest run, about once a second while it trains, and when the file
 * changes. Trials of sweeps are left out: they have settings that are not in the file.
 */
public final class RunDiagnoser {
    private static final long INTERVAL = TimeUnit.SECONDS.toMillis(1);

    private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
    private final RunsListener listener = snapshot -> schedule();
    private final IResourceChangeListener edits = this::resourceChanged;
    private final Job job = Job.createSystem(Messages.RunDiagnoser_diagnose, (ICoreRunnable) monitor -> diagnose());
    private final Map<IFile, Diagnosed> diagnosed = new HashMap<>();
    private RunService runs;
    private volatile boolean active;
    private volatile long last;

    /** What a file's markers were made from. */
    private record Diagnosed(RunSnapshot run, long stamp) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Diagnosed before && run == before.run && stamp == before.stamp;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(stamp);
        }
    }

    /** Called by the service runtime. */
    void bind(RunService service) {
        runs = service;
    }

    /** Begins to diagnose. */
    void activate() {
        active = true;
        job.setPriority(Job.DECORATE);
        workspace.addResourceChangeListener(edits, IResourceChangeEvent.POST_CHANGE);
        runs.addListener(listener);
        schedule();
    }

    /** Ends diagnosing. */
    void deactivate() {
        active = false;
        runs.removeListener(listener);
        workspace.removeResourceChangeListener(edits);
        job.cancel();
    }

    private void schedule() {
        if (active) {
            job.schedule(Math.max(0, last + INTERVAL - System.currentTimeMillis()));
        }
    }

    private void resourceChanged(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(delta -> {
                if (ModelFiles.isModel(delta.getResource()) && isEdited(delta)) {
                    schedule();
                }
                return true;
            });
        } catch (CoreException unexpected) {
            ILog.of(RunDiagnoser.class).log(unexpected.getStatus());
        }
    }

    private static boolean isEdited(IResourceDelta delta) {
        return delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
    }

    private void diagnose() {
        last = System.currentTimeMillis();
        Map<IFile, RunSnapshot> newest = newest();
        for (IFile gone : diagnosed.keySet().stream()
                .filter(file -> !newest.containsKey(file))
                .toList()) {
            diagnosed.remove(gone);
            clear(gone);
        }
        for (Map.Entry<IFile, RunSnapshot> entry : newest.entrySet()) {
            diagnose(entry.getKey(), entry.getValue());
        }
    }

    private static void clear(IFile file) {
        try {
            DiagnosisMarkers.update(file, List.of(), "", true);
        } catch (CoreException e) {
            if (file.isAccessible()) {
                ILog.of(RunDiagnoser.class).log(e.getStatus());
            }
        }
    }

    /** The newest run of each model file of the workspace. */
    private Map<IFile, RunSnapshot> newest() {
        Map<IFile, RunSnapshot> newest = new LinkedHashMap<>();
        for (RunSnapshot run : runs.snapshot().runs()) {
            boolean trial = run.info().flatMap(RunInfo::trial).isPresent();
            if (!trial) {
                RunModels.file(run).ifPresent(file -> newest.putIfAbsent(file, run));
            }
        }
        return newest;
    }

    private void diagnose(IFile file, RunSnapshot run) {
        Diagnosed now = new Diagnosed(run, file.getModificationStamp());
        if (now.equals(diagnosed.put(file, now))) {
            return;
        }
        try {
            FindingPlaces places = new FindingPlaces(run.info().orElseThrow().model(), ModelFiles.text(file));
            DiagnosisMarkers.update(
                    file,
                    places.place(Diagnosis.of(run).findings()),
                    run.folder().toString(),
                    run.outcome() != Outcome.RUNNING);
        } catch (CoreException e) {
            if (file.isAccessible()) {
                ILog.of(RunDiagnoser.class).log(e.getStatus());
            } // else it was deleted meanwhile
        }
    }
}
