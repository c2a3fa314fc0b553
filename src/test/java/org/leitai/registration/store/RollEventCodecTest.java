package org.leitai.registration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.ledger.UnknownEventException;
import org.leitai.registration.domain.Entry;
import org.leitai.registration.domain.Member;
import org.leitai.registration.domain.RollEvent;
import org.leitai.registration.domain.RollEvent.DrawHeld;
import org.leitai.registration.domain.RollEvent.EntryApproved;
import org.leitai.registration.domain.RollEvent.EntryArrived;
import org.leitai.registration.domain.RollEvent.EntryCalled;
import org.leitai.registration.domain.RollEvent.EntryRejected;
import org.leitai.registration.domain.RollEvent.EntrySubmitted;
import org.leitai.registration.domain.RollEvent.EntryWithdrawn;
import org.leitai.registration.domain.RollEvent.PersonErased;
import org.leitai.registration.domain.RollEvent.RollOpened;
import org.leitai.registration.domain.RollEvent.UnitRegistered;
import org.leitai.registration.domain.Unit;

/** Golden texts: what the ledger holds of each event; a changed shape needs a new version. */
class RollEventCodecTest {
    private static final UUID ID = new UUID(0, 1);
    private static final String TEXT = "00000000-0000-0000-0000-000000000001";
    private static final StreamId STREAM = new StreamId(ID);

    private final RollEventCodec codec = new RollEventCodec();

    @Test
    void every_event_is_written_as_it_always_was_and_read_back() {
        String entry = "{\"entry\":\"" + TEXT + "\"}";
        golden(new RollOpened(STREAM), "registration.roll-opened.v1", "{\"contest\":\"" + TEXT + "\"}");
        golden(
                new UnitRegistered(new Unit(ID, "示例厂", "示例", "rencheng")),
                "registration.unit-registered.v1",
                "{\"delegation\":\"rencheng\",\"id\":\"" + TEXT + "\",\"name\":\"示例厂\",\"shortName\":\"示例\"}");
        golden(
                new EntrySubmitted(new Entry.Application(
                        ID, STREAM, "W", "staff", ID, "rencheng", Act.NOBODY, List.of(new Member(ID, "aa")), "1")),
                "registration.entry-submitted.v1",
                "{\"code\":\"W\",\"consent\":\"1\",\"delegation\":\"rencheng\",\"discipline\":\"" + TEXT
                        + "\",\"division\":\"staff\",\"entry\":\"" + TEXT
                        + "\",\"members\":[{\"commitment\":\"aa\",\"person\":\"" + TEXT + "\"}],\"unit\":\"" + TEXT
                        + "\"}");
        golden(
                new EntryApproved(ID, "W-001"),
                "registration.entry-approved.v1",
                "{\"entry\":\"" + TEXT + "\",\"number\":\"W-001\"}");
        golden(
                new EntryRejected(ID, "other"),
                "registration.entry-rejected.v1",
                "{\"entry\":\"" + TEXT + "\",\"reason\":\"other\"}");
        golden(new EntryWithdrawn(ID), "registration.entry-withdrawn.v1", entry);
        golden(new EntryArrived(ID), "registration.entry-arrived.v1", entry);
        golden(new EntryCalled(ID), "registration.entry-called.v1", entry);
        golden(
                new DrawHeld(STREAM, "seed", "sha256-order/1", List.of(ID)),
                "registration.draw-held.v1",
                "{\"discipline\":\"" + TEXT + "\",\"method\":\"sha256-order/1\",\"order\":[\"" + TEXT
                        + "\"],\"seed\":\"seed\"}");
        golden(new PersonErased(ID), "registration.person-erased.v1", "{\"person\":\"" + TEXT + "\"}");
    }

    @Test
    void an_unknown_version_is_not_guessed_at() {
        assertThatThrownBy(() ->
                        codec.read("registration.entry-approved.v2", Doc.obj().build()))
                .isInstanceOf(UnknownEventException.class);
    }

    private void golden(RollEvent event, String name, String json) {
        assertThat(codec.name(event)).isEqualTo(name);
        assertThat(Json.buffer(codec.write(event)).toString()).isEqualTo(json);
        assertThat(codec.read(name, codec.write(event))).isEqualTo(event);
    }
}
