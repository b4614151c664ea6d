package org.backprop.model.internal.read;

import java.util.regex.Pattern;

/** Which names are allowed. */
public final class Names {

    private static final Pattern LAYER =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,99}(/[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,99})*");
    private static final Pattern MODEL = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,99}");

    private Names() {}

    /** A layer's name becomes a part of tags and tensor names: no dots, and slashes only behind the name of a block. */
    public static boolean isLayerName(String name) {
        return LAYER.matcher(name).matches();
    }

    /** A model's name becomes a part of folder names. */
    static boolean isModelName(String name) {
        return MODEL.matcher(name).matches() && !name.endsWith(" ") && !name.endsWith(".");
    }

    /** The model's name by default: the file's name without folder and suffixes, other characters replaced. */
    public static String fromFile(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String stem = last.replaceFirst("(\\.nn)?\\.ya?ml$", "").replaceAll("[^\\p{L}\\p{N}_. -]", "_");
        String name =
                stem.substring(0, stem.offsetByCodePoints(0, Math.min(100, stem.codePointCount(0, stem.length()))));
        return isModelName(name) ? name : "model";
    }
}
