package org.leitai.scoring.fold;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.leitai.kernel.map.TrieMap;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.scoring.fold.ScoringEvent.SheetSigned;
import org.leitai.scoring.sheet.Sheet;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Everything that was folded, as persistent maps: a fork shares all of it. Stages are keyed by id, sheets by subject. */
public record ScoreState(
        TrieMap<String, Entry> entries,
        PMap<String, TrieMap<String, Sheet>> sheets,
        PMap<String, PMap<String, Link>> byNumber,
        PMap<String, PMap<String, PVector<Link>>> byEntry,
        PMap<Subject, PSet<SheetSigned>> signed,
        PSet<String> closed,
        PMap<String, PVector<Correction>> corrections,
        PMap<String, Integer> decided,
        PMap<String, Optional<String>> awards) {
    /** Who is marked in a stage. */
    record Subject(String stage, String id) {}

    /** A number of a stage and whose it is. */
    record Link(String number, String entry, int piece) {}

    /** A correction of a total. */
    public record Correction(BigDecimal by, String reason) {}

    public static ScoreState empty() {
        return new ScoreState(
                TrieMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePSet.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty());
    }

    public TrieMap<String, Sheet> sheets(String stage) {
        return sheets.getOrDefault(stage, TrieMap.empty());
    }

    public Sheet sheet(Stage stage, String subject) {
        var sheet = sheets(stage.id()).get(subject);
        return sheet == null ? Sheet.empty(stage) : sheet;
    }

    /** All marks that count for an entry in a stage: its own, its team's, or those under its opened numbers. */
    public Sheet sheetOf(Stage stage, Entry entry) {
        var owner = stage.of() == Stage.Of.TEAM ? entry.admitted().team() : entry.id();
        var links = byEntry.getOrDefault(stage.id(), HashTreePMap.empty()).getOrDefault(owner, TreePVector.empty());
        var sheet = sheet(stage, owner);
        for (var link : links) {
            var numbered = sheet(stage, link.number());
            sheet = sheet.merged(numbered, link.piece());
        }
        return sheet;
    }

    /** The entry (or team) a subject of a stage stands for, or the subject itself. */
    String ownerOf(String stage, String subject) {
        var link = byNumber.getOrDefault(stage, HashTreePMap.empty()).get(subject);
        return link == null ? subject : link.entry();
    }

    public boolean isClosed(Stage stage) {
        return closed.contains(stage.id());
    }

    /** The sheet lies under the entry's own text of its id, so that one look-up after the other touches the same memory. */
    ScoreState withSheet(Stage stage, String subject, Sheet sheet) {
        var sheetsOfStage = sheets(stage.id());
        var entry = sheetsOfStage.containsKey(subject) ? null : entries.get(subject);
        return new ScoreState(
                entries,
                sheets.plus(stage.id(), sheetsOfStage.plus(entry == null ? subject : entry.id(), sheet)),
                byNumber,
                byEntry,
                signed,
                closed,
                corrections,
                decided,
                awards);
    }

    ScoreState withEntry(Entry entry) {
        return new ScoreState(
                entries.plus(entry.id(), entry),
                sheets,
                byNumber,
                byEntry,
                signed,
                closed,
                corrections,
                decided,
                awards);
    }

    ScoreState linked(String stage, Link link) {
        var numbers = byNumber.getOrDefault(stage, HashTreePMap.empty());
        var owners = byEntry.getOrDefault(stage, HashTreePMap.empty());
        var former = numbers.get(link.number());
        if (former != null) {
            var rest = owners.getOrDefault(former.entry(), TreePVector.empty()).minus(former);
            owners = owners.plus(former.entry(), rest);
        }
        var own = owners.getOrDefault(link.entry(), TreePVector.empty()).plus(link);
        return new ScoreState(
                entries,
                sheets,
                byNumber.plus(stage, numbers.plus(link.number(), link)),
                byEntry.plus(stage, owners.plus(link.entry(), own)),
                signed,
                closed,
                corrections,
                decided,
                awards);
    }

    /** How many sheets of a subject are signed, under its own id and under every number opened for it. */
    public int signed(String stage, String subject) {
        var count = signedUnder(stage, subject);
        for (var link : byEntry.getOrDefault(stage, HashTreePMap.empty()).getOrDefault(subject, TreePVector.empty())) {
            count += link.number().equals(subject) ? 0 : signedUnder(stage, link.number());
        }
        return count;
    }

    private int signedUnder(String stage, String subject) {
        return signed.getOrDefault(new Subject(stage, subject), HashTreePSet.empty())
                .size();
    }

    ScoreState withSigned(SheetSigned sheet, boolean is) {
        var key = new Subject(sheet.stage(), sheet.subject());
        var sheets = signed.getOrDefault(key, HashTreePSet.empty());
        var next = signed.plus(key, is ? sheets.plus(sheet) : sheets.minus(sheet));
        return new ScoreState(entries, this.sheets, byNumber, byEntry, next, closed, corrections, decided, awards);
    }

    ScoreState withClosed(PSet<String> other) {
        return new ScoreState(entries, sheets, byNumber, byEntry, signed, other, corrections, decided, awards);
    }

    ScoreState corrected(String entry, Correction correction) {
        var own = corrections.getOrDefault(entry, TreePVector.empty()).plus(correction);
        return new ScoreState(
                entries, sheets, byNumber, byEntry, signed, closed, corrections.plus(entry, own), decided, awards);
    }

    ScoreState withDecided(PMap<String, Integer> other) {
        return new ScoreState(entries, sheets, byNumber, byEntry, signed, closed, corrections, other, awards);
    }

    ScoreState withAwards(PMap<String, Optional<String>> other) {
        return new ScoreState(entries, sheets, byNumber, byEntry, signed, closed, corrections, decided, other);
    }

    /** Entries of a division in order of admission. */
    public List<Entry> entriesOf(String division) {
        return entries.values().stream()
                .filter(entry -> entry.admitted().division().equals(division))
                .sorted(Comparator.comparingInt(Entry::number))
                .toList();
    }

    /** Ids of divisions: the rulebook's in its order, then any other that entries name, sorted. */
    public List<String> divisions(Rulebook rulebook) {
        var ids = new LinkedHashSet<String>();
        rulebook.divisions().forEach(division -> ids.add(division.id()));
        entries.values().stream()
                .map(entry -> entry.admitted().division())
                .sorted()
                .forEach(ids::add);
        return List.copyOf(ids);
    }
}
