package org.leitai.paper.domain;

import org.leitai.kernel.Command;
import org.leitai.kernel.StreamId;

/** What can be asked of a mass paper; the parameters mean what they mean in {@link PaperEvent}. */
public sealed interface PaperCommand extends Command {
    record OpenPaper(StreamId discipline, String rulebook, String rulebookHash) implements PaperCommand {}

    record TakeAnswers(String evidence, Sums sums) implements PaperCommand {}

    record AnnouncePaper() implements PaperCommand {}
}
