// breakglass: starts the command line.

import BreakGlassCLI
import Glibc

exit(RootCommand.run(Array(CommandLine.arguments.dropFirst())).rawValue)
