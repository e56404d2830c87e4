import Foundation

/// A token with one thing changed, in every place.
struct ChangedTokens {
    private let text: [UInt8]

    init(of token: String) { text = Array(token.utf8) }

    /// Another letter in each place, and another byte of each part.
    var all: [String] { letters + bytes }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The neighbour in the alphabet changes the last bit, which is a stray one in a part's last letter.
    private var letters: [String] {
        text.indices.flatMap { position in
            let place = Self.alphabet.firstIndex(of: text[position]) ?? 0
            let others = [1, 2 + (position * 7) % 62].map { Self.alphabet[place ^ $0] }
            return Set(others).subtracting([text[position]]).map { other in
                var changed = text
                changed[position] = other
                return String(decoding: changed, as: UTF8.self)
            }
        }
    }

    private var bytes: [String] {
        let parts = text.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
        return parts.indices.flatMap { index in
            let data = Data(base64URL: parts[index]) ?? Data()
            return data.indices.map { position in
                var changed = data
                changed[position] ^= UInt8(1 << (position % 8))
                var all = parts
                all[index] = changed.base64URL
                return all.joined(separator: ".")
            }
        }
    }
}

extension Data {
    /// RFC 4648 section 5, without padding.
    init?(base64URL text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }

    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
