package org.backprop.core.samples;

import java.net.URL;
import java.util.List;
import java.util.Properties;

/**
 * A model file to begin with, on generated data.
 *
 * @param name name of the model file without its suffix
 * @param title what it is called in the user interface
 * @param description what it is, in a sentence or two
 * @param picture name of a picture of some of its samples
 */
public record Template(String name, String title, String description, String picture) {

    /** All templates, easy ones first. */
    public static List<Template> all() {
        Properties index = SampleFiles.index();
        return SampleFiles.listed(index, "templates").stream()
                .map(name -> new Template(
                        name,
                        index.getProperty(name + ".title"),
                        index.getProperty(name + ".description"),
                        index.getProperty(name + ".picture")))
                .toList();
    }

    /** The text of the model file; it has no name, so that a copy is called after its file. */
    public String text() {
        return SampleFiles.text("templates/" + name + ".nn.yaml");
    }

    /** Where the picture is: a PNG file. */
    public URL pictureLocation() {
        return SampleFiles.entry("templates/" + picture);
    }
}
