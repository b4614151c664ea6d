package org.backprop.editor.source;

import java.util.List;

import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Proposes the keys, types and words that may stand at the caret. */
public final class ModelAssist implements IContentAssistProcessor {
    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        return proposals(viewer.getDocument().get(), offset).toArray(ICompletionProposal[]::new);
    }

    /** The proposals for the caret before the char at {@code offset}. */
    public static List<ICompletionProposal> proposals(String text, int offset) {
        YamlContext context = YamlContext.at(text, offset);
        return Term.at(context).stream()
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
