/// One element of an XML document, with all that is in it.
struct XMLElement {
    /// A name with its namespace (Namespaces in XML 1.0); the namespace is empty where there is none.
    struct Name: Equatable {
        let namespace: String
        let local: String

        init(_ local: String, in namespace: String) {
            self.namespace = namespace
            self.local = local
        }
    }

    struct Attribute {
        /// As it is written; empty for none.
        let prefix: String
        let name: Name
        let value: String
    }

    /// As it is written; empty for none.
    let prefix: String
    let name: Name
    let attributes: [Attribute]
    /// The prefixes that its own start tag declares.
    let declarations: [String]
    /// All namespaces that can be named inside of it.
    let scope: NamespaceScope
    /// The bytes of the document that it is, from `<` to `>`.
    var range: Range<Int>
    var children: [XMLElement] = []
    /// Its own text, without that of its children.
    var text = ""

    /// The value of the attribute without a namespace.
    func attribute(_ local: String) -> String? { attribute(Name(local, in: "")) }

    func attribute(_ name: Name) -> String? { attributes.first { $0.name == name }?.value }

    func children(_ name: Name) -> [XMLElement] { children.filter { $0.name == name } }

    /// The child of that name, where there is exactly one.
    func onlyChild(_ name: Name) -> XMLElement? {
        let found = children(name)
        return found.count == 1 ? found[0] : nil
    }

    /// What leads from child to child down those names, through all that have them.
    func descendants(along path: [Name]) -> [XMLElement] {
        path.reduce([self]) { found, name in found.flatMap { $0.children(name) } }
    }

    /// Calls for this element and every one inside of it, in the order of the document.
    func visit(_ body: (XMLElement) -> Void) {
        body(self)
        for child in children { child.visit(body) }
    }

    /// The text without white space around it, as schemas read addresses and names.
    var trimmedText: String {
        String(text.drop(while: \.isXMLSpace).reversed().drop(while: \.isXMLSpace).reversed())
    }

    /// What a qualified name in this element's text or attributes stands for; nil for a prefix that is not declared.
    func name(of qualified: String) -> Name? {
        let parts = qualified.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return Name(qualified, in: scope.namespace(of: "") ?? "") }
        return scope.namespace(of: String(parts[0])).map { Name(String(parts[1]), in: $0) }
    }
}

extension Character {
    /// XML 1.0 section 2.3.
    fileprivate var isXMLSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n" }
}
