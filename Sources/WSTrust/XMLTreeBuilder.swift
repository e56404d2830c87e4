import Native

/// Makes elements of what libxml2 tells, as long as it is no more than a sensible document has.
final class XMLTreeBuilder {
    private static let greatestDepth = 64
    private static let mostElements = 20_000
    /// Of one tag, declarations included; libxml2's time grows with the square of it.
    private static let mostAttributes = 256
    /// Around and in one element: to look one up takes a step for each.
    private static let mostDeclarations = 512

    /// The whole document, once it was read to its end.
    private(set) var root: XMLElement?
    /// What there was too much of.
    private(set) var excess = ""
    /// The elements whose end has not come yet, the outermost first.
    private var open: [XMLElement] = []
    private var elementCount = 0
    private var declarationCounts: [Int] = []

    /// The builder that a callback's context leads to.
    @unsafe
    static func of(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
        unsafe context.map { unsafe Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    @unsafe
    func start(_ pointer: UnsafePointer<native_xml_tag>?) -> Bool {
        guard let tag = unsafe pointer?.pointee else { return false }
        elementCount += 1
        let declared = unsafe (declarationCounts.last ?? 0) + tag.declaration_count
        guard open.count < Self.greatestDepth else { return refuse("its elements are nested deeper than 64") }
        guard elementCount <= Self.mostElements else { return refuse("it has more than 20,000 elements") }
        guard unsafe tag.attribute_count + tag.declaration_count <= Self.mostAttributes else {
            return refuse("a tag has more than 256 attributes")
        }
        guard declared <= Self.mostDeclarations else { return refuse("it has too many namespaces") }
        declarationCounts.append(declared)
        unsafe open.append(XMLElement(tag, in: open.last?.scope ?? .root))
        return true
    }

    @unsafe
    func add(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> Bool {
        let text = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        if !open.isEmpty { open[open.count - 1].text += text }
        return true
    }

    func end(at offset: Int) -> Bool {
        guard var element = open.popLast() else { return false }
        declarationCounts.removeLast()
        element.range = element.range.lowerBound..<offset
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
        return true
    }

    private func refuse(_ reason: String) -> Bool {
        excess = reason
        return false
    }
}

extension XMLElement {
    /// An element of which the start tag is known.
    @unsafe
    fileprivate init(_ tag: native_xml_tag, in outer: NamespaceScope) {
        let declared = unsafe UnsafeBufferPointer(start: tag.declarations, count: 2 * tag.declaration_count)
        let given = unsafe UnsafeBufferPointer(start: tag.attributes, count: 5 * tag.attribute_count)
        var scope = outer
        var declarations: [String] = []
        for index in stride(from: 0, to: declared.count, by: 2) {
            let prefix = unsafe Self.text(declared[index])
            scope = unsafe .declared(prefix: prefix, namespace: Self.namespace(declared[index + 1]), outer: scope)
            declarations.append(prefix)
        }
        self.init(
            prefix: unsafe Self.text(tag.prefix),
            name: unsafe Name(Self.text(tag.name), in: Self.namespace(tag.uri)),
            attributes: stride(from: 0, to: given.count, by: 5).map { index in
                Attribute(
                    prefix: unsafe Self.text(given[index + 1]),
                    name: unsafe Name(Self.text(given[index]), in: Self.namespace(given[index + 2])),
                    value: unsafe Self.value(from: given[index + 3], to: given[index + 4]))
            },
            declarations: declarations, scope: scope, range: unsafe tag.offset..<tag.offset)
    }

    @unsafe
    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }

    /// It comes from an attribute, too.
    @unsafe
    private static func namespace(_ pointer: UnsafePointer<CChar>?) -> String {
        unsafe expand(Array(text(pointer).utf8))
    }

    @unsafe
    private static func value(from start: UnsafePointer<CChar>?, to end: UnsafePointer<CChar>?) -> String {
        guard let start = unsafe start, let end = unsafe end else { return "" }
        return unsafe expand(Array(UnsafeRawBufferPointer(start: start, count: end - start)))
    }

    /// libxml2 leaves ampersands as references where entities are not expanded.
    private static func expand(_ value: [UInt8]) -> String {
        guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
        return String(decoding: value.replacing(Array("&#38;".utf8), with: Array("&".utf8)), as: UTF8.self)
    }
}
