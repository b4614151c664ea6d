package org.backprop.editor.dataimport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.IdxData;
import org.backprop.model.Shape;
import org.backprop.model.data.IdxFiles;
import org.backprop.model.data.IdxHeader;
import org.backprop.model.data.IdxSamples;
import org.backprop.model.start.Dataset;
import org.backprop.model.start.Dataset.Classes;
import org.backprop.model.start.Dataset.Numbers;
import org.backprop.model.start.Dataset.Target;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Shows what is in IDX files. */
final class IdxPage extends ReadingPage<IdxPage.Content> {
    private static final int MOST_PICTURES = 40;

    private PictureStrip pictures;
    private Label facts;

    /**
     * What is in the files.
     *
     * @param pairs the files of the training set and of the test set, if there is one
     * @param training the training set
     * @param testSamples number of samples of the test set, 0 if there is none
     */
    record Content(List<IdxFiles> pairs, IdxSamples training, int testSamples) {}

    IdxPage() {
        super("idx", Messages.wizard_title, Messages.idx_description);
    }

    @Override
    void createContents(Composite page) {
        pictures = new PictureStrip(page);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 300).applyTo(pictures);
        facts = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
    }

    @Override
    Reading.Work<Content> work(Path from) {
        return canceled -> {
            List<IdxFiles> pairs = IdxFiles.find(from);
            IdxSamples training = IdxSamples.read(pairs.getFirst(), MOST_PICTURES);
            int test =
                    pairs.size() < 2 ? 0 : IdxHeader.read(pairs.get(1).images()).samples();
            return new Content(pairs, training, test);
        };
    }

    @Override
    void show(Content read) {
        List<PictureStrip.Picture> shown = new ArrayList<>();
        List<byte[]> bytes = read.training().pictures();
        for (int i = 0; i < bytes.size(); i++) {
            List<Integer> dims = read.training().images().dims();
            List<Integer> labels = read.training().labels();
            String label = i < labels.size() ? labels.get(i).toString() : "";
            shown.add(new PictureStrip.Picture(Thumbnails.grey(bytes.get(i), dims.get(2), dims.get(1)), label));
        }
        pictures.show(shown);
    }

    @Override
    Optional<Found> describe(Path from, Content read) {
        IdxSamples training = read.training();
        Shape shape = training.images().sampleShape();
        Target target = training.classes().isPresent()
                ? new Classes(Math.max(2, training.classes().getAsInt()))
                : new Numbers(1);
        String kinds = target instanceof Classes classes
                ? NLS.bind(Messages.idx_classes, classes.count())
                : Messages.idx_numbers;
        String test = read.testSamples() > 0 ? NLS.bind(Messages.idx_test, read.testSamples()) : "";
        facts.setText(
                NLS.bind(Messages.idx_facts, new Object[] {training.images().samples(), shape, kinds}) + test);
        if (read.pairs().size() > 2) {
            setErrorMessage(NLS.bind(Messages.idx_tooMany, read.pairs().size()));
            return Optional.empty();
        }
        IdxFiles first = read.pairs().getFirst();
        List<Path> files = Files.isDirectory(from) ? List.of(from) : List.of(first.images(), first.labels());
        return Optional.of(new Found(
                files,
                path -> new Dataset(
                        new IdxData(path),
                        Optional.of(shape),
                        target,
                        training.images().samples(),
                        read.testSamples() > 0)));
    }
}
