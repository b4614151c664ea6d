package org.backprop.views.evaluation;

import java.util.List;
import java.util.function.Consumer;

import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.views.WrappedLabel;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The confusion matrix above, or beside, the samples of the selected cell. */
final class MatrixPane implements Pane {
    private static final double WIDE = 1.4;
    private static final int ROOM = 520;

    private final Composite control;
    private final SashForm sides;
    private final Button percent;
    private final MatrixCanvas matrix;
    private final SamplesPane samples;

    /** @param selected called with the cell whose samples are wanted, or null for all */
    MatrixPane(Composite parent, Consumer<Cell> selected) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(control);
        sides = new SashForm(control, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
        Composite top = new Composite(sides, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 2).applyTo(top);
        new WrappedLabel(top, 1, 6).setText(Messages.matrix_caption, top);
        percent = new Button(top, SWT.CHECK);
        percent.setText(Messages.matrix_percent);
        percent.setToolTipText(Messages.matrix_percentTip);
        matrix = new MatrixCanvas(top, selected);
        percent.addListener(SWT.Selection, event -> matrix.setPercent(percent.getSelection()));
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(matrix.control());
        samples = new SamplesPane(sides);
        sides.setWeights(58, 42);
        control.addListener(SWT.Resize, event -> arrange());
    }

    private void arrange() {
        Point size = control.getSize();
        int orientation = size.x > Math.max(ROOM, WIDE * size.y) ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sides.getOrientation() != orientation) {
            sides.setOrientation(orientation);
        }
    }

    boolean percent() {
        return percent.getSelection();
    }

    void setPercent(boolean shares) {
        percent.setSelection(shares);
        matrix.setPercent(shares);
    }

    @Override
    public String title() {
        return Messages.tab_matrix;
    }

    @Override
    public Control control() {
        return control;
    }

    @Override
    public void show(ShownEvaluation shown) {
        Measured measured = shown.measured().orElseThrow();
        ConfusionMatrix counts = measured.matrix().orElseThrow();
        matrix.show(counts, measured.names(), shown.heat().orElseThrow(), shown.cell());
        samples.show(shown, caption(shown, counts, measured.names()));
    }

    private static String caption(ShownEvaluation shown, ConfusionMatrix counts, List<String> names) {
        Cell cell = shown.cell();
        if (shown.live().isPresent()) {
            return shown.recorded().hasWeights() ? Messages.samples_evaluate : Messages.samples_wait;
        }
        int listed = shown.cards().size();
        String text = cell == null
                ? NLS.bind(Messages.samples_misclassified, shown.cardCount())
                : NLS.bind(
                        cell.label() == cell.predicted() ? Messages.samples_right : Messages.samples_cell,
                        new Object[] {shown.cardCount(), names.get(cell.label()), names.get(cell.predicted())});
        return listed < shown.cardCount() ? text + " " + NLS.bind(Messages.samples_first, listed) : text;
    }
}
