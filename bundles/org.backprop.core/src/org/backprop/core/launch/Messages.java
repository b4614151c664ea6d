package org.backprop.core.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of this package, from messages.properties. */
final class Messages extends NLS {
    public static String LaunchProblem_badAttribute;
    public static String LaunchProblem_modelHasErrors;
    public static String LaunchProblem_modelNotFound;
    public static String LaunchProblem_noBackend;
    public static String LaunchProblem_noJava;
    public static String LaunchProblem_noModel;
    public static String LaunchProblem_noRuntime;
    public static String LaunchProblem_notStarted;
    public static String LaunchProblem_outsideProject;
    public static String LaunchProblem_noSweep;
    public static String JavaRuntime_older;
    public static String TrainerProcess_end;
    public static String TrainerProcess_endUnknown;
    public static String TrainerProcess_label;
    public static String TrainerProcess_escalation;
    public static String TrainerProcess_refresh;
    public static String TrainerLabel_job;
    public static String TrainerLabel_paused;
    public static String TrainerLabel_position;
    public static String TrainerLabel_running;
    public static String TrainerLabel_starting;
    public static String TrainerLabel_stopping;
    public static String TrainerReattachment_label;
    public static String TrainerReattachment_output;
    public static String TrainerReattachment_portTaken;
    public static String TrainingProgressJob_name;
    public static String TrainingProgressJob_starting;
    public static String TrainingProgressJob_progress;
    public static String TrainingProgressJob_progressLeft;
    public static String TrainingProgressJob_stopping;
    public static String TrainingProgressJob_sweep;
    public static String TrainingProgressJob_trials;
    public static String TrainingSetup_epochs;
    public static String TrainingSetup_epochsExpected;
    public static String TrainingSetup_model;
    public static String TrainingSetup_modelExpected;
    public static String TrainingSetup_parallel;
    public static String TrainingSetup_runs;
    public static String TrainingSetup_runsExpected;
    public static String TrainingSetup_seed;
    public static String TrainingSetup_seedExpected;
    public static String LaunchProblem_notARun;
    public static String LaunchProblem_backendNotReady;
    public static String JavaChoice_own;
    public static String JavaChoice_newer;
    public static String JavaChoice_old;
    public static String TrainingSetup_data;
    public static String TrainingSetup_resume;
    public static String TrainingSetup_spark;
    public static String TrainingSetup_sparkExpected;
    public static String TrainingSetup_threads;
    public static String TrainingSetup_workers;
    public static String TrainingSetup_averageEvery;
    public static String TrainingSetup_kernels;
    public static String TrainingSetup_heap;
    public static String TrainingSetup_heapExpected;
    public static String TrainingSetup_folderExpected;

    static {
        initializeMessages("org.backprop.core.launch.messages", Messages.class);
    }

    private Messages() {}
}
