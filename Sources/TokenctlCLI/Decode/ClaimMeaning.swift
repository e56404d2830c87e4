/// What the claims of tokens mean, by their names.
enum ClaimMeaning {
    /// Empty-handed for a claim that is not known: then nothing is said.
    static func of(_ name: String) -> String? {
        registered[name] ?? entra[name] ?? others[name] ?? (name.hasPrefix("groups:src") ? entra["groups:src1"] : nil)
            ?? (name.hasPrefix("extn.") || name.hasPrefix("extension_") ? "an attribute that the tenant defined" : nil)
    }

    /// Those that are times.
    static let times: Set = [
        "exp", "nbf", "iat", "auth_time", "pwd_exp", "updated_at", "xms_tcdt", "toe", "orig_iat",
    ]

    /// RFC 7519 section 4.1, OpenID Connect Core, RFC 7800, RFC 8693, RFC 9068, and others of IANA's registry.
    private static let registered: [String: String] = [
        "iss": "who issued it",
        "sub": "whom it is about: never changes and is never given to anyone else; in Entra another one for each app",
        "aud": "whom it is for: an API must refuse a token for another one; an id token is for an app",
        "exp": "when it ends",
        "nbf": "not to be taken before",
        "iat": "when it was issued",
        "jti": "the token's own number, against replay",
        "azp": "the app that it was issued to",
        "client_id": "the app that it was issued to",
        "scope": "what the app may do in the user's name, separated by spaces",
        "scp":
            "what the app may do in the user's name: scopes that the user or an admin consented to; user tokens only",
        "roles": "permissions of the app itself, or, in a user's token, roles that the user has in the API",
        "groups": "groups that the subject is a member of; in Entra by object id",
        "entitlements": "what the subject is entitled to",
        "permissions": "what the subject may do in the API",
        "nonce": "a number used once that the app sent with its sign-in; it must be the same here",
        "auth_time": "when the user signed in",
        "acr": "how strong the sign-in was: authentication context class",
        "amr": "how the subject proved who it is",
        "at_hash": "ties the access token to this id token: a hash of it",
        "c_hash": "ties the authorization code to this id token: a hash of it",
        "s_hash": "ties the sign-in's state to this id token: a hash of it",
        "sid": "the session; for single sign-out",
        "name": "a name for people to read; not unique, and it can change",
        "given_name": "first name",
        "family_name": "last name",
        "middle_name": "middle name",
        "nickname": "another name of the user",
        "preferred_username":
            "the name that the user goes by: mail address, phone number or other; it can change, so it "
            + "must not decide what anyone may do",
        "profile": "the user's profile page",
        "picture": "the user's picture",
        "website": "the user's web site",
        "email": "mail address; it can change, and in Entra nobody checked it: it must not decide what anyone may do",
        "email_verified": "whether the issuer checked the mail address",
        "gender": "gender",
        "birthdate": "birthday",
        "zoneinfo": "time zone",
        "locale": "language and country",
        "phone_number": "telephone number",
        "phone_number_verified": "whether the issuer checked the telephone number",
        "address": "postal address",
        "updated_at": "when the user's data last changed",
        "cnf": "the key that the bearer must hold: without it the token is of no use (RFC 7800)",
        "act": "who acts for the subject (RFC 8693)",
        "may_act": "who may act for the subject (RFC 8693)",
        "authorization_details": "what is allowed, in detail (RFC 9396)",
        "events": "what happened (RFC 8417)",
        "toe": "when it happened",
        "txn": "the transaction that it belongs to",
        "htm": "the method of the request that the proof is for (RFC 9449)",
        "htu": "the address of the request that the proof is for (RFC 9449)",
        "ath": "a hash of the access token that the proof is for (RFC 9449)",
        "client_name": "the name of the app",
        "token_use": "what the token is for: access or id",
        "sub_id": "whom it is about, in another way (RFC 9493)",
        "vc": "a verifiable credential",
        "_claim_names": "claims that are not in the token, and the sources that have them",
        "_claim_sources": "where the claims that are not in the token can be had",
    ]
}
