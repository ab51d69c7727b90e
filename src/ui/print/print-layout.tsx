import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import type { TextLink } from '../link/link.tsx'
import { BackLink } from '../navigation/back-link.tsx'

export type PrintLayoutProps = {
  readonly back?: TextLink | undefined
  /** The word on the button that prints (with script); without it the browser's own menu does. */
  readonly printText: string
  /** A hint above the sheets: which paper, both sides. Not printed. */
  readonly hint?: string | undefined
  /** The sheets: one or more PrintSheet. */
  readonly children: ComponentChildren
}

/** A page of sheets to print, shown as paper on the screen; everything around them stays off the paper. */
export function PrintLayout({ back, printText, hint, children }: PrintLayoutProps) {
  return (
    <main class="print" id="main" tabindex={-1}>
      <div class="print-bar">
        {back ? <BackLink {...back} /> : null}
        <Button icon="printer" prints>
          {printText}
        </Button>
        {hint ? <p class="hint">{hint}</p> : null}
      </div>
      {children}
    </main>
  )
}

export type PrintSheetProps = {
  /** A4 for letters and reports, A6 (lying) for cards. */
  readonly size?: 'a4' | 'a6' | undefined
  readonly label?: string | undefined
  /** For who reads small print badly. */
  readonly isLargePrint?: boolean | undefined
  /** A report that may be several sheets long: "2 / 5" stands below each. A letter or a form for the pen has none. */
  readonly isNumbered?: boolean | undefined
  readonly children: ComponentChildren
}

/** One sheet of paper: a letter, a report, a card. */
export function PrintSheet({ size = 'a4', label, isLargePrint, isNumbered, children }: PrintSheetProps) {
  return (
    <article
      class={`sheet sheet-${size}${isLargePrint ? ' sheet-large' : ''}${isNumbered ? ' sheet-numbered' : ''}`}
      aria-label={label}
    >
      {children}
    </article>
  )
}
