package org.leitai.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * What the demonstration's people carry in their pockets: ids, codes and PINs. Kept in the data folder (mode 0600), so that a second
 * start goes on where the first one stopped.
 */
record Notes(
        String contest, String organiserPassword, List<Discipline> disciplines, String entryNumber, String entryCode) {
    /** The password of the demonstration's officers; theirs is no secret, unlike the organiser's. */
    static final String OFFICER_PASSWORD = "leitai-demo-officer";

    static final String ENCRYPTION_OFFICER = "encryption";
    static final String SUPERVISOR = "supervisor";

    /** One discipline and its seats. */
    record Discipline(String id, String code, List<Seat> seats) {}

    /** A seat with what is printed on its card. */
    record Seat(String id, String label, String role, String code, String pin) {
        private JsonObject json() {
            return new JsonObject()
                    .put("id", id)
                    .put("label", label)
                    .put("role", role)
                    .put("code", code)
                    .put("pin", pin);
        }

        private static Seat of(JsonObject json) {
            return new Seat(
                    json.getString("id"),
                    json.getString("label"),
                    json.getString("role"),
                    json.getString("code"),
                    json.getString("pin"));
        }
    }

    Discipline discipline(String code) {
        return disciplines.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static Optional<Notes> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonObject json = new JsonObject(Files.readString(file));
            List<Discipline> disciplines = json.getJsonArray("disciplines").stream()
                    .map(JsonObject.class::cast)
                    .map(Notes::discipline)
                    .toList();
            return Optional.of(new Notes(
                    json.getString("contest"),
                    json.getString("password"),
                    disciplines,
                    json.getString("entryNumber"),
                    json.getString("entryCode")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Discipline discipline(JsonObject json) {
        List<Seat> seats = json.getJsonArray("seats").stream()
                .map(JsonObject.class::cast)
                .map(Seat::of)
                .toList();
        return new Discipline(json.getString("id"), json.getString("code"), seats);
    }

    void write(Path file) {
        JsonArray all = new JsonArray();
        disciplines.forEach(one -> all.add(new JsonObject()
                .put("id", one.id())
                .put("code", one.code())
                .put("seats", new JsonArray(one.seats().stream().map(Seat::json).toList()))));
        JsonObject json = new JsonObject()
                .put("contest", contest)
                .put("password", organiserPassword)
                .put("disciplines", all)
                .put("entryNumber", entryNumber)
                .put("entryCode", entryCode);
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path fresh = Files.createTempFile(file.getParent(), "demo", ".json", ownerOnly);
            Files.writeString(fresh, json.encodePrettily());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
