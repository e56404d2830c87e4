/// The namespaces that can be named at some place of a document: what is declared there, and around it.
///
/// Elements share what is declared around them, so that a document costs no more memory than its declarations.
indirect enum NamespaceScope {
    /// The prefix `xml` needs no declaration.
    case root
    case declared(prefix: String, namespace: String, outer: NamespaceScope)

    /// - Parameter prefix: empty for the default namespace.
    /// - Returns: nil for a prefix that is not declared.
    func namespace(of prefix: String) -> String? {
        var scope = self
        while case .declared(let declared, let namespace, let outer) = scope {
            if declared == prefix { return namespace }
            scope = outer
        }
        return nil
    }
}
