package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.backprop.model.edit.EditRefusedException;

/**
 * A part of a text with only white space around it.
 *
 * @param kind what it is
 * @param from where it starts
 * @param to the offset behind it
 */
record Piece(Kind kind, int from, int to) {

    /** What a piece is. */
    enum Kind {
        /** A single value or a key, its quotes included. */
        SCALAR,
        /** An anchor or an alias. */
        REFERENCE,
        /** The colon behind a key. */
        COLON,
        /** The dash before an entry of a list. */
        DASH,
        /** The comma between entries in brackets and braces. */
        COMMA,
        /** A bracket or brace that opens. */
        OPEN,
        /** A bracket or brace that closes. */
        CLOSE,
        /** A comment. */
        COMMENT,
        /** The line of three dashes or dots around a document. */
        DOCUMENT
    }

    /** The pieces of a text in their order. */
    static List<Piece> of(Source source) throws EditRefusedException {
        List<Syntax.Scalar> scalars = source.root().stream()
                .flatMap(Source::all)
                .filter(Syntax.Scalar.class::isInstance)
                .map(Syntax.Scalar.class::cast)
                .filter(scalar -> scalar.content() < scalar.end())
                .sorted(Comparator.comparingInt(Syntax.Scalar::content))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        int at = source.text().startsWith("\uFEFF") ? 1 : 0;
        for (Syntax.Scalar scalar : scalars) {
            between(source, at, scalar.content(), pieces);
            pieces.add(new Piece(Kind.SCALAR, scalar.content(), scalar.end()));
            at = scalar.end();
        }
        between(source, at, source.text().length(), pieces);
        return pieces;
    }

    /** The pieces between two values. */
    private static void between(Source source, int from, int to, List<Piece> pieces) throws EditRefusedException {
        int at = from;
        while (at < to) {
            if (!Character.isWhitespace(source.text().charAt(at))) {
                Piece piece = at(source, at);
                pieces.add(piece);
                at = piece.to();
            } else {
                at++;
            }
        }
    }

    private static Piece at(Source source, int at) throws EditRefusedException {
        String text = source.text();
        char c = text.charAt(at);
        Kind kind = switch (c) {
            case '#' -> Kind.COMMENT;
            case '&', '*' -> Kind.REFERENCE;
            case ':' -> Kind.COLON;
            case ',' -> Kind.COMMA;
            case '{', '[' -> Kind.OPEN;
            case '}', ']' -> Kind.CLOSE;
            case '-' -> text.startsWith("---", at) ? Kind.DOCUMENT : Kind.DASH;
            case '.' -> Kind.DOCUMENT;
            default ->
                throw new EditRefusedException(
                        "the text cannot be formatted: it uses " + c + " in a way that is not known");
        };
        int end = switch (kind) {
            case COMMENT -> source.lines().end(at);
            case REFERENCE -> wordEnd(text, at);
            case DOCUMENT -> at + 3;
            default -> at + 1;
        };
        return new Piece(kind, at, end);
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && ",[]{}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
