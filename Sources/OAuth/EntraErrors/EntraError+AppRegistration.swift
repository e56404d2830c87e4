import World

extension EntraError {
    /// The app itself: who knows it, and what it is set up for.
    static let ofAppRegistration: [EntraError] = [
        EntraError(1000031, .denied, .tenant, "the app cannot be used at this time", "ask the tenant's administrator"),
        EntraError(
            50003, .refused, .registration, "the app has no signing key or certificate, and needs one",
            "configure a signing certificate for the app"),
        EntraError(
            50010, .refused, .registration, "the app has no audience that the token could be for",
            "give the app an application ID URI"),
        EntraError(
            50011, .refused, .registration, "the redirect URI is not one of the app's",
            "register http://localhost as a redirect URI of the app, under \"Mobile and desktop applications\""),
        EntraError(
            500112, .refused, .request,
            "the code is being redeemed with another redirect URI than it was asked for with",
            "sign in again, with the same redirect URI in both steps"),
        EntraError(
            500113, .refused, .registration, "the app has no redirect URI",
            "register http://localhost as a redirect URI of the app, under \"Mobile and desktop applications\""),
        EntraError(
            50146, .refused, .registration,
            "the app maps claims and has no signing key of its own for that, or the key is not valid now",
            "give the app its own signing key, or set acceptMappedClaims in its manifest"),
        EntraError(
            501461, .refused, .registration,
            "mapped claims are accepted only for the app's own id or a verified domain",
            "ask for the app by its client id, or give it its own signing key"),
        EntraError(
            50194, .refused, .registration, "the app is for one tenant only, and was used through a shared endpoint",
            "give the app's own --tenant"),
        EntraError(
            51000, .refused, .registration, "the feature that was asked for is switched off",
            "ask the app's owner to enable it"),
        EntraError(
            65005, .refused, .registration, "the app's registration does not ask for this resource",
            "add the resource to the app's API permissions"),
        EntraError(
            650056, .refused, .registration,
            "the app's permissions, its consent or its certificate do not fit the request",
            "check the app's permissions, the consent to them, and its certificate"),
        EntraError(
            650057, .refused, .registration, "the resource is not among those that the app's registration asks for",
            "add the resource to the app's API permissions"),
        EntraError(
            67003, .refused, .registration, "the app that acts for another is no valid service",
            "check which app asks, and for whom"),
        EntraError(
            700005, .refused, .request, "the code is being redeemed in another tenant than it was given in",
            "redeem the code with the --tenant that it was asked for with"),
        EntraError(
            70001, .badCredentials, .registration, "the app is disabled, or unknown in the tenant",
            "check --client-id, --tenant and --cloud"),
        EntraError(
            700011, .badCredentials, .registration, "the tenant does not know the app",
            "check --client-id, --tenant and --cloud"),
        EntraError(7000112, .denied, .registration, "the app is disabled", "ask the app's administrator to enable it"),
        EntraError(
            700016, .badCredentials, .registration, "the tenant does not know the app",
            "check --client-id, --tenant and --cloud"),
        EntraError(
            7000229, .badCredentials, .registration, "the app has no service principal in the tenant",
            "have an administrator consent to the app in the tenant, or check --tenant"),
        EntraError(
            70003, .refused, .registration, "the app may not use this grant",
            "allow the app this grant in its registration, or use another flow"),
        EntraError(
            70004, .refused, .registration, "the redirect URI is not one of the app's",
            "register http://localhost as a redirect URI of the app, under \"Mobile and desktop applications\""),
        EntraError(
            70005, .refused, .registration, "the response type is not enabled for the app, or unknown",
            "allow the response type in the app's registration, or use tokenctl auth-code"),
        EntraError(
            700051, .refused, .registration, "the app may not get access tokens from the authorization endpoint",
            "allow the app implicit access tokens, or use tokenctl auth-code"),
        EntraError(
            700054, .refused, .registration, "the app may not get id tokens from the authorization endpoint",
            "allow the app id tokens in its registration"),
        EntraError(
            76021, .refused, .registration, "the app demands signed requests, and this one is not signed",
            "sign the request, or do not demand that of the app"),
        EntraError(
            90009, .refused, .registration,
            "an app that asks for a token for itself has to name itself by its client id",
            "use the client id in --scope: CLIENT_ID/.default"),
        EntraError(
            9002325, .refused, .request, "a browser app has to use PKCE, and did not",
            "sign in with tokenctl auth-code, which uses PKCE"),
        EntraError(
            9002326, .refused, .registration,
            "a code may be redeemed from a web page only by an app of the single-page kind",
            "register the redirect URI under \"Single-page application\", or under \"Mobile and desktop applications\""),
        EntraError(
            9002327, .refused, .registration, "a code of a single-page app may be redeemed only by its web page",
            "register the redirect URI under \"Mobile and desktop applications\" instead"),
        EntraError(
            9002332, .refused, .registration, "the app is for work and school accounts only",
            "give --tenant organizations, or the tenant's id or domain"),
        EntraError(
            9002346, .refused, .registration, "the app is for personal Microsoft accounts only",
            "give --tenant consumers"),
        EntraError(
            900971, .refused, .registration, "there is no redirect URI, in the request or at the app",
            "register http://localhost as a redirect URI of the app, under \"Mobile and desktop applications\""),
        EntraError(
            90124, .refused, .registration, "the resource cannot be reached through the shared endpoints",
            "give --tenant organizations, or the tenant's id or domain"),
        EntraError(
            90130, .refused, .registration, "the app cannot be used through the shared endpoints",
            "give --tenant organizations, or the tenant's id or domain"),
    ]
}
