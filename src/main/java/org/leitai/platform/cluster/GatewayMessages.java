package org.leitai.platform.cluster;

import java.util.Map;
import java.util.TreeMap;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.trace.Trace;

/** What gateways say to each other, as documents. */
final class GatewayMessages {
    private GatewayMessages() {}

    static Doc.Obj submit(StreamKind kind, StreamId stream, Doc.Obj command, Act act) {
        return Doc.obj()
                .put("kind", kind.code())
                .put("stream", stream.value())
                .put("command", command)
                .put("act", act(act))
                .put("trace", Trace.current())
                .build();
    }

    static Doc.Obj ask(StreamKind kind, StreamId stream, String view, Doc.Obj question) {
        return Doc.obj()
                .put("kind", kind.code())
                .put("stream", stream.value())
                .put("view", view)
                .put("question", question)
                .put("trace", Trace.current())
                .build();
    }

    /** The request at whose edge this began. */
    static String trace(Doc.Obj message) {
        return message.get("trace") == null ? Trace.NONE : message.text("trace");
    }

    static StreamKind kind(Doc.Obj message) {
        return StreamKind.ofCode(message.text("kind"));
    }

    static StreamId stream(Doc.Obj message) {
        return new StreamId(message.uuid("stream"));
    }

    static boolean isQuestion(Doc.Obj message) {
        return message.get("view") != null;
    }

    /** The kind's own command type: callers name kind and command together. */
    @SuppressWarnings("unchecked")
    static <C extends Command> Doc.Obj command(KeeperKind<?, C, ?> kind, Command command) {
        return kind.commands().write((C) command);
    }

    static Act act(Doc.Obj message) {
        Doc.Obj act = message.obj("act");
        return new Act(
                act.uuid("actor"),
                act.uuid("seat"),
                act.uuid("device"),
                act.integer("act"),
                act.integer("uncertainty"),
                act.uuid("key"));
    }

    static Doc.Obj outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed ->
                Doc.obj()
                        .put("seq", committed.seq())
                        .put("recorded", committed.recordedMicros())
                        .put("events", Doc.texts(committed.events()))
                        .put("again", committed.again())
                        .build();
            case Outcome.Refused(Refusal refusal) -> {
                Doc.Builder values = Doc.obj();
                refusal.values().forEach((name, value) -> values.put(name, value));
                yield Doc.obj()
                        .put("code", refusal.code())
                        .put("detail", refusal.detail())
                        .put("values", values.build())
                        .build();
            }
        };
    }

    static Outcome outcome(Doc.Obj answer) {
        if (answer.get("code") == null) {
            return new Outcome.Committed(
                    answer.integer("seq"), answer.integer("recorded"), answer.texts("events"), answer.bool("again"));
        }
        Map<String, String> values = new TreeMap<>();
        Doc.Obj told = answer.obj("values");
        told.fields().keySet().forEach(name -> values.put(name, told.text(name)));
        return new Outcome.Refused(new Refusal(answer.text("code"), answer.text("detail"), values));
    }

    private static Doc.Obj act(Act act) {
        return Doc.obj()
                .put("actor", act.actor())
                .put("seat", act.seat())
                .put("device", act.device())
                .put("act", act.actMicros())
                .put("uncertainty", act.uncertaintyMicros())
                .put("key", act.key())
                .build();
    }
}
