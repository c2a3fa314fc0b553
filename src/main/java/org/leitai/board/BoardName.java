package org.leitai.board;

import java.util.Optional;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.StreamId;
import org.leitai.platform.bus.Addresses;

/** The name of one audience's board of one discipline: {@code <discipline>/<audience>}. */
record BoardName(StreamId discipline, Audience audience) {
    static Optional<BoardName> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            StreamId discipline = StreamId.parse(text.substring(0, slash));
            return Audience.ofCode(text.substring(slash + 1)).map(audience -> new BoardName(discipline, audience));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String address(Addresses addresses) {
        return addresses.board(discipline) + "/" + audience.code();
    }

    @Override
    public String toString() {
        return discipline + "/" + audience.code();
    }
}
