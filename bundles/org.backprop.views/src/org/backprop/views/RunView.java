package org.backprop.views;

import java.nio.file.Path;

import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;

/** A view that shows a run which the user can choose. It adapts to the path of the run's folder. */
public abstract class RunView extends ViewPart implements IShowInTarget {
    private RunPin pin;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        pin = RunPin.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        pin.save(memento);
    }

    /** Which run the user chose. */
    public final RunPin pin() {
        return pin;
    }

    /** The run that is shown, or null. */
    protected abstract RunSnapshot run();

    @Override
    public boolean show(ShowInContext context) {
        return pin.show(context);
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        RunSnapshot run = type == Path.class ? run() : null;
        return run == null ? super.getAdapter(type) : type.cast(run.folder());
    }
}
