/// Sentences of `tokenctl.1` that belong to no single command or option.
enum StandingText {
    static let options = """
        The options of the commands are on their own pages. An option given on the command line comes before a \
        variable of the environment, and that before a default. An empty variable counts as unset.
        """

    static let secrets = """
        Wherever a secret is wanted, its place is given and not the secret itself. Such a SOURCE is one of:
        """

    /// In the order in which the program's own messages list them.
    static let sources = [
        Manual.Entry("env:NAME", "The environment variable NAME."),
        Manual.Entry("file:PATH", "The content of a file, or of anything else that can be read at PATH."),
        Manual.Entry("fd:N", "What comes from the open descriptor N, to its end."),
        Manual.Entry("stdin", "What comes from standard input, to its end; - means the same."),
        Manual.Entry("cmd:COMMAND", "What COMMAND, run by /bin/sh, writes to its standard output."),
        Manual.Entry("prompt", "What a person types on the terminal, without echo."),
        Manual.Entry(
            "pass:VALUE", "VALUE itself. Everyone on the machine can see it in the list of processes: for tests only."),
    ]

    static let afterSources = """
        Anything else is an error, so that a secret given by mistake is not taken for a file's name. One line break \
        at the end of what is read is dropped. Sources are read only when the secret is needed: not for a cached token.
        """

    static let security = """
        Arguments can be seen by every user of a machine, and shells remember them. That is why secrets are given by \
        SOURCE; only pass: puts one on the command line.

        The cache holds tokens in clear text. Its folder is made with mode 0700 and its files with mode 0600, and \
        looser modes are put right. Whoever can read these files can act for the app or the person until the tokens \
        expire. Use --no-cache where the disk cannot be trusted.

        Servers are spoken to over TLS, and certificates are always checked; plain HTTP is for loopback addresses \
        only. What --trace shows has secrets replaced with fingerprints, but still tells who talks to whom.

        Standard output carries the token itself: do not send it to a terminal that is recorded, or to a log.
        """
}
