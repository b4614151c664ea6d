package org.backprop.views.curves;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.RunView;
import org.backprop.views.ViewActions;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** The curves of the newest run while it trains, or of the runs that the user chose. */
public final class CurvesView extends RunView {
    /** Id of this view. */
    public static final String ID = "org.backprop.views.curves";

    private final Projection projection = new Projection();
    private CurvesState state;
    private CurvesPanel panel;
    private ViewActions actions;
    private Following<Wanted, Optional<Shown>> following;
    private Shown shown;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        state = CurvesState.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        super.saveState(memento);
        state.save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        panel = new CurvesPanel(
                parent,
                this::choose,
                () -> set(now -> panel.options().applyTo(now)),
                this::zoomed,
                area -> actions.addContextMenu(area));
        panel.show(state);
        actions = CurvesActions.of(this, getViewSite().getActionBars());
        following = new Following<>(getSite(), panel.control(), this::wanted, projection::of, this::show);
        pin().listen(getSite(), panel.control(), this::changed);
    }

    private Wanted wanted() {
        return new Wanted(pin().folders(), state, panel.plotWidth(), panel.zoomed());
    }

    private void show(Optional<Shown> projected) {
        shown = projected.orElse(null);
        if (shown == null) {
            panel.showText(pin().emptyText(Messages.empty_noRun));
        } else if (shown.isEmpty()) {
            panel.showText(NLS.bind(Messages.empty_noPoint, Title.of(shown)));
        } else {
            panel.show(shown);
        }
        actions.update();
    }

    /** What is shown, or null. */
    Shown shown() {
        return shown;
    }

    @Override
    protected RunSnapshot run() {
        return shown == null ? null : shown.run();
    }

    CurvesState state() {
        return state;
    }

    /** The panel, for tests. */
    CurvesPanel panel() {
        return panel;
    }

    /** Draws other quantities; what was chosen of other runs stays chosen. */
    private void choose(Set<String> quantities) {
        Set<String> chosen = new HashSet<>(state.quantities());
        if (shown != null) {
            chosen.removeIf(quantity -> shown.known().stream().anyMatch(quantity::equalsIgnoreCase));
        }
        chosen.addAll(quantities);
        set(now -> now.withQuantities(chosen));
    }

    /** Changes what the user chose. */
    void set(UnaryOperator<CurvesState> change) {
        state = change.apply(state);
        panel.show(state);
        changed();
    }

    private void zoomed() {
        if (following != null) {
            following.restart();
        }
    }

    private void changed() {
        if (following != null) {
            actions.update();
            following.restart();
        }
    }

    @Override
    public void setFocus() {
        panel.control().setFocus();
    }
}
