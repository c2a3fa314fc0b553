package org.leitai.platform.ledger;

import io.vertx.sqlclient.Row;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;

/** Rows of the ledger's tables as values. */
final class LedgerRows {
    static final String EVENT_COLUMNS = """
            stream, seq, ledger, name, body, actor, seat, device, act_micros, uncertainty_micros, recorded_micros,
            command_key, part, request, leaf, chain""";
    static final String HEAD_COLUMNS = "stream, ledger, kind, parent, seq, hash, owner, term, created_micros";

    private LedgerRows() {}

    static ChainedEvent event(Row row) {
        Act act = new Act(
                row.getUUID("actor"),
                row.getUUID("seat"),
                row.getUUID("device"),
                row.getLong("act_micros"),
                row.getLong("uncertainty_micros"),
                row.getUUID("command_key"));
        LedgerEvent event = new LedgerEvent(
                row.getUUID("ledger"),
                new StreamId(row.getUUID("stream")),
                row.getLong("seq"),
                row.getString("name"),
                row.getBuffer("body"),
                act,
                row.getLong("recorded_micros"),
                row.getInteger("part"),
                Hash.stored(row.getBuffer("request")));
        return new ChainedEvent(event, Hash.stored(row.getBuffer("leaf")), Hash.stored(row.getBuffer("chain")));
    }

    static Head head(Row row) {
        return new Head(
                row.getUUID("ledger"),
                new StreamId(row.getUUID("stream")),
                StreamKind.ofCode(row.getString("kind")),
                row.getUUID("parent"),
                row.getLong("seq"),
                Hash.stored(row.getBuffer("hash")),
                row.getUUID("owner"),
                row.getLong("term"),
                row.getLong("created_micros"));
    }
}
