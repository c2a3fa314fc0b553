/** The web client's own version, written in by the build. */
declare const __LEITAI_VERSION__: string
