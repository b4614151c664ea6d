package org.backprop.editor.source;

import java.util.Optional;
import java.util.function.Supplier;

import org.backprop.editor.occurrences.LayerNames;
import org.backprop.editor.validation.Reading;
import org.backprop.model.edit.LayerName;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;

/** Shows the problem under the mouse or else the documentation of the key or type. */
final class ModelHover implements ITextHover {
    private final ITextHover problems;
    private final Supplier<Optional<Reading>> reading;

    /**
     * Creates a hover.
     *
     * @param problems shows problems; asked first
     * @param reading what is known of the text as it is; empty while that is not known
     */
    ModelHover(ITextHover problems, Supplier<Optional<Reading>> reading) {
        this.problems = problems;
        this.reading = reading;
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
        if (problem != null && !problem.isBlank()) {
            return problem;
        }
        return layer(region).orElseGet(() -> documentation(viewer.getDocument(), region));
    }

    /** What is known of the layer that is named there. */
    private Optional<String> layer(IRegion region) {
        return reading.get()
                .flatMap(known -> LayerNames.at(known.names(), region.getOffset())
                        .filter(name -> name.kind() != LayerName.Kind.TYPE)
                        .flatMap(name -> describe(known, name.layer())));
    }

    private static Optional<String> describe(Reading known, String name) {
        Optional<String> shapes = known.analysis().network().stream()
                .flatMap(network -> network.layers().stream())
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .map(Documentation::of);
        return known.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .map(layer -> name + "\n" + Documentation.of(layer)
                        + shapes.map(text -> "\n" + text).orElse(""));
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
