package org.leitai.installation;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Reply;

/** Tablets report; staff see tablets and nodes; everybody learns where the doors are. */
final class InstallationRoutes {
    private final Presence presence;
    private final Origins origins;
    private final DisciplineNames names;
    private final LongSupplier nowMicros;

    InstallationRoutes(Presence presence, Origins origins, DisciplineNames names, LongSupplier nowMicros) {
        this.presence = presence;
        this.origins = origins;
        this.names = names;
        this.nowMicros = nowMicros;
    }

    void bind(Operations operations) {
        operations
                .on("getAddresses", this::addresses)
                .on("reportTablet", this::report)
                .on("listTablets", this::tablets)
                .on("getInstallation", this::installation);
    }

    private Future<Reply> addresses(Call call) {
        return Future.succeededFuture(Reply.ok(Doc.obj()
                .put("secure", origins.secure(call.asked()))
                .put("open", origins.open(call.asked()))
                .build()));
    }

    private Future<Reply> report(Call call) {
        TabletReport report =
                TabletReport.of(InstallationAccess.tablet(call.principal()), call.body(), nowMicros.getAsLong());
        return presence.heard(report).map(Reply.noContent());
    }

    private Future<Reply> tablets(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return names.contest(discipline)
                .compose(contest -> {
                    InstallationAccess.maySeeTablets(call.principal(), contest, discipline);
                    return presence.tablets();
                })
                .map(all -> all.stream()
                        .filter(tablet -> tablet.discipline().equals(discipline))
                        .toList())
                .compose(mine -> named(mine, List.of()))
                .map(found -> Reply.ok(Doc.obj()
                        .put("nowMicros", nowMicros.getAsLong())
                        .put("tablets", found.tablets())
                        .build()));
    }

    private Future<Reply> installation(Call call) {
        InstallationAccess.maySeeInstallation(call.principal());
        return presence.tablets()
                .compose(tablets -> presence.nodes().compose(nodes -> named(tablets, nodes)))
                .map(found -> Reply.ok(Doc.obj()
                        .put("nowMicros", nowMicros.getAsLong())
                        .put("nodes", found.nodes())
                        .put("tablets", found.tablets())
                        .build()));
    }

    /** With the words that people know disciplines and seats by. */
    private Future<Named> named(List<TabletReport> tablets, List<NodeReport> nodes) {
        Set<UUID> disciplines = new HashSet<>();
        tablets.forEach(tablet -> disciplines.add(tablet.discipline().value()));
        nodes.forEach(node -> disciplines.addAll(node.arenas()));
        Set<UUID> seated = new HashSet<>();
        tablets.forEach(tablet -> seated.add(tablet.discipline().value()));
        return names.titles(disciplines)
                .compose(titles -> names.labels(seated)
                        .map(labels -> new Named(
                                tablets.stream()
                                        .map(tablet -> tablet(tablet, titles, labels))
                                        .toList(),
                                nodes.stream().map(node -> node(node, titles)).toList())));
    }

    private static Doc.Obj tablet(TabletReport tablet, Map<UUID, Doc.Obj> titles, Map<UUID, String> labels) {
        return tablet.document()
                .put("label", labels.getOrDefault(tablet.seat(), ""))
                .put("title", titles.get(tablet.discipline().value()))
                .build();
    }

    private static Doc.Obj node(NodeReport node, Map<UUID, Doc.Obj> titles) {
        List<Doc.Obj> arenas = new ArrayList<>();
        node.arenas()
                .forEach(arena -> arenas.add(Doc.obj()
                        .put("id", arena)
                        .put("title", titles.get(arena))
                        .build()));
        return node.document().put("arenas", arenas).build();
    }

    private record Named(List<Doc.Obj> tablets, List<Doc.Obj> nodes) {}
}
