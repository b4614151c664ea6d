package org.backprop.core.datasets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.backprop.core.launch.OutsideFiles;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/**
 * Brings a data set into a project and writes a model file for it, as one change of the workspace.
 *
 * @param files the files or folders of the data set; the first is the one that the model file names
 * @param placement where they are to be
 * @param model the model file, not there yet
 * @param text makes the text of the model file from the path of the data in it
 */
public record DatasetImport(List<Path> files, Placement placement, IFile model, UnaryOperator<String> text) {

    /** The folder for data, beside the model file. */
    public static final String FOLDER = "data";

    /** Copies the list. */
    public DatasetImport {
        files = List.copyOf(files);
    }

    /** How the model file names the data. */
    public String path() {
        return inside().or(this::linked).orElseGet(() -> FOLDER + "/" + name(files.getFirst()));
    }

    /** The path of data that lies in the project of the model file: it stays there, whatever the placement. */
    private Optional<String> inside() {
        IPath project = model.getProject().getLocation();
        IPath parent = model.getParent().getLocation();
        boolean known = project != null && parent != null && files.getFirst().startsWith(project.toPath());
        return known ? Optional.of(portable(parent.toPath().relativize(files.getFirst()))) : Optional.empty();
    }

    private Optional<String> linked() {
        return placement == Placement.LINK ? Optional.of(portable(files.getFirst())) : Optional.empty();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String portable(Path path) {
        String text = path.toString().replace('\\', '/');
        return text.isEmpty() ? "." : text;
    }

    /** Whether the data lies in the project of the model file, so that there is nothing to copy or link. */
    public boolean isInside() {
        return inside().isPresent();
    }

    /** The resource of the workspace that is in the way, if there is one. */
    public Optional<IResource> obstacle() {
        if (isInside()) {
            return Optional.empty();
        }
        return files.stream()
                .map(file -> data().findMember(name(file)))
                .filter(found -> found != null)
                .findFirst();
    }

    private IFolder data() {
        return model.getParent().getFolder(IPath.fromOSString(FOLDER));
    }

    /**
     * Copies or links the files, then writes the model file. Who links data agrees that trainings read it.
     *
     * @throws CoreException if a file is there already, or cannot be read or written; nothing is left of the import then
     * @throws OperationCanceledException if {@code monitor} is canceled; nothing is left of the import then
     */
    public void run(IProgressMonitor monitor) throws CoreException {
        ResourcesPlugin.getWorkspace().run(this::runAtOnce, monitor);
    }

    private void runAtOnce(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, Messages.task, files.size() + 1);
        List<IResource> placed = new ArrayList<>();
        try {
            for (Path file : isInside() ? List.<Path>of() : files) {
                place(file, placed, progress.split(1));
            }
            byte[] bytes = text.apply(path()).getBytes(StandardCharsets.UTF_8);
            model.write(bytes, false, false, false, progress.split(1));
            if (placement == Placement.LINK && !isInside()) {
                OutsideFiles.chosen(model, files).allow();
            }
        } catch (CoreException | OperationCanceledException e) {
            for (IResource resource : placed.reversed()) {
                resource.delete(true, null);
            }
            throw e;
        }
    }

    private void place(Path file, List<IResource> placed, IProgressMonitor monitor) throws CoreException {
        if (!data().exists()) {
            data().create(true, true, null);
            placed.add(data());
        }
        IResource target = Files.isDirectory(file) ? data().getFolder(name(file)) : data().getFile(name(file));
        if (placement == Placement.COPY) {
            copy(file, target, monitor);
        } else if (target instanceof IFolder folder) {
            folder.createLink(file.toUri(), IResource.NONE, monitor);
        } else if (target instanceof IFile link) {
            link.createLink(file.toUri(), IResource.NONE, monitor);
        }
        placed.add(target);
    }

    private static void copy(Path file, IResource target, IProgressMonitor monitor) throws CoreException {
        try {
            DatasetFiles.copy(file, target.getLocation().toPath(), monitor);
        } catch (IOException e) {
            String reason = NLS.bind(Messages.copy_failed, file, String.valueOf(e.getMessage()));
            throw new CoreException(Status.error(reason, e));
        }
        target.getParent().refreshLocal(IResource.DEPTH_INFINITE, null);
    }
}
