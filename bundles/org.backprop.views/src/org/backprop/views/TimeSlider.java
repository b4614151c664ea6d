package org.backprop.views;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;

/**
 * Goes through the recorded moments of a run. The right end is live: what is newest, and stays so while the run records on.
 * Where wanted, a second slider sets the first step of a range.
 */
public final class TimeSlider {
    private static final int PAGES = 10;
    private static final int WIDTH = 90;
    /** In points; at least as much of the moment in a narrow view, where the text is cut off instead. */
    private static final int NARROW = 70;

    private final Composite control;
    private final Scale first;
    private final Scale position;
    private final Label label;
    private final Runnable changed;
    private long[] moments = new long[0];
    private double stepsPerEpoch;
    private OptionalLong step = OptionalLong.empty();
    private long from;

    /**
     * Creates a slider that is live.
     *
     * @param range whether there is a slider for the first step
     * @param changed called when the user moved it
     */
    public TimeSlider(Composite parent, boolean range, Runnable changed) {
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(range ? 5 : 3).spacing(6, 0).applyTo(control);
        first = range ? scale(Messages.time_from, Messages.time_fromTip, false) : null;
        position = scale(Messages.time_at, Messages.time_atTip, true);
        label = new Label(control, SWT.NONE);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(label.getFont().getFontData()[0].getHeight() * 22, SWT.DEFAULT)
                .applyTo(label);
        setMoments(new long[0], 0);
    }

    private Scale scale(String name, String tip, boolean wide) {
        new Label(control, SWT.NONE).setText(name);
        Scale scale = new Scale(control, SWT.HORIZONTAL);
        scale.setToolTipText(tip);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(wide, false)
                .hint(wide ? WIDTH : NARROW, SWT.DEFAULT)
                .minSize(NARROW, SWT.DEFAULT)
                .applyTo(scale);
        scale.addListener(SWT.Selection, event -> moved());
        return scale;
    }

    private void moved() {
        int last = moments.length - 1;
        int index = Math.min(position.getSelection(), last);
        step = index == last ? OptionalLong.empty() : OptionalLong.of(moments[index]);
        from = first == null || first.getSelection() == 0 ? 0 : moments[Math.min(first.getSelection(), last)];
        showLabel();
        changed.run();
    }

    public Composite control() {
        return control;
    }

    /** The slider of the moment, for tests. */
    public Scale position() {
        return position;
    }

    /** The chosen step; empty if it is live. */
    public OptionalLong step() {
        return step;
    }

    /** First step of the range; 0 for all. */
    public long from() {
        return from;
    }

    /** Goes back to all steps, live; for another run. */
    public void reset() {
        step = OptionalLong.empty();
        from = 0;
        select();
    }

    /**
     * Sets the recorded moments; the chosen step stays.
     *
     * @param steps ascending
     * @param perEpoch steps of an epoch, 0 if unknown
     */
    public void setMoments(long[] steps, double perEpoch) {
        stepsPerEpoch = perEpoch;
        if (!Arrays.equals(steps, moments) || steps.length == 0) {
            moments = steps.clone();
            prepare(position);
            if (first != null) {
                prepare(first);
            }
        }
        select();
    }

    private void prepare(Scale scale) {
        scale.setEnabled(moments.length > 1);
        scale.setMaximum(Math.max(1, moments.length - 1));
        scale.setPageIncrement(Math.max(1, moments.length / PAGES));
    }

    private void select() {
        position.setSelection(step.isPresent() ? index(step.getAsLong()) : Math.max(1, moments.length - 1));
        if (first != null) {
            first.setSelection(from == 0 ? 0 : index(from));
        }
        showLabel();
    }

    /** The last moment that is not after a step. */
    private int index(long wanted) {
        int found = Arrays.binarySearch(moments, wanted);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private void showLabel() {
        String text = moments.length == 0 ? "" : describe(step.orElse(moments[moments.length - 1]));
        String shown = step.isPresent() || text.isEmpty() ? text : NLS.bind(Messages.time_live, text);
        if (!shown.equals(label.getText())) {
            label.setText(shown);
            label.setToolTipText(shown);
        }
    }

    private String describe(long at) {
        return stepsPerEpoch > 0
                ? NLS.bind(Messages.time_stepOfEpoch, at, String.format(Locale.ROOT, "%.1f", at / stepsPerEpoch))
                : NLS.bind(Messages.time_step, at);
    }
}
