package org.leitai.installation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.shareddata.AsyncMap;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leitai.platform.http.Json;

/** The last reports of tablets and nodes, shared by all nodes; what nobody repeats is forgotten. Safe on any thread. */
final class Presence {
    /** A tablet that was put away in the morning is still listed in the evening. */
    private static final long TABLET_KEPT_MILLIS = TimeUnit.HOURS.toMillis(12);

    private static final long NODE_KEPT_MILLIS = TimeUnit.SECONDS.toMillis(15);

    private final AsyncMap<String, String> tablets;
    private final AsyncMap<String, String> nodes;

    private Presence(AsyncMap<String, String> tablets, AsyncMap<String, String> nodes) {
        this.tablets = tablets;
        this.nodes = nodes;
    }

    static Future<Presence> open(Vertx vertx) {
        return vertx.sharedData()
                .<String, String>getAsyncMap("leitai.tablets")
                .compose(tablets -> vertx.sharedData()
                        .<String, String>getAsyncMap("leitai.nodes")
                        .map(nodes -> new Presence(tablets, nodes)));
    }

    Future<Void> heard(TabletReport report) {
        return tablets.put(report.key(), text(report.document()), TABLET_KEPT_MILLIS);
    }

    Future<Void> heard(NodeReport report) {
        return nodes.put(report.node().toString(), text(report.document()), NODE_KEPT_MILLIS);
    }

    /** Those that hold unsent marks first, then by seat, so that a list does not jump. */
    Future<List<TabletReport>> tablets() {
        return tablets.values()
                .map(all -> all.stream()
                        .map(kept -> TabletReport.read(Json.obj(Buffer.buffer(kept))))
                        .sorted(Comparator.comparing((TabletReport one) -> one.unsent() == 0)
                                .thenComparing(TabletReport::key))
                        .toList());
    }

    Future<List<NodeReport>> nodes() {
        return nodes.values()
                .map(all -> all.stream()
                        .map(kept -> NodeReport.read(Json.obj(Buffer.buffer(kept))))
                        .sorted(Comparator.comparing(NodeReport::address).thenComparing(NodeReport::node))
                        .toList());
    }

    private static String text(org.leitai.kernel.doc.Doc.Builder document) {
        return Json.buffer(document.build()).toString();
    }
}
