package org.backprop.views.runs;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

import org.backprop.runlog.run.ModelSource;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.ResourceNode;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;

/** A model file of today beside the text that a run recorded, in the platform's compare editor. */
final class ModelComparison extends CompareEditorInput {
    private final IFile file;
    private final ModelSource recorded;

    private ModelComparison(IFile file, ModelSource recorded, CompareConfiguration configuration) {
        super(configuration);
        this.file = file;
        this.recorded = recorded;
    }

    /** Opens the compare editor, or says that there is no difference. */
    static void open(IFile file, ModelSource recorded, String run) {
        CompareConfiguration configuration = new CompareConfiguration();
        configuration.setLeftLabel(NLS.bind(Messages.compareModel_today, file.getFullPath()));
        configuration.setRightLabel(NLS.bind(Messages.compareModel_recorded, run));
        configuration.setLeftEditable(false);
        configuration.setRightEditable(false);
        ModelComparison comparison = new ModelComparison(file, recorded, configuration);
        comparison.setTitle(NLS.bind(Messages.compareModel_title, file.getName(), run));
        CompareUI.openCompareEditor(comparison);
    }

    /** The comparison; none if the texts are the same, which the platform then tells the user. */
    @Override
    protected Object prepareInput(IProgressMonitor monitor) throws InvocationTargetException {
        try {
            if (file.readString().equals(recorded.text())) {
                return null;
            }
        } catch (CoreException e) {
            throw new InvocationTargetException(e);
        }
        return new DiffNode(null, Differencer.CHANGE, null, new Today(file), new Recorded(recorded));
    }

    /** The file as plain text, which every platform can compare. */
    private static final class Today extends ResourceNode {
        Today(IFile file) {
            super(file);
        }

        @Override
        public String getType() {
            return ITypedElement.TEXT_TYPE;
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
