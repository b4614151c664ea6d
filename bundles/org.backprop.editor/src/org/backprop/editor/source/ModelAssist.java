package org.backprop.editor.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.backprop.model.edit.LayerText;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Proposes the keys, types and words that may stand at the caret. */
public final class ModelAssist implements IContentAssistProcessor {
    private final Supplier<Surroundings> surroundings;
    private final TemplateAssist templates = new TemplateAssist();

    /**
     * What is around a text.
     *
     * @param layers its layers; those of an earlier state of it while it cannot be read
     * @param folder what paths in it are relative to; null if it is in none
     */
    public record Surroundings(List<LayerText> layers, Path folder) {
        /** Of a text of which nothing is known. */
        public static final Surroundings NONE = new Surroundings(List.of(), null);
    }

    /**
     * Proposes for an editor.
     *
     * @param surroundings what is around its text
     */
    public ModelAssist(Supplier<Surroundings> surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        List<ICompletionProposal> all =
                new ArrayList<>(proposals(viewer.getDocument().get(), offset, surroundings.get()));
        all.addAll(Arrays.asList(templates.computeCompletionProposals(viewer, offset)));
        return all.toArray(ICompletionProposal[]::new);
    }

    /** The proposals for the caret before the char at {@code offset}, without templates. */
    public static List<ICompletionProposal> proposals(String text, int offset, Surroundings around) {
        YamlContext context = YamlContext.at(text, offset);
        if (around.folder() != null && PathAssist.isAt(context)) {
            return PathAssist.proposals(text, offset, context, around.folder());
        }
        return Term.at(context, around.layers(), offset).stream()
                .filter(term -> term.key().startsWith(context.prefix()))
                .map(term -> proposal(term, context, offset))
                .toList();
    }

    private static ICompletionProposal proposal(Term term, YamlContext context, int offset) {
        String inserted = term.mapping() && !context.value() ? term.key() + ": " : term.key();
        int start = offset - context.prefix().length();
        return new CompletionProposal(
                inserted,
                start,
                context.prefix().length(),
                inserted.length(),
                null,
                term.key(),
                null,
                term.documentation());
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return Messages.assist_nothing;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
