package org.backprop.views.export;

import java.util.Locale;

/** In what a picture, or its numbers, can be saved. */
enum ExportFormat {
    PNG,
    SVG,
    CSV;

    /** File name pattern for a dialog. */
    String pattern() {
        return "*." + extension();
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return switch (this) {
            case PNG -> Messages.format_png;
            case SVG -> Messages.format_svg;
            case CSV -> Messages.format_csv;
        };
    }
}
