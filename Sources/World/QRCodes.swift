/// Texts that a telephone can read from the screen.
package protocol QRCodes: Sendable {
    /// A QR code of a text, drawn with half-block characters, with the quiet zone around it.
    ///
    /// - Parameter isPlain: without escape sequences; then it can be read only where the background is dark.
    /// - Throws: `unavailable` when the library that draws them is missing; `badData` when the text is too long.
    func lines(for text: String, isPlain: Bool) throws(Failure) -> [String]
}
