import BreakGlassCLI
import Foundation

exit(RootCommand.run(Array(CommandLine.arguments.dropFirst())).rawValue)
