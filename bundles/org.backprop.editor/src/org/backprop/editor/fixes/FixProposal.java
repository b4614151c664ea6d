package org.backprop.editor.fixes;

import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;

/**
 * A resolution of a marker in the list at the caret.
 *
 * @param marker what is wrong
 * @param resolution what can be done
 */
record FixProposal(IMarker marker, IMarkerResolution resolution) implements ICompletionProposal {

    @Override
    public void apply(IDocument document) {
        resolution.run(marker);
    }

    @Override
    public String getDisplayString() {
        return resolution.getLabel();
    }

    @Override
    public String getAdditionalProposalInfo() {
        return resolution instanceof IMarkerResolution2 described ? described.getDescription() : null;
    }

    @Override
    public Point getSelection(IDocument document) {
        return null;
    }

    @Override
    public Image getImage() {
        return resolution instanceof IMarkerResolution2 described ? described.getImage() : null;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
