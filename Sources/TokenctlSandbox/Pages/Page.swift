/// What all pages have around their content.
package struct Page: Sendable {
    package let title: String
    package let content: HTML
    /// The nonce of the page's only script, where there is one.
    package var scriptNonce: String?

    package var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <main>
        <p class="brand">Contoso sandbox</p>
        <h1>\(title)</h1>
        \(content)
        </main>
        </body>
        </html>

        """
    }

    private static let style: HTML = """
        body { font: 16px/1.5 system-ui, sans-serif; background: #f2f2f2; color: #1b1b1b; }
        main { max-width: 26rem; margin: 3rem auto; padding: 2rem; background: #fff; border: 1px solid #ccc; }
        h1 { font-size: 1.4rem; margin-top: 0; }
        label { display: block; margin: .8rem 0; }
        input { display: block; width: 100%; box-sizing: border-box; padding: .4rem; font: inherit; }
        button { padding: .4rem 1rem; margin: .4rem .4rem 0 0; font: inherit; }
        .brand { color: #666; margin: 0; }
        .error { color: #a4262c; }
        """
}
