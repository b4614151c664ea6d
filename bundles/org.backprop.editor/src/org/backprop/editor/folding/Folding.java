package org.backprop.editor.folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;

/** Keeps the folds of a viewer as those of its text; what is folded stays folded. */
public final class Folding {
    private final ProjectionAnnotationModel model;

    /** Folds of a viewer with this model. */
    public Folding(ProjectionAnnotationModel model) {
        this.model = model;
    }

    /** Shows these folds, which are those of the text as it is now. Call on the UI thread. */
    public void show(List<Fold> folds) {
        Set<Fold> missing = new HashSet<>(folds);
        List<Annotation> stale = new ArrayList<>();
        Iterator<Annotation> annotations = model.getAnnotationIterator();
        while (annotations.hasNext()) {
            Annotation annotation = annotations.next();
            Position position = model.getPosition(annotation);
            boolean known = position != null
                    && !position.isDeleted()
                    && missing.remove(new Fold(position.getOffset(), position.getLength()));
            if (!known) {
                stale.add(annotation);
            }
        }
        if (!missing.isEmpty() || !stale.isEmpty()) {
            Map<Annotation, Position> added = new HashMap<>();
            missing.forEach(fold -> added.put(new ProjectionAnnotation(), new Position(fold.offset(), fold.length())));
            model.modifyAnnotations(stale.toArray(Annotation[]::new), added, new Annotation[0]);
        }
    }
}
