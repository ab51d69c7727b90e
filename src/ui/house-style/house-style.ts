import { channelsOf, contrastRatio, isHexColour } from './contrast.ts'

/** The two colours of a municipality as `#rrggbb`: one for buttons and links, one for warmth. */
export type HouseStyle = { readonly primary: string; readonly accent: string }

/** Why a colour cannot be used; `contrast` is what it reaches and `needed` what it must. */
export type HouseStyleProblem =
  | { readonly kind: 'no-colour'; readonly field: keyof HouseStyle }
  | { readonly kind: 'too-faint'; readonly field: keyof HouseStyle; readonly contrast: number; readonly needed: number }

/** The papers of the tokens (`tokens.css`): a test keeps them equal. */
export const papers = { light: '#faf6ee', dark: '#1b1815' } as const

/** What is wrong with a house style on our paper: links and button texts need 4.5, the accent (lines, marks) 3. */
export function houseStyleProblems({ primary, accent }: HouseStyle): readonly HouseStyleProblem[] {
  return [...problemsOf('primary', primary, 4.5), ...problemsOf('accent', accent, 3)]
}

/**
 * The stylesheet of a municipality: its colours by day, and lighter kin of them that stay readable by night.
 * Refuses (throws) what is no colour; check with `houseStyleProblems` before saving.
 */
export function houseStyleSheet({ primary, accent }: HouseStyle): string {
  return [
    ':root {',
    `  --house-primary: ${primary.toLowerCase()};`,
    `  --house-primary-night: ${lightenedUntil(primary, 7)};`,
    `  --house-accent: ${accent.toLowerCase()};`,
    `  --house-accent-night: ${lightenedUntil(accent, 4.5)};`,
    '}',
    '',
  ].join('\n')
}

function problemsOf(field: keyof HouseStyle, colour: string, needed: number): readonly HouseStyleProblem[] {
  if (!isHexColour(colour)) return [{ kind: 'no-colour', field }]
  const contrast = contrastRatio(colour, papers.light)
  return contrast < needed ? [{ kind: 'too-faint', field, contrast, needed }] : []
}

/** Mixes white into a colour, a twentieth at a time, until it stands out on the dark paper. */
function lightenedUntil(hex: string, needed: number): string {
  const channels = channelsOf(hex)
  for (let white = 0; white < 1; white += 0.05) {
    const mixed = hexOf(channels.map((channel) => channel + (1 - channel) * white))
    if (contrastRatio(mixed, papers.dark) >= needed) return mixed
  }
  return '#ffffff'
}

const hexOf = (channels: readonly number[]) =>
  `#${channels
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
