package org.backprop.editor.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.backprop.model.diff.ModelDiff;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.IStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.DiffTreeViewer;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.compare.structuremergeviewer.ICompareInput;
import org.eclipse.compare.structuremergeviewer.ICompareInputChangeListener;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.events.DisposeEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/**
 * The upper part of the compare editor for model files: sections, layers and parameters that are different. A click on one
 * shows its texts below, a click on the file those of both files. The comparison is made in the background.
 */
final class ModelDiffViewer extends DiffTreeViewer {
    private final CompareConfiguration configuration;
    private final ICompareInputChangeListener listener = source -> compare();
    private final AtomicInteger generation = new AtomicInteger();
    private ICompareInput input;
    private DiffNode root = new DiffNode(Differencer.NO_CHANGE);

    ModelDiffViewer(Composite parent, CompareConfiguration configuration) {
        super(parent, configuration);
        this.configuration = configuration;
        setComparator(null);
        getControl().setData(CompareUI.COMPARE_VIEWER_TITLE, Messages.title);
    }

    @Override
    protected Object getRoot() {
        return root;
    }

    @Override
    protected void inputChanged(Object now, Object before) {
        follow(now instanceof ICompareInput shown ? shown : null);
        super.inputChanged(now, before);
    }

    private void follow(ICompareInput shown) {
        if (input != null) {
            input.removeCompareInputChangeListener(listener);
        }
        input = shown;
        if (input != null) {
            input.addCompareInputChangeListener(listener);
            compare();
        }
    }

    private void compare() {
        ICompareInput compared = input;
        int started = generation.incrementAndGet();
        boolean mirrored = configuration.isMirrored();
        Display display = getControl().getDisplay();
        ICoreRunnable work = monitor -> {
            DiffNode found = compare(compared, mirrored, monitor);
            if (!display.isDisposed()) {
                display.asyncExec(() -> show(found, started));
            }
        };
        Job.createSystem(Messages.comparing, work).schedule();
    }

    private void show(DiffNode found, int started) {
        if (started == generation.get() && !getControl().isDisposed()) {
            root = found;
            refresh();
            expandAll();
        }
    }

    private static DiffNode compare(ICompareInput input, boolean mirrored, IProgressMonitor monitor)
            throws CoreException {
        DiffNode root = new DiffNode(Differencer.NO_CHANGE);
        ITypedElement left = input.getLeft();
        ITypedElement right = input.getRight();
        if (left == null || right == null) {
            return root;
        }
        DifferenceNode files = DifferenceNode.files(root, left, right, mirrored);
        DifferenceText texts = new DifferenceText(text(left), text(right), mirrored);
        ModelDiff diff = ModelDiff.between(texts.left(), texts.right());
        diff.differences().forEach(difference -> DifferenceNode.add(files, difference, texts));
        if (diff.problem().isPresent()) {
            DifferenceNode.remark(
                    files, NLS.bind(Messages.unreadable, diff.problem().get()));
        } else if (diff.differences().isEmpty()) {
            DifferenceNode.remark(files, Messages.same);
        }
        return root;
    }

    private static String text(ITypedElement element) throws CoreException {
        if (!(element instanceof IStreamContentAccessor content)) {
            return "";
        }
        String charset = element instanceof IEncodedStreamContentAccessor encoded ? encoded.getCharset() : null;
        try (var stream = content.getContents()) {
            return stream == null
                    ? ""
                    : new String(stream.readAllBytes(), charset == null ? StandardCharsets.UTF_8.name() : charset);
        } catch (IOException e) {
            throw new CoreException(Status.error(Messages.comparing, e));
        }
    }

    @Override
    protected void handleDispose(DisposeEvent event) {
        follow(null);
        super.handleDispose(event);
    }
}
