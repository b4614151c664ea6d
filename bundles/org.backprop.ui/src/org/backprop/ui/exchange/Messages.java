package org.backprop.ui.exchange;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String export_title;
    public static String export_description;
    public static String export_run;
    public static String export_runLabel;
    public static String export_noRuns;
    public static String export_chooseRun;
    public static String export_checkpoint;
    public static String export_best;
    public static String export_last;
    public static String export_noCheckpoint;
    public static String export_format;
    public static String export_onnx;
    public static String export_safetensors;
    public static String export_csv;
    public static String export_file;
    public static String export_chooseFile;
    public static String export_noFolder;
    public static String export_replace;
    public static String export_replaceQuestion;
    public static String import_title;
    public static String import_description;
    public static String import_file;
    public static String import_chooseFile;
    public static String import_noFile;
    public static String import_wrongFile;
    public static String import_folder;
    public static String import_chooseFolder;
    public static String import_noFolder;
    public static String import_kinds;
    public static String import_note;
    public static String browse;

    static {
        initializeMessages("org.backprop.ui.exchange.messages", Messages.class);
    }

    private Messages() {}
}
