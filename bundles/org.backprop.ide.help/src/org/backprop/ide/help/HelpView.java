package org.backprop.ide.help;

import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.LocationListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/** Shows a page of the help in the browser of the platform, where there is one. */
public final class HelpView extends ViewPart {
    /** Id of this view. */
    public static final String ID = "org.backprop.ide.help.view";

    private Optional<Browser> browser = Optional.empty();
    private Composite parent;

    @Override
    public void createPartControl(Composite area) {
        parent = area;
        try {
            browser = Optional.of(new Browser(area, SWT.NONE));
        } catch (SWTError withoutWebKit) {
            return;
        }
        Action back = action(
                Messages.back, ISharedImages.IMG_TOOL_BACK, () -> browser.get().back());
        Action forward = action(
                Messages.forward,
                ISharedImages.IMG_TOOL_FORWARD,
                () -> browser.get().forward());
        Action contents = action(Messages.contents, ISharedImages.IMG_ETOOL_HOME_NAV, HelpPages::openContents);
        browser.get().addLocationListener(LocationListener.changedAdapter(event -> {
            back.setEnabled(browser.get().isBackEnabled());
            forward.setEnabled(browser.get().isForwardEnabled());
        }));
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(contents);
        bar.add(back);
        bar.add(forward);
    }

    private static Action action(String text, String image, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(image));
        return action;
    }

    /** Shows a page; false if there is no browser here. */
    public boolean show(String url) {
        browser.ifPresent(shown -> shown.setUrl(url));
        return browser.isPresent();
    }

    /** The address of the page that is shown; empty if there is none. */
    public String url() {
        return browser.map(Browser::getUrl).orElse("");
    }

    @Override
    public void setFocus() {
        browser.ifPresentOrElse(Browser::setFocus, parent::setFocus);
    }
}
