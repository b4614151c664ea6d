package org.backprop.editor.dataimport;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String wizard_title;
    public static String source_description;
    public static String source_kind;
    public static String source_path;
    public static String source_file;
    public static String source_folder;
    public static String source_missing;
    public static String kind_csv;
    public static String kind_images;
    public static String kind_idx;
    public static String path_missing;
    public static String path_notFile;
    public static String path_notFolder;
    public static String path_unreadable;
    public static String path_invalid;
    public static String reading;
    public static String csv_description;
    public static String csv_header;
    public static String csv_targets;
    public static String csv_predict;
    public static String csv_classes;
    public static String csv_numbers;
    public static String csv_column;
    public static String csv_values;
    public static String csv_integers;
    public static String csv_reals;
    public static String csv_texts;
    public static String csv_target;
    public static String csv_ragged;
    public static String csv_noTarget;
    public static String csv_noFeature;
    public static String csv_notNumbers;
    public static String csv_severalClasses;
    public static String csv_notClasses;
    public static String csv_missing;
    public static String csv_rows;
    public static String csv_firstRows;
    public static String csv_facts;
    public static String csv_oneHot;
    public static String images_description;
    public static String images_class;
    public static String images_count;
    public static String images_scale;
    public static String images_pixels;
    public static String images_grey;
    public static String images_sizes;
    public static String images_size;
    public static String images_facts;
    public static String images_mustScale;
    public static String idx_description;
    public static String idx_facts;
    public static String idx_classes;
    public static String idx_numbers;
    public static String idx_test;
    public static String idx_tooMany;
    public static String start_description;
    public static String target_description;
    public static String target_files;
    public static String target_copy;
    public static String target_link;
    public static String target_obstacle;
    public static String target_inside;

    static {
        initializeMessages("org.backprop.editor.dataimport.messages", Messages.class);
    }

    private Messages() {}
}
