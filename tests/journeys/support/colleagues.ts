/** A colleague of the demo, by name, and how many kinds of pages they reach at least. */
export type Colleague = readonly [name: string, least: number]

/** Who leads visits in Netegem, and who goes on them. */
export const whoVisits: readonly Colleague[] = [
  ['Sofie De Wilde', 25],
  ['Bram Vercauteren', 15],
  ['Inge Hermans', 15],
  ['Rita Goossens', 4],
  ['Karim El Amrani', 4],
]

/** Everybody else who works there. */
export const whoElseWorks: readonly Colleague[] = [
  ['Nele Baert', 15],
  ['Jonas Pauwels', 8],
  ['Dokter Anke Lemmens', 5],
  ['Hilde Maes', 8],
  ['Lotte Claes', 4],
  ['Erik Van Damme', 4],
  ['Schepen Veerle Smet', 4],
  ['Tom Hendrickx', 8],
  ['Fatima Yildiz', 10],
  ['Greet Lemmens', 6],
  ['Jan Coppens', 6],
]
