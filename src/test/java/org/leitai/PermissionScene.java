package org.leitai;

import static org.leitai.PermissionRequests.contest;
import static org.leitai.PermissionRequests.json;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leitai.platform.http.Contract;

/** A contest with one discipline in which everybody has a session of their own. */
final class PermissionScene {
    private final Map<String, PermissionCaller> callers = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final URI server;
    private final PermissionRequests requests = new PermissionRequests(ids);

    private PermissionScene(URI server) {
        this.server = server;
    }

    static PermissionScene set(LeitaiNode node) throws Exception {
        var scene = new PermissionScene(node.http());
        PermissionCaller root = scene.caller("installation");
        root.signIn("session", json("login", node.login(), "password", node.password()));
        String contest = root.make("contests", contest());
        String discipline = root.make(
                "contests/" + contest + "/disciplines",
                json("code", "W", "titleZh", "焊工", "titleEn", "Welding", "rulebook", "welding-2022"));
        root.make("contests/" + contest + "/publish", json());
        scene.ids.put("contestId", contest);
        scene.ids.put("disciplineId", discipline);
        scene.entries(root, contest, discipline);
        scene.seats(root, "disciplines/" + discipline + "/seats");
        scene.officers(root, contest);
        scene.caller("anonymous");
        return scene;
    }

    private void entries(PermissionCaller root, String contest, String discipline) throws Exception {
        String all = "contests/" + contest + "/entries";
        JsonObject entry = json(
                "discipline", discipline, "division", "staff", "name", "示例甲", "unit", "任城示例厂", "delegation", "任城区");
        String own = root.make(all, entry);
        String other = root.make(all, entry.copy().put("name", "示例乙"));
        root.make("disciplines/" + discipline + "/draw-order", json("seed", "matrix"));
        JsonObject slip = root.post(all + "/" + own + "/code", json());
        caller("contestant")
                .signIn("entry-session", json("number", slip.getString("number"), "code", slip.getString("code")));
        ids.put("entryId", other);
        ids.put("wall", "1");
        ids.put("personId", UUID.randomUUID().toString());
    }

    private void seats(PermissionCaller root, String seats) throws Exception {
        ids.put("seatId", root.make(seats, json("label", "9", "role", "judge")));
        for (String role : List.of("judge", "chief-judge")) {
            String seat = root.make(seats, json("label", "1", "role", role));
            root.make(seats + "/" + seat + "/fill", json("name", "示例裁判"));
            String code = root.post(seats + "/" + seat + "/card", json()).getString("code");
            caller(role.equals("judge") ? "judge" : "chief")
                    .signIn(
                            "seat-session",
                            json("code", code, "device", UUID.randomUUID().toString()));
        }
    }

    private void officers(PermissionCaller root, String contest) throws Exception {
        for (String role : PermissionMatrixIT.STAFF) {
            appoint(root, contest, role, role);
        }
        appoint(root, root.make("contests", contest()), "outsider", "organiser");
        ids.put("grantId", UUID.randomUUID().toString());
        ids.put("account", root.make("accounts", json("login", "spare", "name", "示例", "password", "a-long-password")));
    }

    private void appoint(PermissionCaller root, String contest, String who, String role) throws Exception {
        JsonObject account = json("login", who, "name", "示例", "password", "a-long-password");
        root.make("contests/" + contest + "/roles", json("account", root.make("accounts", account), "role", role));
        caller(who).signIn("session", json("login", who, "password", "a-long-password"));
    }

    private PermissionCaller caller(String who) {
        return callers.computeIfAbsent(who, fresh -> new PermissionCaller(server));
    }

    Set<String> people() {
        return callers.keySet();
    }

    /** The problem's code, or an empty text when it was done. */
    String call(String who, Contract.Operation operation, String row) throws Exception {
        String path = operation.path();
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return send(who, operation, row, path);
    }

    /** The same about things that do not exist: every id in the address is new. */
    String callUnknown(String who, Contract.Operation operation) throws Exception {
        if (operation.id().equals("streamBoards")) {
            // Of public boards a stream says itself which of them do not exist.
            return caller(who).send("GET", operation.path() + "?boards=" + UUID.randomUUID() + "/staff", "", "");
        }
        return send(
                who,
                operation,
                operation.id(),
                operation.path().replace("{rulebookId}", "no-such-rulebook").replace("{wall}", "1"));
    }

    /** The problem's code about the scene's own contest. */
    String put(String who, String path, JsonObject body) throws Exception {
        String address = "/api/v1/contests/" + ids.get("contestId") + "/" + path;
        return caller(who).send("PUT", address, "application/json", body.encode());
    }

    /** What that caller was last answered when an act was done. */
    String answered(String who) {
        return caller(who).answered();
    }

    private String send(String who, Contract.Operation operation, String row, String address) throws Exception {
        String path = address.replace("{stage}", "practical")
                .replace("{stageId}", "practical")
                .replace("{kind}", "units")
                .replace("{rulebookId}", "speech")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        return caller(who)
                .send(
                        operation.method().name(),
                        path + requests.query(row),
                        PermissionRequests.type(operation.id()),
                        requests.body(operation.id()));
    }
}
