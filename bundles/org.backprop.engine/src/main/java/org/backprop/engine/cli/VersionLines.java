package org.backprop.engine.cli;

import org.backprop.engine.run.Versions;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLines implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return Versions.all().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toArray(String[]::new);
    }
}
