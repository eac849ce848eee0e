// The command line: reads files and arguments, calls the other rooms, speaks through `Terminal`.
//
// One file a subcommand. May import every room, ArgumentParser, Yams, and Foundation: no Lambda
// links this target.
