/// The environment variables of the process.
package struct Environment: Sendable {
    private let lookUp: @Sendable (String) -> String?

    package init(_ lookUp: @escaping @Sendable (String) -> String?) { self.lookUp = lookUp }

    /// The value of the first of these variables that is set and not empty.
    ///
    /// Empty counts as unset, because CI systems hand over undefined variables as empty ones.
    package func first(_ names: String...) -> String? {
        for name in names {
            if let value = lookUp(name), !value.isEmpty { return value }
        }
        return nil
    }

    /// The value of a variable, empty ones included.
    package subscript(_ name: String) -> String? { lookUp(name) }
}
