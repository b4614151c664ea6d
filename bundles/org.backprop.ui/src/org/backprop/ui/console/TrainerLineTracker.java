package org.backprop.ui.console;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.backprop.core.launch.TrainingSetup;
import org.backprop.ui.UiIds;
import org.backprop.ui.console.ConsoleLinks.Link;
import org.backprop.ui.console.ConsoleLinks.Target;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.console.FileLink;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.debug.ui.console.IConsoleLineTracker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.console.IHyperlink;

/**
 * Makes model files with their lines, and run folders, in the trainer's console open on a click. A sweep that begins brings
 * its view to the top.
 */
public final class TrainerLineTracker implements IConsoleLineTracker {
    private IConsole console;

    @Override
    public void init(IConsole processConsole) {
        console = processConsole;
    }

    @Override
    public void lineAppended(IRegion region) {
        try {
            String text = console.getDocument().get(region.getOffset(), region.getLength());
            for (Link link : ConsoleLinks.in(text)) {
                hyperlink(link)
                        .ifPresent(
                                target -> console.addLink(target, region.getOffset() + link.offset(), link.length()));
            }
        } catch (BadLocationException e) {
            ILog.of(TrainerLineTracker.class).warn("The console's text changed while links were made", e);
        }
    }

    private Optional<IHyperlink> hyperlink(Link link) {
        return link.target() == Target.MODEL
                ? model(link.path()).map(file -> new FileLink(file, UiIds.EDITOR, -1, -1, Math.max(1, link.line())))
                : path(link.path()).filter(Files::isDirectory).map(TrainerLineTracker::run);
    }

    private static RunLink run(Path folder) {
        RunLink link = RunLink.to(folder);
        if (link.view().equals(UiIds.SWEEP_VIEW)) {
            link.bringViewToTop();
        }
        return link;
    }

    /** The file at an absolute path, or the launched model if only its name or the end of its path was printed. */
    private Optional<IFile> model(String printed) {
        return path(printed).flatMap(path -> path.isAbsolute() ? inWorkspace(path) : launched(path));
    }

    private static Optional<IFile> inWorkspace(Path path) {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri()))
                .filter(IFile::exists)
                .findFirst();
    }

    private Optional<IFile> launched(Path end) {
        try {
            ILaunchConfiguration configuration =
                    console.getProcess().getLaunch().getLaunchConfiguration();
            TrainingSetup setup = TrainingSetup.of(configuration);
            return Optional.of(setup.model()).filter(model -> setup.modelFile().endsWith(end));
        } catch (CoreException modelIsGone) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.ofNullable(text).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public void dispose() {
        console = null;
    }
}
