/// One HTTP request: a GET, or a POST of form fields.
package struct HTTPRequest: Sendable {
    package enum Body: Sendable {
        case none
        /// `application/x-www-form-urlencoded`, sent with POST.
        case form([Field])
    }

    /// A header or form field; a secret value is a fingerprint in traces.
    package struct Field: Sendable {
        package enum Value: Sendable {
            case plain(String)
            case secret(Secret)

            /// The value as it goes on the wire.
            package var wire: String {
                switch self {
                case .plain(let text): text
                case .secret(let secret): secret.reveal()
                }
            }
        }

        package let name: String
        package let value: Value

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = .plain(value)
        }

        package init(_ name: String, _ secret: Secret) {
            self.name = name
            self.value = .secret(secret)
        }
    }

    package let url: WebURL
    package let headers: [Field]
    package let body: Body
    /// What is in the request in another form, as a secret in Basic authentication.
    private let encodedSecrets: [Secret]

    package init(get url: WebURL, headers: [Field] = []) {
        self.url = url
        self.headers = headers
        body = .none
        encodedSecrets = []
    }

    package init(post form: [Field], to url: WebURL, headers: [Field] = [], encodedSecrets: [Secret] = []) {
        self.url = url
        self.headers = headers
        self.encodedSecrets = encodedSecrets
        body = .form(form)
    }

    /// The values that must appear nowhere but on the wire, and as they look in a form.
    package var secrets: [Secret] {
        var fields = headers
        if case .form(let form) = body { fields += form }
        let values = fields.compactMap { if case .secret(let secret) = $0.value { secret } else { nil } }
        let all = values + encodedSecrets
        return all + all.map { Secret(FormEncoding.encode($0.reveal())) }
    }
}
