package org.leitai.rulebook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.leitai.rulebook.Cut;
import org.leitai.rulebook.Ranking;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Round;
import org.leitai.rulebook.Rulebook;

/** Who is ahead, what decides between equals, who goes on, and what is given, in sentences. */
record RankingWords(Phrases phrases, Rulebook rulebook, boolean full) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Ranking ranking = rulebook.ranking();
        lines.add(phrases.say(
                ranking.ascending() ? "ranking.less" : "ranking.more",
                phrases.say(ranking.shared() ? "ranking.shared" : "ranking.apart")));
        if (full) {
            lines.addAll(more(ranking));
        }
        if (!ranking.ties().isEmpty()) {
            lines.add(phrases.say(
                    "ties", phrases.join(ranking.ties().stream().map(this::tie).toList())));
        }
        rulebook.rounds().forEach(round -> lines.add(round(round)));
        rulebook.cuts().forEach(cut -> lines.add(phrases.say("cut", phrases.of(cut.title()), cut(cut))));
        rulebook.awards().forEach(table -> lines.add(new AwardWords(phrases, rulebook).of(table, full)));
        if (!rulebook.honours().isEmpty()) {
            lines.add(phrases.say(
                    "honours",
                    phrases.join(rulebook.honours().stream()
                            .map(honour -> full
                                    ? new AwardWords(phrases, rulebook).honour(honour)
                                    : phrases.of(honour.title()))
                            .toList())));
        }
        if (full) {
            rulebook.tables().forEach(table -> lines.add(new TableWords(phrases, rulebook).of(table)));
        }
        return lines;
    }

    private List<String> more(Ranking ranking) {
        var lines = new ArrayList<String>();
        if (ranking.by() == Ranking.By.SCALED) {
            lines.add(phrases.say("ranking.scaled"));
        }
        if (ranking.incomplete() == Ranking.Incomplete.APART) {
            lines.add(phrases.say("ranking.incomplete"));
        }
        if (ranking.fewest() > 0) {
            lines.add(phrases.say("ranking.fewest", Integer.toString(ranking.fewest())));
        }
        return lines;
    }

    private String tie(Ranking.Tie tie) {
        return switch (tie) {
            case Ranking.Tie.MoreDecimals _ -> phrases.say("tie.more-decimals");
            case Ranking.Tie.Decided _ -> phrases.say("tie.decided");
            case Ranking.Tie.Scaled _ -> phrases.say("tie.scaled");
            case Ranking.Tie.Of of -> phrases.say(of.ascending() ? "tie.of-less" : "tie.of", title(of));
        };
    }

    private String title(Ranking.Tie.Of of) {
        var titles = of.what().places().stream().map(this::title).collect(Collectors.joining(" + "));
        if (of.seat() != null) {
            return phrases.say("tie.seat", titles, of.seat());
        }
        return of.nth() == 0 ? titles : phrases.say("tie.nth", titles, of.nth());
    }

    /** The title of a stage, or of a node of it; with its stage where others may be called the same. */
    private String title(Reference.Place place) {
        var stage = rulebook.stage(place.stage());
        var title = stage.flatMap(known -> known.node(place.node()))
                .map(node -> phrases.of(node.title()))
                .orElse(place.node());
        return place.isStage() || rulebook.stages().size() == 1
                ? title
                : stage.map(known -> phrases.of(known.title())).orElse(place.stage()) + "/" + title;
    }

    private String round(Round round) {
        var stages = round.stages().stream()
                .map(id -> rulebook.stage(id)
                        .map(stage -> phrases.of(stage.title()))
                        .orElse(id))
                .toList();
        var cut = round.cut();
        return phrases.say(
                "round",
                phrases.of(round.title()),
                phrases.join(stages),
                cut == null ? "" : phrases.say("round.cut", cut(cut)));
    }

    private String cut(Cut cut) {
        List<String> parts = new ArrayList<>();
        if (cut.best() != null) {
            parts.add(phrases.say("cut.best", cut.best()));
        }
        if (cut.share() != null) {
            parts.add(phrases.say("cut.share", Phrases.percent(cut.share())));
            parts.addAll(new AwardWords(phrases, rulebook).share(cut.round(), cut.minimum(), full));
        }
        if (cut.threshold() != null) {
            parts.add(phrases.say("cut.threshold", cut.threshold().toString()));
        }
        if (cut.perDelegation() != null) {
            parts.add(phrases.say("cut.delegation", cut.perDelegation()));
        }
        parts.add(phrases.say("cut." + Phrases.word(cut.ties())));
        if (full && cut.reserves() > 0) {
            parts.add(phrases.say("cut.reserves", Integer.toString(cut.reserves())));
        }
        return phrases.join(parts);
    }
}
