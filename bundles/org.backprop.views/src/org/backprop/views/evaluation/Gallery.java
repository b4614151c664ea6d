package org.backprop.views.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** Pictures of samples in rows, each with its class, what it is taken for and how sure that is. Only those in sight are drawn. */
final class Gallery {
    private static final int PICTURE = 56;
    private static final int GAP = 6;
    private static final int LEAST_WIDTH = 76;

    private final Canvas canvas;
    private final Map<SampleCard, Image> images = new HashMap<>();
    private List<SampleCard> cards = List.of();
    private ChartTheme theme;
    private int line = 16;

    Gallery(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> scroll());
        canvas.addListener(SWT.MouseMove, this::hover);
        canvas.addListener(SWT.MouseDown, event -> canvas.setFocus());
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = true);
        canvas.addDisposeListener(event -> disposeImages());
        canvas.getVerticalBar().addListener(SWT.Selection, event -> canvas.redraw());
        Themed.follow(canvas, this::style);
    }

    Canvas control() {
        return canvas;
    }

    void show(List<SampleCard> shown) {
        cards = shown;
        disposeImages();
        canvas.getVerticalBar().setSelection(0);
        scroll();
        canvas.redraw();
    }

    private void style(ChartTheme current) {
        theme = current;
        GC gc = new GC(canvas);
        line = gc.getFontMetrics().getHeight();
        gc.dispose();
        canvas.redraw();
    }

    private void disposeImages() {
        new ArrayList<>(images.values()).forEach(Image::dispose);
        images.clear();
    }

    private int columns() {
        return Math.max(1, canvas.getClientArea().width / LEAST_WIDTH);
    }

    private int width() {
        return canvas.getClientArea().width / columns();
    }

    private int height() {
        return PICTURE + 2 * line + GAP;
    }

    private void scroll() {
        ScrollBar bar = canvas.getVerticalBar();
        int visible = Math.max(1, canvas.getClientArea().height);
        int all = (cards.size() + columns() - 1) / columns() * height() + GAP;
        bar.setEnabled(all > visible);
        bar.setValues(
                Math.clamp(bar.getSelection(), 0, Math.max(0, all - visible)),
                0,
                Math.max(all, visible),
                visible,
                height() / 3,
                Math.max(1, visible - height() / 2));
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(theme.background());
        gc.fillRectangle(area);
        int columns = columns();
        int top = canvas.getVerticalBar().getSelection();
        int first = Math.max(0, (top - GAP) / height() * columns);
        for (int i = first; i < cards.size(); i++) {
            int y = GAP + i / columns * height() - top;
            if (y > area.height) {
                break;
            }
            card(gc, cards.get(i), i % columns * width(), y);
        }
    }

    private void card(GC gc, SampleCard card, int x, int y) {
        gc.setForeground(theme.foreground());
        gc.setClipping(x, y, width() - 2, height());
        if (card.picture().isPresent()) {
            Image image = images.computeIfAbsent(
                    card, of -> new Image(canvas.getDisplay(), of.picture().get()));
            Rectangle size = image.getBounds();
            gc.setInterpolation(SWT.NONE);
            gc.drawImage(image, 0, 0, size.width, size.height, x + (width() - PICTURE) / 2, y, PICTURE, PICTURE);
        } else {
            gc.setForeground(theme.grid());
            gc.drawRectangle(x + (width() - PICTURE) / 2, y, PICTURE - 1, PICTURE - 1);
            gc.setForeground(theme.foreground());
        }
        centred(gc, NLS.bind(Messages.gallery_taken, card.truth(), card.predicted()), x, y + PICTURE);
        centred(gc, card.score(), x, y + PICTURE + line - 2);
        gc.setClipping((Rectangle) null);
    }

    private void centred(GC gc, String text, int x, int y) {
        Point size = gc.textExtent(text);
        gc.drawText(text, x + Math.max(0, (width() - size.x) / 2), y, true);
    }

    private void hover(Event event) {
        int row = (event.y + canvas.getVerticalBar().getSelection() - GAP) / height();
        int index = row * columns() + Math.min(columns() - 1, event.x / Math.max(1, width()));
        String tip = index < 0 || index >= cards.size() ? null : tip(cards.get(index));
        if (tip == null || !tip.equals(canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private static String tip(SampleCard card) {
        String text = NLS.bind(
                Messages.gallery_tip,
                new Object[] {card.number(), card.truth(), card.predicted(), card.score(), Numbers.of(card.loss())});
        return card.picture().isPresent() ? text : text + "\n" + Messages.gallery_notKept;
    }

    private void key(Event event) {
        ScrollBar bar = canvas.getVerticalBar();
        int by = switch (event.keyCode) {
            case SWT.ARROW_DOWN -> height();
            case SWT.ARROW_UP -> -height();
            case SWT.PAGE_DOWN -> bar.getPageIncrement();
            case SWT.PAGE_UP -> -bar.getPageIncrement();
            case SWT.HOME -> -bar.getMaximum();
            case SWT.END -> bar.getMaximum();
            default -> 0;
        };
        if (by != 0) {
            bar.setSelection(Math.clamp(bar.getSelection() + by, 0, bar.getMaximum()));
            canvas.redraw();
        }
    }
}
