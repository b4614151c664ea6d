package org.backprop.editor.network.draw;

import org.eclipse.swt.graphics.RGB;

/** What a diagram is drawn with. Lengths are points of the unscaled drawing. */
interface Pen {

    /** A rectangle with corners of a radius; fill or line may be null. */
    void box(double x, double y, double width, double height, double radius, RGB fill, RGB line, double lineWidth);

    /** A line through x and y of points, one after the other. */
    void line(double[] points, RGB color, double lineWidth);

    /** A filled polygon. */
    void polygon(double[] points, RGB color);

    /** A filled circle. */
    void dot(double x, double y, double radius, RGB color);

    /** A text from its top left corner, shortened to a width. */
    void text(String text, double x, double y, double width, RGB color, boolean bold);

    /** Width of a text. */
    double width(String text, boolean bold);

    /** How much can be seen. */
    Detail detail();
}
