import World

/// The folder of the program's own files.
enum ConfigDirectory {
    /// By option, variable, or the XDG base directory specification; nil without a home.
    ///
    /// - Throws: `usage` for a folder without a name, which is most likely an unset variable of a script.
    static func path(given: String?, in environment: Environment) throws(Failure) -> String? {
        guard given != "" else { throw Failure(.usage, "--config-dir is empty") }
        if let path = given ?? environment.first("TOKENCTL_CONFIG_DIR") { return path }
        // The specification has relative paths ignored.
        if let base = environment.first("XDG_CONFIG_HOME"), base.hasPrefix("/") { return base + "/tokenctl" }
        return environment.first("HOME").map { $0 + "/.config/tokenctl" }
    }
}
