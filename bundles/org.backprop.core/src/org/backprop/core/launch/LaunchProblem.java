package org.backprop.core.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/** Why a training cannot be launched; the {@linkplain IStatus#getCode() code} of the status is {@link #code()}. */
public enum LaunchProblem {
    /** The configuration names no model file. */
    NO_MODEL(Messages.LaunchProblem_noModel),
    /** The model file does not exist, or its project is closed; argument: workspace path. */
    MODEL_NOT_FOUND(Messages.LaunchProblem_modelNotFound),
    /** The model file has errors; arguments: file name, number of errors, first error. */
    MODEL_HAS_ERRORS(Messages.LaunchProblem_modelHasErrors),
    /** The model file has nothing to compare; argument: file name. */
    NO_SWEEP(Messages.LaunchProblem_noSweep),
    /** An attribute has a value that cannot be used; arguments: label of the attribute, value, what is expected. */
    BAD_ATTRIBUTE(Messages.LaunchProblem_badAttribute),
    /** The trainer's own jars are not installed; argument: bundle name. */
    NO_RUNTIME(Messages.LaunchProblem_noRuntime),
    /** There is no backend for this platform; arguments: backend, bundle name. */
    NO_BACKEND(Messages.LaunchProblem_noBackend),
    /** No Java virtual machine is new enough; argument: the oldest release that will do. */
    NO_JAVA(Messages.LaunchProblem_noJava),
    /** The run to be taken up again cannot be read; arguments: folder, reason. */
    NOT_A_RUN(Messages.LaunchProblem_notARun),
    /** The backend cannot compute here; arguments: backend, reason. */
    BACKEND_NOT_READY(Messages.LaunchProblem_backendNotReady),
    /** The trainer could not be started; argument: reason. */
    NOT_STARTED(Messages.LaunchProblem_notStarted),
    /** The model reads files outside its project, and nobody allowed that; arguments: file name, paths. */
    OUTSIDE_PROJECT(Messages.LaunchProblem_outsideProject);

    private static final int FIRST_CODE = 100;

    private final String message;

    LaunchProblem(String message) {
        this.message = message;
    }

    /** Returns the status code, which no other problem has. */
    public int code() {
        return FIRST_CODE + ordinal();
    }

    /** Says whether {@code status} reports this problem. */
    public boolean is(IStatus status) {
        return status.getCode() == code() && pluginId().equals(status.getPlugin());
    }

    CoreException with(Object... arguments) {
        return because(null, arguments);
    }

    CoreException because(Throwable cause, Object... arguments) {
        return new CoreException(new Status(IStatus.ERROR, pluginId(), code(), NLS.bind(message, arguments), cause));
    }

    private static String pluginId() {
        return "org.backprop.core";
    }
}
