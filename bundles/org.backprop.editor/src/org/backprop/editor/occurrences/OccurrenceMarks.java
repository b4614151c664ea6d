package org.backprop.editor.occurrences;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backprop.model.edit.LayerName;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;

/** Marks the places that name the layer at the caret. Call on the UI thread. */
public final class OccurrenceMarks {
    /** Type of the annotations. */
    public static final String TYPE = "org.backprop.editor.occurrence";

    /** With a text the hover would show that in place of what the layer is. */
    private static final String NO_TEXT = "";

    private final ISourceViewer viewer;
    private Set<Annotation> shown = new HashSet<>();
    private List<LayerName> marked = List.of();

    /** Marks in a viewer. */
    public OccurrenceMarks(ISourceViewer viewer) {
        this.viewer = viewer;
    }

    /** Marks the places that name the same layer as the one at an offset; none if that names no layer. */
    public void show(List<LayerName> names, int offset) {
        show(LayerNames.at(names, offset)
                .map(name -> LayerNames.of(names, name.layer()))
                .orElse(List.of()));
    }

    /** Takes the marks away. */
    public void clear() {
        show(List.of());
    }

    private void show(List<LayerName> places) {
        if (places.equals(marked) || !(viewer.getAnnotationModel() instanceof IAnnotationModelExtension model)) {
            return;
        }
        Map<Annotation, Position> added = new HashMap<>();
        for (LayerName place : places) {
            added.put(new Annotation(TYPE, false, NO_TEXT), new Position(place.offset(), place.length()));
        }
        model.replaceAnnotations(shown.toArray(Annotation[]::new), added);
        shown = new HashSet<>(added.keySet());
        marked = places;
    }
}
