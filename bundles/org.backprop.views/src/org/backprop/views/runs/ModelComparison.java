package org.backprop.views.runs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.IStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.ResourceNode;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;

/** The model of a run beside today's file or beside the model of another run, in the platform's compare editor. */
final class ModelComparison extends CompareEditorInput {
    private final ITypedElement left;
    private final ITypedElement right;

    private ModelComparison(ITypedElement left, ITypedElement right, CompareConfiguration configuration) {
        super(configuration);
        this.left = left;
        this.right = right;
    }

    /** Opens the compare editor with a file of today and what a run recorded, or says that there is no difference. */
    static void open(IFile file, ModelSource recorded, String run) {
        open(
                new ResourceNode(file),
                NLS.bind(Messages.compareModel_today, file.getFullPath()),
                new Recorded(recorded),
                NLS.bind(Messages.compareModel_recorded, run),
                NLS.bind(Messages.compareModel_title, file.getName(), run));
    }

    /** Opens the compare editor with what two runs recorded, or says that there is no difference. */
    static void open(RunSnapshot run, RunSnapshot other) {
        open(
                new Recorded(run.info().orElseThrow().model()),
                NLS.bind(Messages.compareModel_recorded, run.name()),
                new Recorded(other.info().orElseThrow().model()),
                NLS.bind(Messages.compareModel_recorded, other.name()),
                NLS.bind(Messages.compareModels_title, other.name(), run.name()));
    }

    private static void open(
            ITypedElement left, String leftLabel, ITypedElement right, String rightLabel, String title) {
        CompareConfiguration configuration = new CompareConfiguration();
        configuration.setLeftLabel(leftLabel);
        configuration.setRightLabel(rightLabel);
        configuration.setLeftEditable(false);
        configuration.setRightEditable(false);
        ModelComparison comparison = new ModelComparison(left, right, configuration);
        comparison.setTitle(title);
        CompareUI.openCompareEditor(comparison);
    }

    /** The comparison; none if the texts are the same, which the platform then tells the user. */
    @Override
    protected Object prepareInput(IProgressMonitor monitor) throws InvocationTargetException {
        try {
            return Arrays.equals(bytes(left), bytes(right))
                    ? null
                    : new DiffNode(null, Differencer.CHANGE, null, left, right);
        } catch (CoreException | IOException e) {
            throw new InvocationTargetException(e);
        }
    }

    private static byte[] bytes(ITypedElement element) throws CoreException, IOException {
        try (InputStream contents = ((IStreamContentAccessor) element).getContents()) {
            return contents.readAllBytes();
        }
    }

    private record Recorded(ModelSource source) implements ITypedElement, IEncodedStreamContentAccessor {
        @Override
        public String getName() {
            return source.file();
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public String getType() {
            return ITypedElement.TEXT_TYPE;
        }

        @Override
        public InputStream getContents() {
            return new ByteArrayInputStream(source.text().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getCharset() {
            return StandardCharsets.UTF_8.name();
        }
    }
}
