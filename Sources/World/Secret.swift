/// A value that must not be seen: it can be sent, but it does not print, compare or reflect.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    package init(_ value: String) { self.value = value }

    /// The value itself, for the wire and nothing else.
    package func reveal() -> String { value }

    package var description: String { "[secret]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension String {
    /// The same text with another one in a secret's place, wherever its bytes stand.
    ///
    /// Characters would not do: an accent at the secret's beginning makes one with whatever stands before it.
    package func replacing(_ secret: Secret, with replacement: String) -> String {
        let bytes = Array(secret.reveal().utf8)
        guard !bytes.isEmpty else { return self }
        return String(decoding: Array(utf8).replacing(bytes, with: Array(replacement.utf8)), as: UTF8.self)
    }
}
