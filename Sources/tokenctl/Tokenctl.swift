import TokenctlCLI

@main
struct Tokenctl {
    static func main() { Root.start() }
}
