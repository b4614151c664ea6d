package org.backprop.engine.kernels.contract;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.Padding;
import org.backprop.model.Size2d;
import org.backprop.model.Window;

/** Windows of every kind: sizes around those of vectors, strides, dilation, and padding that is not symmetric. */
public final class Windows {

    private static final Size2d ONE = Size2d.of(1);
    private static final int[] WIDTHS = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129};

    private Windows() {}

    /** A square window with a stride of 1, padded by so many zeros on all sides. */
    public static Window padded(int height, int width, int kernel, int padding) {
        Padding zeros = new Padding(false, Size2d.of(padding));
        return Window.of(height, width, Size2d.of(kernel), ONE, ONE, zeros);
    }

    /** A window without dilation whose steps are as large as it is, not padded. */
    public static Window tiled(int height, int width, int kernel) {
        return Window.of(height, width, Size2d.of(kernel), Size2d.of(kernel), ONE, Padding.VALID);
    }

    /** Windows for a convolution. */
    public static List<Window> all() {
        List<Window> windows = new ArrayList<>(withoutDilation());
        windows.add(new Window(9, 8, Size2d.of(3), ONE, Size2d.of(2), 0, 0, 0, 0));
        windows.add(new Window(8, 7, ONE, Size2d.of(2), ONE, 0, 0, 0, 0));
        windows.add(new Window(9, 12, new Size2d(2, 3), new Size2d(2, 1), new Size2d(1, 3), 0, 1, 3, 3));
        windows.add(new Window(12, 9, Size2d.of(3), Size2d.of(2), Size2d.of(3), 3, 3, 3, 3));
        windows.add(Window.of(7, 8, Size2d.of(4), ONE, Size2d.of(2), Padding.SAME));
        return windows;
    }

    /** Windows for a pool or a convolution; each of their positions covers some of the image. */
    public static List<Window> withoutDilation() {
        List<Window> windows = new ArrayList<>();
        for (int width : WIDTHS) {
            windows.add(padded(5, width, 3, 1));
            windows.add(tiled(3, width, width < 3 ? 1 : 2));
            windows.add(padded(width, 2, 2, 1));
        }
        windows.add(new Window(8, 8, Size2d.of(2), ONE, ONE, 0, 1, 0, 1));
        windows.add(new Window(7, 9, new Size2d(4, 3), ONE, ONE, 1, 2, 1, 0));
        windows.add(new Window(5, 20, new Size2d(1, 7), new Size2d(1, 3), ONE, 0, 0, 2, 3));
        windows.add(new Window(20, 5, new Size2d(6, 1), new Size2d(4, 2), ONE, 3, 0, 0, 0));
        windows.add(new Window(11, 17, Size2d.of(3), Size2d.of(2), ONE, 1, 1, 1, 1));
        windows.add(new Window(8, 18, Size2d.of(3), Size2d.of(3), ONE, 0, 0, 0, 0));
        windows.add(new Window(9, 9, Size2d.of(2), Size2d.of(5), ONE, 0, 0, 0, 0));
        windows.add(new Window(4, 4, Size2d.of(7), ONE, ONE, 3, 3, 3, 3));
        windows.add(new Window(6, 10, new Size2d(6, 10), ONE, ONE, 0, 0, 0, 0));
        return windows;
    }
}
