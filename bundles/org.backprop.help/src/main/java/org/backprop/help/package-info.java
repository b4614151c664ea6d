/**
 * Writes the help at build time: reference pages from the catalogue and {@code formulas/}, pages from Markdown, contents and
 * index. None of it is in the bundle, which holds only what is written here.
 */
package org.backprop.help;
