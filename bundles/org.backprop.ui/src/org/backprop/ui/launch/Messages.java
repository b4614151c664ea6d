package org.backprop.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String shortcut_title;
    public static String shortcut_noModel;
    public static String shortcut_chooseModel;
    public static String shortcut_chooseConfiguration;
    public static String tab_name;
    public static String tab_modelGroup;
    public static String tab_model;
    public static String tab_modelHint;
    public static String tab_browse;
    public static String tab_epochs;
    public static String tab_seed;
    public static String tab_parallel;
    public static String tab_asInFile;
    public static String tab_backend;
    public static String tab_runs;
    public static String tab_runsHint;
    public static String dialog_title;
    public static String tab_runGroup;
    public static String tab_resume;
    public static String tab_resumeHint;
    public static String tab_runsLabel;
    public static String tab_resumeLabel;
    public static String tab_epochsLabel;
    public static String tab_parallelLabel;
    public static String model_hasErrors;
    public static String model_summary;
    public static String override_problem;
    public static String override_columnKey;
    public static String override_columnFile;
    public static String override_columnValue;
    public static String override_unknown;
    public static String override_range;
    public static String override_choices;
    public static String override_word;
    public static String data_name;
    public static String data_group;
    public static String data_folder;
    public static String data_folderLabel;
    public static String data_folderHint;
    public static String data_browse;
    public static String data_browseMessage;
    public static String data_variables;
    public static String data_files;
    public static String data_columnKey;
    public static String data_columnPath;
    public static String data_columnFile;
    public static String data_columnState;
    public static String data_there;
    public static String data_missing;
    public static String data_none;
    public static String data_relative;
    public static String data_notThere;
    public static String trainer_name;
    public static String trainer_usual;
    public static String trainer_all;
    public static String trainer_filter;
    public static String trainer_hint;
    public static String trainer_clear;
    public static String trainer_inFile;
    public static String backend_name;
    public static String backend_group;
    public static String backend_kernels;
    public static String backend_kernelsNative;
    public static String backend_kernelsNd4j;
    public static String backend_threads;
    public static String backend_threadsLabel;
    public static String backend_threadsHint;
    public static String backend_link;
    public static String backend_javaGroup;
    public static String backend_java;
    public static String backend_noJava;
    public static String backend_heap;
    public static String backend_heapHint;
    public static String backend_arguments;
    public static String backend_memoryGroup;
    public static String backend_unknown;
    public static String backend_notInstalled;
    public static String memory_unknown;
    public static String memory_asking;
    public static String memory_needs;
    public static String monitoring_name;
    public static String monitoring_always;
    public static String monitoring_group;
    public static String monitoring_default;
    public static String monitoring_norms;
    public static String monitoring_normsCost;
    public static String monitoring_histograms;
    public static String monitoring_histogramsCost;
    public static String monitoring_masks;
    public static String monitoring_masksCost;
    public static String monitoring_saliency;
    public static String monitoring_saliencyCost;
    public static String monitoring_samples;
    public static String monitoring_samplesCost;

    static {
        initializeMessages("org.backprop.ui.launch.messages", Messages.class);
    }

    private Messages() {}
}
