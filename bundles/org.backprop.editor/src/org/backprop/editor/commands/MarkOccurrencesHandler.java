package org.backprop.editor.commands;

import java.util.Map;

import org.backprop.editor.EditorPreferences;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** Turns the marks of the layer at the caret on and off, in all editors. */
public final class MarkOccurrencesHandler extends AbstractHandler implements IElementUpdater {

    @Override
    public Object execute(ExecutionEvent event) {
        EditorPreferences.own().setValue(EditorPreferences.MARK_OCCURRENCES, !isOn());
        HandlerUtil.getActiveWorkbenchWindow(event)
                .getService(ICommandService.class)
                .refreshElements(event.getCommand().getId(), null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(isOn());
    }

    private static boolean isOn() {
        return EditorPreferences.own().getBoolean(EditorPreferences.MARK_OCCURRENCES);
    }
}
