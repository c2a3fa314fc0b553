package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leitai.board.PublicFold;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;
import org.leitai.testkit.Trio;

/** What must hold after every fault. */
final class Aftermath {
    private static final Pattern BOARDS = Pattern.compile(
            "boards: (\\d+) folded from the ledger, (\\d+) of them in Redis, [1-9]\\d* rows compared, 0 diff");

    private final Trio trio;

    Aftermath(Trio trio) {
        this.trio = trio;
    }

    /** Marks are there once, chains are whole, boards are the fold, and no screen ever showed what no prefix of the ledger gives. */
    void isAsItShouldBe(UUID discipline, List<UUID> confirmed, List<Spectator> spectators) throws Exception {
        assertThat(trio.marks(discipline))
                .as("every confirmed mark is in the ledger, none twice")
                .containsAll(confirmed)
                .doesNotHaveDuplicates();
        for (Spectator spectator : spectators) {
            showedPrefixes(discipline, spectator);
        }
        Await.until("boards in Redis are the ledger's fold", () -> {
            Matcher boards = BOARDS.matcher(trio.verify().output());
            return boards.find() && Integer.parseInt(boards.group(2)) >= 2;
        });
        Program.Finished verified = trio.verify();
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(verified.output()).contains(", 0 damaged", "published results: 0 records");
    }

    private void showedPrefixes(UUID discipline, Spectator spectator) throws Exception {
        PublicFold whole = trio.fold(discipline);
        var newest = whole.at(whole.lastSeq());
        Await.until("the screen shows the newest board", () -> {
            List<Spectator.Shown> shown = spectator.shown();
            return !shown.isEmpty() && shown.getLast().rows().equals(newest);
        });
        PublicFold fold = trio.fold(discipline);
        List<Spectator.Shown> rising = spectator.shown().stream()
                .sorted(Comparator.comparingLong(Spectator.Shown::seq))
                .toList();
        for (Spectator.Shown shown : rising) {
            assertThat(shown.rows())
                    .as("what was shown after event %d", shown.seq())
                    .isEqualTo(fold.at(shown.seq()));
        }
    }
}
