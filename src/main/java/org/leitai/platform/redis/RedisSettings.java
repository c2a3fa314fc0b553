package org.leitai.platform.redis;

/**
 * How this node talks to Redis.
 *
 * @param uri such as {@code redis://:password@127.0.0.1:6379/0}; holds a secret, never logged
 * @param connections largest number of pooled connections
 * @param waiting calls that may wait for a connection; more fail at once
 * @param deadlineMillis after which a call counts as failed
 * @param watchMillis between two signs of life, and at most until it is noticed that Redis was emptied
 */
public record RedisSettings(String uri, int connections, int waiting, long deadlineMillis, long watchMillis) {
    public static RedisSettings of(String uri) {
        return new RedisSettings(uri, 8, 256, 2_000, 250);
    }

    @Override
    public String toString() {
        return "RedisSettings[connections=" + connections + ", waiting=" + waiting + "]";
    }
}
