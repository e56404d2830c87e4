import JOSE

/// The clipboard, as terminals offer it: xterm's OSC 52.
enum Clipboard {
    static func encode(_ text: String) -> String { Base64.encode(Array(text.utf8)) }
}
