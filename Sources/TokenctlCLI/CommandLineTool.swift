import ArgumentParser
package import World

/// The whole program: from arguments to an exit status.
package enum CommandLineTool {
    /// What arguments ask for.
    enum Request {
        case run(any Command)
        /// Text that was asked for instead: help, the version, a completion script.
        case show(String)
    }

    /// - Parameter arguments: without the program's own name.
    package static func run(_ arguments: [String], in world: World) -> ExitStatus {
        do {
            switch try request(arguments) {
            case .run(let command): try command.run(in: world)
            case .show(let text): try world.terminal.print(text + "\n")
            }
            return .ok
        } catch {
            let format = ErrorFormat.requested(by: arguments, environment: world.environment)
            ErrorReport(error).write(as: format, to: world.terminal)
            return ExitStatus(error.code)
        }
    }

    /// Parses arguments; nothing runs.
    ///
    /// The command's own type is parsed, not the tree above it: that would cost more than reading a cached token. Only
    /// the tree knows the whole command line, so help and errors come from there.
    static func request(_ arguments: [String]) throws(Failure) -> Request {
        if let type = RootCommand.flows.first(where: { $0.configuration.commandName == arguments.first }),
            let command = type.parsed(Array(arguments.dropFirst()))
        {
            return .run(command)
        }
        if let type = RootCommand.command(named: arguments.first),
            let command = try? type.parseAsRoot(Array(arguments.dropFirst())) as? any Command
        {
            return .run(command)
        }
        do {
            var parsed = try RootCommand.parseAsRoot(arguments)
            if let command = parsed as? any Command { return .run(command) }
            // ArgumentParser's own: `help`, or no command at all. It throws the text to show.
            try parsed.run()
            return .show("")
        } catch let failure as Failure {
            throw failure
        } catch {
            let text = RootCommand.fullMessage(for: error)
            guard RootCommand.exitCode(for: error) == .success else { throw Failure.usage(text, arguments: arguments) }
            return .show(text)
        }
    }
}

extension Failure {
    /// ArgumentParser's message, which ends with how the command is used.
    ///
    /// It quotes what it does not expect. Behind the command's name that may be a secret, as half of one that lacks
    /// its quotes: only names of options are repeated.
    fileprivate static func usage(_ text: String, arguments: [String]) -> Failure {
        let values = arguments.dropFirst().map { argument in
            argument.hasPrefix("-") ? String(argument.drop { $0 != "=" }.dropFirst()) : argument
        }
        let safe = values.filter { !$0.isEmpty }.reduce(text) { $0.replacing("'\($1)'", with: "'…'") }
        let parts = safe.split(separator: "\n", maxSplits: 1).map(String.init)
        let message = parts.first.map { $0.hasPrefix("Error: ") ? String($0.dropFirst("Error: ".count)) : $0 }
        return Failure(.usage, message ?? "wrong arguments", hint: parts.dropFirst().first)
    }
}
