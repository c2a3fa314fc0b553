package org.leitai.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.leitai.rulebook.Text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options; what is none of them is wrong usage. */
final class Options {
    private Options() {}

    /** How results are printed. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    /** {@code zh} or {@code en}. */
    static final class LanguageOption implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "zh" -> Language.ZH;
                case "en" -> Language.EN;
                default -> throw new TypeConversionException("'" + value + "' is not zh or en（应为 zh 或 en）");
            };
        }
    }

    /** {@code table}, {@code csv} or {@code json}. */
    static final class FormatOption implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "table" -> Format.TABLE;
                case "csv" -> Format.CSV;
                case "json" -> Format.JSON;
                default ->
                    throw new TypeConversionException(
                            "'" + value + "' is not table, csv or json（格式应为 table、csv 或 json）");
            };
        }
    }

    /** Any character set that Java knows, such as {@code GBK}. */
    static final class CharsetOption implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String value) {
            try {
                return Charset.forName(value);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new TypeConversionException("unknown character set '" + value + "'（未知编码“" + value + "”）");
            }
        }
    }
}
