/** A year, month, quarter, day or school year. */
export const isPeriod = (text: string): boolean =>
  /^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-[0-3][0-9])?|-?[QT][1-4]|[-/](19|20)[0-9]{2})?$/.test(text)
