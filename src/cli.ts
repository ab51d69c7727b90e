import { Command } from 'commander'

const program = new Command('meernet').description('Command line of Meernet').showHelpAfterError()
await program.parseAsync()
