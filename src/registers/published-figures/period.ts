/** A year, month, quarter, day or school year. */
export const isPeriod = (text: string): boolean =>
  /^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-[0-3][0-9])?|-?[QT][1-4]|[-/](19|20)[0-9]{2})?$/.test(text)

/** The only year in a name: of a file, or of a sheet; nothing when there is none, or more than one. */
export function yearIn(name: string): string | undefined {
  const years = new Set(name.match(/(?<![0-9])(19|20)[0-9]{2}(?![0-9])/g))
  return years.size === 1 ? [...years][0] : undefined
}
