package org.backprop.runlog.control;

/** First line of whoever connects to an IDE. */
public sealed interface Greeting permits Hello, Challenge {}
