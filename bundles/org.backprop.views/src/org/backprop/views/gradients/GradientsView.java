package org.backprop.views.gradients;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.RunContext;
import org.backprop.views.RunView;
import org.backprop.views.ViewActions;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** Gradients, updates and activations of each layer, live and at any recorded step. */
public final class GradientsView extends RunView {
    /** Id of this view. */
    public static final String ID = UiIds.GRADIENTS_VIEW;

    private static final String MODE = "mode";
    private static final String QUANTITY = "quantity";
    private static final String DISTRIBUTION = "distribution";
    private static final String LAYER = "layer";

    private final Projection projection = new Projection();
    private IMemento memento;
    private GradientsPanel panel;
    private ViewActions actions;
    private Following<Wanted, Optional<Shown>> following;
    private Shown shown;

    @Override
    public void init(IViewSite site, IMemento saved) throws PartInitException {
        super.init(site, saved);
        memento = saved;
    }

    private <E extends Enum<E>> E saved(String key, E byDefault) {
        String name = memento == null ? null : memento.getString(key);
        return Arrays.stream(byDefault.getDeclaringClass().getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(byDefault);
    }

    @Override
    public void saveState(IMemento state) {
        super.saveState(state);
        if (panel != null) {
            state.putString(MODE, mode().name());
            state.putString(QUANTITY, panel.picture().quantity().name());
            state.putString(DISTRIBUTION, panel.picture().distribution().name());
            if (panel.layer() != null) {
                state.putString(LAYER, panel.layer());
            }
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        panel = new GradientsPanel(parent, this::changed, this::reveal);
        panel.picture()
                .set(
                        saved(MODE, Mode.LINES),
                        saved(QUANTITY, Quantity.GRADIENT_NORM),
                        saved(DISTRIBUTION, Distribution.GRADIENTS));
        panel.setLayer(memento == null ? null : memento.getString(LAYER));
        panel.layers().viewer().getTable().addListener(SWT.DefaultSelection, event -> openModel());
        actions = GradientsActions.of(this, getViewSite().getActionBars());
        actions.addContextMenu(
                panel.picture().heat().heat().control(),
                panel.picture().ridge().control(),
                panel.picture().lines().control().getPlotArea().getControl());
        actions.addContextMenu(getSite(), panel.layers().viewer());
        following = new Following<>(getSite(), panel.control(), this::wanted, projection::of, this::show);
        pin().listen(getSite(), panel.control(), this::changed);
    }

    private Wanted wanted() {
        Picture picture = panel.picture();
        return new Wanted(
                pin().folder(),
                panel.layer(),
                picture.mode(),
                picture.quantity(),
                picture.distribution(),
                panel.time().step(),
                panel.time().from(),
                picture.heat().heat().region(),
                picture.heat().heat().pixels(),
                picture.lines().plotWidth(),
                picture.lines().navigation().x(),
                picture.ridgeSize());
    }

    private void show(Optional<Shown> projected) {
        Path before = shown == null ? null : shown.run().folder();
        shown = projected.orElse(null);
        if (shown == null) {
            panel.showText(pin().emptyText(Messages.empty_noRun));
        } else if (shown.isEmpty()) {
            String why = shown.run().info().isPresent() ? Messages.empty_noLayer : Messages.empty_otherTool;
            panel.showText(NLS.bind(why, shown.facts().name()));
        } else {
            if (!shown.run().folder().equals(before)) {
                panel.time().reset();
            }
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

    Mode mode() {
        return panel.picture().mode();
    }

    boolean isDrawn() {
        return shown != null && !shown.isEmpty();
    }

    /** Draws that, or lines if that is drawn already. */
    void toggle(Mode other) {
        Picture picture = panel.picture();
        picture.set(mode() == other ? Mode.LINES : other, picture.quantity(), picture.distribution());
        changed();
    }

    /** Shows a layer's line in the model editor, if that is open. */
    private void reveal(String layer) {
        if (shown != null) {
            RunContext.revealLayer(shown.run(), layer, getSite().getPage());
        }
    }

    /** Opens the model at the selected layer. */
    void openModel() {
        try {
            RunContext.openModel(shown.run(), getSite().getPage());
            reveal(shown.selected().name());
        } catch (PartInitException e) {
            ILog.of(GradientsView.class).log(e.getStatus());
        }
    }

    private void changed() {
        if (following != null) {
            actions.update();
            following.restart();
        }
    }

    /** The panel, for tests. */
    public GradientsPanel panel() {
        return panel;
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
