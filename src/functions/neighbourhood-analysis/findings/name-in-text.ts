/**
 * Words in a free text that look like the name of a person: a title or a word for somebody (mevrouw, dhr., madame, buur, tante) before a
 * capital, or two capitals in a row that no place here is called by. Only a reason to ask: people decide (P12).
 */
const titles =
  /\b(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Dd]e heer|[Dd]hr\.?|[Mm]ijnheer|[Jj]uffrouw|[Mm]adame|[Mm]onsieur|[Mm]me|[Mm]rs?\.?|[Tt]ante|[Nn]onkel|[Bb]uurman|[Bb]uurvrouw|[Pp]astoor|[Dd]okter)\s+\p{Lu}[\p{L}'’-]*/u
const twoCapitals =
  /(?<=[\p{L}\d,;:()]\s)(?!(?:De|Het|La|Le|Les)\s)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Ee]l|[Bb]en)\s+)*\p{Lu}\p{Ll}+/u

/** What looks like a name in `text`; names of places and organisations in `known` are not asked about. */
export function nameIn(text: string, known: readonly string[] = []): string | undefined {
  const folded = known.reduce((rest, name) => (name.length < 3 ? rest : rest.replaceAll(name, '')), text)
  return titles.exec(folded)?.[0] ?? twoCapitals.exec(folded)?.[0]
}
