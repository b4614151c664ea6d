package org.backprop.ide.help;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Objects;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Bundle;

/** Finds the pages of the help as files, and opens them in the Help view, or else in a browser of the system. */
public final class HelpPages {
    private HelpPages() {}

    /** Opens a page, such as {@code /org.backprop.help/pages/index.html}; where that cannot be done, a dialog says why. */
    public static void open(String href) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        try {
            show(window.getActivePage(), url(href).toString());
        } catch (IOException | PartInitException e) {
            MessageDialog.openError(window.getShell(), Messages.title, NLS.bind(Messages.noPage, href, e.getMessage()));
        }
    }

    private static void show(IWorkbenchPage page, String url) throws PartInitException {
        HelpView view = (HelpView) page.showView(HelpView.ID);
        if (!view.show(url)) {
            page.hideView(view);
            if (!Program.launch(url)) {
                MessageDialog.openInformation(
                        page.getWorkbenchWindow().getShell(), Messages.title, NLS.bind(Messages.noBrowser, url));
            }
        }
    }

    /** Opens the first page of the first book. */
    static void openContents() {
        Arrays.stream(HelpSystem.getTocs())
                .map(book -> book.getTopic(null).getHref())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(HelpPages::open);
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
            throw new MalformedURLException("there is no such page");
        }
        URL root = FileLocator.toFileURL(bundle.getEntry("/"));
        return URI.create(root.toString().replace(" ", "%20")).resolve(parts[1]).toURL();
    }
}
