package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PositionsTest {

    private static Position only(String text) {
        var problems = Texts.read(text).problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.getFirst().position();
    }

    @Test
    void countCarriageReturnAndLineFeedAsOneLineEnd() {
        String text = (Texts.SHORT + "wrong: 1\n").replace("\n", "\r\n");
        assertEquals(new Position(6, 1, text.indexOf("wrong"), 5), only(text));
    }

    @Test
    void countLoneCarriageReturnsAsLineEnds() {
        String text = (Texts.SHORT + "wrong: 1\n").replace('\n', '\r');
        assertEquals(new Position(6, 1, text.indexOf("wrong"), 5), only(text));
    }

    @Test
    void countTheByteOrderMarkInOffsetsButNotInColumns() {
        String text = "\uFEFFwrong: 1\n" + Texts.SHORT;
        assertEquals(new Position(1, 1, 1, 5), only(text));
        String later = "\uFEFF" + Texts.SHORT + "wrong: 1\n";
        assertEquals(new Position(6, 1, later.indexOf("wrong"), 5), only(later));
    }

    @Test
    void countSurrogatePairsAsTwoChars() {
        String text = "# \uD83D\uDE00\uD83D\uDE00\n" + Texts.SHORT + "\uD83D\uDE00x: 1\n";
        assertEquals(new Position(7, 1, text.lastIndexOf("\uD83D\uDE00"), 3), only(text));
        String column = Texts.training("{loss: cross_entropy, \"\uD83D\uDE00\": 1, loss: nll}");
        Position second = Texts.read(column).problems().stream()
                .filter(p -> p.code().equals("DUPLICATE_KEY"))
                .findFirst()
                .orElseThrow()
                .position();
        assertEquals(column.lastIndexOf("loss"), second.offset());
        assertEquals(column.lastIndexOf("loss") - column.lastIndexOf("training") + 1, second.column());
    }

    @Test
    void pointToTheKeyIfTheValueIsNotWritten() {
        String text = Texts.SHORT + "name:\n";
        assertEquals(new Position(6, 1, text.indexOf("name"), 4), only(text));
    }

    @Test
    void includeTheQuotesOfAValue() {
        String text = Texts.SHORT.replace("{dense: 10}", "{dense: \"10\"}");
        assertEquals(new Position(4, 29, text.indexOf("\"10\""), 4), only(text));
    }
}
