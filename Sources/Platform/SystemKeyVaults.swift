import Glibc
import World

/// The kernel's keyring and the desktop's.
struct SystemKeyVaults: KeyVaults {
    let environment: Environment

    func key(of folder: String, in vault: KeyVault) throws(Failure) -> Secret? {
        switch vault {
        case .keyring: try KernelKeyring.key(named: Self.name(of: folder))
        case .secretService: try secretTool.key(named: Self.name(of: folder))
        }
    }

    func keep(_ key: Secret, of folder: String, in vault: KeyVault) throws(Failure) {
        switch vault {
        case .keyring: try KernelKeyring.keep(key, named: Self.name(of: folder))
        case .secretService: try secretTool.keep(key, named: Self.name(of: folder))
        }
    }

    private var secretTool: SecretTool { SecretTool(searchPath: environment.first("PATH")) }

    /// A number for the folder, the same by whichever path it is reached.
    static func name(of folder: String) -> String {
        let path = unsafe realpath(folder, nil)
        defer { unsafe free(path) }
        let real = unsafe path.map { unsafe String(cString: $0) } ?? folder
        return String(FNV1a.hash(real.utf8), radix: 16)
    }
}
