package org.leitai.paper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.StreamId;
import org.leitai.paper.domain.PaperCommand;
import org.leitai.paper.domain.PaperEvent;
import org.leitai.paper.domain.Sums;
import org.leitai.platform.http.Json;

/** Golden texts: what the ledger holds of each event; a changed shape needs a new version. */
class PaperCodecTest {
    private static final StreamId STREAM = new StreamId(new UUID(0, 1));
    private static final Sums SUMS = new Sums("007,95,95,-300.5\n008,0,0,", 2);

    private final PaperCodec codec = new PaperCodec();

    @Test
    void every_event_is_written_as_it_always_was_and_read_back() {
        golden(
                new PaperEvent.PaperOpened(STREAM, "{}", "aa"),
                "paper.paper-opened.v1",
                "{\"discipline\":\"00000000-0000-0000-0000-000000000001\",\"rulebook\":\"{}\",\"rulebook_hash\":\"aa\"}");
        golden(
                new PaperEvent.AnswersTaken("ab", SUMS),
                "paper.answers-taken.v1",
                "{\"count\":2,\"evidence\":\"ab\",\"sums\":\"007,95,95,-300.5\\n008,0,0,\"}");
        golden(new PaperEvent.PaperAnnounced(), "paper.paper-announced.v1", "{}");
    }

    @Test
    void every_command_crosses_the_bus() {
        for (PaperCommand command : List.of(
                new PaperCommand.OpenPaper(STREAM, "{}", "aa"),
                new PaperCommand.TakeAnswers("ab", SUMS),
                new PaperCommand.AnnouncePaper())) {
            assertThat(codec.read(codec.write(command))).isEqualTo(command);
        }
    }

    private void golden(PaperEvent event, String name, String json) {
        assertThat(codec.name(event)).isEqualTo(name);
        assertThat(Json.buffer(codec.write(event)).toString()).isEqualTo(json);
        assertThat(codec.read(name, codec.write(event))).isEqualTo(event);
    }
}
