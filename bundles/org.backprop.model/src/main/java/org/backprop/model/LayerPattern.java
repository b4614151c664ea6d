package org.backprop.model;

/**
 * The name of a layer, or a pattern for the names of several: {@code *} stands for any characters, {@code ?} for one.
 *
 * @param text the pattern
 */
public record LayerPattern(String text) {

    /** Whether the whole name fits. */
    public boolean matches(String name) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == name.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return text.substring(at).chars().allMatch(c -> c == '*');
    }
}
