package org.backprop.views.evaluation.attempt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.core.evaluation.Predictor;
import org.backprop.runlog.evaluation.NetworkDescription;
import org.backprop.runlog.evaluation.Prediction;
import org.backprop.runlog.evaluation.PredictionRequest;
import org.backprop.views.Pages;
import org.backprop.views.WrappedLabel;
import org.backprop.views.images.PictureData;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

/** An input that the user draws, types or picks beside what the network says about it. */
public final class AttemptPanel {
    private static final int PREVIEW = 90;

    private final Pages pages;
    private final Composite content;
    private final AttemptButtons buttons;
    private final Composite inputs;
    private final StackLayout stack = new StackLayout();
    private final SketchCanvas sketch;
    private final FeatureForm form;
    private final Preview preview;
    private final WrappedLabel result;
    private final Bars bars;
    private final WrappedLabel explanation;
    private final Consumer<PredictionRequest> ask;
    private NetworkDescription network;
    private Optional<Prediction> prediction = Optional.empty();

    /**
     * @param ask called with each input that the user makes
     * @param reload called when the weights shall be loaded again
     */
    public AttemptPanel(Composite parent, Consumer<PredictionRequest> ask, Runnable reload) {
        this.ask = ask;
        pages = new Pages(parent);
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .equalWidth(true)
                .margins(4, 2)
                .spacing(8, 3)
                .applyTo(content);
        buttons = new AttemptButtons(content, this::erase, this::clear, this::example, this::pick, reload);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(1, SWT.DEFAULT)
                .applyTo(buttons.control());
        inputs = new Composite(content, SWT.NONE);
        inputs.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(inputs);
        sketch = new SketchCanvas(inputs, this::drawn);
        form = new FeatureForm(inputs, this::typed);
        Composite answers = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(answers);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(answers);
        preview = new Preview(answers);
        GridDataFactory.swtDefaults().hint(PREVIEW, PREVIEW).applyTo(preview.control());
        result = new WrappedLabel(answers, 1, 0);
        bars = new Bars(answers);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(bars.control());
        explanation = new WrappedLabel(content, 2, 0);
    }

    public Composite control() {
        return pages.control();
    }

    /** Shows a text in place of everything. */
    public void showText(String text) {
        pages.showText(text);
    }

    /** Shows what the network says. */
    public void show(Predictor.State state) {
        if (state.failure().isPresent()) {
            showText(NLS.bind(Messages.panel_failed, state.failure().get()));
        } else if (state.network().isEmpty()) {
            showText(Messages.panel_loading);
        } else {
            adopt(state.network().get());
            answer(state.prediction());
            pages.show(content);
        }
    }

    private void adopt(NetworkDescription described) {
        if (described == network) {
            return;
        }
        network = described;
        boolean pictures = network.takesPictures();
        buttons.showFor(pictures);
        stack.topControl = pictures ? sketch.control() : form.control();
        preview.control().setVisible(pictures);
        ((GridData) preview.control().getLayoutData()).exclude = !pictures;
        if (pictures) {
            List<Integer> shape = network.shape();
            sketch.setLook(SketchRaster.isLightPen(network), shape.getLast() / (double) shape.get(shape.size() - 2));
            drawn();
        } else {
            form.show(network);
        }
        explanation.setText(pictures ? pictureText() : Messages.panel_table, content);
        content.layout(true, true);
    }

    private String pictureText() {
        List<Integer> shape = network.shape();
        return NLS.bind(Messages.panel_picture, new Object[] {
            shape.getLast(),
            shape.get(shape.size() - 2),
            shape.size() == 3 && shape.getFirst() > 1 ? Messages.panel_color : Messages.panel_grey,
            Math.round(network.extent() * 100)
        });
    }

    private void answer(Optional<Prediction> now) {
        if (now.equals(prediction)) {
            return;
        }
        prediction = now;
        bars.show(Optional.of(network), now);
        now.flatMap(Prediction::values).ifPresent(this::showInput);
        String error = now.flatMap(Prediction::error).orElse("");
        String label = now.flatMap(Prediction::label)
                .map(name -> NLS.bind(Messages.panel_predicted, name))
                .orElse("");
        result.setText(error.isEmpty() ? label : error, content);
    }

    private void showInput(float[] values) {
        if (network.takesPictures()) {
            preview.show(PictureData.of(network.shape(), values));
        }
    }

    private void ask(float[] values) {
        showInput(values);
        ask.accept(new PredictionRequest.Values(values));
    }

    private void drawn() {
        if (network != null && network.takesPictures()) {
            ask(SketchRaster.values(sketch.sketch(), network));
        }
    }

    private void typed() {
        Optional<String> problem = form.problem();
        if (problem.isPresent()) {
            result.setText(problem.get(), content);
        } else {
            prediction = Optional.empty();
            ask(form.values());
        }
    }

    private void erase(boolean erases) {
        sketch.setErasing(erases);
    }

    private void clear() {
        sketch.clear();
    }

    private void example() {
        if (network.takesPictures()) {
            sketch.forget();
            ask(network.example());
        } else {
            form.fill(network.example());
        }
    }

    private void pick() {
        FileDialog dialog = new FileDialog(content.getShell(), SWT.OPEN);
        dialog.setText(Messages.pick_title);
        dialog.setFilterExtensions(
                network.takesPictures() ? new String[] {"*.png;*.jpg;*.jpeg"} : new String[] {"*.csv;*.tsv;*.txt"});
        String file = dialog.open();
        if (file != null) {
            sketch.forget();
            ask.accept(new PredictionRequest.File(Path.of(file)));
        }
    }
}
