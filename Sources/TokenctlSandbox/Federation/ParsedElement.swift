import Foundation
import FoundationXML

/// An XML element that was read, with its namespace.
package struct ParsedElement: Sendable {
    /// What starts a name: a URI, empty for none.
    package let namespace: String
    /// Without a prefix.
    package let name: String
    /// By their names as they were written.
    package let attributes: [String: String]
    package var children: [ParsedElement] = []
    package var text = ""

    /// Nil for what is no well-formed XML or has a document type.
    package init?(parsing document: [UInt8]) {
        let builder = TreeBuilder()
        let parser = XMLParser(data: Data(document))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = builder
        guard String(decoding: document, as: UTF8.self).firstRange(of: "<!DOCTYPE") == nil, parser.parse(),
            let root = builder.root
        else { return nil }
        self = root
    }

    init(namespace: String, name: String, attributes: [String: String]) {
        self.namespace = namespace
        self.name = name
        self.attributes = attributes
    }

    /// The only child of that name; nil where there is none, or more than one.
    package func child(_ name: String, _ namespace: String) -> ParsedElement? {
        let found = children.filter { $0.name == name && $0.namespace == namespace }
        return found.count == 1 ? found.first : nil
    }

    /// All elements of that name, at any depth.
    package func all(_ name: String, _ namespace: String) -> [ParsedElement] {
        (self.name == name && self.namespace == namespace ? [self] : [])
            + children.flatMap { $0.all(name, namespace) }
    }

    /// The text without the spaces around it.
    package var value: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}

/// Hears of elements one by one.
private final class TreeBuilder: NSObject, XMLParserDelegate {
    var root: ParsedElement?
    private var open: [ParsedElement] = []

    func parser(
        _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(ParsedElement(namespace: namespaceURI ?? "", name: name, attributes: attributes))
    }

    func parser(_: XMLParser, foundCharacters text: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    func parser(_: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }
}
