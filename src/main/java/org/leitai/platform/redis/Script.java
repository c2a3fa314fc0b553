package org.leitai.platform.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Lua script, called by its hash and sent once more in full when Redis does not know it (any more). */
record Script(String text, String sha1) {
    static Script of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Script(text, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    Future<@Nullable Response> call(RedisLink link, String key, List<String> arguments) {
        return link.send(request(Command.EVALSHA, sha1, key, arguments)).recover(failure -> {
            boolean unknown = String.valueOf(failure.getMessage()).startsWith("NOSCRIPT");
            return unknown ? link.send(request(Command.EVAL, text, key, arguments)) : Future.failedFuture(failure);
        });
    }

    private static Request request(Command command, String script, String key, List<String> arguments) {
        Request request = Request.cmd(command).arg(script).arg(1).arg(key);
        arguments.forEach(request::arg);
        return request;
    }
}
