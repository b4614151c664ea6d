package org.backprop.views;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.backprop.runlog.run.ModelSource;
import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;

/** Editor input: the text of a model file as a run recorded it, read-only. */
final class RecordedModel extends PlatformObject implements IStorageEditorInput {
    private final ModelSource source;

    RecordedModel(ModelSource source) {
        this.source = source;
    }

    @Override
    public IEncodedStorage getStorage() {
        return new Text(source);
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return getStorage().getName();
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return source.file();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedModel model && source.equals(model.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    private static final class Text extends PlatformObject implements IEncodedStorage {
        private final ModelSource source;

        Text(ModelSource source) {
            this.source = source;
        }

        @Override
        public InputStream getContents() {
            return new ByteArrayInputStream(source.text().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getCharset() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public IPath getFullPath() {
            return null;
        }

        @Override
        public String getName() {
            return source.file()
                    .substring(Math.max(
                                    source.file().lastIndexOf('/'),
                                    source.file().lastIndexOf('\\'))
                            + 1);
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }
    }
}
