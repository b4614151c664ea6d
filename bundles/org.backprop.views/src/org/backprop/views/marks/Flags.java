package org.backprop.views.marks;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.charts.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

/** How marks look on whatever has steps from left to right: dotted lines with a flag at the top. */
public final class Flags {
    static final int WIDTH = 7;
    static final int HEIGHT = 6;
    private static final int NEAR = 6;
    private static final int MOST_IN_TIP = 8;
    private static final int RESTART = 2;
    private static final int SNAPSHOT = 4;
    private static final int END = 3;

    private Flags() {}

    /** Draws marks over an area of that height, at the pixel columns where they are placed. */
    public static void draw(GC gc, ChartTheme theme, List<Mark> marks, int height, ToIntFunction<Mark> column) {
        int drawn = -1;
        for (Mark mark : marks) {
            int x = column.applyAsInt(mark);
            if (x != drawn) {
                gc.setForeground(color(theme, mark.kind()));
                gc.setBackground(color(theme, mark.kind()));
                gc.setLineStyle(SWT.LINE_DOT);
                gc.drawLine(x, 0, x, height);
                gc.setLineStyle(SWT.LINE_SOLID);
                gc.fillPolygon(new int[] {x, 0, x + WIDTH, HEIGHT / 2, x, HEIGHT});
                drawn = x;
            }
        }
    }

    static Color color(ChartTheme theme, Mark.Kind kind) {
        return switch (kind) {
            case COMMAND -> theme.foreground();
            case RESTART -> Palette.color(RESTART);
            case SNAPSHOT -> Palette.color(SNAPSHOT);
            case END -> Palette.color(END);
        };
    }

    /** What the marks near a pixel column say; null if there are none. */
    public static String tip(List<Mark> marks, int pixel, ToIntFunction<Mark> column) {
        List<Mark> near = marks.stream()
                .filter(mark -> Math.abs(column.applyAsInt(mark) - pixel) <= NEAR)
                .toList();
        if (near.isEmpty()) {
            return null;
        }
        String first = near.stream().limit(MOST_IN_TIP).map(Mark::text).collect(Collectors.joining("\n"));
        return near.size() > MOST_IN_TIP ? first + "\n..." : first;
    }
}
