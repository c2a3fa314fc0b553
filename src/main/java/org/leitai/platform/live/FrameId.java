package org.leitai.platform.live;

import org.jspecify.annotations.Nullable;

/**
 * What a viewer holds of a board: an epoch and how far. Equal ids mean equal content.
 *
 * @param seq the stream's sequence number up to which the frame is folded
 */
public record FrameId(Epoch epoch, long seq) {
    /** The id in that text, or null when it is none: a viewer with an unreadable id simply gets a snapshot. */
    public static @Nullable FrameId parseOrNull(@Nullable String text) {
        int colon = text == null ? -1 : text.lastIndexOf(':');
        if (text == null || colon < 0) {
            return null;
        }
        try {
            return new FrameId(Epoch.parse(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return epoch + ":" + seq;
    }
}
