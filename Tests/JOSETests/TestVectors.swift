import Foundation
import JOSE

/// The published test vectors beside the tests: `Vectors`, where each folder says where they come from.
enum TestVectors {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")

    /// The JSON of a file, by its path in `Vectors`.
    static func json(_ path: String) throws -> JSON {
        try JSON(parsing: Array(try Data(contentsOf: folder.appending(path: path))))
    }

    /// The names of the JSON files in one of the folders, sorted.
    static func names(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path(percentEncoded: false))
            .filter { $0.hasSuffix(".json") }.sorted()
    }
}

extension SignatureVerifier {
    /// The verdict on a token's text; nil when it is no token.
    mutating func verdict(on text: String) throws -> SignatureVerdict? {
        guard let token = try? CompactJWS(parsing: text) else { return nil }
        return try verify(token)
    }

    /// Whether the text is a token with a genuine signature.
    mutating func accepts(_ text: String) throws -> Bool {
        if case .signed = try verdict(on: text) { true } else { false }
    }
}
