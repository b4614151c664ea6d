package org.backprop.editor.fixes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.MarkerAnnotation;

/** Offers at the caret what can be done about the markers of its line. */
public final class MarkerFixes implements IQuickAssistProcessor {

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof MarkerAnnotation marker
                && !marker.isMarkedDeleted()
                && IDE.getMarkerHelpRegistry().hasResolutions(marker.getMarker());
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        ISourceViewer viewer = context.getSourceViewer();
        Map<String, ICompletionProposal> proposals = new LinkedHashMap<>();
        for (IMarker marker : markers(viewer.getAnnotationModel(), viewer.getDocument(), context.getOffset())) {
            for (IMarkerResolution resolution : IDE.getMarkerHelpRegistry().getResolutions(marker)) {
                String label = resolution.getLabel();
                proposals.remove(label); // what several markers offer comes last
                proposals.put(label, new FixProposal(marker, resolution));
            }
        }
        return proposals.isEmpty() ? null : proposals.values().toArray(ICompletionProposal[]::new);
    }

    /** Those of the line, beginning with what the caret is at. */
    private List<IMarker> markers(IAnnotationModel model, IDocument document, int offset) {
        List<IMarker> at = new ArrayList<>();
        List<IMarker> beside = new ArrayList<>();
        Iterator<Annotation> annotations = model.getAnnotationIterator();
        while (annotations.hasNext()) {
            Annotation annotation = annotations.next();
            Position position = model.getPosition(annotation);
            if (canFix(annotation) && isInLine(position, document, offset)) {
                boolean here = position.getOffset() <= offset && offset <= position.getOffset() + position.getLength();
                (here ? at : beside).add(((MarkerAnnotation) annotation).getMarker());
            }
        }
        return Stream.of(at, beside)
                .flatMap(some -> some.stream().sorted(Comparator.comparingLong(IMarker::getId)))
                .toList();
    }

    private static boolean isInLine(Position position, IDocument document, int offset) {
        try {
            return position != null
                    && document.getLineOfOffset(position.getOffset()) <= document.getLineOfOffset(offset)
                    && document.getLineOfOffset(offset)
                            <= document.getLineOfOffset(position.getOffset() + position.getLength());
        } catch (BadLocationException changedMeanwhile) {
            return false;
        }
    }
}
