package org.leitai;

import picocli.CommandLine.IVersionProvider;

/** The version this program was packed with; {@code development} when it runs from class files. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Leitai " + current()};
    }

    static String current() {
        String packed = Version.class.getPackage().getImplementationVersion();
        return packed == null ? "development" : packed;
    }
}
