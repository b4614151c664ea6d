package org.backprop.editor.source;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.editor.fixes.MarkerFixes;
import org.backprop.editor.validation.Reading;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.MonoReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** Highlighting, validation while typing, content assist and hover of a model's source. */
public final class ModelViewerConfiguration extends TextSourceViewerConfiguration {
    /** Quiet time after the last key before the text is validated, in milliseconds. */
    private static final int VALIDATION_DELAY = 250;

    private static final int INDENT = 2;

    private final SyntaxColors colors;
    private final IReconcilingStrategy validation;
    private final Subject subject;

    /** The text of the viewer, and what is known of it. */
    public interface Subject {
        /** What is known of the text as it is; empty while that is not known. */
        Optional<Reading> reading();

        /** What is around the text. */
        ModelAssist.Surroundings surroundings();

        /** Shows a part of the text. */
        void reveal(int offset, int length);
    }

    /**
     * Creates a configuration for one viewer.
     *
     * @param colors disposed by the caller
     * @param validation analyses the text; runs in the background
     * @param subject the text
     */
    public ModelViewerConfiguration(
            IPreferenceStore preferences, SyntaxColors colors, IReconcilingStrategy validation, Subject subject) {
        super(preferences);
        this.colors = colors;
        this.validation = validation;
        this.subject = subject;
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        YamlScanner scanner = new YamlScanner(colors.tokens(), ModelVocabulary.TYPES);
        DefaultDamagerRepairer lines = new DefaultDamagerRepairer(scanner);
        PresentationReconciler reconciler = new PresentationReconciler();
        reconciler.setDocumentPartitioning(getConfiguredDocumentPartitioning(viewer));
        reconciler.setDamager(lines, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(lines, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    @Override
    public IReconciler getReconciler(ISourceViewer viewer) {
        MonoReconciler reconciler = new MonoReconciler(validation, false);
        reconciler.setDelay(VALIDATION_DELAY);
        return reconciler;
    }

    @Override
    public IContentAssistant getContentAssistant(ISourceViewer viewer) {
        ContentAssistant assistant = new ContentAssistant();
        assistant.setDocumentPartitioning(getConfiguredDocumentPartitioning(viewer));
        assistant.setContentAssistProcessor(new ModelAssist(subject::surroundings), IDocument.DEFAULT_CONTENT_TYPE);
        assistant.setInformationControlCreator(getInformationControlCreator(viewer));
        return assistant;
    }

    @Override
    public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
        QuickAssistAssistant assistant = new QuickAssistAssistant();
        assistant.setQuickAssistProcessor(new MarkerFixes());
        assistant.setInformationControlCreator(getInformationControlCreator(viewer));
        return assistant;
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
        return new ModelHover(super.getTextHover(viewer, contentType), subject::reading);
    }

    @Override
    public IAutoEditStrategy[] getAutoEditStrategies(ISourceViewer viewer, String contentType) {
        return new IAutoEditStrategy[] {new YamlIndent()};
    }

    @Override
    public IHyperlinkDetector[] getHyperlinkDetectors(ISourceViewer viewer) {
        IHyperlinkDetector[] others = super.getHyperlinkDetectors(viewer);
        LayerLinks own = new LayerLinks(subject::reading, subject::reveal);
        return others == null
                ? new IHyperlinkDetector[] {own}
                : Stream.concat(Stream.of(own), Arrays.stream(others)).toArray(IHyperlinkDetector[]::new);
    }

    /** YAML forbids tabs in indentation; the editor types spaces instead. */
    @Override
    public int getTabWidth(ISourceViewer viewer) {
        return INDENT;
    }

    @Override
    public String[] getDefaultPrefixes(ISourceViewer viewer, String contentType) {
        return new String[] {"#", ""};
    }
}
