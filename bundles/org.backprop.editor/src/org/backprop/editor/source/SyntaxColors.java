package org.backprop.editor.source;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.backprop.editor.source.YamlToken.Kind;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** The styles of the tokens, taken from the colour registry; they follow the theme and the user's changes of colours. */
public final class SyntaxColors {
    /** What the ids of the colours in plugin.xml start with; the kind of token in lower case follows. */
    public static final String PREFIX = "org.backprop.editor.";

    private final IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
    private final Map<Kind, Token> tokens = new EnumMap<>(Kind.class);
    private final IPropertyChangeListener listener;

    /**
     * Reads the colours.
     *
     * @param changed called on the UI thread after a colour changed
     */
    public SyntaxColors(Runnable changed) {
        for (Kind kind : Kind.values()) {
            tokens.put(kind, new Token(attribute(kind)));
        }
        listener = event -> {
            tokens.forEach((kind, token) -> token.setData(attribute(kind)));
            changed.run();
        };
        themes.addPropertyChangeListener(listener);
    }

    /** The token of each kind. Its style changes when the theme does. */
    Map<Kind, IToken> tokens() {
        return Map.copyOf(tokens);
    }

    private TextAttribute attribute(Kind kind) {
        ColorRegistry registry = themes.getCurrentTheme().getColorRegistry();
        Color color = kind == Kind.OTHER ? null : registry.get(id(kind));
        return new TextAttribute(color, null, kind == Kind.TYPE ? SWT.BOLD : SWT.NORMAL);
    }

    static String id(Kind kind) {
        return PREFIX + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Stops following the theme. */
    public void dispose() {
        themes.removePropertyChangeListener(listener);
    }
}
