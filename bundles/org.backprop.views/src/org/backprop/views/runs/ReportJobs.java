package org.backprop.views.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.backprop.runlog.report.Report;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;

/** Makes HTML reports in the background. */
final class ReportJobs {
    private ReportJobs() {}

    /** Writes a report into a folder of the workspace's own and opens it in the system's browser. */
    static void open(List<RunSnapshot> runs) {
        Path folder = Platform.getStateLocation(FrameworkUtil.getBundle(ReportJobs.class))
                .toPath();
        write(runs, folder.resolve(name(runs)), true);
    }

    /** Asks for a file and writes a report there. */
    static void save(List<RunSnapshot> runs, Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFileName(name(runs));
        dialog.setFilterExtensions(new String[] {"*.html", "*"});
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            write(runs, Path.of(file), false);
        }
    }

    private static String name(List<RunSnapshot> runs) {
        return runs.size() == 1 ? runs.getFirst().folder().getFileName() + ".html" : "comparison.html";
    }

    private static void write(List<RunSnapshot> runs, Path file, boolean open) {
        List<Path> folders = runs.stream().map(RunSnapshot::folder).toList();
        Job.create(Messages.report_job, (ICoreRunnable) monitor -> read(folders, file, open))
                .schedule();
    }

    /** Reads the runs whole, as the views' curves are reduced. */
    private static void read(List<Path> folders, Path file, boolean open) throws CoreException {
        try {
            List<RunSnapshot> whole = folders.stream().map(RunReader::read).toList();
            Files.writeString(file, Report.of(whole, Instant.now()));
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.report_failed, file, e.getLocalizedMessage()), e));
        }
        if (open) {
            Display.getDefault().asyncExec(() -> Program.launch(file.toString()));
        }
    }
}
