/// `POST /login`: where the forms of all sign-in pages go.
package struct LoginEndpoint: Endpoint {
    package let flow: SignInFlow

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        do throws(EntraError) {
            return try flow.proceed(exchange.request.form(), in: exchange)
        } catch {
            return Response(status: 400, page: .failure(error, in: exchange))
        }
    }
}
