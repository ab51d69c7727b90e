import type { Command } from 'commander'

/** The commands under one verb (`import places`, `import services`), made by whoever comes first. */
export function groupOf(program: Command, verb: string, description: string): Command {
  return program.commands.find((command) => command.name() === verb) ?? program.command(verb).description(description)
}
