/** Templates of layers, sections and whole networks: content assist and the preference page. */
package org.backprop.editor.templates;
