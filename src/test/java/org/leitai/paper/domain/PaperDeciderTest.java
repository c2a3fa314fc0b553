package org.leitai.paper.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.StreamId;
import org.leitai.paper.domain.PaperCommand.AnnouncePaper;
import org.leitai.paper.domain.PaperCommand.OpenPaper;
import org.leitai.paper.domain.PaperCommand.TakeAnswers;
import org.leitai.paper.domain.PaperEvent.AnswersTaken;
import org.leitai.paper.domain.PaperEvent.PaperAnnounced;
import org.leitai.paper.domain.PaperEvent.PaperOpened;
import org.leitai.testkit.Scenario;

class PaperDeciderTest {
    private static final StreamId DISCIPLINE = new StreamId(new UUID(0, 1));

    private final Scenario<PaperState, PaperCommand, PaperEvent> paper =
            Scenario.of(new PaperDecider(), new StreamId(new UUID(0, 2)));

    private Scenario<PaperState, PaperCommand, PaperEvent> opened() {
        return paper.given(new PaperOpened(DISCIPLINE, "{}", "aa"));
    }

    private static Sums sums(String... numbers) {
        return Sums.of(List.of(numbers).stream()
                .map(number -> new Sums.Sum(number, "1", List.of()))
                .toList());
    }

    @Test
    void a_paper_opens_once() {
        paper.when(new OpenPaper(DISCIPLINE, "{}", "aa")).then(new PaperOpened(DISCIPLINE, "{}", "aa"));
        opened().when(new OpenPaper(DISCIPLINE, "{}", "aa")).refused("paper-exists");
    }

    @Test
    void nothing_is_taken_for_a_paper_that_was_never_opened() {
        paper.when(new TakeAnswers("h", sums("1"))).refused("paper-unknown");
        paper.when(new AnnouncePaper()).refused("paper-unknown");
    }

    @Test
    void no_number_counts_twice_in_a_chunk_or_between_chunks_and_leading_zeros_tell_numbers_apart() {
        opened().given(new AnswersTaken("h", sums("7", "8")));

        paper.when(new TakeAnswers("i", sums("9", "8"))).refused("number-twice");
        paper.when(new TakeAnswers("i", sums("9", "9"))).refused("number-twice");
        paper.when(new TakeAnswers("i", sums("07", "9"))).then(new AnswersTaken("i", sums("07", "9")));
    }

    @Test
    void the_announcement_ends_the_taking() {
        opened().done(new AnnouncePaper());

        paper.when(new TakeAnswers("h", sums("1"))).refused("paper-announced");
        paper.when(new AnnouncePaper()).nothingHappens();
        assertThat(paper.given(new PaperAnnounced()).state().announced()).isTrue();
    }

    @Test
    void the_compact_set_holds_what_a_set_holds() {
        Random random = new Random(4);
        Set<Long> plain = new HashSet<>();
        NumberSet compact = NumberSet.EMPTY;
        for (int chunk = 0; chunk < 300; chunk++) {
            long[] fresh = random.longs(1 + random.nextInt(40), 1, 20_000)
                    .distinct()
                    .filter(plain::add)
                    .toArray();
            compact = compact.plus(fresh);
        }
        assertThat(compact.size()).isEqualTo(plain.size());
        for (long number = 0; number < 20_001; number++) {
            assertThat(compact.contains(number)).isEqualTo(plain.contains(number));
        }
    }
}
