package org.leitai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** The command line as people run it, and the published tables it is tried on. */
final class Leitai {
    private Leitai() {}

    /** What a run left behind. */
    record Run(int exit, String out, String err) {
        /** The CSV output as maps by column name. */
        List<Map<String, String>> rows() {
            return Leitai.rows(List.of(out.split("\n", -1)));
        }
    }

    static Run score(Object... arguments) {
        return run(new ScoreCommand(), arguments);
    }

    static Run rulebook(Object... arguments) {
        return run(new RulebookCommand(), arguments);
    }

    private static Run run(Object command, Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var texts = new String[arguments.length];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        var exit = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(texts);
        return new Run(exit, out.toString(), err.toString());
    }

    static String resource(String name) {
        try (var in = Leitai.class.getResourceAsStream("/cases/" + name)) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table that may be read but not carried; empty where the folder does not exist. */
    static Optional<List<Map<String, String>>> shared(String name) {
        for (var folder : List.of("../shared/cases", "../../shared/cases")) {
            var file = Path.of(folder, name);
            if (Files.exists(file)) {
                try {
                    return Optional.of(rows(Files.readAllLines(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Optional.empty();
    }

    static List<Map<String, String>> table(String resource) {
        return rows(List.of(resource(resource).split("\n", -1)));
    }

    private static List<Map<String, String>> rows(List<String> lines) {
        var rows = new ArrayList<Map<String, String>>();
        List<String> header = List.of();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var cells = cells(line);
            if (header.isEmpty()) {
                header = cells;
            } else {
                var row = new LinkedHashMap<String, String>();
                for (var i = 0; i < header.size(); i++) {
                    row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
