package import JOSE

extension JSON {
    /// An array of strings.
    package static func strings(_ values: some Sequence<String>) -> JSON { .array(values.map { .string($0) }) }
}
