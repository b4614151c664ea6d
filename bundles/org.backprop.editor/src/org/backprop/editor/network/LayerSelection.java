package org.backprop.editor.network;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.util.SafeRunnable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** The selected layers for the workbench, with properties for the Properties view. */
final class LayerSelection implements ISelectionProvider {

    private final NetworkCanvas canvas;
    private final Supplier<Shown> shown;
    private final NetworkActions actions;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

    LayerSelection(NetworkCanvas canvas, Supplier<Shown> shown, NetworkActions actions) {
        this.canvas = canvas;
        this.shown = shown;
        this.actions = actions;
    }

    /** Tells the listeners that other layers are selected or that they have changed. */
    void changed() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> SafeRunnable.run(() -> listener.selectionChanged(event)));
    }

    @Override
    public ISelection getSelection() {
        Shown now = shown.get();
        List<LayerProperties> layers = canvas.selected().stream()
                .map(now::layer)
                .filter(layer -> layer != null)
                .map(layer -> new LayerProperties(layer, actions))
                .toList();
        return new StructuredSelection(layers);
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection instanceof IStructuredSelection layers) {
            canvas.select(layers.stream()
                    .filter(LayerProperties.class::isInstance)
                    .map(layer -> ((LayerProperties) layer).name())
                    .toList());
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
