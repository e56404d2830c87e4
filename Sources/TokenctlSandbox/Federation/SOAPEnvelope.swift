import FoundationEssentials

/// An answer of the federation server's: SOAP 1.2 with WS-Addressing and a timestamp, as Windows Communication Foundation
/// writes it.
package struct SOAPEnvelope: Sendable {
    package let action: String
    /// The `MessageID` of the request; nil for one that had none.
    package let relatesTo: String?
    /// Seconds since 1970.
    package let now: Int
    /// XML.
    package let body: String

    /// How long an answer may be on its way, in seconds.
    private static let lifetime = 300

    package func response(status: Int = 200) -> Response {
        let relation = relatesTo.map { "<a:RelatesTo>\(XMLElement.escape($0, inAttribute: false))</a:RelatesTo>" }
        let text = """
            <s:Envelope xmlns:s="\(SOAP.envelope)" xmlns:a="\(SOAP.addressing)" xmlns:u="\(SOAP.utility)"><s:Header>\
            <a:Action s:mustUnderstand="1">\(action)</a:Action>\(relation ?? "")\
            <o:Security s:mustUnderstand="1" xmlns:o="\(SOAP.security)"><u:Timestamp u:Id="_0">\
            <u:Created>\(Timestamp.soap(now))</u:Created><u:Expires>\(Timestamp.soap(now + Self.lifetime))</u:Expires>\
            </u:Timestamp></o:Security></s:Header><s:Body>\(body)</s:Body></s:Envelope>
            """
        return Response(status: status, document: text, type: "\(SOAP.mediaType); charset=utf-8")
    }
}

extension Timestamp {
    /// As in SOAP messages: with milliseconds.
    package static func soap(_ seconds: Int) -> String { iso8601(seconds).dropLast() + ".000Z" }

    /// Reads `2026-11-21T04:00:00Z`, with or without a fraction of a second; nil for what is not in UTC.
    package static func parse(_ text: String) -> Int? {
        guard text.hasSuffix("Z") else { return nil }
        let whole = text.dropLast().prefix { $0 != "." }
        return (try? Date("\(whole)Z", strategy: .iso8601)).map { Int($0.timeIntervalSince1970) }
    }
}
