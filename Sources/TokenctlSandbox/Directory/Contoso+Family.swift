/// Two public clients of one family, as Azure CLI and Visual Studio Code are: whoever signed in to one is signed in to
/// the other, whose refresh tokens it may use. Terminal is of no family.
extension Contoso {
    package static let shell = familyApp(5, "Shell", objectID: "b1b1b1b1-0000-4000-8000-000000000007")
    package static let editor = familyApp(6, "Editor", objectID: "b1b1b1b1-0000-4000-8000-000000000008")

    private static func familyApp(_ number: Int, _ name: String, objectID: String) -> App {
        App(
            id: "a1a1a1a1-0000-4000-8000-00000000000\(number)", name: name, objectID: objectID, isPublic: true,
            family: "1", redirectURIs: loopback + [.exact(nativeClient)], permissions: permissions)
    }
}
