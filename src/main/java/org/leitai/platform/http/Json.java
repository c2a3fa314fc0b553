package org.leitai.platform.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;

/** JSON text to and from documents. A decimal number becomes its own text, unrounded; null fields are left out. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(64)
                    .maxStringLength(2_000_000)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one object.
     *
     * @throws DocException when the text is not JSON, not one object, or holds a NUL or a lone surrogate
     */
    public static Doc.Obj obj(Buffer text) {
        try (JsonParser parser = FACTORY.createParser(text.getBytes())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DocException("", "a JSON object");
            }
            Doc.Obj read = readObject(parser);
            if (parser.nextToken() != null) {
                throw new DocException("", "one JSON object and nothing after it");
            }
            return read;
        } catch (IOException e) {
            throw new DocException("", "valid JSON");
        }
    }

    private static Doc.Obj readObject(JsonParser parser) throws IOException {
        Map<String, Doc> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = storable(parser.currentName(), parser.currentName());
            parser.nextToken();
            Doc value = readValue(parser, name);
            if (value != null && fields.put(name, value) != null) {
                throw new DocException(name, "given once");
            }
        }
        return new Doc.Obj(fields);
    }

    private static @Nullable Doc readValue(JsonParser parser, String name) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser, name);
            case VALUE_STRING -> new Doc.Text(storable(name, parser.getText()));
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> new Doc.Text(parser.getText());
            case VALUE_TRUE -> new Doc.Bool(true);
            case VALUE_FALSE -> new Doc.Bool(false);
            case VALUE_NULL -> null;
            default -> throw new DocException(name, "a JSON value");
        };
    }

    private static Doc integer(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new Doc.Text(parser.getText())
                : new Doc.Int(parser.getLongValue());
    }

    private static Doc readArray(JsonParser parser, String name) throws IOException {
        List<Doc> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Doc item = readValue(parser, name);
            if (item == null) {
                throw new DocException(name, "a list without null");
            }
            items.add(item);
        }
        return new Doc.Arr(items);
    }

    /** PostgreSQL cannot store NUL, and UTF-8 has no lone surrogates: refused here, at the edge. */
    private static String storable(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw new DocException(field, "text without NUL and lone surrogates");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    /** The document as JSON. */
    public static Buffer buffer(Doc document) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(generator, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void write(JsonGenerator generator, Doc document) throws IOException {
        switch (document) {
            case Doc.Text text -> generator.writeString(text.value());
            case Doc.Int number -> generator.writeNumber(number.value());
            case Doc.Bool bool -> generator.writeBoolean(bool.value());
            case Doc.Arr arr -> {
                generator.writeStartArray();
                for (Doc item : arr.items()) {
                    write(generator, item);
                }
                generator.writeEndArray();
            }
            case Doc.Obj obj -> {
                generator.writeStartObject();
                for (Map.Entry<String, Doc> field : obj.fields().entrySet()) {
                    generator.writeFieldName(field.getKey());
                    write(generator, field.getValue());
                }
                generator.writeEndObject();
            }
        }
    }
}
