package org.backprop.views.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.backprop.core.runs.RunService;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

/** Lists the folders that are dropped on the view. */
final class RunFolderDrop extends DropTargetAdapter {
    private final RunService runs;

    private RunFolderDrop(RunService runs) {
        this.runs = runs;
    }

    static void acceptOn(Control control, RunService runs) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new RunFolderDrop(runs));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = (event.operations & DND.DROP_LINK) != 0 ? DND.DROP_LINK : DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files) {
            folders(files).forEach(runs::addFolder);
        }
    }

    /** The folders among some files, and those that hold the others, as the files may be event files. */
    static List<Path> folders(String... files) {
        return Arrays.stream(files)
                .map(Path::of)
                .map(file -> Files.isDirectory(file) ? file : file.getParent())
                .distinct()
                .toList();
    }
}
