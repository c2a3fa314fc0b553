package org.leitai.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.leitai.rulebook.Rulebook;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.EntryStatusSet;
import org.leitai.scoring.fold.ScoringEvent.TieDecided;
import org.leitai.scoring.result.Status;

/** Reads who takes part. {@code members} is a number of people or ids with semicolons between. */
final class EntriesFile {
    private static final List<String> KNOWN =
            List.of("entry", "name", "unit", "delegation", "division", "team", "members", "status", "group", "lots");

    private static final Map<String, Status> CHINESE = Map.of(
            "正常", Status.COMPETING,
            "未完成", Status.DNF,
            "缺赛", Status.DNS,
            "弃权", Status.DNS,
            "退赛", Status.WITHDRAWN,
            "成绩无效", Status.VOID,
            "取消资格", Status.DSQ);

    /** What was read: events in the file's order, and names for printing. */
    record Entries(
            List<ScoringEvent> events, Map<String, String> names, Set<String> subjects, Map<String, String> texts) {
        /** One copy of what many lines repeat: units and delegations of a hundred thousand people. */
        String once(String text) {
            return texts.computeIfAbsent(text, same -> same);
        }
    }

    private EntriesFile() {}

    static Entries read(Path file, Charset charset, Rulebook rulebook) throws IOException {
        var entries = new Entries(new ArrayList<>(), new LinkedHashMap<>(), new HashSet<>(), new HashMap<>());
        try (var csv = new CsvReader(file, charset)) {
            var header = csv.next();
            var name = String.valueOf(file.getFileName());
            if (header == null) {
                throw new InputError(name, 1, null, "the file is empty", "文件为空");
            }
            var columns = Columns.of(name, header, KNOWN, List.of("entry"));
            var lots = new TreeMap<Integer, List<String>>();
            for (var line = csv.next(); line != null; line = csv.next()) {
                add(entries, columns, line, rulebook);
                lots(columns, line, lots);
            }
            decided(entries, lots);
        }
        return entries;
    }

    private static void add(Entries entries, Columns columns, CsvReader.Line line, Rulebook rulebook) {
        var id = columns.get(line, "entry");
        if (id.isEmpty()) {
            throw columns.error(line, "entry", "is empty", "不能为空");
        }
        if (entries.names().containsKey(id)) {
            throw columns.error(line, "entry", "'" + id + "' stands twice", "“" + id + "”重复");
        }
        var division = columns.get(line, "division");
        if (!rulebook.divisions().isEmpty()
                && rulebook.divisions().stream().noneMatch(known -> known.id().equals(division))) {
            var ids = String.join(
                    ", ", rulebook.divisions().stream().map(known -> known.id()).toList());
            throw columns.error(
                    line, "division", "'" + division + "' is not one of " + ids, "“" + division + "”不在 " + ids + " 中");
        }
        var team = columns.get(line, "team");
        entries.events()
                .add(new EntryAdmitted(
                        id,
                        entries.once(division),
                        entries.once(columns.get(line, "delegation")),
                        entries.once(columns.get(line, "unit")),
                        members(columns, line),
                        entries.once(team),
                        entries.once(columns.get(line, "group"))));
        entries.names().put(id, columns.get(line, "name"));
        entries.subjects().add(id);
        if (!team.isEmpty()) {
            entries.subjects().add(team);
        }
        var status = status(columns, line);
        if (status != Status.COMPETING) {
            entries.events().add(new EntryStatusSet(id, status));
        }
    }

    /** The place an entry drew, or won in an extra round: 1 stands before 2. */
    private static void lots(Columns columns, CsvReader.Line line, SortedMap<Integer, List<String>> lots) {
        var text = columns.get(line, "lots");
        if (text.isEmpty()) {
            return;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw columns.error(line, "lots", "'" + text + "' is not a number from 1", "“" + text + "”不是从 1 起的序号");
        }
        lots.computeIfAbsent(Integer.parseInt(text), _ -> new ArrayList<>()).add(columns.get(line, "entry"));
    }

    /**
     * Every tie draws from 1, so a number may come several times: an order for each time, in which whoever drew a number alone
     * stands in again, so that equal numbers are equal places.
     */
    private static void decided(Entries entries, SortedMap<Integer, List<String>> lots) {
        var times = lots.values().stream().mapToInt(List::size).max().orElse(0);
        for (var i = 0; i < times; i++) {
            var nth = i;
            entries.events()
                    .add(new TieDecided(lots.values().stream()
                            .map(drew -> nth < drew.size() ? drew.get(nth) : drew.getFirst())
                            .toList()));
        }
    }

    private static List<String> members(Columns columns, CsvReader.Line line) {
        var text = columns.get(line, "members");
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.matches("\\d{1,3}")) {
            return java.util.stream.IntStream.rangeClosed(1, Integer.parseInt(text))
                    .mapToObj(Integer::toString)
                    .toList();
        }
        return Arrays.stream(text.split("[;；]", -1))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    private static Status status(Columns columns, CsvReader.Line line) {
        var text = columns.get(line, "status").toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Status.COMPETING;
        }
        var chinese = CHINESE.get(text);
        if (chinese != null) {
            return chinese;
        }
        try {
            return Status.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw columns.error(
                    line,
                    "status",
                    "'" + text + "' is not one of " + Arrays.toString(Status.values()),
                    "“" + text + "”不在 " + Arrays.toString(Status.values()) + " 中");
        }
    }
}
