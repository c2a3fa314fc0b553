package org.leitai.contest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.contest.domain.ContestEvent;
import org.leitai.contest.domain.ContestEvent.ContestCreated;
import org.leitai.contest.domain.ContestEvent.ContestPublished;
import org.leitai.contest.domain.ContestEvent.DisciplineAdded;
import org.leitai.contest.domain.ContestEvent.RegistrationClosed;
import org.leitai.contest.domain.ContestEvent.RegistrationOpened;
import org.leitai.contest.domain.ContestEvent.RoleGranted;
import org.leitai.contest.domain.ContestEvent.RoleRevoked;
import org.leitai.contest.domain.ContestEvent.WallRemoved;
import org.leitai.contest.domain.ContestEvent.WallSet;
import org.leitai.contest.domain.Division;
import org.leitai.contest.domain.Level;
import org.leitai.contest.domain.Title;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Json;

/** Golden texts: what the ledger holds of each event; a changed shape needs a new version. */
class ContestEventCodecTest {
    private static final UUID ID = new UUID(0, 1);
    private static final String TEXT = "00000000-0000-0000-0000-000000000001";
    private static final StreamId STREAM = new StreamId(ID);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final ContestEventCodec codec = new ContestEventCodec();

    @Test
    void every_event_is_written_as_it_always_was_and_read_back() {
        Title title = new Title("中", "en");
        String words = "\"title\":{\"en\":\"en\",\"zh\":\"中\"}";
        golden(
                new ContestCreated(title, Level.CITY, DAY, DAY, "37", "馆", STREAM),
                "contest.contest-created.v1",
                "{\"firstDay\":\"2026-11-23\",\"lastDay\":\"2026-11-23\",\"level\":\"city\",\"office\":\"37\",\"roll\":\""
                        + TEXT + "\"," + words + ",\"venue\":\"馆\"}");
        golden(
                new DisciplineAdded(STREAM, "W", title, "aa", List.of(new Division("staff", title))),
                "contest.discipline-added.v1",
                "{\"code\":\"W\",\"discipline\":\"" + TEXT + "\",\"divisions\":[{\"id\":\"staff\"," + words
                        + "}],\"rulebookHash\":\"aa\"," + words + "}");
        golden(new ContestPublished(), "contest.contest-published.v1", "{}");
        golden(new RegistrationOpened(), "contest.registration-opened.v1", "{}");
        golden(new RegistrationClosed(), "contest.registration-closed.v1", "{}");
        golden(
                new RoleGranted(ID, ID, Role.SUPERVISOR, null),
                "contest.role-granted.v1",
                "{\"account\":\"" + TEXT + "\",\"grant\":\"" + TEXT + "\",\"role\":\"supervisor\"}");
        golden(new RoleRevoked(ID), "contest.role-revoked.v1", "{\"grant\":\"" + TEXT + "\"}");
        golden(
                new WallSet(3, "大屏 3", STREAM),
                "contest.wall-set.v1",
                "{\"discipline\":\"" + TEXT + "\",\"name\":\"大屏 3\",\"number\":3}");
        golden(new WallSet(3, "大屏 3", null), "contest.wall-set.v1", "{\"name\":\"大屏 3\",\"number\":3}");
        golden(new WallRemoved(3), "contest.wall-removed.v1", "{\"number\":3}");
    }

    private void golden(ContestEvent event, String name, String json) {
        assertThat(codec.name(event)).isEqualTo(name);
        assertThat(Json.buffer(codec.write(event)).toString()).isEqualTo(json);
        assertThat(codec.read(name, codec.write(event))).isEqualTo(event);
    }
}
