extension Account {
    /// Who a token is for: by Entra's `client_info`, the id token, or what is known otherwise; nil where nobody tells.
    init?(_ response: TokenResponse, _ idToken: IDToken?, realm: String, otherwise known: Account?) {
        let home = response.clientInfo.flatMap(ClientInfo.init)?.homeAccountID
        guard let id = home ?? idToken?.text("sub") else {
            guard let known else { return nil }
            self = known
            return
        }
        self.init(
            homeAccountID: id,
            localAccountID: idToken?.text("oid") ?? idToken?.text("sub") ?? known?.localAccountID ?? id,
            username: idToken?.username ?? known?.username ?? "", realm: idToken?.text("tid") ?? realm)
    }
}
