package org.backprop.runlog.compare;

import java.util.ArrayList;
import java.util.List;

import org.backprop.runlog.run.RunSnapshot;

/** Names that tell runs apart. */
public final class RunNames {
    private RunNames() {}

    /** The runs' names, with that of the folder where several have the same. */
    public static List<String> of(List<RunSnapshot> runs) {
        List<String> names = runs.stream().map(RunSnapshot::name).toList();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean unique = names.indexOf(name) == names.lastIndexOf(name);
            told.add(unique ? name : name + " (" + runs.get(i).folder().getFileName() + ")");
        }
        return told;
    }
}
