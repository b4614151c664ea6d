package org.backprop.editor.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.backprop.editor.templates.ModelTemplates;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.templates.DocumentTemplateContext;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateBuffer;
import org.eclipse.jface.text.templates.TemplateCompletionProcessor;
import org.eclipse.jface.text.templates.TemplateContext;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.jface.text.templates.TemplateException;
import org.eclipse.jface.text.templates.TemplateProposal;
import org.eclipse.swt.graphics.Image;

/** Proposes the templates for the place of the caret whose names begin as is typed. */
final class TemplateAssist extends TemplateCompletionProcessor {

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        String prefix = extractPrefix(viewer, offset);
        Region region = new Region(offset - prefix.length(), prefix.length());
        TemplateContext context = createContext(viewer, region);
        if (context == null) {
            return new ICompletionProposal[0];
        }
        return templates(context.getContextType().getId(), prefix).stream()
                .map(template -> new TemplateProposal(template, context, region, getImage(template)))
                .toArray(ICompletionProposal[]::new);
    }

    private static List<Template> templates(String type, String prefix) {
        return Arrays.stream(ModelTemplates.store().getTemplates(type))
                .filter(template -> template.getName().startsWith(prefix))
                .sorted(Comparator.comparing(Template::getName))
                .toList();
    }

    @Override
    protected TemplateContext createContext(ITextViewer viewer, IRegion region) {
        TemplateContextType type = getContextType(viewer, region);
        return type == null ? null : new Indented(type, viewer, new Position(region.getOffset(), region.getLength()));
    }

    @Override
    protected Template[] getTemplates(String contextTypeId) {
        return ModelTemplates.store().getTemplates(contextTypeId);
    }

    @Override
    protected TemplateContextType getContextType(ITextViewer viewer, IRegion region) {
        Optional<String> id = TemplatePlace.at(
                viewer.getDocument().get(), region.getOffset(), region.getOffset() + region.getLength());
        return id.map(ModelTemplates::type).orElse(null);
    }

    @Override
    protected Image getImage(Template template) {
        return null;
    }

    /** A template whose lines behind the first are indented as the first. */
    private static final class Indented extends DocumentTemplateContext {
        Indented(TemplateContextType type, ITextViewer viewer, Position position) {
            super(type, viewer.getDocument(), position);
        }

        @Override
        public TemplateBuffer evaluate(Template template) throws BadLocationException, TemplateException {
            int offset = getCompletionOffset();
            int column =
                    offset - getDocument().getLineInformationOfOffset(offset).getOffset();
            String pattern = template.getPattern()
                    .replaceAll("\\R", TextUtilities.getDefaultLineDelimiter(getDocument()))
                    .replace("\n", "\n" + " ".repeat(column));
            return super.evaluate(new Template(
                    template.getName(),
                    template.getDescription(),
                    template.getContextTypeId(),
                    pattern,
                    template.isAutoInsertable()));
        }
    }
}
