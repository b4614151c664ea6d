package org.backprop.editor.source;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;

/** Gives the platform's presentation reconciler the tokens of a model file with their styles. */
final class YamlScanner implements ITokenScanner {
    private final Map<YamlToken.Kind, IToken> styles;
    private final Set<String> types;
    private Iterator<YamlToken> tokens;
    private YamlToken current;
    private int start;

    /**
     * Creates a scanner.
     *
     * @param styles the platform's token, with a text attribute, for every kind
     * @param types names to show as types
     */
    YamlScanner(Map<YamlToken.Kind, IToken> styles, Set<String> types) {
        this.styles = styles;
        this.types = types;
    }

    @Override
    public void setRange(IDocument document, int offset, int length) {
        start = lineStart(document, offset);
        int end = Math.min(offset + length, document.getLength());
        tokens = tokens(document, end).iterator();
        current = null;
    }

    private List<YamlToken> tokens(IDocument document, int end) {
        try {
            return YamlLexer.tokens(document.get(start, end - start), types);
        } catch (BadLocationException documentChangedMeanwhile) {
            return List.of();
        }
    }

    private static int lineStart(IDocument document, int offset) {
        try {
            return document.getLineInformationOfOffset(offset).getOffset();
        } catch (BadLocationException documentChangedMeanwhile) {
            return 0;
        }
    }

    @Override
    public IToken nextToken() {
        if (!tokens.hasNext()) {
            return Token.EOF;
        }
        current = tokens.next();
        return styles.get(current.kind());
    }

    @Override
    public int getTokenOffset() {
        return start + current.offset();
    }

    @Override
    public int getTokenLength() {
        return current.length();
    }
}
