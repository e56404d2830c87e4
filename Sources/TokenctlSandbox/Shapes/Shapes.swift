/// The paths of endpoints in each shape.
enum Shapes {
    /// What an AD FS's routes have for parameters.
    static let farm = ["shape": AuthorityShape.adfsSegment, "tenant": AuthorityShape.adfsSegment]

    /// Where `/authorize` or `/token` is, with the parameters that stand in no path.
    static func paths(_ endpoint: String) -> [(path: String, fixed: [String: String])] {
        [
            ("/{tenant}/oauth2/v2.0\(endpoint)", [:]),
            ("/{tenant}/{policy}/oauth2/v2.0\(endpoint)", [:]),
            ("/tfp/{tenant}/{policy}/oauth2/v2.0\(endpoint)", ["prefix": "tfp/"]),
            ("/adfs/oauth2\(endpoint)", farm),
            ("/adfs/oauth2\(endpoint)/", farm),
        ]
    }
}
