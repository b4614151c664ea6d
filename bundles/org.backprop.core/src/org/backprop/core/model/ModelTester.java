package org.backprop.core.model;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.resources.IFile;

/** Tests model files for expressions in plugin.xml: {@code org.backprop.core.hasSweep}, see {@link Sweeps#has}. */
public final class ModelTester extends PropertyTester {
    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return Sweeps.has((IFile) receiver) == (expected == null || Boolean.TRUE.equals(expected));
    }
}
