package org.backprop.views;

import org.eclipse.jface.action.Action;

/** An action of a view: what it says, how it looks, what it runs. */
public final class ViewAction extends Action {
    private final Runnable run;

    /**
     * Creates an action.
     *
     * @param style {@link #AS_PUSH_BUTTON} or {@link #AS_CHECK_BOX}
     * @param icon name in {@link Images}
     */
    public ViewAction(int style, String text, String tip, String icon, Runnable run) {
        super(text, style);
        this.run = run;
        setToolTipText(tip);
        setImageDescriptor(Images.icon(icon));
    }

    @Override
    public void run() {
        run.run();
    }
}
