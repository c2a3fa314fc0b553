package org.leitai.kernel.doc;

/**
 * The one text form of a document: equal documents give equal bytes, on every machine and in every release.
 *
 * <p>The form is RFC 8785 (JSON Canonicalization Scheme) with numbers narrowed to whole 64-bit ones: UTF-8, no white space,
 * fields sorted by UTF-16 units, {@code \b \t \n \f \r \" \\} short, other control characters as {@code \}{@code u00xx} in
 * lower case, everything else as itself. There is no null and no fraction: decimals are text. Published vectors stand in
 * {@code canonical-json-vectors.txt} among the tests.
 */
public final class CanonicalJson {
    /** Deeper documents are refused, by writer and reader alike, so that neither can exhaust a stack. */
    public static final int MAX_DEPTH = 64;

    private CanonicalJson() {}

    /**
     * The canonical bytes.
     *
     * @throws DocException when a text holds NUL or half a surrogate pair, or the document is deeper than {@link #MAX_DEPTH}
     */
    public static byte[] write(Doc doc) {
        return new CanonicalWriter().write(doc);
    }

    /**
     * Reads canonical bytes, and no others: what this accepts, {@link #write} gives back byte for byte.
     *
     * @throws DocException when the bytes are not in canonical form; the message names the position
     */
    public static Doc read(byte[] bytes) {
        return new CanonicalReader(bytes).read();
    }

    /** As {@link #read}, for an object. */
    public static Doc.Obj readObject(byte[] bytes) {
        if (read(bytes) instanceof Doc.Obj obj) {
            return obj;
        }
        throw new DocException("", "an object");
    }
}
