package org.leitai.kernel.doc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @Test
    void fields_are_sorted_and_nothing_is_added() {
        Doc doc = Doc.obj()
                .put("z", 1)
                .put("a", "示例")
                .put("m", true)
                .put("left out", (String) null)
                .build();

        assertThat(new String(CanonicalJson.write(doc), UTF_8)).isEqualTo("{\"a\":\"示例\",\"m\":true,\"z\":1}");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_published_vector_is_read_and_written_byte_for_byte(String line) throws Exception {
        String hash = line.substring(0, 64);
        byte[] bytes = line.substring(65).getBytes(UTF_8);

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(hash);
        assertThat(CanonicalJson.write(CanonicalJson.read(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,}",
                "[1,]",
                "[1 ,2]",
                "null",
                "1.5",
                "1e3",
                "01",
                "-0",
                "+1",
                "٣",
                "9223372036854775808",
                "\"open",
                "\"\\u0041\"",
                "\"\\u000a\"",
                "\"\\u001F\"",
                "\"\\u0000\"",
                "\"\\/\"",
                "\"tab\there\"",
                "truee",
                "{\"a\"}",
            })
    void another_spelling_is_refused(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(text.getBytes(UTF_8))).isInstanceOf(DocException.class);
    }

    @Test
    void bytes_that_are_not_text_are_refused() {
        assertThatThrownBy(() -> CanonicalJson.read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, '"'}))
                .isInstanceOf(DocException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_text_with_NUL_or_half_a_pair_is_refused_with_its_field() {
        assertThatThrownBy(
                        () -> CanonicalJson.write(Doc.obj().put("note", "a\0").build()))
                .hasMessageContaining("note")
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> CanonicalJson.write(
                        Doc.obj().put("note", "\ude00\ud83d").build()))
                .hasMessageContaining("surrogate");
    }

    @Test
    void a_document_that_would_exhaust_the_stack_is_refused() {
        Doc deep = Doc.text("bottom");
        for (int i = 0; i <= CanonicalJson.MAX_DEPTH; i++) {
            deep = Doc.arr(List.of(deep));
        }
        Doc tooDeep = deep;

        assertThatThrownBy(() -> CanonicalJson.write(tooDeep)).hasMessageContaining("64");
        assertThatThrownBy(() -> CanonicalJson.read("[".repeat(100_000).getBytes(UTF_8)))
                .hasMessageContaining("64");
    }

    @Property
    void what_is_written_is_read_back_equal(@ForAll("documents") Doc doc) {
        assertThat(CanonicalJson.read(CanonicalJson.write(doc))).isEqualTo(doc);
    }

    @Provide
    Arbitrary<Doc> documents() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange('\u0001', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .ofMaxLength(8);
        Arbitrary<Doc> leaves = Arbitraries.oneOf(
                texts.map(Doc::text),
                Arbitraries.longs().map(Doc.Int::new),
                Arbitraries.of(true, false).map(Doc.Bool::new));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(Doc::arr),
                        Arbitraries.maps(texts, inner).ofMaxSize(4).map(Doc.Obj::new)),
                0,
                3);
    }

    static List<String> vectors() throws IOException {
        try (InputStream in = CanonicalJsonTest.class.getResourceAsStream("canonical-json-vectors.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            List<String> lines = new ArrayList<>(text.lines().toList());
            lines.removeIf(line -> line.startsWith("#"));
            assertThat(lines).hasSizeGreaterThan(10);
            return lines;
        }
    }
}
