package org.backprop.runlog.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void onlyTheSameTextMatches() {
        Token token = Token.random();
        assertTrue(token.matches(new Hello(token.text())));
        assertFalse(token.matches(new Hello("")));
        assertFalse(token.matches(new Hello(token.text() + "0")));
        assertFalse(token.matches(new Hello(Token.random().text())));
    }

    @Test
    void tokensAreLongAndDiffer() {
        assertEquals(64, Token.random().text().length());
        assertNotEquals(Token.random().text(), Token.random().text());
    }

    @Test
    void printingAHelloDoesNotShowTheToken() {
        assertFalse(new Hello("secret").toString().contains("secret"));
    }
}
