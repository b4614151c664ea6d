package org.backprop.editor.source;

import java.util.Optional;
import java.util.function.Supplier;

import org.backprop.editor.occurrences.LayerNames;
import org.backprop.editor.validation.Reading;
import org.backprop.model.edit.LayerName;
import org.backprop.model.edit.LayerName.Kind;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.osgi.util.NLS;

/** Leads from places that name a layer to the layer. */
final class LayerLinks extends AbstractHyperlinkDetector {
    private final Supplier<Optional<Reading>> reading;
    private final Reveal reveal;

    /** Shows a part of the text. */
    interface Reveal {
        void at(int offset, int length);
    }

    /**
     * Links of a text.
     *
     * @param reading what is known of the text as it is; empty while that is not known
     */
    LayerLinks(Supplier<Optional<Reading>> reading, Reveal reveal) {
        this.reading = reading;
        this.reveal = reveal;
    }

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        return reading.get()
                .flatMap(known -> LayerNames.at(known.names(), region.getOffset())
                        .filter(name -> name.kind() == Kind.REFERENCE)
                        .flatMap(name -> LayerNames.declaration(known.names(), name.layer())
                                .map(target -> new IHyperlink[] {new Link(name, target, reveal)})))
                .orElse(null);
    }

    private record Link(LayerName name, LayerName target, Reveal reveal) implements IHyperlink {
        @Override
        public IRegion getHyperlinkRegion() {
            return new Region(name.offset(), name.length());
        }

        @Override
        public String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            return NLS.bind(Messages.link_open, name.layer());
        }

        @Override
        public void open() {
            reveal.at(target.offset(), target.length());
        }
    }
}
