package org.backprop.editor.network;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String at_least;
    public static String at_most;
    public static String by_default;
    public static String canvas_name;
    public static String category_layer;
    public static String choices;
    public static String copy;
    public static String cut;
    public static String delete;
    public static String duplicate;
    public static String editing;
    public static String export;
    public static String export_failed;
    public static String export_title;
    public static String exported;
    public static String fit;
    public static String fold;
    public static String fold_all;
    public static String input;
    public static String insert;
    public static String layer;
    public static String layers;
    public static String less_than;
    public static String memory_batch;
    public static String memory_sample;
    public static String more_than;
    public static String move_down;
    public static String move_up;
    public static String name_description;
    public static String no_inputs;
    public static String no_layer;
    public static String no_place;
    public static String number;
    public static String only_input;
    public static String other_block;
    public static String out_of_range;
    public static String output;
    public static String parameters;
    public static String paste;
    public static String picker_hint;
    public static String picker_info;
    public static String picker_title;
    public static String print;
    public static String properties;
    public static String rename;
    public static String select_all;
    public static String show_source;
    public static String totals;
    public static String totals_unknown;
    public static String true_or_false;
    public static String unit;
    public static String unreadable;
    public static String whole_number;
    public static String zoom_in;
    public static String zoom_out;

    static {
        initializeMessages("org.backprop.editor.network.messages", Messages.class);
    }

    private Messages() {}
}
