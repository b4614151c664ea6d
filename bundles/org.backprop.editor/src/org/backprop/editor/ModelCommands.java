package org.backprop.editor;

import org.backprop.editor.network.NetworkPage;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;

/** Does something in the active model editor; what, stands behind the class in plugin.xml. */
public final class ModelCommands extends AbstractHandler implements IExecutableExtension {
    private String command = "";

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        command = String.valueOf(data);
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(HandlerUtil.getVariable(evaluationContext, ISources.ACTIVE_EDITOR_NAME) instanceof ModelEditor);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ModelEditor editor) {
            if (command.equals("source")) {
                editor.showSource();
            } else {
                editor.showNetwork();
                run(editor.network());
            }
        }
        return null;
    }

    private void run(NetworkPage network) {
        switch (command) {
            case "insert" -> network.openPalette();
            case "fold" -> network.foldAll();
            case "fit" -> network.canvas().fit();
            case "color" -> network.measureNext();
            case "export" -> network.export();
            default -> network.setFocus();
        }
    }
}
