import World

extension EntraError {
    /// What was asked, and how.
    static let ofRequest: [EntraError] = [
        EntraError(
            100007, .refused, .request, "regional endpoints are for Microsoft's own apps and managed identities",
            "leave --region out, and unset TOKENCTL_REGION, AZURE_REGIONAL_AUTHORITY_NAME and MSAL_FORCE_REGION"),
        EntraError(
            1002012, .refused, .request, "an app's own token is for a whole resource: its scope ends in /.default",
            "ask for one whole resource: --scope RESOURCE/.default"),
        EntraError(
            165004, .refused, .request, "the request is not valid",
            "run again with --trace to see what was sent"),
        EntraError(
            165900, .refused, .request, "the request is not valid",
            "run again with --trace to see what was sent"),
        EntraError(
            28000, .refused, .request, "the scopes belong to more than one resource",
            "ask for the scopes of one resource at a time"),
        EntraError(28002, .refused, .request, "the scope is not valid for an access token", "check --scope"),
        EntraError(28003, .refused, .request, "the scope is missing, and the code needs one", "give --scope"),
        EntraError(
            50001, .refused, .request, "the resource does not exist in the tenant, or is disabled",
            "check the resource in --scope"),
        EntraError(
            500011, .refused, .request, "the resource does not exist in the tenant",
            "check the resource in --scope"),
        EntraError(
            50029, .refused, .request, "the domain name has characters that no domain may have",
            "check --tenant"),
        EntraError(50050, .refused, .request, "the discovery request is malformed", "check --authority"),
        EntraError(
            700022, .refused, .request, "the scopes belong to more than one resource",
            "ask for the scopes of one resource at a time"),
        EntraError(
            70007, .refused, .request, "the response mode is not supported",
            "run again with --trace to see what was sent"),
        EntraError(70011, .refused, .request, "the scope is unknown or malformed", "check --scope"),
        EntraError(
            90004, .refused, .request, "the request is malformed",
            "run again with --trace to see what was sent"),
        EntraError(
            90005, .refused, .request, "the request names an account in two ways that exclude each other",
            "run again with --trace to see what was sent"),
        EntraError(90007, .refused, .request, "the session id is malformed", "run the command again"),
        EntraError(90014, .refused, .request, "a parameter is missing", "run again with --trace to see what was sent"),
        EntraError(
            900144, .refused, .request, "a parameter is missing; for an OpenID authority, perhaps /v2.0 in its address",
            "run again with --trace to see what was sent"),
        EntraError(
            90015, .refused, .request, "the address with its parameters is too long",
            "ask for fewer scopes or claims"),
        EntraError(90022, .refused, .request, "the principal's name is malformed", "give it as name/host@realm"),
        EntraError(
            90023, .refused, .request, "the request is not valid",
            "run again with --trace to see what was sent"),
        EntraError(
            9002313, .refused, .request, "the request is malformed",
            "run again with --trace to see what was sent"),
        EntraError(
            90100, .refused, .request, "a parameter is empty or not valid",
            "run again with --trace to see what was sent"),
        EntraError(
            901002, .refused, .request, "the v2.0 endpoint takes no resource",
            "give --scope RESOURCE/.default instead of a resource"),
        EntraError(
            90102, .refused, .request, "a parameter should be an absolute URI",
            "run again with --trace to see what was sent"),
        EntraError(
            90107, .refused, .request, "the request has characters that are not allowed",
            "run again with --trace to see what was sent"),
        EntraError(
            90117, .refused, .request, "the request is not valid",
            "run again with --trace to see what was sent"),
        EntraError(90121, .refused, .request, "the request is empty", "run again with --trace to see what was sent"),
    ]
}
