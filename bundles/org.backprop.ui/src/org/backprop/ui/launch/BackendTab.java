package org.backprop.ui.launch;

import java.util.List;

import org.backprop.core.backends.BackendDescriptor;
import org.backprop.core.backends.Backends;
import org.backprop.core.backends.CudaBackend;
import org.backprop.core.backends.SparkBackend;
import org.backprop.core.launch.JavaChoice;
import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.LaunchValues;
import org.backprop.ui.UiIds;
import org.backprop.ui.help.HelpContexts;
import org.backprop.ui.icons.Icons;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.StringVariableSelectionDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;

/** Where the training computes, with how many threads, in which virtual machine, and how much memory it needs. */
public final class BackendTab extends CheckedTab {
    private final List<BackendDescriptor> backends = Backends.all();
    private Combo backend;
    private Combo kernels;
    private Text cluster;
    private Text workers;
    private Text averageEvery;
    private List<Control> clusterFields;
    private Text threads;
    private Text heap;
    private Text arguments;
    private Label description;
    private MemoryNote memory;

    /** A tab, called by the tab group. */
    public BackendTab() {
        super(Messages.backend_name, Icons.BACKEND);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = page(parent);
        HelpContexts.set(page, HelpContexts.LAUNCH_BACKEND);
        createBackend(group(page, Messages.backend_group, 2));
        createJava(group(page, Messages.backend_javaGroup, 3));
        Group estimate = group(page, Messages.backend_memoryGroup, 1);
        memory = new MemoryNote(note(estimate, 1, 2));
    }

    private void createBackend(Group group) {
        backend = combo(group, Messages.tab_backend);
        backend.setItems(backends.stream().map(BackendDescriptor::name).toArray(String[]::new));
        description = note(group, 2, 1);
        int before = group.getChildren().length;
        cluster = field(group, Messages.backend_cluster, Messages.backend_clusterHint);
        workers = field(group, Messages.backend_workers, Messages.backend_workersHint);
        averageEvery = field(group, Messages.backend_averageEvery, Messages.backend_averageEveryHint);
        List<Control> children = List.of(group.getChildren());
        clusterFields = children.subList(before, children.size());
        kernels = combo(group, Messages.backend_kernels);
        kernels.setItems(Messages.backend_kernelsNative, Messages.backend_kernelsNd4j);
        threads = field(
                group,
                Messages.backend_threads,
                NLS.bind(Messages.backend_threadsHint, Runtime.getRuntime().availableProcessors()));
        Link link = new Link(group, SWT.NONE);
        link.setText(Messages.backend_link);
        GridDataFactory.swtDefaults().span(2, 1).applyTo(link);
        link.addListener(
                SWT.Selection,
                event -> PreferencesUtil.createPreferenceDialogOn(getShell(), UiIds.BACKENDS_PAGE, null, null)
                        .open());
    }

    private Combo combo(Group group, String label) {
        new Label(group, SWT.NONE).setText(label);
        Combo combo = new Combo(group, SWT.READ_ONLY);
        combo.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
        return combo;
    }

    private void createJava(Group group) {
        Label java = note(group, 3, 2);
        java.setText(JavaChoice.now()
                .map(choice -> NLS.bind(
                        Messages.backend_java,
                        new Object[] {choice.java().feature(), choice.java().home(), choice.reason()}))
                .orElse(Messages.backend_noJava));
        heap = field(group, Messages.backend_heap, Messages.backend_heapHint);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .span(2, 1)
                .applyTo(heap);
        new Label(group, SWT.NONE).setText(Messages.backend_arguments);
        arguments = new Text(group, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        arguments.addModifyListener(event -> updateLaunchConfigurationDialog());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, 2 * arguments.getLineHeight())
                .applyTo(arguments);
        Button variables = createPushButton(group, Messages.data_variables, null);
        GridDataFactory.swtDefaults().applyTo(variables);
        variables.addListener(SWT.Selection, event -> insertVariable());
    }

    private void insertVariable() {
        StringVariableSelectionDialog dialog = new StringVariableSelectionDialog(getShell());
        dialog.open();
        if (dialog.getVariableExpression() != null) {
            arguments.insert(dialog.getVariableExpression());
        }
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        String id = value(configuration, LaunchAttributes.BACKEND);
        backend.select(index(id.isEmpty() ? LaunchAttributes.DEFAULT_BACKEND : id));
        kernels.select(
                Math.max(0, LaunchAttributes.KERNEL_CHOICES.indexOf(value(configuration, LaunchAttributes.KERNELS))));
        cluster.setText(value(configuration, LaunchAttributes.SPARK));
        workers.setText(value(configuration, LaunchAttributes.WORKERS));
        averageEvery.setText(value(configuration, LaunchAttributes.AVERAGE_EVERY));
        threads.setText(value(configuration, LaunchAttributes.THREADS));
        heap.setText(value(configuration, LaunchAttributes.HEAP));
        arguments.setText(value(configuration, LaunchAttributes.VM_ARGUMENTS));
        describe();
    }

    private int index(String id) {
        for (int i = 0; i < backends.size(); i++) {
            if (backends.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void describe() {
        int at = backend.getSelectionIndex();
        description.setText(at < 0 ? "" : backends.get(at).description());
        String id = at < 0 ? LaunchAttributes.DEFAULT_BACKEND : backends.get(at).id();
        kernels.setEnabled(!id.equals(CudaBackend.ID));
        showCluster(id.equals(SparkBackend.ID));
    }

    /** Shows what is only asked where the backend is Spark; what is hidden keeps its values. */
    private void showCluster(boolean shown) {
        if (cluster.getVisible() == shown) {
            return;
        }
        for (Control field : clusterFields) {
            GridData place = field.getLayoutData() instanceof GridData known ? known : new GridData();
            place.exclude = !shown;
            field.setLayoutData(place);
            field.setVisible(shown);
        }
        cluster.requestLayout();
        if (getControl().getParent() instanceof ScrolledComposite scrolled) {
            scrolled.setMinSize(getControl().computeSize(SWT.DEFAULT, SWT.DEFAULT));
        }
    }

    @Override
    public void activated(ILaunchConfigurationWorkingCopy configuration) {
        memory.estimate(configuration);
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        int at = backend.getSelectionIndex();
        if (at >= 0) {
            String id = backends.get(at).id();
            set(configuration, LaunchAttributes.BACKEND, id.equals(LaunchAttributes.DEFAULT_BACKEND) ? "" : id);
        }
        int choice = kernels.getSelectionIndex();
        set(configuration, LaunchAttributes.KERNELS, choice <= 0 ? "" : LaunchAttributes.KERNEL_CHOICES.get(choice));
        set(configuration, LaunchAttributes.SPARK, cluster.getText());
        set(configuration, LaunchAttributes.WORKERS, workers.getText());
        set(configuration, LaunchAttributes.AVERAGE_EVERY, averageEvery.getText());
        set(configuration, LaunchAttributes.THREADS, threads.getText());
        set(configuration, LaunchAttributes.HEAP, heap.getText());
        set(configuration, LaunchAttributes.VM_ARGUMENTS, arguments.getText());
        describe();
    }

    @Override
    void check(LaunchValues values) throws CoreException {
        String id = values.text(LaunchAttributes.BACKEND).orElse(LaunchAttributes.DEFAULT_BACKEND);
        BackendDescriptor chosen = backends.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CoreException(Status.error(NLS.bind(Messages.backend_unknown, id))));
        if (chosen.backend().jars().isEmpty()) {
            throw new CoreException(Status.error(NLS.bind(Messages.backend_notInstalled, chosen.name())));
        }
        values.kernels();
        values.cluster();
        values.count(LaunchAttributes.THREADS, Messages.backend_threadsLabel);
        values.vmArguments();
    }

    @Override
    public void dispose() {
        if (memory != null) {
            memory.cancel();
        }
        super.dispose();
    }
}
