extension StringProtocol {
    /// Whether two texts are the same bytes.
    ///
    /// Swift's `==` takes two spellings of one character for the same, and so would let one issuer pass for another.
    package func isExactly(_ other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }
}
