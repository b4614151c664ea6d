package org.backprop.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.core.launch.ToolRun;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Evaluates the network of a run in a process of its own, which writes the record; canceling ends the process. */
public final class EvaluationJob extends Job {
    private final EvaluationChoice choice;
    private final Optional<RunInfo> info;

    /** @param info what the run recorded about itself, if it did */
    public EvaluationJob(EvaluationChoice choice, Optional<RunInfo> info) {
        super(NLS.bind(Messages.EvaluationJob_name, name(choice)));
        this.choice = choice;
        this.info = info;
        setUser(true);
    }

    private static String name(EvaluationChoice choice) {
        return String.valueOf(choice.run().getFileName());
    }

    /** Where the training found its data, if it was told so on its command line. */
    static List<String> dataOption(Optional<RunInfo> info) {
        return info.flatMap(known -> known.environment().option("--data"))
                .map(folder -> List.of("--data", folder))
                .orElse(List.of());
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, Messages.EvaluationJob_loading, 1);
        try {
            ToolRun.run(choice.run(), arguments(), progress.split(1));
            return Status.OK_STATUS;
        } catch (CoreException failed) {
            return Status.error(NLS.bind(
                    Messages.EvaluationJob_failed,
                    name(choice),
                    failed.getStatus().getMessage()));
        } catch (OperationCanceledException stopped) {
            return Status.CANCEL_STATUS;
        }
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "evaluate", choice.run().toString(), "--split", choice.split(), "--checkpoint", choice.checkpoint()));
        arguments.add("--progress");
        arguments.addAll(dataOption(info));
        return arguments;
    }
}
