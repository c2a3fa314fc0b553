package org.leitai;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A request for each operation that is valid for the contract, so that permission alone decides. */
final class PermissionRequests {
    private final Map<String, String> ids;

    PermissionRequests(Map<String, String> ids) {
        this.ids = ids;
    }

    private String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    String query(String row) {
        return switch (row) {
            case "getBoard staff", "getBoardNeighbours staff" -> "?audience=staff";
            case "findBoardRows" -> "?q=1";
            case "findBoardRows staff" -> "?q=1&audience=staff";
            case "getBoardPage" -> "?division=staff";
            case "streamBoards" -> "?boards=" + ids.get("disciplineId") + "/public";
            case "streamBoards staff" -> "?boards=" + ids.get("disciplineId") + "/staff";
            default -> "";
        };
    }

    static String type(String operation) {
        return switch (operation) {
            case "checkRulebook" -> "application/yaml";
            case "previewImport", "sendAnswers" -> "text/csv";
            default -> "application/json";
        };
    }

    String body(String operation) {
        String key = UUID.randomUUID().toString();
        return switch (operation) {
            case "checkRulebook" -> "rulebook: x\n";
            case "previewImport" -> "单位名称,代表队\n示例厂,任城区\n";
            default -> fields(operation, key).encode();
        };
    }

    private JsonObject fields(String operation, String key) {
        return switch (operation) {
            case "signIn" -> json("login", "nobody-here", "password", "wrong");
            case "openSeat" -> json("code", "ZZZZ2222", "device", key);
            case "openEntry" -> json("number", "W-999", "code", "ZZZZ2222");
            case "addAccount" -> json("login", "a" + key.substring(0, 8), "name", "示例", "password", "a-long-password");
            case "grantRole" -> json("account", id("account"), "role", "host");
            case "createContest" -> contest();
            case "addDiscipline" -> json("code", "X", "titleZh", "示例", "rulebook", "speech");
            case "reportTablet" -> json("unsent", 0);
            case "setWall" -> json("name", "示例大屏");
            case "addSeat" -> json("label", key.substring(0, 4), "role", "judge");
            case "fillSeat" -> json("name", "示例");
            case "planSessions" -> new JsonObject().put("sessions", new JsonArray());
            case "moveCursor" -> json("stage", "practical", "subject", "1");
            case "setClock" ->
                json("key", key, "stage", "practical", "subject", "1", "running", true, "shownMillis", 0);
            case "setEntryStatus" -> json("status", "dns", "reason", "示例");
            case "postMarks" -> json("marks", new JsonArray().add(mark(key)));
            case "signSheet" ->
                json("key", key, "stage", "practical", "form", "plate-xray", "subject", "1", "pin", "0")
                        .put("marks", new JsonArray().add(key));
            case "noteOnSheet" -> sheet(key).put("text", "示例").put("actMicros", 1);
            case "cosignSheet" -> sheet(key).put("seat", key).put("by", "contestant");
            case "refuseCosigning" ->
                sheet(key).put("seat", key).put("by", "contestant").put("reason", "示例");
            case "returnSheet" ->
                json("stage", "practical", "form", "plate-xray", "subject", "1", "seat", key, "reason", "示例");
            case "adjustScore" -> json("stage", "practical", "subject", "1", "node", "xray", "by", "0", "reason", "示例");
            case "recordLots" ->
                json("order", new JsonArray().add(key).add(UUID.randomUUID().toString()), "reason", "示例");
            case "decideClaim" -> json("accept", true, "reason", "示例");
            case "addUnit" -> json("name", "示例厂" + key.substring(0, 4), "delegation", "任城区");
            case "addEntry" -> json("discipline", id("disciplineId"), "name", "示例");
            case "apply" -> json("discipline", id("disciplineId"), "name", "示例", "consent", "1");
            case "rejectEntry" -> json("reason", "other");
            case "giveBlindNumbers" -> json("mode", "sealed");
            case "openIdentities" -> json("stage", "practical");
            case "issueResults" -> json("pin", "0");
            default -> new JsonObject();
        };
    }

    private static JsonObject sheet(String key) {
        return json("key", key, "stage", "practical", "form", "plate-xray", "subject", "1");
    }

    private static JsonObject mark(String key) {
        return json("key", key, "stage", "practical", "subject", "1", "aspect", "xray", "value", "1", "actMicros", 1);
    }

    static JsonObject contest() {
        return json("level", "city", "firstDay", "2026-11-23", "lastDay", "2026-11-23")
                .put("title", json("zh", "示例竞赛", "en", "Sample"));
    }

    static JsonObject json(Object... pairs) {
        var object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }
}
