// Searches every scene of the outbox: `make model`. With `short`, what the unit tests search.

import Glibc
import OutboxModel

let isShort = CommandLine.arguments.contains("short")
let clock = ContinuousClock()
for setting in isShort ? Setting.short : Setting.full {
    let start = clock.now
    let result = Search.run(Model(setting))
    print(
        "\(result.name): \(result.scenes) scenes, \(result.steps) steps, \(result.depth) steps deep, "
            + "all told at most \(result.minutes) minutes after the last fault, \(clock.now - start)"
    )
    if let broken = result.broken {
        print("broken: \(broken.what.rawValue)")
        for step in broken.trace { print("  \(step)") }
        exit(1)
    }
    fflush(nil)
}

print("\nwithout a habit of the functions:")
for habit in Habit.allCases {
    print("\(habit): \(habit.broken?.what.rawValue ?? "nothing")")
    if habit.broken == nil { exit(1) }
}
print("\nmistakes in the table, what each breaks, and what a search sees of it:")
for mutant in Mutant.all {
    let law = mutant.law?.rawValue ?? "nothing"
    let seen = mutant.broken(in: Setting.smallest)?.rawValue ?? "nothing"
    print("\(mutant): \(law); \(seen)")
    if mutant.law == nil { exit(1) }
}
