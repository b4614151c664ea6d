package org.backprop.editor.source;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;

/** Shows the problem under the mouse or else the documentation of the key or type. */
final class ModelHover implements ITextHover {
    private final ITextHover problems;

    /**
     * Creates a hover.
     *
     * @param problems shows problems; asked first
     */
    ModelHover(ITextHover problems) {
        this.problems = problems;
    }

    /** The word at {@code offset}: letters, digits and underscores. */
    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        try {
            int start = offset;
            while (start > 0 && isWord(document.getChar(start - 1))) {
                start--;
            }
            int end = offset;
            while (end < document.getLength() && isWord(document.getChar(end))) {
                end++;
            }
            return new Region(start, end - start);
        } catch (BadLocationException documentChangedMeanwhile) {
            return new Region(offset, 0);
        }
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    @Override
    @SuppressWarnings("deprecation")
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        String problem = problems.getHoverInfo(viewer, region);
        return problem == null || problem.isBlank() ? documentation(viewer.getDocument(), region) : problem;
    }

    private static String documentation(IDocument document, IRegion region) {
        String text = document.get();
        int end = region.getOffset() + region.getLength();
        if (region.getLength() == 0 || end > text.length()) {
            return null;
        }
        YamlContext context = YamlContext.at(text, end);
        return Term.find(Term.at(context), context.prefix())
                .map(Term::documentation)
                .filter(documentation -> !documentation.isEmpty())
                .orElse(null);
    }
}
