import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV for a spreadsheet: UTF-8 with its mark, semicolons as Belgian spreadsheets expect unless `delimiter` says otherwise. A
 * text that begins like a formula (`= + - @`, a tab, a return, or their wide forms) gets an apostrophe, so that it stays text:
 * a spreadsheet would run it. The one rule for every export. Source: OWASP ASVS 5.0, 1.2.10. A number is a number, below zero too:
 * to twelve digits and with a comma, for with a point the spreadsheets of Belgium read a day.
 */
export function spreadsheetOf(
  rows: readonly (readonly (string | number | null)[])[],
  { delimiter = ';' }: { readonly delimiter?: ';' | ',' } = {},
): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: true, delimiter, escape_formulas: true, cast: { number: withComma } },
  )
}

const withComma = (value: number): string => String(Number(value.toPrecision(12))).replace('.', ',')
