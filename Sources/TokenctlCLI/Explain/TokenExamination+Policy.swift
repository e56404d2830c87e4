import JOSE
import OAuth

extension TokenExamination {
    /// What an API may hold against the app, the user or the sign-in.
    var policyFindings: [TokenFinding] {
        [evaluation, context, publicClient, personalAccount, guest, overage].compactMap(\.self)
    }

    /// Whether the API may refuse the token before it expires: Entra's continuous access evaluation.
    var isContinuouslyEvaluated: Bool {
        words("xms_cc").contains { $0.lowercased() == "cp1" } || (isEntra && (lifetime ?? 0) > 3 * 3600)
    }

    private var evaluation: TokenFinding? {
        guard isContinuouslyEvaluated else { return nil }
        return .possible(
            .continuousAccessEvaluation,
            "the app takes part in continuous access evaluation: the API may answer 401 with insufficient_claims at any "
                + "time, whatever exp says",
            remedy: "pass the answer's WWW-Authenticate header to --claims of the command that got the token")
    }

    private var context: TokenFinding? {
        guard isEntra, token.kind == .user else { return nil }
        let met = words("acrs")
        return .possible(
            .authenticationContext,
            met.isEmpty
                ? "no authentication context (acrs) was met: an API that wants one answers 401 with insufficient_claims"
                : "only the authentication context (acrs) \(met.joined(separator: ", ")) was met: an API that wants another "
                    + "one answers 401 with insufficient_claims",
            remedy:
                "pass the answer's WWW-Authenticate header to --claims of tokenctl auth-code or tokenctl device-code")
    }

    private var publicClient: TokenFinding? {
        guard (token.text("appidacr") ?? token.text("azpacr")) == "0" else { return nil }
        return .possible(
            .publicClient,
            "the app is a public client, it did not prove who it is: an API for confidential apps only refuses it",
            remedy: "have the app authenticate with a secret or a certificate")
    }

    private var personalAccount: TokenFinding? {
        guard token.text("tid")?.lowercased() == Authority.personalAccounts else { return nil }
        return .possible(
            .personalAccount,
            "the user has a personal Microsoft account: an API for work or school accounts refuses it",
            remedy: "sign in with a work or school account, or have the API's registration allow personal accounts")
    }

    private var guest: TokenFinding? {
        let isGuest = token.text("acct") == "1" || token.claims["acct"]?.intValue == 1
        guard isGuest || isFromElsewhere else { return nil }
        let home = token.text("idp").map { " and comes from '\($0)'" } ?? ""
        return .possible(
            .guest,
            "the user is a guest in the tenant\(home): an API may let in members only, and oid is that of the guest",
            remedy: "sign in to the user's own tenant with --tenant, or give the guest access to the API")
    }

    /// Another identity provider than the issuer authenticated the user.
    private var isFromElsewhere: Bool {
        guard isEntra, let provider = token.text("idp"), let issuer = token.text("iss"), provider != issuer else {
            return false
        }
        // The same tenant may stand in another version's form.
        let tenants = [
            token.text("tid") ?? "",
            issuer.split(separator: "/").first(where: { Authority.isGUID(String($0)) }).map(String.init) ?? "",
        ]
        return !tenants.contains { !$0.isEmpty && provider.lowercased().contains($0.lowercased()) }
    }

    private var overage: TokenFinding? {
        GroupOverage(token).map { overage in
            .possible(
                .groupOverage,
                "the user is in so many groups that the token has none of them: an API that looks for one fails",
                remedy: "have the API \(overage.remedy)")
        }
    }
}
