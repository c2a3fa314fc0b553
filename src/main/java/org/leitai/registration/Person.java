package org.leitai.registration;

/**
 * Somebody as registered; exists in memory only, everything stored is encrypted.
 *
 * @param phone empty when not given
 * @param idNumber resident identity number, empty when not given
 */
public record Person(String name, String phone, String idNumber) {
    public static Person named(String name) {
        return new Person(name, "", "");
    }

    /** Never prints who it is: log lines and messages must not name people. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
