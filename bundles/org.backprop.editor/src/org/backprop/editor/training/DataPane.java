package org.backprop.editor.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.backprop.editor.training.PreviewReader.Result;
import org.backprop.model.DataSection;
import org.backprop.runlog.preview.DataPreview;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;

/** A look at the data: the sizes of the sets, the balance of the classes and some samples. Reads them once it is shown. */
public final class DataPane {
    private static final int QUIET_MILLIS = 800;

    private final Composite area;
    private final Label status;
    private final Hyperlink action;
    private final Hyperlink others;
    private final ClassTable classes;
    private final SampleGallery gallery;
    private final Consumer<OptionalLong> counted;
    private final Runnable resized;
    private final PreviewReader reader;
    private PreviewRequest wanted;
    private Optional<Result> result = Optional.empty();
    private boolean reading;
    private String text = "";
    private long seed = 1;

    /**
     * Creates the pane.
     *
     * @param counted gets the number of training samples when it becomes known or unknown
     * @param resized called when the pane needs another size
     */
    DataPane(FormToolkit toolkit, Composite parent, Consumer<OptionalLong> counted, Runnable resized) {
        this.counted = counted;
        this.resized = resized;
        area = toolkit.createComposite(parent);
        TableWrapLayout layout = new TableWrapLayout();
        area.setLayout(layout);
        area.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        status = toolkit.createLabel(area, "", SWT.WRAP);
        status.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        Composite links = toolkit.createComposite(area);
        RowLayout line = new RowLayout();
        line.marginLeft = 0;
        line.spacing = 12;
        links.setLayout(line);
        action = link(toolkit, links, this::act);
        others = link(toolkit, links, this::readOthers);
        others.setText(Messages.preview_others);
        classes = new ClassTable(area);
        gallery = new SampleGallery(toolkit, area);
        Consumer<Result> onAnyThread = read -> {
            if (!area.isDisposed()) {
                area.getDisplay().asyncExec(() -> take(read));
            }
        };
        reader = new PreviewReader(onAnyThread);
        area.addDisposeListener(event -> reader.cancel());
        say("");
    }

    private static Hyperlink link(FormToolkit toolkit, Composite parent, Runnable run) {
        Hyperlink link = toolkit.createHyperlink(parent, Messages.preview_cancel, SWT.NONE);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                run.run();
            }
        });
        return link;
    }

    /** Shows the data of a state of the text; reads it if it is other data than before. */
    void show(FormState state, Path folder) {
        Optional<DataSection> data = state.data();
        if (data.isEmpty() || folder == null) {
            reader.cancel();
            reading = false;
            wanted = null;
            say(Messages.preview_incomplete);
            return;
        }
        text = state.text();
        boolean labels = state.classifies().orElse(wanted != null && wanted.classes());
        PreviewRequest latest = new PreviewRequest(data.get(), labels, folder, seed);
        if (!latest.equals(wanted)) {
            wanted = latest;
            read(result.isEmpty() ? 0 : QUIET_MILLIS);
        }
    }

    private void read(int delay) {
        reading = true;
        counted.accept(OptionalLong.empty());
        reader.read(wanted, text, delay);
        say(Messages.preview_reading);
    }

    private void act() {
        if (reading) {
            reader.cancel();
            reading = false;
            say(Messages.preview_canceled);
        } else if (wanted != null) {
            read(0);
        }
    }

    private void readOthers() {
        seed++;
        if (wanted != null) {
            wanted = new PreviewRequest(wanted.data(), wanted.classes(), wanted.folder(), seed);
            read(0);
        }
    }

    private void take(Result read) {
        if (area.isDisposed() || !read.request().equals(wanted)) {
            return;
        }
        reading = false;
        if (read.preview() == null) {
            say(read.failure());
            counted.accept(OptionalLong.empty());
            return;
        }
        result = Optional.of(read);
        DataPreview preview = read.preview();
        classes.show(preview);
        gallery.show(preview);
        say(NLS.bind(Messages.preview_sets, new Object[] {
            number(preview.train().samples()),
            number(preview.validation().samples()),
            number(preview.test().samples())
        }));
        counted.accept(OptionalLong.of(preview.train().samples()));
        resized.run();
    }

    private static String number(long value) {
        return String.format("%,d", value);
    }

    private void say(String message) {
        status.setText(message.replace("&", "&&"));
        action.setText(reading ? Messages.preview_cancel : Messages.preview_again);
        action.setVisible(wanted != null);
        others.setVisible(wanted != null && !reading && result.isPresent());
        action.getParent().layout();
        resized.run();
    }

    /** What was read last. */
    public Optional<DataPreview> preview() {
        return result.map(Result::preview);
    }

    /** Number of pictures, those that need more room included. */
    public int pictures() {
        return gallery.pictures();
    }
}
