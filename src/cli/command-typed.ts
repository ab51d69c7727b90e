/** Whether `command`, of two words, is what was typed. */
export const isTyped = (args: readonly string[], command: string): boolean =>
  args
    .filter((arg) => arg !== '--json')
    .slice(0, 2)
    .join(' ') === command
