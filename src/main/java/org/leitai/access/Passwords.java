package org.leitai.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.leitai.platform.secret.InstallationKey;

/**
 * Argon2id (RFC 9106) with 19 MiB, 2 passes, 1 lane: the OWASP minimum, about 30 ms. Hashes are PHC strings. Runs on two worker
 * threads of its own, so that a rush of sign-ins cannot take the others' memory.
 */
final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";

    private final WorkerExecutor workers;

    Passwords(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("leitai-passwords", 2, 10, TimeUnit.SECONDS);
    }

    Future<String> hash(String password) {
        return workers.executeBlocking(() -> {
            byte[] salt = InstallationKey.random(SALT_BYTES);
            return PREFIX + encode(salt) + "$" + encode(derive(password, salt));
        });
    }

    /** Whether the password is the one of that hash; as slow for a hash that is not ours, so that logins cannot be probed by time. */
    Future<Boolean> matches(String password, String phc) {
        return workers.executeBlocking(() -> {
            String[] parts =
                    phc.startsWith(PREFIX) ? phc.substring(PREFIX.length()).split("\\$", -1) : new String[0];
            byte[] salt = parts.length == 2 ? Base64.getDecoder().decode(parts[0]) : new byte[SALT_BYTES];
            byte[] derived = derive(password, salt);
            return parts.length == 2
                    && MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[1]));
        });
    }

    private static byte[] derive(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] out = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
        return out;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
