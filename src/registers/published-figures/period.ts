/** A year, month, quarter, day or school year. */
export const isPeriod = (text: string): boolean =>
  /^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-[0-3][0-9])?|-?[QT][1-4]|[-/](19|20)[0-9]{2})?$/.test(text)

/** The year of a day, as programs write days: `2008-01-01`, with or without the hour, or `1/01/2008`. */
export const yearOfDay = (text: string): string | undefined =>
  /^((?:19|20)[0-9]{2})-[0-9]{2}-[0-9]{2}([ T][0-9:.]+Z?)?$/.exec(text)?.[1] ??
  /^[0-9]{1,2}[/.-][0-9]{1,2}[/.-]((?:19|20)[0-9]{2})( [0-9:.]+)?$/.exec(text)?.[1]

/** The only year in a name: of a file, or of a sheet; nothing when there is none, or more than one. */
export function yearIn(name: string): string | undefined {
  const years = new Set(name.match(/(?<![0-9])(19|20)[0-9]{2}(?![0-9])/g))
  return years.size === 1 ? [...years][0] : undefined
}
