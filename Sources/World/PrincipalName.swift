/// A Kerberos principal's name as libkrb5 writes it: `alice@CORP.EXAMPLE`.
package struct PrincipalName {
    private let name: String
    package let realm: String

    /// - Parameter text: with a backslash before what is the name's own `@`: krb5_parse_name(3).
    package init(_ text: String) {
        var (name, isEscaped) = (String.UnicodeScalarView(), false)
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if !isEscaped, scalar == "@" { break }
            // What stands for a control character stays as it is.
            if isEscaped, "tnb0".unicodeScalars.contains(scalar) { name.append("\\") }
            isEscaped = scalar == "\\" && !isEscaped
            if !isEscaped { name.append(scalar) }
        }
        self.name = String(name)
        realm = String(rest)
    }

    /// The user name that is most likely that person's.
    ///
    /// A realm is a domain in upper case; an enterprise name (RFC 6806 section 5) has its domain in itself.
    package var username: String { name.contains("@") || realm.isEmpty ? name : "\(name)@\(realm.lowercased())" }

    /// Which of these principals a user most likely is: by the user name, or else by what is before the domain alone.
    package static func position(of username: String, among principals: [String]) -> Int? {
        let names = principals.map { PrincipalName($0).username.lowercased() }
        let wanted = username.lowercased()
        guard !local(wanted).isEmpty else { return nil }
        return names.firstIndex(of: wanted) ?? names.firstIndex { local($0) == local(wanted) }
    }

    /// What is before the domain.
    private static func local(_ username: String) -> Substring {
        username[..<(username.lastIndex(of: "@") ?? username.endIndex)]
    }
}
