package org.leitai.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.tree.Canonical;
import org.leitai.rulebook.tree.Tree;

/**
 * The whole rule of a discipline. Immutable; two rulebooks are the same if their canonical form is.
 *
 * @param divisions empty means: whatever division an entry names
 * @param rounds empty means one round over all stages
 * @param awards tables by size of field, the largest that fits holds
 * @param source the document it was read from
 */
public record Rulebook(
        String id,
        String version,
        Text title,
        Kind kind,
        String labels,
        Identity identity,
        Publicity publicity,
        List<Division> divisions,
        List<Section> sections,
        List<Stage> stages,
        Total total,
        @Nullable Standardise standardise,
        List<Round> rounds,
        Ranking ranking,
        List<Cut> cuts,
        List<Award.Table> awards,
        List<Honour> honours,
        List<GroupTable> tables,
        Tree source) {
    /** JSON with sorted names and shortest numbers; comments and order of the document do not show in it. */
    public String canonical() {
        return Canonical.text(source);
    }

    /** SHA-256 over {@link #canonical()} in UTF-8, as 64 hex digits. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    public Optional<Stage> stage(String stage) {
        for (var candidate : stages) {
            if (candidate.id().equals(stage)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    public Optional<Aspect> aspect(String stage, String aspect) {
        return stage(stage).flatMap(found -> found.aspect(aspect));
    }

    /** Decimals a total is printed with: those of its rounding, or 2. */
    public int decimals() {
        return total.rounding()
                .map(rounding -> Math.max(0, rounding.decimals()))
                .orElse(2);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rulebook that && canonical().equals(that.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
