import World

/// The browser that `BROWSER` names, or the one that the desktop would open.
struct SystemBrowser: Browser {
    let environment: Environment

    func open(_ url: WebURL) throws(Failure) {
        let commands = chosen(for: url.description) + usual.map { [$0, url.description] }
        let isOpen = commands.contains { DetachedProgram.start($0, searchPath: environment.first("PATH")) }
        guard isOpen else {
            throw Failure(
                .unavailable, "there is no browser that could be started",
                hint: "set BROWSER to one, or sign in on another device")
        }
    }

    /// The commands of `BROWSER`, in order: `%s` stands for the URL, which otherwise comes last.
    ///
    /// No shell takes part, so that nothing in a URL can become a command.
    private func chosen(for url: String) -> [[String]] {
        (environment.first("BROWSER") ?? "").split(separator: ":").map { command in
            let words = command.split(separator: " ").map { Self.replacePlaceholder(in: $0, with: url) }
            return command.contains("%s") ? words : words + [url]
        }
    }

    private static func replacePlaceholder(in word: Substring, with url: String) -> String {
        var result = ""
        var rest = word
        while let character = rest.first {
            let isPlaceholder = rest.hasPrefix("%s")
            result += isPlaceholder ? url : String(character)
            rest = rest.dropFirst(isPlaceholder ? 2 : 1)
        }
        return result
    }

    /// What opens URLs on a desktop; without a display these can only fail, some of them in the terminal.
    private var usual: [String] {
        let isWindows = environment.first("WSL_DISTRO_NAME", "WSL_INTEROP") != nil
        let hasDisplay = environment.first("WAYLAND_DISPLAY", "DISPLAY") != nil
        return (isWindows ? ["wslview"] : [])
            + (hasDisplay ? ["xdg-open", "sensible-browser", "x-www-browser"] : [])
    }
}
