/// The namespaces that an element uses and that are declared around it.
///
/// Exclusive canonicalisation writes a declaration where it is used, wherever it was made: one that is added to the
/// element's own start tag leaves every digest as it is.
struct BorrowedNamespaces {
    private let scope: NamespaceScope
    /// In the order of their use.
    private var borrowed: [(prefix: String, namespace: String)] = []

    init(of element: XMLElement) {
        scope = element.scope
        collect(element, declared: [])
    }

    /// For the element's start tag, with a space before each.
    var declarations: String {
        borrowed.map { prefix, namespace in
            " xmlns\(prefix.isEmpty ? "" : ":" + prefix)=\"\(XMLText.escape(namespace))\""
        }.joined()
    }

    private mutating func collect(_ element: XMLElement, declared outer: Set<String>) {
        let declared = outer.union(element.declarations)
        var used = [element.prefix] + element.attributes.map(\.prefix).filter { !$0.isEmpty }
        // Values may be names, as in xsi:type="xs:string"; to declare what only looks like a prefix does no harm.
        used += (element.attributes.map(\.value) + [element.trimmedText]).compactMap(Self.prefix)
        used += element.prefixList
        for prefix in used where !declared.contains(prefix) && !borrowed.contains(where: { $0.prefix == prefix }) {
            guard let namespace = scope.namespace(of: prefix), !namespace.isEmpty else { continue }
            borrowed.append((prefix, namespace))
        }
        for child in element.children { collect(child, declared: declared) }
    }

    private static func prefix(of value: String) -> String? {
        value.firstIndex(of: ":").map { String(value[..<$0]) }
    }
}

extension XMLElement {
    /// What canonicalisation writes whether it is used or not: Exclusive XML Canonicalization section 2.1.
    fileprivate var prefixList: [String] {
        guard name == Name("InclusiveNamespaces", in: Namespace.canonicalization) else { return [] }
        return (attribute("PrefixList") ?? "").split(separator: " ").map { $0 == "#default" ? "" : String($0) }
    }
}
