package org.backprop.editor.outline;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.backprop.model.OutlineNode;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;

/** Label, detail in the colour of secondary text, and icon of outline items. */
final class OutlineLabels extends LabelProvider implements IStyledLabelProvider {
    private final Map<OutlineNode.Kind, Image> images = new EnumMap<>(OutlineNode.Kind.class);

    @Override
    public StyledString getStyledText(Object element) {
        OutlineItem item = (OutlineItem) element;
        StyledString text = new StyledString(item.node().label());
        if (!item.node().detail().isEmpty()) {
            text.append("  " + item.node().detail(), StyledString.DECORATIONS_STYLER);
        }
        if (item.parameters() > 0) {
            text.append("  " + NLS.bind(Messages.parameters, number(item.parameters())), StyledString.COUNTER_STYLER);
        }
        return text;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    @Override
    public String getText(Object element) {
        return getStyledText(element).getString();
    }

    @Override
    public Image getImage(Object element) {
        return images.computeIfAbsent(((OutlineItem) element).node().kind(), OutlineLabels::icon);
    }

    private static Image icon(OutlineNode.Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return ImageDescriptor.createFromURL(OutlineLabels.class.getResource("/icons/" + name + ".svg"))
                .createImage();
    }

    @Override
    public void dispose() {
        images.values().forEach(Image::dispose);
        super.dispose();
    }
}
