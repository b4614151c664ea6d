package org.backprop.core.exchange;

import java.util.Locale;

/** The kinds of files that a trained network is written to. */
public enum ExportFormat {
    /** The network, for inference engines. */
    ONNX,
    /** Its weights, as PyTorch names them. */
    SAFETENSORS,
    /** Its weights, a number a line. */
    CSV;

    /** How files of this kind end, and its name on the command line. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
