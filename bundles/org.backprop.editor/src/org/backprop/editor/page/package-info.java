/** What the pages of the editor that show the text in another form have in common. */
package org.backprop.editor.page;
