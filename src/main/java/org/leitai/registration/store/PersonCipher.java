package org.leitai.registration.store;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.registration.Person;

/** Encrypts each person under a key of their own, so that destroying the key destroys every copy that a backup may hold beside it. */
final class PersonCipher {
    private static final String PURPOSE = "person-key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final InstallationKey installation;

    PersonCipher(InstallationKey installation) {
        this.installation = installation;
    }

    /**
     * What is stored of one person.
     *
     * @param commitment SHA-256 of the salt and the data, hex
     */
    record Sealed(Buffer wrappedKey, Buffer body, String commitment) {}

    Sealed seal(UUID id, Person person) {
        byte[] key = InstallationKey.random(KEY_BYTES);
        byte[] salt = InstallationKey.random(KEY_BYTES);
        byte[] data = Json.buffer(data(person).build()).getBytes();
        byte[] body = Json.buffer(
                        data(person).put("salt", HexFormat.of().formatHex(salt)).build())
                .getBytes();
        byte[] wrapped = installation.seal(PURPOSE, key, id.toString());
        Sealed sealed =
                new Sealed(Buffer.buffer(wrapped), Buffer.buffer(encrypt(key, body, id)), commitment(salt, data));
        Arrays.fill(key, (byte) 0);
        return sealed;
    }

    Person open(UUID id, Buffer wrappedKey, Buffer body) {
        byte[] key = installation.open(PURPOSE, wrappedKey.getBytes(), id.toString());
        Doc.Obj data = Json.obj(Buffer.buffer(decrypt(key, body.getBytes(), id)));
        Arrays.fill(key, (byte) 0);
        return new Person(data.text("name"), data.text("phone"), data.text("idNumber"));
    }

    private static Doc.Builder data(Person person) {
        return Doc.obj().put("name", person.name()).put("phone", person.phone()).put("idNumber", person.idNumber());
    }

    private static String commitment(byte[] salt, byte[] data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encrypt(byte[] key, byte[] plain, UUID id) {
        byte[] nonce = InstallationKey.random(NONCE_BYTES);
        byte[] secret = crypt(Cipher.ENCRYPT_MODE, key, nonce, plain, id);
        return ByteBuffer.allocate(NONCE_BYTES + secret.length)
                .put(nonce)
                .put(secret)
                .array();
    }

    private static byte[] decrypt(byte[] key, byte[] stored, UUID id) {
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(stored, NONCE_BYTES, stored.length), id);
    }

    private static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] input, UUID id) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the data of person " + id + " does not open with its key", e);
        }
    }
}
