package org.backprop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.LaunchPreferences;
import org.backprop.core.model.ModelBuilder;
import org.backprop.core.model.ModelFiles;
import org.backprop.core.model.ModelMarkers;
import org.backprop.core.model.ModelNature;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

@ExtendWith(LoggedErrors.class)
class PluginTest {
    private final Bundle bundle = FrameworkUtil.getBundle(ModelNature.class);

    @Test
    void everyClassThatThePluginNamesCanBeLoaded() throws ClassNotFoundException {
        int classes = 0;
        for (IExtension extension : extensions()) {
            classes += load(extension.getConfigurationElements());
        }
        assertTrue(classes >= 4, "classes: " + classes);
    }

    @Test
    void theConstantsAreTheIdsOfThePlugin() {
        var workspace = ResourcesPlugin.getWorkspace();
        assertNotNull(Platform.getContentTypeManager().getContentType(ModelFiles.CONTENT_TYPE));
        assertNotNull(workspace.getNatureDescriptor(ModelNature.ID));
        assertNotNull(Platform.getExtensionRegistry()
                .getExtension(ResourcesPlugin.PI_RESOURCES, ResourcesPlugin.PT_BUILDERS, ModelBuilder.ID));
        assertNotNull(Platform.getExtensionRegistry()
                .getExtension(ResourcesPlugin.PI_RESOURCES, ResourcesPlugin.PT_MARKERS, ModelMarkers.TYPE));
        var launchType = DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(LaunchAttributes.TYPE);
        assertTrue(launchType.supportsMode("run"));
        assertTrue(launchType.supportsCommandLine());
    }

    @Test
    void theGracePeriodHasItsDefault() {
        assertEquals(20, LaunchPreferences.grace().toSeconds());
    }

    @Test
    void noNameOfThePluginIsLeftUntranslated() {
        for (IExtension extension : extensions()) {
            for (IConfigurationElement element : extension.getConfigurationElements()) {
                for (String attribute : element.getAttributeNames()) {
                    assertTrue(!element.getAttribute(attribute).startsWith("%"), element.getAttribute(attribute));
                }
            }
        }
    }

    private IExtension[] extensions() {
        return Platform.getExtensionRegistry().getExtensions(ContributorFactoryOSGi.createContributor(bundle));
    }

    private int load(IConfigurationElement[] elements) throws ClassNotFoundException {
        int classes = 0;
        for (IConfigurationElement element : elements) {
            for (String attribute : new String[] {"class", "delegate"}) {
                if (element.getAttribute(attribute) != null) {
                    assertNotNull(bundle.loadClass(element.getAttribute(attribute)));
                    classes++;
                }
            }
            classes += load(element.getChildren());
        }
        return classes;
    }
}
