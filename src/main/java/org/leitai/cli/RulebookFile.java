package org.leitai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.RulebookProblem;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.rulebook.yaml.RulebookReader.Result;
import org.leitai.rulebook.yaml.YamlTree;

/** Reads a rulebook from a file, or from the library if there is no such file, and prints what is wrong with it. */
final class RulebookFile {
    private static final int MAX_BYTES = 4 * YamlTree.MAX_CHARS;

    private RulebookFile() {}

    /** The rulebook, or null after printing its errors. */
    static @Nullable Rulebook read(Path file, PrintWriter err) throws IOException {
        return switch (RulebookReader.read(text(file))) {
            case Result.Read read -> read.rulebook();
            case Result.Failed failed -> {
                print(file, failed.problems(), err);
                yield null;
            }
        };
    }

    /** The same, and what may be meant otherwise is printed too. */
    static @Nullable Rulebook check(Path file, PrintWriter err) throws IOException {
        if (RulebookReader.read(text(file)) instanceof Result.Read read) {
            print(file, read.warnings(), err);
        }
        return read(file, err);
    }

    private static String text(Path file) throws IOException {
        if (!Files.exists(file)) {
            var library = RulebookLibrary.yaml(file.toString());
            if (library.isPresent()) {
                return library.get();
            }
            throw new InputError(
                    file.toString(),
                    1,
                    null,
                    "no such file, and no library rulebook among " + RulebookLibrary.ids(),
                    "没有此文件，规则库中也没有：" + RulebookLibrary.ids());
        }
        if (Files.isDirectory(file)) {
            throw new InputError(file.toString(), 1, null, "is a folder, not a file", "是文件夹，不是文件");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new InputError(
                    file.toString(), 1, null, "larger than " + MAX_BYTES + " bytes", "文件超过 " + MAX_BYTES + " 字节");
        }
        return decoded(file, ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    private static String decoded(Path file, ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new InputError(file.toString(), lineOf(bytes), null, "a rulebook is UTF-8 text", "规则文件应为 UTF-8 编码");
        }
    }

    /** The line in which decoding stopped, from 1. */
    private static int lineOf(ByteBuffer stopped) {
        var line = 1;
        for (var i = 0; i < stopped.position(); i++) {
            line += stopped.get(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    private static void print(Path file, List<RulebookProblem> problems, PrintWriter err) {
        for (var problem : problems) {
            var hint = problem.suggestion() == null ? "" : " → " + problem.suggestion() + "?";
            err.println(file + ":" + problem.line() + ":" + problem.column() + ": "
                    + (problem.isError() ? "error" : "warning") + " " + problem.code() + " " + problem.path() + ": "
                    + problem.message().en() + "（" + problem.message().zh() + "）" + hint);
        }
    }
}
