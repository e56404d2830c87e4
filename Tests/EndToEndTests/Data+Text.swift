import Foundation

extension Data {
    /// Whether the text is somewhere among the bytes.
    func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
