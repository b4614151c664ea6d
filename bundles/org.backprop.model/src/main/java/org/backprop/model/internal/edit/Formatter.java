package org.backprop.model.internal.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.TextChange;
import org.backprop.model.internal.edit.Piece.Kind;

/** Changes the white space between the pieces of a text, and that before the lines of values of several lines. */
final class Formatter {

    private final Source source;
    private final Lines lines;
    private final Columns columns;
    private final List<Piece> pieces;
    private final List<TextChange> changes = new ArrayList<>();

    /** The openers around the piece at hand, each with the column of the key or dash that it belongs to. */
    private final Deque<Integer> open = new ArrayDeque<>();

    /** Where the lines around the one at hand begin, innermost first. */
    private final Deque<Shift> outline = new ArrayDeque<>();

    /** What the line at hand moves by. */
    private int moved;

    /** The column at which the last piece ends. */
    private int end;

    /** A column before and after. */
    private record Shift(int from, int to) {}

    private Formatter(Source source) throws EditRefusedException {
        this.source = source;
        this.lines = source.lines();
        this.columns = new Columns(source);
        this.pieces = Piece.of(source);
    }

    /** The changes; none if the text is formatted already. */
    static List<TextChange> format(Source source) throws EditRefusedException {
        Formatter formatter = new Formatter(source);
        formatter.format();
        List<TextChange> changes = List.copyOf(formatter.changes);
        String formatted = TextChange.apply(source.text(), changes);
        if (!PathCheck.sameValues(source.text(), formatted)) {
            throw new EditRefusedException("the text cannot be formatted as it is laid out");
        }
        return changes;
    }

    private void format() {
        int last = source.text().startsWith("\uFEFF") ? 1 : 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() == Kind.CLOSE) {
                open.pop();
            }
            if (i == 0 || lines.start(piece.from()) >= last) {
                startLine(i, last);
            } else {
                int spaces = spaces(pieces.get(i - 1), piece);
                replace(last, piece.from(), " ".repeat(spaces));
                end += spaces;
            }
            if (piece.kind() == Kind.OPEN) {
                open.push(open.isEmpty() ? columns.owner(piece.from()) : open.peek() + Columns.STEP);
            }
            inside(piece);
            last = piece.to();
        }
        endText(last);
    }

    /** The white space before the first piece of a line; lines without a piece become empty. */
    private void startLine(int index, int last) {
        Piece piece = pieces.get(index);
        int column = column(index);
        int at = last;
        while (lines.end(at) < piece.from()) {
            replace(at, lines.end(at), "");
            at = lines.next(at);
        }
        replace(at, piece.from(), " ".repeat(column));
        int before = lines.column(piece.from());
        moved = column - before;
        end = column;
        if (piece.kind() != Kind.COMMENT) {
            while (!outline.isEmpty() && outline.peek().from() >= before) {
                outline.pop();
            }
            outline.push(new Shift(before, column));
            behindDash(index, column);
        }
    }

    private void behindDash(int index, int column) {
        if (index + 1 < pieces.size() && pieces.get(index).kind() == Kind.DASH) {
            int entry = pieces.get(index + 1).from();
            if (entry < lines.end(pieces.get(index).from())) {
                outline.push(new Shift(lines.column(entry), column + Columns.STEP));
            }
        }
    }

    private int column(int index) {
        Piece piece = pieces.get(index);
        if (piece.kind() == Kind.COMMENT) {
            return commentColumn(index);
        }
        if (piece.kind() == Kind.DOCUMENT) {
            return 0;
        }
        if (!open.isEmpty()) {
            return open.peek() + Columns.STEP;
        }
        if (piece.kind() == Kind.CLOSE) {
            return columns.owner(opener(index));
        }
        int column = columns.at(piece.from());
        return column >= 0 ? column : lines.column(piece.from()) + moved;
    }

    /** Where the bracket or brace stands that a piece closes. */
    private int opener(int index) {
        int depth = 0;
        for (int i = index; i >= 0; i--) {
            depth += pieces.get(i).kind() == Kind.CLOSE ? 1 : pieces.get(i).kind() == Kind.OPEN ? -1 : 0;
            if (depth == 0) {
                return pieces.get(i).from();
            }
        }
        return 0;
    }

    /** A comment stands as the line below it, or further in, as a line above it, if it did before. */
    private int commentColumn(int index) {
        int before = lines.column(pieces.get(index).from());
        int next = index + 1;
        while (next < pieces.size() && pieces.get(next).kind() == Kind.COMMENT) {
            next++;
        }
        int below = next == pieces.size() ? 0 : column(next);
        if (next < pieces.size() && (before <= lines.column(pieces.get(next).from()) || !open.isEmpty())) {
            return below;
        }
        int above = outline.stream()
                .filter(shift -> shift.from() <= before)
                .mapToInt(Shift::to)
                .findFirst()
                .orElse(0);
        return Math.max(above, below);
    }

    /** Number of spaces between two pieces of a line. */
    private int spaces(Piece left, Piece right) {
        if (right.kind() == Kind.COMMENT) {
            return Math.max(1, lines.column(right.from()) + moved - end);
        }
        return switch (left.kind()) {
            case OPEN -> 0;
            case COMMA -> right.kind() == Kind.CLOSE ? 0 : 1;
            case REFERENCE -> right.kind() == Kind.COMMA || right.kind() == Kind.CLOSE ? 0 : 1;
            default -> right.kind() == Kind.COLON || right.kind() == Kind.COMMA || right.kind() == Kind.CLOSE ? 0 : 1;
        };
    }

    /** The lines inside of a value of several lines. */
    private void inside(Piece piece) {
        int firstEnd = lines.end(piece.from());
        if (firstEnd >= piece.to()) {
            end += piece.to() - piece.from();
            return;
        }
        boolean block = "|>".indexOf(source.text().charAt(piece.from())) >= 0;
        int owner = columns.owner(piece.from());
        int delta = owner - columnOfOwner(piece);
        int column = open.isEmpty() ? owner + Columns.STEP : open.peek() + Columns.STEP;
        for (int at = lines.next(piece.from()); at < piece.to(); at = lines.next(at)) {
            int text = at;
            while (text < lines.end(at) && source.text().charAt(text) == ' ') {
                text++;
            }
            if (text == lines.end(at)) {
                continue;
            }
            replace(at, text, " ".repeat(block ? Math.max(0, text - at + delta) : column));
        }
        end = lines.column(piece.to()) + (block ? delta : 0);
    }

    /** Where the key or dash of a value stands now: what the lines of a block scalar are indented from. */
    private int columnOfOwner(Piece piece) {
        int at = pieces.indexOf(piece) - 1;
        while (at > 0 && pieces.get(at).kind() != Kind.SCALAR && pieces.get(at).kind() != Kind.DASH) {
            at--;
        }
        return at < 0 ? 0 : lines.column(pieces.get(at).from());
    }

    /** The text ends with one line end, unless a block scalar is its last value. */
    private void endText(int last) {
        boolean block = !pieces.isEmpty()
                && pieces.getLast().kind() == Kind.SCALAR
                && "|>".indexOf(source.text().charAt(pieces.getLast().from())) >= 0;
        if (!pieces.isEmpty() && !block) {
            replace(last, source.text().length(), lines.lineBreak());
        }
    }

    private void replace(int from, int to, String text) {
        if (!source.part(from, to).equals(text)) {
            changes.add(new TextChange(from, to - from, text));
        }
    }
}
