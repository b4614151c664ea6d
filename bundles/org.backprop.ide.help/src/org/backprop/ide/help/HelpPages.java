package org.backprop.ide.help;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IToc;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.browser.IWebBrowser;
import org.eclipse.ui.browser.IWorkbenchBrowserSupport;
import org.osgi.framework.Bundle;

/** Finds the pages of the help as files, and opens them in the browser of the workbench. */
public final class HelpPages {
    private static final String BROWSER = "org.backprop.ide.help.browser";

    private HelpPages() {}

    /** Opens a page, such as {@code /org.backprop.help/pages/index.html}. What does not exist is logged. */
    public static void open(String href) {
        try {
            IWorkbenchBrowserSupport support = PlatformUI.getWorkbench().getBrowserSupport();
            IWebBrowser browser = support.createBrowser(
                    IWorkbenchBrowserSupport.AS_EDITOR | IWorkbenchBrowserSupport.LOCATION_BAR, BROWSER, null, null);
            browser.openURL(url(href));
        } catch (IOException | PartInitException e) {
            ILog.of(HelpPages.class).error("The help page cannot be opened: " + href, e);
        }
    }

    /** Opens the first page of the first book. */
    static void openContents() {
        for (IToc book : HelpSystem.getTocs()) {
            String page = book.getTopic(null).getHref();
            if (page != null) {
                open(page);
                return;
            }
        }
    }

    /**
     * The file of a page. The whole bundle is unpacked if it is a jar, so that the links of its pages work.
     *
     * @param href an address on the web, or bundle and path
     * @throws IOException if there is no such bundle or page
     */
    public static URL url(String href) throws IOException {
        if (href.contains("://")) {
            return URI.create(href).toURL();
        }
        String[] parts = href.replaceFirst("^(\\.\\.)?/", "").split("/", 2);
        Bundle bundle = Platform.getBundle(parts[0]);
        if (bundle == null || parts.length < 2 || bundle.getEntry(parts[1].split("[#?]")[0]) == null) {
            throw new MalformedURLException(href + ": no such page");
        }
        URL root = FileLocator.toFileURL(bundle.getEntry("/"));
        return URI.create(root.toString().replace(" ", "%20")).resolve(parts[1]).toURL();
    }
}
