/// The person's web browser.
package protocol Browser: Sendable {
    /// Opens an `https` (or loopback `http`) URL; returns at once, whatever the person does there.
    ///
    /// - Throws: `unavailable` when there is no browser or none can be started.
    func open(_ url: WebURL) throws(Failure)
}
