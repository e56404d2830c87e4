import Glibc
import World

/// A file of keys by which programs log in to Kerberos without a password.
struct Keytab {
    let path: String
    /// Whose keys are in it, in their order, each once.
    let principals: [String]

    /// The principal that is meant by a name: exactly, or without its realm, or in other letters' case.
    ///
    /// - Parameters:
    ///   - name: nil for the one that looks like the user, or else the first one.
    ///   - username: nil for anybody.
    /// - Throws: `usage`, and says whose keys are there, where the name is none of them, or more than one.
    func principal(named name: String?, of username: String? = nil) throws(Failure) -> String {
        guard let name else {
            return principals[username.flatMap { PrincipalName.position(of: $0, among: principals) } ?? 0]
        }
        if principals.contains(name) { return name }
        let folded = name.lowercased()
        var candidates = principals.filter {
            $0.lowercased() == folded || Self.withoutRealm($0).lowercased() == folded
        }
        let exact = candidates.filter { Self.withoutRealm($0) == name }
        if !exact.isEmpty { candidates = exact }
        if candidates.count == 1 { return candidates[0] }
        let problem = candidates.isEmpty ? "no key of" : "keys of more than one"
        throw Failure(
            .usage, "the keytab '\(path)' has \(problem) '\(name)'",
            hint: "it has keys of \((candidates.isEmpty ? principals : candidates).prefix(10).joined(separator: ", "))")
    }

    private static func withoutRealm(_ principal: String) -> String {
        let realm = PrincipalName(principal).realm
        return realm.isEmpty ? principal : String(principal.utf8.dropLast(realm.utf8.count + 1)) ?? principal
    }
}

extension Keytab {
    /// - Throws: `noInput` for what cannot be read, `badData` for what is no keytab or has no key.
    init(_ path: String, in kerberos: KerberosContext) throws(Failure) {
        // As KRB5_KTNAME has it.
        let path = path.hasPrefix("FILE:") ? String(path.dropFirst(5)) : path
        self.path = path
        var status = stat()
        if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw Failure(
                .noInput, "cannot read the keytab '\(path)': it is read twice, and so has to be a regular file",
                hint: "give the path of a file that ktutil or your Kerberos administrator made")
        }
        do {
            principals = try KeytabFile(path, in: kerberos).principals
        } catch  where error.isOfSystem {
            throw Failure(
                .noInput, "cannot read the keytab '\(path)': \(Posix.describe(error.code))",
                hint: "give the path of a file that ktutil or your Kerberos administrator made")
        } catch {
            throw Failure(
                .badData, "'\(path)' is not a keytab: \(error.text)",
                hint: "klist -k '\(path)' shows what is in a keytab")
        }
        guard !principals.isEmpty else { throw Failure(.badData, "the keytab '\(path)' has no key in it") }
    }
}
