import fc from 'fast-check'

/** A name that nobody has: wherever it turns up later, something that was typed turned up. */
export const canary = 'Kanariemans'

/** Text that means something to a browser, a database, a template, a spreadsheet, a shell, or to how a line reads. */
export const tricks: readonly string[] = [
  `${canary}<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>${canary}`,
  `' autofocus onfocus=alert(1) x='${canary}`,
  `javascript:alert('${canary}')`,
  `${canary}</textarea></title></style><svg/onload=alert(1)>`,
  `${canary}'; drop table people.person; --`,
  `${canary}' or '1'='1`,
  `{{7*7}}\${7*7}<%= 7*7 %>#{7*7} ${canary}`,
  `=HYPERLINK("http://elsewhere.example?x=${canary}";"klik")`,
  `+32+${canary}`,
  `-2+3+cmd|' /C calc'!A0${canary}`,
  `@SUM(1+1)*${canary}`,
  `\t=1+1${canary}`,
  `${canary} \u202Efdp.exe\u202C`,
  `\u2066${canary}\u2069\u200F`,
  `${canary}\u0000einde`,
  `${canary}\r\nSet-Cookie: x=1\r\nBcc: x@elsewhere.example`,
  `../../../../etc/passwd?${canary}`,
  `${canary}\uD800`,
  `${canary} `.repeat(600),
]

/** Numbers, days and identifiers at and over the edge. */
export const edges: readonly string[] = [
  '-1',
  '0',
  '1.5',
  '2147483648',
  '9223372036854775808',
  '1e308',
  'NaN',
  'Infinity',
  '0000-00-00',
  '0000-01-01',
  '2026-02-30',
  '9999-12-31',
  '+275760-09-13',
  '25:61',
  '00000000-0000-0000-0000-000000000000',
  '0190000g-0000-7000-8000-000000000000',
  'null',
  'true',
  '[]',
  '__proto__',
  '#zzzzzz',
  'x@x',
  `${canary}@elsewhere.example`,
]

/** Anything that can be typed, and much that cannot. */
export const strangeText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...tricks) },
  { weight: 3, arbitrary: fc.constantFrom(...edges) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${canary}${text}`) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
)
