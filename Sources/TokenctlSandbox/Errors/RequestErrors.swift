/// What is wrong with a request as such, its tenant or its grant.
extension EntraError {
    package static let malformedRequest = EntraError(
        9_002_313, "invalid_request", "Invalid request. Request is malformed or invalid.")

    package static func duplicateParameter(_ name: String) -> EntraError {
        EntraError(
            9_000_411, "invalid_request",
            "The request is not properly formatted. The parameter '\(name)' is duplicated.")
    }

    package static func missingParameter(_ name: String) -> EntraError {
        EntraError(
            900_144, "invalid_request", "The request body must contain the following parameter: '\(name)'.")
    }

    package static func unknownTenant(_ name: String) -> EntraError {
        EntraError(
            90002, "invalid_request",
            "Tenant '\(name)' not found. Check to make sure you have the correct tenant ID and are signing into the "
                + "correct cloud. Check with your subscription administrator, this may happen if there are no active "
                + "subscriptions for the tenant.")
    }

    package static let grantNotSupportedOnCommon = EntraError(
        9_001_023, "invalid_request",
        "The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or "
            + "tenant-specific endpoint.")

    package static let noTenantInformation = EntraError(
        50059, "invalid_request",
        "No tenant-identifying information found in either the request or implied by any provided credentials.")

    package static func unsupportedGrant(_ grantType: String) -> EntraError {
        EntraError(
            70003, "unsupported_grant_type", "The app requested an unsupported grant type '\(grantType)'.")
    }

    package static let resourceParameter = EntraError(
        901_002, "invalid_request", "The 'resource' request parameter is not supported.")

    package static func scopeIsNotDefault(_ scope: String) -> EntraError {
        EntraError(
            1_002_012, "invalid_scope",
            "The provided value for scope \(scope) is not valid. Client credential flows must have a scope value with "
                + "/.default suffixed to the resource identifier (application ID URI).")
    }

    package static func unknownResource(_ name: String, in tenant: Tenant) -> EntraError {
        EntraError(
            500_011, "invalid_resource",
            "The resource principal named \(name) was not found in the tenant named \(tenant.displayName). This can "
                + "happen if the application has not been installed by the administrator of the tenant or consented "
                + "to by any user in the tenant. You might have sent your authentication request to the wrong tenant.")
    }

    package static let invalidInstance = EntraError(50049, "invalid_instance", "Unknown or invalid instance.")

    package static func signingFailed(_ why: String) -> EntraError {
        EntraError(50000, "server_error", status: 500, "There was an issue issuing a token. \(why)")
    }
}
