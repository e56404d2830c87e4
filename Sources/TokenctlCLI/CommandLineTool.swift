import ArgumentParser
package import World

/// The whole program: from arguments to an exit status.
package enum CommandLineTool {
    /// - Parameter arguments: without the program's own name.
    package static func run(_ arguments: [String], in world: World) -> ExitStatus {
        do {
            guard let command = try parse(arguments, in: world) else { return .ok }
            try command.run(in: world)
            return .ok
        } catch {
            let format = ErrorFormat.requested(by: arguments, environment: world.environment)
            ErrorReport(error).write(as: format, to: world.terminal)
            return ExitStatus(error.code)
        }
    }

    /// The command to run; nil when the arguments asked for help, a version or a script, which is then printed.
    ///
    /// The command's own type is parsed, not the tree above it: that would cost more than reading a cached token.
    private static func parse(_ arguments: [String], in world: World) throws(Failure) -> (any Command)? {
        do {
            if let type = RootCommand.command(named: arguments.first),
                let command = try? type.parse(Array(arguments.dropFirst()))
            {
                return command
            }
            let parsed = try RootCommand.parseAsRoot(arguments)
            guard let command = parsed as? any Command else {
                throw CleanExit.helpRequest(RootCommand.self)
            }
            return command
        } catch let failure as Failure {
            throw failure
        } catch {
            let text = RootCommand.fullMessage(for: error)
            guard RootCommand.exitCode(for: error) == .success else { throw Failure.usage(text) }
            try world.terminal.print(text + "\n")
            return nil
        }
    }
}

extension Failure {
    /// ArgumentParser's message, which ends with how the command is used.
    fileprivate static func usage(_ text: String) -> Failure {
        let parts = text.split(separator: "\n", maxSplits: 1).map(String.init)
        let message = parts.first.map { $0.hasPrefix("Error: ") ? String($0.dropFirst("Error: ".count)) : $0 }
        return Failure(.usage, message ?? "wrong arguments", hint: parts.dropFirst().first)
    }
}
