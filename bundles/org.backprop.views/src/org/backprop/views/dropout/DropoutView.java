package org.backprop.views.dropout;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.RunView;
import org.backprop.views.ViewActions;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** What dropout and stochastic depth drop, live and at any recorded step. */
public final class DropoutView extends RunView {
    /** Id of this view. */
    public static final String ID = UiIds.DROPOUT_VIEW;

    private static final String MODE = "mode";
    private static final String LAYERS = "layers";
    private static final String DIVIDER = "\n";

    private final Projection projection = new Projection();
    private Mode mode;
    private List<String> chosen;
    private DropoutPanel panel;
    private ViewActions actions;
    private Freezing freezing;
    private Following<Wanted, Optional<Shown>> following;
    private Shown shown;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        mode = memento == null ? Mode.MASKS : mode(memento.getString(MODE));
        String layers = memento == null ? null : memento.getString(LAYERS);
        chosen = layers == null ? List.of() : List.of(layers.split(DIVIDER));
    }

    private static Mode mode(String name) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        return Mode.MASKS;
    }

    @Override
    public void saveState(IMemento memento) {
        super.saveState(memento);
        memento.putString(MODE, mode.name());
        if (panel != null && !panel.chosen().isEmpty()) {
            memento.putString(LAYERS, String.join(DIVIDER, panel.chosen()));
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        panel = new DropoutPanel(parent, this::changed);
        panel.setChosen(new LinkedHashSet<>(chosen));
        freezing = new Freezing(getSite(), panel.control(), panel::setMessage, () -> actions.update());
        actions = DropoutActions.of(this, getViewSite().getActionBars());
        actions.addContextMenu(panel.heat().control());
        actions.addContextMenu(getSite(), panel.layers().viewer());
        following = new Following<>(getSite(), panel.control(), this::wanted, projection::of, this::show);
        pin().listen(getSite(), panel.control(), this::changed);
    }

    /** What is shown, or null. */
    Shown shown() {
        return shown;
    }

    @Override
    protected RunSnapshot run() {
        return shown == null ? null : shown.run();
    }

    Mode mode() {
        return mode;
    }

    /** Whether the training of the run that is shown can be told to freeze or release masks. */
    boolean canFreeze() {
        return shown != null && !shown.hasNoMask() && freezing.isPossible(shown.run());
    }

    boolean isDrawn() {
        return shown != null && !shown.isEmpty();
    }

    /** Whether masks are frozen now, whatever step is in sight. */
    boolean isFrozen() {
        return shown != null && FrozenMasks.at(shown.run(), Long.MAX_VALUE).isPresent();
    }

    void toggleFrozen() {
        if (isFrozen()) {
            freezing.unfreeze(shown.run());
        } else {
            freezing.freeze(
                    shown.run(),
                    shown.chosen().getFirst().masks().columns().getLast().step());
        }
    }

    void toggle(Mode other) {
        mode = mode == other ? Mode.MASKS : other;
        changed();
    }

    private Wanted wanted() {
        Point pixels = panel.heat().pixels();
        return new Wanted(
                pin().folder(), panel.step(), panel.chosen(), mode, panel.heat().region(), pixels.x, pixels.y);
    }

    private void show(Optional<Shown> projected) {
        Path before = shown == null ? null : shown.run().folder();
        shown = projected.orElse(null);
        if (shown != null && !Objects.equals(before, shown.run().folder())) {
            panel.time().reset();
            panel.setMessage("");
        }
        if (shown == null) {
            panel.showText(pin().emptyText(Messages.empty_noRun));
        } else if (shown.isEmpty()) {
            String why = shown.run().info().isPresent() ? Messages.empty_noLayer : Messages.empty_otherTool;
            panel.showText(NLS.bind(why, shown.facts().name()));
        } else {
            panel.show(shown);
        }
        actions.update();
    }

    private void changed() {
        if (following != null) {
            actions.update();
            following.restart();
        }
    }

    /** The panel, for tests. */
    public DropoutPanel panel() {
        return panel;
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
