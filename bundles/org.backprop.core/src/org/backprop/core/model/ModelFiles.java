package org.backprop.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxyVisitor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.content.IContentType;

/** Tells model files from other resources. */
public final class ModelFiles {
    /** The content type of model files, {@code *.nn.yaml} unless the user has associated more names. */
    public static final String CONTENT_TYPE = "org.backprop.core.model";

    /** How the names of model files end. */
    public static final String SUFFIX = ".nn.yaml";

    private ModelFiles() {}

    /** Says whether {@code resource} is a model file, by its name; the file need not exist. */
    public static boolean isModel(IResource resource) {
        return resource instanceof IFile && isModel(resource.getName());
    }

    private static boolean isModel(String fileName) {
        IContentType[] candidates = Platform.getContentTypeManager().findContentTypesFor(fileName);
        return Arrays.stream(candidates).anyMatch(type -> type.getId().equals(CONTENT_TYPE));
    }

    /**
     * Returns the model files in {@code container} and below, derived ones left out.
     *
     * @throws CoreException if {@code container} does not exist or its project is closed
     */
    public static List<IFile> in(IContainer container) throws CoreException {
        var models = new ArrayList<IFile>();
        IResourceProxyVisitor visitor = proxy -> {
            if (proxy.getType() == IResource.FILE && !proxy.isDerived() && isModel(proxy.requestResource())) {
                models.add((IFile) proxy.requestResource());
            }
            return !proxy.isDerived();
        };
        container.accept(visitor, IResource.DEPTH_INFINITE, IResource.NONE);
        return models;
    }

    /**
     * Reads the saved text of a model file, which is UTF-8 whatever encoding its project has.
     *
     * @throws CoreException if it cannot be read
     */
    public static String text(IFile file) throws CoreException {
        try (InputStream content = file.getContents(true)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CoreException(Status.error(e.getLocalizedMessage(), e));
        }
    }
}
