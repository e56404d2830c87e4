/// What is wrong with the scopes that a client asks for in a person's name.
extension EntraError {
    package static func invalidScope(_ scope: String) -> EntraError {
        EntraError(
            70011, "invalid_scope",
            "The provided request must include a 'scope' input parameter. The provided value for the input parameter "
                + "'scope' is not valid. The scope \(scope) is not valid.")
    }

    package static func severalResources(_ scope: String) -> EntraError {
        EntraError(
            28000, "invalid_request",
            "Provided value for the input parameter scope is not valid because it contains more than one resource. "
                + "Scope \(scope) is not valid.")
    }

    /// `.default` of an API that the application has registered nothing of.
    package static func resourceNotRegistered(_ api: API, by app: App) -> EntraError {
        EntraError(
            650_057, "invalid_resource",
            "Invalid resource. The client has requested access to a resource which is not listed in the requested "
                + "permissions in the client's application registration. Client app ID: \(app.id)(\(app.name)). "
                + "Resource value from request: \(api.uri). Resource app ID: \(api.id).")
    }

    package static func unknownScope(_ name: String, of api: API, askedBy app: App) -> EntraError {
        EntraError(
            650_053, "invalid_client",
            "The application '\(app.name)' asked for scope '\(name)' that doesn't exist on the resource '\(api.id)'. "
                + "Contact the app vendor.")
    }
}
