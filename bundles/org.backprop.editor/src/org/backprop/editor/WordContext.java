package org.backprop.editor;

import org.backprop.editor.source.WordHelp;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IContext2;
import org.eclipse.help.IHelpResource;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;

/** What F1 shows in the text of a model file: first the page about the word at the caret, then those about the editor. */
record WordContext(WordHelp.Page page, IContext editor) implements IContext2 {

    /** Replaces the help of a plain text editor. */
    static void install(ISourceViewer viewer) {
        StyledText text = viewer.getTextWidget();
        for (Listener plain : text.getListeners(SWT.Help)) {
            text.removeListener(SWT.Help, plain);
        }
        text.addListener(SWT.Help, event -> show(text));
    }

    private static void show(StyledText text) {
        Point caret = text.toDisplay(text.getLocationAtOffset(text.getCaretOffset()));
        PlatformUI.getWorkbench()
                .getHelpSystem()
                .displayContext(at(text.getText(), text.getCaretOffset()), caret.x, caret.y + text.getLineHeight());
    }

    /** The context of a place in a text. */
    static IContext at(String text, int offset) {
        return new WordContext(WordHelp.at(text, offset), HelpSystem.getContext(HelpContexts.id(HelpContexts.EDITOR)));
    }

    @Override
    public IHelpResource[] getRelatedTopics() {
        IHelpResource[] others = editor == null ? new IHelpResource[0] : editor.getRelatedTopics();
        IHelpResource[] all = new IHelpResource[others.length + 1];
        all[0] = new Topic(page);
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    private record Topic(WordHelp.Page page) implements IHelpResource {
        @Override
        public String getHref() {
            return page.href();
        }

        @Override
        public String getLabel() {
            return page.title();
        }
    }

    @Override
    public String getText() {
        return editor == null ? null : editor.getText();
    }

    @Override
    public String getTitle() {
        return editor instanceof IContext2 titled ? titled.getTitle() : null;
    }

    @Override
    public String getStyledText() {
        return getText();
    }

    @Override
    public String getCategory(IHelpResource topic) {
        return null;
    }
}
