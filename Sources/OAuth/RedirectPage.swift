/// What the browser shows when it comes back to the loopback listener.
enum RedirectPage {
    static let done = page("You are signed in", "You can close this window and go back to the terminal.")
    static let nothingHere = page("Nothing here", "This address only waits for the end of a sign-in.")

    static func failed(_ reason: String) -> String { page("The sign-in failed", reason) }

    static func refused(_ reason: String) -> String {
        page("This answer was refused", "It does not belong to the sign-in that is under way: \(reason).")
    }

    private static func page(_ title: String, _ text: String) -> String {
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>\(escape(title))</title>
        <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1rem}</style>
        <h1>\(escape(title))</h1><p>\(escape(text))</p></html>
        """
    }

    /// Text from a server or an address, made harmless in HTML.
    private static func escape(_ text: String) -> String {
        text.reduce(into: "") { page, character in
            switch character {
            case "&": page += "&amp;"
            case "<": page += "&lt;"
            case ">": page += "&gt;"
            case "\"": page += "&quot;"
            case "'": page += "&#39;"
            default: page.append(character)
            }
        }
    }
}
