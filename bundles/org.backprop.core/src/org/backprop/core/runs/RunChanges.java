package org.backprop.core.runs;

import org.backprop.runlog.sweep.SweepFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceDeltaVisitor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** Notices in resource changes that run folders or projects may have come or gone. */
final class RunChanges implements IResourceChangeListener {
    private final Runnable rescan;

    RunChanges(Runnable rescan) {
        this.rescan = rescan;
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        var visitor = new Visitor();
        try {
            event.getDelta().accept(visitor);
        } catch (CoreException unexpected) {
            ILog.of(RunChanges.class).log(unexpected.getStatus());
        }
        if (visitor.found) {
            rescan.run();
        }
    }

    private static final class Visitor implements IResourceDeltaVisitor {
        private boolean found;

        @Override
        public boolean visit(IResourceDelta delta) {
            IResource resource = delta.getResource();
            boolean cameOrWent = delta.getKind() != IResourceDelta.CHANGED;
            if (resource instanceof IProject) {
                found |= cameOrWent || (delta.getFlags() & IResourceDelta.OPEN) != 0;
            } else {
                found |= cameOrWent && (RunsFolder.isDefault(resource) || isRunPart(resource));
            }
            return !found;
        }

        private static boolean isRunPart(IResource resource) {
            return resource.getName().equals(RunFinder.RECORD)
                    || resource.getName().equals(SweepFolder.INFO)
                    || RunsFolder.isDefault(resource.getParent());
        }
    }
}
