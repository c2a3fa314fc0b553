package org.leitai.rulebook.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.tree.Problems;
import org.leitai.rulebook.tree.Tree;
import org.leitai.rulebook.tree.Tree.Mark;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML text to a plain tree. Numbers stay texts; anchors may be reused, but what they unfold to is counted. */
public final class YamlTree {
    /** Longest accepted document; the largest real scheme (192 aspects with benchmarks) has about 90,000. */
    public static final int MAX_CHARS = 2_000_000;

    static final int MAX_DEPTH = 40;
    static final int MAX_NODES = 200_000;
    private static final int MAX_ALIASES = 200;

    private final Problems problems;
    private int nodes;

    private YamlTree(Problems problems) {
        this.problems = problems;
    }

    /** The document's tree, or null with at least one problem added. */
    public static @Nullable Tree parse(String yaml, Problems problems) {
        if (yaml.length() > MAX_CHARS) {
            problems.error(
                    Mark.START,
                    "",
                    "too-large",
                    "a rulebook has at most " + MAX_CHARS + " characters, this has " + yaml.length(),
                    "规则文件至多 " + MAX_CHARS + " 个字符，此文件有 " + yaml.length() + " 个");
            return null;
        }
        var text = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
        try {
            return new YamlTree(problems).read(text);
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().map(YamlTree::mark).orElse(Mark.START);
            problems.error(mark, "", "not-yaml", "not valid YAML: " + e.getProblem(), "不是有效的 YAML：" + e.getProblem());
            return null;
        } catch (YamlEngineException e) {
            var reason = Optional.ofNullable(e.getMessage()).orElse("unreadable");
            problems.error(Mark.START, "", "not-yaml", "not valid YAML: " + reason, "不是有效的 YAML：" + reason);
            return null;
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setUseMarks(true)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_CHARS)
                .build();
    }

    private @Nullable Tree read(String text) {
        if (!depthIsBounded(text)) {
            return null;
        }
        var root = new Compose(settings()).composeString(text);
        if (root.isEmpty()) {
            problems.error(Mark.START, "", "empty", "the document is empty", "文件为空");
            return null;
        }
        return convert(root.get(), 0);
    }

    /** Composing recurses, so depth is checked on the flat stream of events before. */
    private boolean depthIsBounded(String text) {
        var depth = 0;
        for (Event event : new Parse(settings()).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {
                    // scalars, aliases and document borders do not nest
                }
            }
            if (depth > MAX_DEPTH) {
                return tooDeep(event.getStartMark().map(YamlTree::mark).orElse(Mark.START));
            }
        }
        return true;
    }

    private boolean tooDeep(Mark mark) {
        problems.error(mark, "", "too-deep", "nested deeper than " + MAX_DEPTH, "嵌套超过 " + MAX_DEPTH + " 层");
        return false;
    }

    private @Nullable Tree convert(Node node, int depth) {
        var mark = node.getStartMark().map(YamlTree::mark).orElse(Mark.START);
        if (++nodes > MAX_NODES) {
            if (nodes == MAX_NODES + 1) {
                problems.error(mark, "", "too-large", "more than " + MAX_NODES + " values", "超过 " + MAX_NODES + " 个值");
            }
            return null;
        }
        if (depth > MAX_DEPTH) {
            tooDeep(mark);
            return null;
        }
        return switch (node) {
            case ScalarNode scalar ->
                new Tree.Scalar(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, mark);
            case SequenceNode sequence -> convertItems(sequence, mark, depth);
            case MappingNode mapping -> convertFields(mapping, mark, depth);
            default -> null;
        };
    }

    private @Nullable Tree convertItems(SequenceNode sequence, Mark mark, int depth) {
        var items = new ArrayList<Tree>();
        for (var item : sequence.getValue()) {
            var tree = convert(item, depth + 1);
            if (tree == null) {
                return null;
            }
            items.add(tree);
        }
        return new Tree.Sequence(items, mark);
    }

    private @Nullable Tree convertFields(MappingNode mapping, Mark mark, int depth) {
        var fields = new LinkedHashMap<String, Tree>();
        var keys = new LinkedHashMap<String, Mark>();
        for (var tuple : mapping.getValue()) {
            var keyMark = tuple.getKeyNode().getStartMark().map(YamlTree::mark).orElse(mark);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.error(keyMark, "", "bad-key", "a field name must be a text", "字段名应为文本");
                return null;
            }
            var value = convert(tuple.getValueNode(), depth + 1);
            if (value == null) {
                return null;
            }
            if (fields.put(key.getValue(), value) != null) {
                var name = key.getValue();
                problems.error(keyMark, name, "duplicate-key", "'" + name + "' stands twice", "'" + name + "' 重复出现");
            }
            keys.put(key.getValue(), keyMark);
        }
        return new Tree.Mapping(fields, keys, mark);
    }

    private static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
        return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
