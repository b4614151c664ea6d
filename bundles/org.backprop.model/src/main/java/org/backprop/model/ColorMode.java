package org.backprop.model;

/** What channels an image file is read as. */
public enum ColorMode {
    /** Red, green and blue; equal in a grey image. */
    RGB(3),
    /** Luma, 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601). */
    GREY(1);

    private final int channels;

    ColorMode(int channels) {
        this.channels = channels;
    }

    /** Number of channels. */
    public int channels() {
        return channels;
    }
}
