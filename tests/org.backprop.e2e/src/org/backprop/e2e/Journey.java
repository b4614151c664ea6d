package org.backprop.e2e;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.samples.AllExamples;
import org.backprop.ui.UiIds;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The main job, done in a running IDE: samples, perspective, training two epochs, curves; then every page of the editor and
 * every view. What it saw goes into the properties file that the system property {@value #RESULT} names; then the IDE closes.
 */
public final class Journey implements IStartup {
    /** System property: where to write the result. Without it nothing happens. */
    public static final String RESULT = "org.backprop.e2e.result";

    private static final String OURS = "org.backprop.";
    private static final String MODEL = "/" + AllExamples.PROJECT + "/xor/xor.nn.yaml";

    @Override
    public void earlyStartup() {
        String file = System.getProperty(RESULT);
        if (file != null) {
            Thread.ofPlatform().name("End-to-end journey").start(() -> travel(new Findings(Path.of(file))));
        }
    }

    private static void travel(Findings findings) {
        try {
            AllExamples.copy(null);
            Workbench.showPerspective(UiIds.PERSPECTIVE);
            findings.add("perspective", Workbench.perspective());
            Workbench.showView(UiIds.CURVES_VIEW);
            ILaunch launch = train();
            findings.add("trainer.exit", launch.getProcesses()[0].getExitValue());
            Wait.until("two points on a curve", () -> Workbench.longestCurve() >= 2);
            findings.add("curve.points", Workbench.longestCurve());
            findings.add(
                    "editor.pages",
                    Workbench.showPagesOf(
                            ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromOSString(MODEL))));
            findings.add("views.broken", Workbench.showViewsOf(OURS));
            findings.add("bundles.unresolved", unresolved());
        } catch (CoreException | RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            findings.add("failure", trace);
        } finally {
            findings.write();
            PlatformUI.getWorkbench()
                    .getDisplay()
                    .asyncExec(() -> PlatformUI.getWorkbench().close());
        }
    }

    private static List<String> unresolved() {
        return Stream.of(FrameworkUtil.getBundle(Journey.class)
                        .getBundleContext()
                        .getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(Bundle::getSymbolicName)
                .filter(name -> name.startsWith(OURS))
                .toList();
    }

    private static ILaunch train() throws CoreException {
        ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
        var configuration = launches.getLaunchConfigurationType(LaunchAttributes.TYPE)
                .newInstance(null, launches.generateLaunchConfigurationName("xor"));
        configuration.setAttribute(LaunchAttributes.MODEL, MODEL);
        configuration.setAttribute(LaunchAttributes.EPOCHS, "2");
        ILaunch launch = configuration.doSave().launch(ILaunchManager.RUN_MODE, null);
        Wait.until("the end of the training", launch::isTerminated);
        return launch;
    }
}
