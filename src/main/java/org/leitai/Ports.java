package org.leitai;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leitai.judging.Faces;
import org.leitai.judging.domain.Link;
import org.leitai.kernel.StreamId;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.observe.PostgresChecks;
import org.leitai.registration.Registration;
import org.leitai.registration.SealedDraws;
import org.leitai.results.Draws;

/** Where one feature asks another through an interface of its own, the answer is fitted here. */
final class Ports {
    private Ports() {}

    static Faces faces(Registration registration) {
        return new Faces() {
            @Override
            public Future<UUID> keep(StreamId contest, String name) {
                return registration.people().keep(contest, name);
            }

            @Override
            public Future<Map<UUID, String>> people(Collection<UUID> people) {
                return registration.people().names(people);
            }

            @Override
            public Future<Map<UUID, Face>> entries(StreamId contest, Collection<UUID> entries) {
                return registration.faces().of(contest, entries).map(found -> {
                    Map<UUID, Face> faces = new LinkedHashMap<>();
                    found.forEach(
                            (entry, face) -> faces.put(entry, new Face(face.name(), face.unit(), face.delegation())));
                    return faces;
                });
            }
        };
    }

    static Draws draws(SealedDraws sealed) {
        return (discipline, stage, commitment) -> sealed.find(discipline, stage, commitment)
                .map(draw -> Optional.ofNullable(draw)
                        .map(found -> new Draws.Draw(
                                found.seed(),
                                found.numbers().entrySet().stream()
                                        .map(link -> new Link(link.getValue(), link.getKey()))
                                        .toList())));
    }

    /** A node keeps streams only while its clock is right. */
    static Future<Boolean> fitness(PostgresChecks checks, Keepers keepers) {
        return checks.clockAgrees().onSuccess(agrees -> {
            if (agrees) {
                keepers.clockAgrees();
            }
        });
    }
}
