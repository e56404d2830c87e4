import JOSE
import Testing

@testable import TokenctlSandbox

struct DevicePageTests {
    @Test(arguments: [("accept", nil), ("cancel", "authorization_declined")])
    func `a person enters the code, signs in, and decides`(action: String, error: String?) async throws {
        try await Sandbox.serve { sandbox in
            let device = try await sandbox.deviceCode()
            let code = try #require(device.body["user_code"]?.stringValue)
            var client = LoopbackClient()
            let start = try await client.send("\(sandbox.base)/device?user_code=\(code)")
            #expect(start.body.contains("value=\"\(code)\""))
            let signIn = try await client.send("\(sandbox.base)/device", form: [("user_code", code.lowercased())])
            let form = try #require(PageForm(in: signIn.body))
            let asked = try await client.send(
                sandbox.base + form.action,
                form: form.hidden + [
                    ("username", "bob@contoso.example"), ("password", "bob-password"), ("action", "sign-in"),
                ])
            #expect(asked.body.contains("Terminal"))
            #expect(asked.body.contains("Orders: Orders.Read"))
            let done = try await client.send(sandbox.base + form.action, form: form.hidden + [("action", action)])
            #expect(done.status == 200)

            let answer = try await sandbox.poll(device)
            #expect(answer.body["error"]?.stringValue == error)
            #expect((answer.body["access_token"] != nil) == (error == nil))
        }
    }

    @Test(arguments: ["", "WRONG", "<script>"])
    func `a wrong code is asked for again`(code: String) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.post("/device", ["user_code": code])
            #expect(answer.status == 400)
            #expect(answer.text.contains("AADSTS70018"))
            #expect(!answer.text.contains("<script"))
        }
    }
}
